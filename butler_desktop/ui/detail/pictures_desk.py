"""Pictures desk: exports the submission pictures of a filing; the originals stay as they are."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from butler_desktop.domain.material import Material
from butler_desktop.errors import ButlerError
from butler_desktop.services.submission_pictures import ExportedPictures, export_pictures
from butler_desktop.ui import i18n
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.pictures_dialog import PicturesDialog
from butler_desktop.ui.kit.message_strip import MessageStrip


class PicturesDesk(QObject):
    """Asks which pictures and where, makes them in the background, and says in ``strip``."""

    def __init__(self, background: Background, strip: MessageStrip, window: QWidget) -> None:
        super().__init__(window)
        self._background, self._strip, self._window = background, strip, window
        self._folder = ""
        self.dialog: PicturesDialog | None = None

    def ask_which(self, material: Material) -> None:
        """Let the butler choose this paper or all, with the mark or without."""
        self._ask(material.filing_id, PicturesDialog(material, parent=self._window.window()))

    def ask_all(self, filing_id: str) -> None:
        """Let the butler export all papers of a filing, with the mark or without."""
        self._ask(filing_id, PicturesDialog(parent=self._window.window()))

    def export(self, filing_id: str, folder: Path, material_id: str = "", mark: str = "") -> None:
        """Make the pictures of one paper, or of all papers of the filing."""
        self._strip.show_message("blue", self.tr("The pictures are being made…"))
        self._background.run(
            self,
            export_pictures,
            filing_id,
            folder,
            material_id,
            mark,
            then=partial(self._written, folder),
            failed=self._failed,
        )

    def _ask(self, filing_id: str, dialog: PicturesDialog) -> None:
        self.dialog = dialog
        dialog.wanted.connect(partial(self._ask_where, filing_id))
        dialog.finished.connect(self._over)
        dialog.open()

    def _ask_where(self, filing_id: str, material_id: str, mark: str) -> None:
        dialog = QFileDialog(self._window, self.tr("Folder for the pictures"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.directoryEntered.connect(self._remember)
        dialog.fileSelected.connect(
            lambda chosen: self.export(filing_id, Path(chosen), material_id, mark)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _remember(self, folder: str) -> None:
        self._folder = folder

    def _over(self, *_: Any) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _written(self, folder: Path, made: ExportedPictures) -> None:
        told = self.tr("Pictures written to %1: %2; originals that fit as they are: %3.")
        told = told.replace("%2", str(len(made.files))).replace("%3", str(made.originals))
        told = told.replace("%1", str(folder))
        for name, error in made.refused:
            told += f"\n{name}  {error.said(i18n.language())}"
        self._strip.show_message("amber" if made.refused else "green", told, closable=True)

    def _failed(self, error: ButlerError) -> None:
        self._strip.show_message("red", error.said(i18n.language()), closable=True)
