"""Print job: a packet's pages put on paper one after the other, until done or cancelled.

Each page is drawn on a worker and put on paper band by band, so that the window
goes on: Qt holds Python's lock while it takes a picture, a fifth of a second for
a whole page. The job leaves for the printer when its last page is drawn and the
journal has the event that a copy leaves the program; a job that ends before
leaves nothing.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter

from butler_desktop.errors import ButlerError
from butler_desktop.services.packets import note_printed
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.page_bands import OVERLAP, next_break
from butler_desktop.ui.pdf_page import draw_page

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

FINENESS = QSize(2481, 3508)
"""Pixels of a page: A4 at 300 dpi."""


class PrintJob(QObject):
    """One job. It ends with one of ``printed``, ``cancelled`` and ``failed``."""

    progressed = Signal(int, int)
    """Pages drawn, of how many; copies count where the printer cannot make them."""
    printed = Signal(int)
    cancelled = Signal()
    failed = Signal(object)
    """A ButlerError; None where the printer does not answer."""

    def __init__(
        self,
        background: Background,
        printer: "QPrinter",
        pdf: bytes,
        pages: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background, self._printer, self._pdf = background, printer, pdf
        first, last = printer.fromPage() or 1, min(printer.toPage() or pages, pages)
        once = list(range(first - 1, last))
        copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
        self._pages: Sequence[int] = once * copies
        self._version = ("", "")
        self._done = 0
        self._painter: QPainter | None = None
        self._page, self._row = QImage(), 0
        self._bands = QTimer(self)
        self._bands.timeout.connect(self._put_band)

    def start(self, filing_id: str, packet_id: str) -> None:
        """Begin with the first page; the version is what the journal will tell of."""
        self._version = (filing_id, packet_id)
        self._painter = QPainter()
        if not self._painter.begin(self._printer):
            self._painter = None
            self.failed.emit(None)
            return
        self._next(0)

    def cancel(self) -> None:
        """Leave nothing of it; what was drawn is thrown away."""
        if self._painter is not None:
            self._drop()
            self.cancelled.emit()

    def _next(self, done: int) -> None:
        self.progressed.emit(done, len(self._pages))
        if self._painter is None:
            return  # cancelled by who was told
        if done == len(self._pages):
            self._background.do(
                self, note_printed, *self._version, then=self._leave, failed=self._broke
            )
            return
        self._done = done
        self._background.compute(
            self,
            draw_page,
            self._pdf,
            self._pages[done],
            FINENESS,
            then=self._put,
            failed=self._broke,
            topic="print",
        )

    def _put(self, drawn: tuple[QImage, QSizeF]) -> None:
        if self._painter is None:
            return
        if self._done:
            self._printer.newPage()
        self._page, self._row = drawn[0], 0
        self._bands.start(0)

    def _put_band(self) -> None:
        """Puts the next band on paper."""
        painter, page = self._painter, self._page
        if painter is None:
            return
        paper = painter.viewport()
        size = page.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        first, self._row = self._row, next_break(page, self._row)
        last = min(self._row + OVERLAP, page.height())
        top, bottom = (size.height() * row // page.height() for row in (first, last))
        painter.drawImage(
            QRect(paper.left(), paper.top() + top, size.width(), bottom - top),
            page,
            QRect(0, first, page.width(), last - first),
        )
        if self._row == page.height():
            self._bands.stop()
            self._page = QImage()
            self._next(self._done + 1)

    def _leave(self, _noted: object) -> None:
        if self._painter is not None:
            self._painter.end()
            self._painter = None
            self.printed.emit(len(self._pages))

    def _broke(self, error: ButlerError) -> None:
        if self._painter is not None:
            self._drop()
            self.failed.emit(error)

    def _drop(self) -> None:
        """Takes the job back; a printer that is a file leaves none."""
        self._bands.stop()
        self._printer.abort()
        if self._painter is not None:
            self._painter.end()
        self._painter = None
        if self._printer.outputFileName():
            with suppress(OSError):
                Path(self._printer.outputFileName()).unlink(missing_ok=True)
