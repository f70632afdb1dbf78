"""JPEG walk: the segments of a JPEG file, read without decoding it.

Gives the size, the colours and the rotation tag, counts the passes of a
progressive picture (thousands of them in a small file would decode for
minutes), and copies what a decoder needs into a bare file.
"""

import re
import struct
from collections.abc import Iterator

from butler_desktop.documents.exif_orientation import UPRIGHT, orientation
from butler_desktop.documents.picture import Picture, check_size
from butler_desktop.documents.scan_refusal import ScanRefused, refusal

_KIND = "JPG"
_PROGRESSIVE = 0xC2
_FRAMES = frozenset({0xC0, 0xC1, _PROGRESSIVE})  # baseline, extended: what decoders know
_OTHER_FRAMES = frozenset({0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_START, _END, _JFIF, _EXIF, _ADOBE = 0xDA, 0xD9, 0xE0, 0xE1, 0xEE
_TABLES = frozenset({0xC4, 0xDB, 0xDD})
# Any marker but those that stand inside entropy-coded data.
_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]", re.DOTALL)
_MOST_SEGMENTS = 20_000
_MOST_WORK = 1_600_000_000  # pixels times passes
_MOST_COEFFICIENTS = 300 * 1024 * 1024  # bytes that a progressive picture keeps while decoding


def read_jpeg(data: bytes) -> Picture:
    """The header of a JPEG file; a second picture behind the first is left out.

    Raises ScanRefused for one that is damaged or too large to decode.
    """
    frame, turned, passes, ended = b"", UPRIGHT, 0, False
    progressive = False
    kept = [b"\xff\xd8"]
    for marker, start, body in _segments(data):
        if marker in _OTHER_FRAMES or (marker in _FRAMES and frame):
            raise _damaged()
        if marker in _FRAMES:
            frame, progressive = body, marker == _PROGRESSIVE
        elif marker == _EXIF and body.startswith(b"Exif\0\0") and turned == UPRIGHT:
            turned = orientation(body[6:])
        elif marker == _START:
            passes += 1
            if passes == 1:
                kept.append(data[start:])
        ended = marker == _END
        if not passes and _is_needed(marker, body):
            kept.append(data[start : start + 4 + len(body)])
    width, height, sampling = _frame(frame)
    if not passes:
        raise _damaged()
    _check_work(width * height, passes, sampling if progressive else ())
    traits = {
        "cmyk": len(sampling) == 4,
        "greyscale": len(sampling) == 1,
        "incomplete": not ended,
    }
    codes = tuple(code for code, holds in traits.items() if holds)
    return Picture(width, height, turned, codes, b"".join(kept))


def _segments(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Marker, start and body of each segment up to the end mark, or as far as there are any."""
    place = 2
    for _ in range(_MOST_SEGMENTS):
        found = _MARKER.search(data, place)
        if found is None:
            return
        start, marker = found.start(), data[found.start() + 1]
        if marker == _END:
            yield marker, start, b""
            return
        if start + 4 > len(data):
            return
        (length,) = struct.unpack_from(">H", data, start + 2)
        place = start + 2 + max(length, 2)
        yield marker, start, data[start + 4 : place]
    raise refusal("too_complex", kind=_KIND)


def _is_needed(marker: int, body: bytes) -> bool:
    """Whether a decoder needs the segment: tables, the frame, and what tells the colours."""
    return (
        marker in _FRAMES
        or marker in _TABLES
        or (marker == _JFIF and body.startswith(b"JFIF\0"))
        or (marker == _ADOBE and body.startswith(b"Adobe"))
    )


def _frame(body: bytes) -> tuple[int, int, tuple[tuple[int, int], ...]]:
    """Width, height and the sampling factors of each component."""
    try:
        depth, height, width, components = struct.unpack_from(">BHHB", body)
    except struct.error:
        raise _damaged() from None
    check_size(_KIND, width, height)
    sampling = tuple((byte >> 4, byte & 15) for byte in body[7::3][:components])
    if depth != 8 or components not in {1, 3, 4} or len(sampling) < components:
        raise _damaged()
    if any(across not in range(1, 5) or down not in range(1, 5) for across, down in sampling):
        raise _damaged()
    return width, height, sampling


def _check_work(pixels: int, passes: int, sampling: tuple[tuple[int, int], ...]) -> None:
    """Refuse what decodes for minutes, or keeps too much (``sampling`` is of a progressive)."""
    if pixels * passes > _MOST_WORK:
        raise refusal("too_complex", kind=_KIND)
    if sampling:
        block = max(across for across, _ in sampling) * max(down for _, down in sampling)
        kept = 2 * pixels * sum(across * down for across, down in sampling) // block
        if kept > _MOST_COEFFICIENTS:
            raise refusal("too_complex", kind=_KIND)


def _damaged() -> ScanRefused:
    return refusal("damaged", kind=_KIND)
