"""Sheet picture: the sheet of a row, drawn on a worker for the canvas."""

from typing import Any

from butler_desktop.services.returned_pages import tray_pixels
from butler_desktop.ui.detail.returned_sheet import DRAWN_SIDE, returned_sheet, sheet_of
from butler_desktop.ui.detail.scan_sheet import ScanSheet
from butler_desktop.ui.inbox.inbox_rows import InboxRow


def sheet_picture(work: Any, row: InboxRow) -> ScanSheet:
    """The sheet as it came. Raises DocumentFailed, StoreUnavailable."""
    if row.tray is not None:
        return sheet_of(tray_pixels(work, row.tray, (DRAWN_SIDE, DRAWN_SIDE)))
    if row.filed is not None:
        return returned_sheet(work, row.filed.page, row.filed.pages)
    raise AssertionError("a file that was not taken has no sheet")
