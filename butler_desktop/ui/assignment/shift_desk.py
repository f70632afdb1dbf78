"""Shift desk: the shift sheet as a file, or as text to be pasted into a chat."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton, QWidget

from butler_desktop.errors import ButlerError
from butler_desktop.services.shift_sheets import export_shift, shift_words
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language
from butler_desktop.ui.kit.message_strip import MessageStrip

Ids = tuple[str, ...]


class ShiftDesk(QObject):
    """Of these orders and filings, or of all that who sits here has in hand."""

    def __init__(self, background: Background, strip: MessageStrip, window: QWidget) -> None:
        super().__init__(window)
        self._background, self._strip, self._window = background, strip, window

    def offer(self, button: QPushButton, orders: Ids = (), filings: Ids = ()) -> QMenu:
        """The two ways out, under the button."""
        menu = QMenu(self._window)
        export = menu.addAction(self.tr("Export as PDF…"))
        export.triggered.connect(lambda: self.ask_where(orders, filings))
        copy = menu.addAction(self.tr("Copy as text"))
        copy.triggered.connect(lambda: self.copy(orders, filings))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        return menu

    def ask_where(self, orders: Ids = (), filings: Ids = ()) -> None:
        """Let the butler choose the file."""
        dialog = QFileDialog(self._window, self.tr("Shift sheet"), self.tr("Shift sheet.pdf"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: self.export(Path(name), orders, filings))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, target: Path, orders: Ids = (), filings: Ids = ()) -> None:
        """Write the sheet."""
        self._background.run(
            self,
            export_shift,
            target,
            orders,
            filings,
            then=self._written,
            failed=self._failed,
        )

    def copy(self, orders: Ids = (), filings: Ids = ()) -> None:
        """Put the text into the clipboard."""
        self._background.ask(
            self, shift_words, orders, filings, then=self._copied, failed=self._failed
        )

    def _written(self, path: Path) -> None:
        told = self.tr("Written: %1").replace("%1", str(path))
        self._strip.show_message("green", told, closable=True)

    def _copied(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        told = self.tr("The shift sheet is in the clipboard.")
        self._strip.show_message("green", told, closable=True)

    def _failed(self, error: ButlerError) -> None:
        self._strip.show_message("red", error.said(language()), closable=True)
