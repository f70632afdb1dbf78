"""PNG walk: the chunks of a PNG file, checked without holding the picture.

Every checksum is compared and the picture data are inflated piece by piece
into nothing, so a cut, flipped or bottomless file is found in constant
memory; only a thumbnail decodes the pixels.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from butler_desktop.documents.exif_orientation import UPRIGHT, orientation
from butler_desktop.documents.picture import Picture, check_size
from butler_desktop.documents.scan_refusal import ScanRefused, refusal

_KIND = "PNG"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_ALPHA = frozenset({4, 6})
_GREY = frozenset({0, 4})
_PIECE = 64 * 1024
_MOST_CHUNKS = 200_000
# Adam7: first column, first row, step right, step down
_PASSES = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)


@dataclass(frozen=True, slots=True)
class _Header:
    width: int
    height: int
    depth: int
    colour: int
    interlaced: bool

    @property
    def raw_size(self) -> int:
        """The bytes that the picture data unpack to: each row has one more for its filter."""
        passes = _PASSES if self.interlaced else ((0, 0, 1, 1),)
        return sum(self._rows(*laid) for laid in passes)

    def _rows(self, left: int, top: int, right: int, down: int) -> int:
        columns = -(-(self.width - left) // right)
        rows = -(-(self.height - top) // down)
        if columns < 1 or rows < 1:
            return 0
        return rows * (1 + (columns * self.depth * _CHANNELS[self.colour] + 7) // 8)


def read_png(data: bytes) -> Picture:
    """The header of a PNG file whose every byte was checked.

    Raises ScanRefused for one that is damaged or too large to decode.
    """
    chunks = _chunks(data)
    header = _header(data, next(chunks))
    unpacked = _Unpacked(header.raw_size)
    names, turned, kept = set(), UPRIGHT, [data[:33]]
    for name, start, end in chunks:
        names.add(name)
        if name == b"IDAT":
            unpacked.feed(memoryview(data)[start + 8 : end - 4])
        elif name == b"eXIf":
            turned = orientation(data[start + 8 : end - 4])
        if name in _KEPT:
            kept.append(data[start:end])
    if not unpacked.is_complete() or (header.colour == 3 and b"PLTE" not in names):
        raise _damaged()
    traits = {
        "greyscale": header.colour in _GREY,
        "transparent": header.colour in _ALPHA or b"tRNS" in names,
        "animated": b"acTL" in names,
    }
    return Picture(
        header.width,
        header.height,
        turned,
        tuple(code for code, holds in traits.items() if holds),
        b"".join(kept),
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Name, start and end of each chunk up to the last; refuses a wrong checksum or no end."""
    place = len(_SIGNATURE)
    for _ in range(_MOST_CHUNKS):
        if place + 12 > len(data):
            raise _damaged()
        length, name = struct.unpack_from(">I4s", data, place)
        end = place + 12 + length
        if end > len(data):
            raise _damaged()
        (checksum,) = struct.unpack_from(">I", data, end - 4)
        if zlib.crc32(memoryview(data)[place + 4 : end - 4]) != checksum:
            raise _damaged()
        yield name, place, end
        if name == b"IEND":
            return
        place = end
    raise refusal("too_complex", kind=_KIND)


def _header(data: bytes, chunk: tuple[bytes, int, int]) -> _Header:
    name, start, end = chunk
    if name != b"IHDR" or end - start != 25:
        raise _damaged()
    width, height, depth, colour, packing, filtering, interlace = struct.unpack_from(
        ">IIBBBBB", data, start + 8
    )
    check_size(_KIND, width, height)
    if depth not in _DEPTHS.get(colour, ()) or packing or filtering or interlace > 1:
        raise _damaged()
    return _Header(width, height, depth, colour, interlace == 1)


class _Unpacked:
    """Counts what the picture data unpack to and throws it away."""

    def __init__(self, expected: int) -> None:
        self._left = expected
        self._inflater = zlib.decompressobj()

    def is_complete(self) -> bool:
        """Whether there was data for every pixel."""
        if self._left > 0:
            self._left -= len(self._inflater.flush())  # what the last piece held back
        return self._left <= 0

    def feed(self, packed: memoryview) -> None:
        """Unpack one chunk; what comes after the last pixel is not unpacked."""
        rest = bytes(packed)
        try:
            while rest and self._left > 0 and not self._inflater.eof:
                self._left -= len(self._inflater.decompress(rest, _PIECE))
                rest = self._inflater.unconsumed_tail
        except zlib.error:
            raise _damaged() from None


def _damaged() -> ScanRefused:
    return refusal("damaged", kind=_KIND)
