"""Packet output: a version's file written to a place of the butler's choice, or put on paper.

What is printed is our own PDF, page by page as a picture: Qt's own text layout
on a printer loses rare characters.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from butler_desktop.services.packets import export_packet
from butler_desktop.services.proofs import export_proof
from butler_desktop.services.signing import export_signed
from butler_desktop.services.submissions import export_submission
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.print_job import PrintJob

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Chosen = Callable[[Path], None]


class PacketOutput(QObject):
    """Exports and prints; tells the file that was written, or why there is none."""

    exported = Signal(object)
    printing = Signal(int, int)
    """Pages drawn, of how many."""
    printed = Signal(int)
    cancelled = Signal()
    failed = Signal(object)

    def __init__(self, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._background, self._window = background, window
        self.job: PrintJob | None = None
        """What is being printed."""

    def ask_where(self, proposal: str, then: Chosen, suffix: str = "pdf") -> None:
        """Let the butler choose the file to write."""
        dialog = QFileDialog(self._window, self.tr("Export the packet"), proposal)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{suffix.upper()} (*.{suffix})")
        dialog.setDefaultSuffix(suffix)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, filing_id: str, packet_id: str, target: Path) -> None:
        """Write the version's file to ``target``."""
        self._write(export_packet, filing_id, packet_id, target)

    def export_proof(self, filing_id: str, version: int, target: Path) -> None:
        """Write the proof that a version was confirmed to ``target``."""
        self._write(export_proof, filing_id, version, target)

    def export_submission(self, filing_id: str, at: datetime, target: Path) -> None:
        """Write the files of a round with the authority to ``target``."""
        self._write(export_submission, filing_id, at, target)

    def export_signed(
        self, version: tuple[str, str], target: Path, certificate: Path, password: str, keep: bool
    ) -> None:
        """Write a version's file, signed, to ``target``; ``keep`` the password that fits."""
        service = partial(export_signed, keep=keep)
        self._write(service, *version, target, certificate, password)

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
        """Print the chosen pages; the event that a copy leaves is written before they go."""
        if self.job is not None:
            return
        self.job = job = PrintJob(self._background, printer, pdf, pages, self)
        job.progressed.connect(self.printing)
        job.printed.connect(self._printed)
        job.cancelled.connect(self._cancelled)
        job.failed.connect(self._broke)
        job.start(*version)

    def cancel_printing(self) -> None:
        """Take the job back that is being printed."""
        if self.job is not None:
            self.job.cancel()

    def _printed(self, pages: int) -> None:
        self._end()
        self.printed.emit(pages)

    def _cancelled(self) -> None:
        self._end()
        self.cancelled.emit()

    def _broke(self, error: object) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
        self.job = None
