"""Letters desk: drafts the letters of a filing into files; nothing is attached by it."""

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from butler_desktop.domain.letters import LetterOffer
from butler_desktop.errors import ButlerError
from butler_desktop.services.letters import (
    LetterFormat,
    LettersView,
    export_letter,
    letters_view,
)
from butler_desktop.ui import i18n
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.letters_dialog import LettersDialog
from butler_desktop.ui.kit.message_strip import MessageStrip

UNFIT = re.compile(r'[\\/:*?"<>|\s]+')
"""What no file name should have."""


class LettersDesk(QObject):
    """Asks which letter and where, writes it, and says in ``strip`` how it ended."""

    place_wanted = Signal(str)
    """A field that a letter lacks: ``form:path``."""

    def __init__(self, background: Background, strip: MessageStrip, window: QWidget) -> None:
        super().__init__(window)
        self._background, self._strip, self._window = background, strip, window
        self._folder = ""
        self.dialog: LettersDialog | None = None

    def ask_which(self, filing_id: str, kind: str = "") -> None:
        """Let the butler choose a letter; the one for this kind of paper stands chosen."""
        self._background.ask(
            self,
            letters_view,
            filing_id,
            then=partial(self._show, kind),
            failed=self._failed,
            topic="letters",
        )

    def export(self, filing_id: str, offer: LetterOffer, form: LetterFormat, target: Path) -> None:
        """Write a letter."""
        self._background.run(
            self,
            export_letter,
            filing_id,
            offer.template.id,
            form,
            target,
            then=self._written,
            failed=self._failed,
        )

    def ask_where(self, view: LettersView, offer: LetterOffer, form: LetterFormat) -> None:
        """Let the butler choose the file to write."""
        name = UNFIT.sub(" ", f"{view.number} {i18n.said(offer.words)}")
        owner = self.dialog or self._window
        dialog = QFileDialog(owner, i18n.said(offer.words), self._folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        word = self.tr("Word file (*.docx)")
        dialog.setNameFilter("PDF (*.pdf)" if form is LetterFormat.PDF else word)
        dialog.setDefaultSuffix(str(form))
        dialog.selectFile(f"{name}.{form}")
        dialog.directoryEntered.connect(self._remember)
        dialog.fileSelected.connect(
            lambda chosen: self.export(view.filing_id, offer, form, Path(chosen))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _remember(self, folder: str) -> None:
        self._folder = folder

    def _show(self, kind: str, view: LettersView) -> None:
        self.dialog = dialog = LettersDialog(view, kind, self._window.window())
        dialog.wanted.connect(partial(self.ask_where, view))
        dialog.place_chosen.connect(self.place_wanted)
        dialog.finished.connect(self._over)
        dialog.open()

    def _over(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _written(self, path: Path) -> None:
        told = self.tr("Written: %1. The signed paper comes back as a scan.")
        self._say("green", told.replace("%1", str(path)))

    def _failed(self, error: ButlerError) -> None:
        self._say("red", error.said(i18n.language()))

    def _say(self, level: str, text: str) -> None:
        """In the dialog while it is open: one letter is often drafted in both forms."""
        strip = self.dialog.strip if self.dialog is not None else self._strip
        strip.show_message(level, text, closable=True)
