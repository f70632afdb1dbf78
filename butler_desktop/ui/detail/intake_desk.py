"""Intake desk: sends the intake workbook out of a filing, and reads it back into it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from butler_desktop.domain.intake import IntakeChange
from butler_desktop.errors import ButlerError, FieldOvertaken
from butler_desktop.services.filing_view import FilingView
from butler_desktop.services.intake import (
    IntakeView,
    export_intake,
    preview_intake,
    take_intake,
)
from butler_desktop.ui import i18n
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.intake_dialog import IntakeDialog
from butler_desktop.ui.kit.message_strip import MessageStrip

FILES = "Excel (*.xlsx)"


class IntakeDesk(QObject):
    """Asks which file, does it, and says in ``strip`` how it ended."""

    def __init__(self, background: Background, strip: MessageStrip, window: QWidget) -> None:
        super().__init__(window)
        self._background, self._strip, self._window = background, strip, window
        self._folder = ""
        self.dialog: IntakeDialog | None = None

    def offer(self, menu: QMenu, view: FilingView) -> None:
        """Put what can be done into the filing's menu; nothing where its form is closed."""
        if not view.is_editable:
            return
        menu.addSeparator()
        out = menu.addAction(self.tr("Export the intake workbook…"))
        out.triggered.connect(lambda: self.ask_where(view))
        back = menu.addAction(self.tr("Read an intake workbook back…"))
        back.triggered.connect(lambda: self.ask_which(view.filing.id))

    def ask_where(self, view: FilingView) -> None:
        """Let the butler choose the file to write."""
        name = self.tr("%1 intake.xlsx").replace("%1", view.filing.number)
        dialog = self._file_dialog(self.tr("Intake workbook"))
        dialog.selectFile(name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.fileSelected.connect(lambda chosen: self.export(view.filing.id, Path(chosen)))
        dialog.open()

    def ask_which(self, filing_id: str) -> None:
        """Let the butler choose the file that came back."""
        dialog = self._file_dialog(self.tr("Read an intake workbook back"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.read(filing_id, Path(chosen)))
        dialog.open()

    def export(self, filing_id: str, target: Path) -> None:
        """Write the workbook."""
        self._background.run(
            self, export_intake, filing_id, target, then=self._written, failed=self._failed
        )

    def read(self, filing_id: str, path: Path) -> None:
        """Read a workbook and show what it would change."""
        self._background.ask(
            self,
            preview_intake,
            filing_id,
            path,
            then=partial(self._show, path),
            failed=self._failed,
        )

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._folder)
        dialog.setNameFilter(FILES)
        dialog.directoryEntered.connect(self._remember)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _remember(self, folder: str) -> None:
        self._folder = folder

    def _show(self, path: Path, view: IntakeView) -> None:
        if self.dialog is not None:
            self.dialog.show_view(view)
            return
        self.dialog = dialog = IntakeDialog(view, self._window.window())
        dialog.taken.connect(partial(self._take, path, view.filing_id))
        dialog.finished.connect(self._over)
        dialog.open()

    def _over(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _take(self, path: Path, filing_id: str, changes: tuple[IntakeChange, ...]) -> None:
        self._background.do(
            self,
            take_intake,
            filing_id,
            changes,
            then=lambda _filing: self._taken(len(changes)),
            failed=partial(self._refused, path, filing_id),
        )

    def _taken(self, count: int) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        told = self.tr("Taken from the workbook: %n value(s).", "", count)
        self._strip.show_message("green", told, closable=True)

    def _refused(self, path: Path, filing_id: str, error: ButlerError) -> None:
        if self.dialog is None:
            self._failed(error)
            return
        self.dialog.refuse(error)
        if isinstance(error, FieldOvertaken):
            self.read(filing_id, path)  # what is there now stands beside the answers

    def _written(self, path: Path) -> None:
        told = self.tr("Written: %1").replace("%1", str(path))
        self._strip.show_message("green", told, closable=True)

    def _failed(self, error: ButlerError) -> None:
        self._strip.show_message("red", error.said(i18n.language()), closable=True)
