"""Scan picture: a small drawing of a kept file of which only the hash is known, on a worker."""

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from butler_desktop.services.scans import kept_bytes, kept_pixels
from butler_desktop.ui.pdf_page import draw_page

_PDF = b"%PDF"


def scan_picture(work: Any, sha256: str, box: tuple[int, int]) -> QImage:
    """The first page within ``box`` (width, height in device pixels).

    Raises StoreUnavailable or DocumentFailed.
    """
    data = kept_bytes(work, sha256)
    if data.startswith(_PDF):
        return draw_page(data, 0, QSize(*box))[0]
    pixels = kept_pixels(work, sha256, box)
    line, form = pixels.width * 3, QImage.Format.Format_RGB888
    borrowed = QImage(pixels.data, pixels.width, pixels.height, line, form)
    return borrowed.convertToFormat(QImage.Format.Format_RGB32)  # owns its bytes
