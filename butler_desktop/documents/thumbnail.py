"""Thumbnails: a picture as it is shown: upright, in RGB, on white, no larger than needed.

PDF pages are drawn by the windows (QtPdf), not here.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from butler_desktop.documents.file_signature import media_type
from butler_desktop.documents.picture_pixels import read_picture, small_picture
from butler_desktop.documents.scan_refusal import refusal
from butler_desktop.documents.source_file import read_source
from butler_desktop.domain.scan import PDF


@dataclass(frozen=True, slots=True)
class Pixels:
    """A decoded picture: three bytes a pixel (red, green, blue), row by row, without gaps."""

    width: int
    height: int
    data: bytes


def make_thumbnail(source: Path | bytes, box: tuple[int, int]) -> bytes:
    """A PNG of the picture ``source`` within ``box`` (width, height in pixels).

    Raises ScanRefused (a DocumentFailed) for what is not a sound JPG or PNG.
    """
    out = BytesIO()
    _shown(source, box).save(out, "PNG")
    return out.getvalue()


def make_pixels(source: Path | bytes, box: tuple[int, int]) -> Pixels:
    """The picture ``source`` within ``box`` for a window to draw. Raises ScanRefused."""
    image = _shown(source, box)
    return Pixels(image.width, image.height, image.tobytes())


def _shown(source: Path | bytes, box: tuple[int, int]) -> Image.Image:
    data = source if isinstance(source, bytes) else read_source(source)
    kind = media_type(data)
    if kind == PDF:
        raise refusal("not_a_picture")
    return small_picture(read_picture(data, kind), kind, box)
