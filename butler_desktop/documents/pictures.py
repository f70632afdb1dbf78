"""Pictures on paper: attached scans, small enough to send, the same bytes each time.

A JPEG that is small and upright already goes in as it is; anything else is
drawn anew: upright, on white, no finer than paper shows.
"""

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab.lib.utils import ImageReader

from butler_desktop.documents.file_signature import media_type
from butler_desktop.documents.picture_pixels import read_picture, small_picture
from butler_desktop.documents.source_file import read_source
from butler_desktop.domain.scan import JPEG, PDF

LONG_SIDE = 800
"""Pixels: 50 mm of paper at 400 dpi."""
PASSED_BYTES = 400 * 1024
"""A JPEG that is no larger goes in byte for byte."""
QUALITY = 82
PLAIN = frozenset({"greyscale"})
"""Traits that a picture may have and still go in as it is."""
MOST_KEPT = 64
"""Pictures kept for the next version of a packet: most of its papers stay the same."""

_kept: dict[bytes, "Picture"] = {}


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG for the paper, upright; ``width`` and ``height`` in pixels."""

    jpeg: bytes
    width: int
    height: int

    def source(self) -> "ImageReader":
        """The bytes as reportlab's canvas takes them."""
        return _Jpeg(self)


class _Jpeg(ImageReader):
    """A JPEG that reportlab embeds without decoding it."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._dataA = None

    def getRGBData(self) -> bytes:  # noqa: N802 - reportlab's name
        """What tells this picture from another."""
        return hashlib.sha256(self._picture.jpeg).digest()

    def jpeg_fh(self) -> io.BytesIO:  # type: ignore[override]
        """The file."""
        return io.BytesIO(self._picture.jpeg)


def prepared(sources: Mapping[str, bytes | Path]) -> dict[str, Picture]:
    """The pictures among the files, by hash; a PDF shows its hash alone.

    Raises DocumentFailed where a picture cannot be read.
    """
    found = {}
    for sha256, source in sources.items():
        data = source if isinstance(source, bytes) else read_source(source)
        kind = media_type(data)
        if kind != PDF:
            found[sha256] = _kept_picture(data, kind)
    return found


def _kept_picture(data: bytes, kind: str) -> Picture:
    """The picture made from these bytes, whatever hash the caller knows them by."""
    key = hashlib.sha256(data).digest()
    picture = _kept.pop(key, None) or _picture(data, kind)
    _kept[key] = picture
    if len(_kept) > MOST_KEPT:
        del _kept[next(iter(_kept))]
    return picture


def _picture(data: bytes, kind: str) -> Picture:
    picture = read_picture(data, kind)
    is_plain = picture.orientation == 1 and not set(picture.traits) - PLAIN
    if kind == JPEG and is_plain and len(data) <= PASSED_BYTES:
        return Picture(picture.bare, picture.width, picture.height)
    image: Any = small_picture(picture, kind, (LONG_SIDE, LONG_SIDE))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY)
    return Picture(out.getvalue(), image.width, image.height)
