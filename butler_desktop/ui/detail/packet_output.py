"""Packet output: a version's file written to a place of the butler's choice, or put on paper.

What is printed is our own PDF, page by page as a picture: Qt's own text layout
on a printer loses rare characters.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from butler_desktop.errors import ButlerError
from butler_desktop.services.packets import export_packet, note_printed
from butler_desktop.services.proofs import export_proof
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.packet_pages import draw_page

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DPI = 300
INCH = 8.27
"""The width of A4: pages are drawn as wide as the paper, at the printer's fineness."""

Chosen = Callable[[Path], None]


class PacketOutput(QObject):
    """Exports and prints; tells the file that was written, or why there is none."""

    exported = Signal(object)
    printed = Signal(int)
    failed = Signal(object)

    def __init__(self, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._background, self._window = background, window
        self._painter: QPainter | None = None
        self._printer: QPrinter | None = None

    def ask_where(self, proposal: str, then: Chosen) -> None:
        """Let the butler choose the file to write."""
        dialog = QFileDialog(self._window, self.tr("Export the packet"), proposal)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, filing_id: str, packet_id: str, target: Path) -> None:
        """Write the version's file to ``target``."""
        self._write(export_packet, filing_id, packet_id, target)

    def export_proof(self, filing_id: str, version: int, target: Path) -> None:
        """Write the proof that a version was confirmed to ``target``."""
        self._write(export_proof, filing_id, version, target)

    def _write(self, service: Callable[..., Path], *given: object) -> None:
        self._background.run(
            self, service, *given, then=self.exported.emit, failed=self.failed.emit
        )

    def ask_printer(
        self, title: str, pdf: bytes, pages: int, filing_id: str, packet_id: str
    ) -> None:
        """Let the butler choose a printer and pages, then print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self._window)
        dialog.setMinMax(1, pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        version = filing_id, packet_id
        dialog.accepted.connect(partial(self.print_version, printer, pdf, pages, version))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # QPrintDialog hides it behind one that wants a slot

    def print_version(
        self, printer: "QPrinter", pdf: bytes, pages: int, version: tuple[str, str]
    ) -> None:
        """Print once the event is written that a copy leaves the program."""
        self._background.do(
            self,
            note_printed,
            *version,
            then=lambda _none: self.print_pages(printer, pdf, pages),
            failed=self.failed.emit,
        )

    def print_pages(self, printer: "QPrinter", pdf: bytes, pages: int) -> None:
        """Put the chosen pages on paper, one drawing at a time."""
        first = printer.fromPage() or 1
        last = printer.toPage() or pages
        painter = QPainter()
        if not painter.begin(printer):
            self.failed.emit(None)
            return
        self._printer, self._painter = printer, painter
        self._print(pdf, list(range(first - 1, min(last, pages))), 0)

    def _print(self, pdf: bytes, pages: list[int], done: int) -> None:
        if done == len(pages):
            self._end()
            self.printed.emit(done)
            return
        self._background.compute(
            self,
            draw_page,
            pdf,
            pages[done],
            round(DPI * INCH),
            then=partial(self._put, pdf, pages, done),
            failed=self._broke,
            topic="print",
        )

    def _put(self, pdf: bytes, pages: list[int], done: int, image: QImage) -> None:
        if self._painter is None or self._printer is None:
            return
        if done:
            self._printer.newPage()
        paper = self._painter.viewport()
        size = image.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self._painter.drawImage(QRect(paper.topLeft(), size), image)
        self._print(pdf, pages, done + 1)

    def _broke(self, error: ButlerError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        if self._painter is not None:
            self._painter.end()
        self._painter = self._printer = None
