"""Sheet picture: the sheet of a row, drawn on a worker for the canvas."""

from typing import Any

from PySide6.QtCore import QSize

from butler_desktop.domain.scan import PDF
from butler_desktop.services.returned_pages import returned_pixels, tray_pixels
from butler_desktop.ui.detail.scan_sheet import ScanSheet, drawn, levels
from butler_desktop.ui.inbox.inbox_rows import InboxRow

SIDE = 2600
"""The longest side that is drawn; a page of A4 has 220 dpi then."""
_SHOWN = 1123
"""The height of a page of A4 at 96 dpi, which counts as 100 %."""


def sheet_picture(work: Any, row: InboxRow) -> ScanSheet:
    """The sheet as it came. Raises DocumentFailed, StoreUnavailable."""
    box = (SIDE, SIDE)
    if row.tray is not None:
        pixels = tray_pixels(work, row.tray, box)
    elif row.filed is not None:
        page = row.filed.page
        sheet = row.filed.pages if page.is_whole and page.media_type == PDF else page.sheet
        pixels = returned_pixels(work, page.sha256, sheet, box)
    else:
        raise AssertionError("a file that was not taken has no sheet")
    image = drawn(pixels)
    scale = _SHOWN / max(image.width(), image.height())
    size = QSize(round(image.width() * scale), round(image.height() * scale))
    return ScanSheet(levels(image), size)
