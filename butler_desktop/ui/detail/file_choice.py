"""File choice: the system's dialog for scans, which opens where it was left."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget


class FileChoice(QObject):
    """Asks for one file or several; nothing happens when the butler thinks better of it."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._folder = ""

    def several(self, then: Callable[[Sequence[Path]], None]) -> QFileDialog:
        """Ask for one or more files."""
        dialog = self._dialog(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: then(tuple(Path(name) for name in names)))
        dialog.open()
        return dialog

    def one(self, then: Callable[[Path], None]) -> QFileDialog:
        """Ask for one file."""
        dialog = self._dialog(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()
        return dialog

    def _dialog(self, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._owner, self.tr("Choose files"), self._folder)
        dialog.setFileMode(mode)
        dialog.setNameFilters(
            [self.tr("Scans (*.jpg *.jpeg *.png *.pdf)"), self.tr("All files (*)")]
        )
        dialog.directoryEntered.connect(self._remember)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _remember(self, folder: str) -> None:
        self._folder = folder
