"""Pictures on paper: scans made small enough to print, the same bytes each time."""

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from butler_desktop.errors import DocumentFailed
from butler_desktop.words import Words

LONG_SIDE = 900
"""Pixels: 150 mm at 150 dpi is more than the gallery shows."""

AS_IT_IS = 1024 * 1024
"""An upright colour JPEG up to this many bytes goes in untouched."""

QUALITY = 82
ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG for the paper. ``width`` and ``height`` in pixels."""

    jpeg: bytes
    width: int
    height: int

    def stream(self) -> io.BytesIO:
        """The bytes as reportlab wants them."""
        return io.BytesIO(self.jpeg)


def prepare(source: bytes | Path) -> Picture | None:
    """The picture upright, in RGB on white, not larger than the paper needs; None for a PDF.

    Raises DocumentFailed where it cannot be decoded.
    """
    data = source if isinstance(source, bytes) else source.read_bytes()
    if data.startswith(b"%PDF"):
        return None
    try:
        with Image.open(io.BytesIO(data)) as opened:
            if _fits_as_it_is(opened, len(data)):
                return Picture(data, opened.width, opened.height)
            opened.draft("RGB", (LONG_SIDE * 2, LONG_SIDE * 2))
            image = ImageOps.exif_transpose(opened)
            image.thumbnail((LONG_SIDE, LONG_SIDE))
            if image.mode in ("RGBA", "LA", "P"):
                layered = image.convert("RGBA")
                ground = Image.new("RGBA", layered.size, "white")
                image = Image.alpha_composite(ground, layered)
            plain = image.convert("RGB")
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise DocumentFailed(
            Words("有一份材料的图片打不开，确认包没有生成。", "A picture cannot be opened."),
            Words("替换这份材料后再生成。", "Replace it and make the packet again."),
        ) from error
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=QUALITY)
    return Picture(out.getvalue(), plain.width, plain.height)


def _fits_as_it_is(opened: Image.Image, size: int) -> bool:
    upright = opened.getexif().get(ORIENTATION, 1) == 1
    return opened.format == "JPEG" and opened.mode in ("RGB", "L") and upright and size <= AS_IT_IS
