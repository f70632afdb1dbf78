"""Advice output: the customer's advice written to a place of the butler's choice."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from butler_desktop.errors import ButlerError
from butler_desktop.services.advice import export_advice
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui import i18n
from butler_desktop.ui.background import Background
from butler_desktop.ui.kit.message_strip import MessageStrip


class AdviceOutput(QObject):
    """Asks where, writes, and says so in ``strip``."""

    def __init__(self, background: Background, strip: MessageStrip, window: QWidget) -> None:
        super().__init__(window)
        self._background, self._strip, self._window = background, strip, window

    def ask_where(self, view: FilingView) -> None:
        """Let the butler choose the file to write: a page, or text to be pasted."""
        name = self.tr("%1 advice.pdf").replace("%1", view.filing.number)
        dialog = QFileDialog(self._window, self.tr("Advice to the customer"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["PDF (*.pdf)", self.tr("Text (*.txt)")])
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("txt" if "txt" in chosen else "pdf")
        )
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: self.export(view.filing.id, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, filing_id: str, target: Path) -> None:
        """Write the advice."""
        self._background.run(
            self, export_advice, filing_id, target, then=self._written, failed=self._failed
        )

    def _written(self, path: Path) -> None:
        told = self.tr("Written: %1").replace("%1", str(path))
        self._strip.show_message("green", told, closable=True)

    def _failed(self, error: ButlerError) -> None:
        self._strip.show_message("red", error.said(i18n.language()), closable=True)
