"""Thumbnails: a small PNG of a picture, upright, in RGB, on white.

PDF pages are drawn by the windows (QtPdf), not here.
"""

from io import BytesIO
from pathlib import Path

from butler_desktop.documents.file_signature import media_type
from butler_desktop.documents.picture_pixels import read_picture, small_picture
from butler_desktop.documents.scan_refusal import refusal
from butler_desktop.documents.source_file import read_source
from butler_desktop.domain.scan import PDF


def make_thumbnail(source: Path | bytes, box: tuple[int, int]) -> bytes:
    """A PNG of the picture ``source`` within ``box`` (width, height in pixels).

    Raises ScanRefused (a DocumentFailed) for what is not a sound JPG or PNG.
    """
    data = source if isinstance(source, bytes) else read_source(source)
    kind = media_type(data)
    if kind == PDF:
        raise refusal("not_a_picture")
    out = BytesIO()
    small_picture(read_picture(data, kind), kind, box).save(out, "PNG")
    return out.getvalue()
