"""PDF drawing: a page as a picture, drawn by PDFium, however a scanner packed it."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from butler_desktop.documents.scan_refusal import refusal

if TYPE_CHECKING:
    from PIL import Image
    from pypdfium2 import PdfDocument

_ONE_AT_A_TIME = Lock()
"""PDFium keeps what it is at to itself: two threads would take it from each other."""


def draw_page(data: bytes, page: int, box: tuple[int, int]) -> "Image.Image":
    """A page (from 0) as large as fits ``box`` (width, height), on white. Raises ScanRefused."""
    from pypdfium2 import PdfiumError

    try:
        with _opened(data) as document:
            found = document[page]
            width, height = found.get_size()
            scale = min(box[0] / max(width, 1), box[1] / max(height, 1))
            image: Image.Image = found.render(scale=scale).to_pil()
            return image
    except (PdfiumError, IndexError, ValueError) as error:
        raise refusal("damaged", kind="PDF") from error
    except MemoryError as error:
        raise refusal("too_complex", kind="PDF") from error


def page_points(data: bytes, page: int) -> tuple[float, float]:
    """Width and height of a page (from 0) in points, 72 to the inch. Raises ScanRefused."""
    from pypdfium2 import PdfiumError

    try:
        with _opened(data) as document:
            size: tuple[float, float] = document.get_page_size(page)
            return size
    except (PdfiumError, IndexError, ValueError) as error:
        raise refusal("damaged", kind="PDF") from error


@contextmanager
def _opened(data: bytes) -> Iterator["PdfDocument"]:
    from pypdfium2 import PdfDocument

    with _ONE_AT_A_TIME:
        document = PdfDocument(data)
        try:
            document.init_forms()
            yield document
        finally:
            document.close()
