"""Returned sheet: a page that came back, drawn on a worker, and the dialog in which it is seen."""

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.returned_page import ReturnedPage
from butler_desktop.domain.scan import PDF
from butler_desktop.errors import ButlerError
from butler_desktop.services.returned_pages import returned_pixels
from butler_desktop.ui import i18n
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.scan_canvas import ScanCanvas
from butler_desktop.ui.detail.scan_sheet import ScanSheet, drawn, levels
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.measure import px

DRAWN_SIDE = 2600
"""The longest side that is drawn; a page of A4 has 220 dpi then."""
_WHOLE = 1123
"""The height of a page of A4 at 96 dpi, which counts as 100 %."""
WIDTH, HEIGHT = 720, 620


def returned_sheet(work: Any, page: ReturnedPage, pages: int) -> ScanSheet:
    """A page as it came; of a whole file of ``pages`` the last, which has the answer.

    Raises DocumentFailed, StoreUnavailable.
    """
    number = pages if page.is_whole and page.media_type == PDF else page.sheet
    return sheet_of(returned_pixels(work, page.sha256, number, (DRAWN_SIDE, DRAWN_SIDE)))


def sheet_of(pixels: Any) -> ScanSheet:
    """A decoded sheet as the canvas takes it."""
    image = drawn(pixels)
    scale = _WHOLE / max(image.width(), image.height())
    size = QSize(round(image.width() * scale), round(image.height() * scale))
    return ScanSheet(levels(image), size)


class ReturnedSheetDialog(Dialog):
    """Shows one page that came back."""

    def __init__(
        self,
        background: Background,
        title: str,
        page: ReturnedPage,
        pages: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, sentence=page.file_name, width=WIDTH, parent=parent)
        self.canvas = ScanCanvas()
        self.canvas.setMinimumHeight(px(HEIGHT))
        self.body.addWidget(self.canvas, 1)
        self.cancel_button.set_words(self.tr("Close"))
        background.ask(
            self, returned_sheet, page, pages, then=self.canvas.show_sheet, failed=self._failed
        )

    def _failed(self, error: ButlerError) -> None:
        self.strip.show_message("red", error.said(i18n.language()))
