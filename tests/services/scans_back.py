"""Pages as they come back: printed, scanned in grey at 150 dpi, a little askew, as JPEG."""

import io
from collections.abc import Sequence
from random import Random

import pypdfium2
from PIL import Image

DPI = 150
MOST_ASKEW = 3.0
"""Degrees."""
QUALITY = 70


def scanned_pages(pdf: bytes, random: Random) -> list[bytes]:
    """A JPEG of each page, turned by up to three degrees either way."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_scan(page.render(scale=DPI / 72).to_pil(), random) for page in document]
    finally:
        document.close()


def one_pdf(pages: Sequence[bytes]) -> bytes:
    """The pages in one PDF, as a scanner with a feeder sends them."""
    first, *rest = [Image.open(io.BytesIO(page)) for page in pages]
    out = io.BytesIO()
    first.save(out, "PDF", save_all=True, append_images=rest, resolution=DPI)
    return out.getvalue()


def _scan(page: Image.Image, random: Random) -> bytes:
    askew = page.convert("L").rotate(
        random.uniform(-MOST_ASKEW, MOST_ASKEW), Image.Resampling.BICUBIC, fillcolor=235
    )
    out = io.BytesIO()
    askew.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
