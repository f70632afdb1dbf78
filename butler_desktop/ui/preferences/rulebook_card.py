"""Rulebook card: which rules are in force here, and the way to take newer ones in."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.errors import ButlerError
from butler_desktop.services.progress import Cancelled, Progress
from butler_desktop.services.rulebooks import (
    RulebookPreview,
    Rulebooks,
    preview_rulebook,
    rulebooks,
    take_rulebook,
    trust_key,
)
from butler_desktop.ui.background import Background
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import language
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.progress_line import ProgressLine
from butler_desktop.ui.kit.surface import Card
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.preferences.rulebook_dialog import RulebookDialog


class RulebookCard(Card):
    """A file is looked at in the background; nothing is taken in before its changes were seen."""

    _stepped = Signal(int, int)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._background, self._cancel = background, threading.Event()
        self.dialog: RulebookDialog | None = None
        self.now, self.next = Text("", Role.BODY, wrap=True), Text("", Role.BODY, wrap=True)
        self.keys = Text("", Role.META, "text_2", wrap=True)
        self.strip = MessageStrip()
        self.take_button = Button(self.tr("Take a rulebook in…"))
        self.trust_link = Link(self.tr("Trust a publisher's key…"), Role.BODY)
        self.running = ProgressLine()
        self._build()
        self.take_button.clicked.connect(self._choose_rulebook)
        self.trust_link.clicked.connect(self._choose_key)
        self.running.cancelled.connect(self.stop)
        self._stepped.connect(self._show_step)

    def _build(self) -> None:
        column = VBox(self, sides=(20, 14, 20, 20), gap=10)
        column.addWidget(Text(self.tr("Rulebook"), Role.CARD_TITLE))
        for words in (self.now, self.next, self.keys):
            column.addWidget(words)
        self.strip.clear()
        column.addWidget(self.strip)
        column.addWidget(self.running)
        row = HBox(gap=16)
        row.addWidget(self.take_button)
        row.addWidget(self.trust_link)
        row.addStretch(1)
        column.addLayout(row)
        for part in (self.next, self.keys):
            part.hide()

    def read(self) -> None:
        """Reads which rulebooks there are."""
        self._background.ask(self, rulebooks, then=self.show_rulebooks)

    def show_rulebooks(self, found: Rulebooks) -> None:
        """Say which one is in force, which one comes next, and whose signatures count."""
        self.now.setText(self.tr("In force: %1").replace("%1", self._named(found.present)))
        coming = found.coming
        if coming is not None:
            told = self.tr("Taken in: version %1, in force from %2, after the next start")
            told = told.replace("%1", coming.version)
            self.next.setText(told.replace("%2", coming.effective_from.isoformat()))
        self.next.setVisible(coming is not None)
        broken = [it.file.name for it in found.taken if it.package is None]
        if broken:
            told = self.tr("%1 was changed, or its publisher is trusted no longer: it is not used.")
            self.strip.show_message("amber", told.replace("%1", ", ".join(broken)))
        prints = ", ".join(key.fingerprint for key in found.keys)
        self.keys.setText(self.tr("Trusted keys: %1").replace("%1", prints))
        self.keys.setVisible(bool(prints))

    def _named(self, rulebook: Rulebook) -> str:
        if not rulebook.signed_by:
            return self.tr("version %1, with the program").replace("%1", rulebook.version)
        told = self.tr("version %1, signed by %2").replace("%1", rulebook.version)
        return told.replace("%2", rulebook.signed_by)

    def look_at(self, file: Path) -> None:
        """Checks a file's signature and what it changes, in the background."""
        self._cancel = threading.Event()
        progress = Progress(lambda done, total, _: self._stepped.emit(done, total), self._cancel)
        self._set_running(is_running=True)
        self._background.run(
            self, preview_rulebook, file, progress, then=self._offer, failed=self._failed
        )

    def trust(self, file: Path) -> None:
        """Takes a publisher's key in."""
        self._background.keep(self, trust_key, file, then=self._trusted, failed=self._failed)

    def stop(self) -> None:
        """Breaks the look at the open filings off."""
        self._cancel.set()

    def _trusted(self, _key: object) -> None:
        self.strip.clear()
        self.read()

    def _show_step(self, done: int, total: int) -> None:
        self.running.show_step(self.tr("Checking %1 of %2 open filings"), done, total)

    def _offer(self, seen: RulebookPreview) -> None:
        self._set_running(is_running=False)
        dialog = self.dialog = RulebookDialog(seen, self.window())
        dialog.acted.connect(lambda: self._take(seen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, seen: RulebookPreview) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self._background.keep(self, take_rulebook, seen, then=self._taken, failed=self._failed)

    def _taken(self, _file: Path) -> None:
        self.strip.show_message("blue", self.tr("Taken in."))
        self.read()

    def _failed(self, error: ButlerError) -> None:
        self._set_running(is_running=False)
        if not isinstance(error, Cancelled):
            self.strip.show_message("red", error.said(language()), closable=True)

    def _set_running(self, *, is_running: bool) -> None:
        self.running.setVisible(is_running)
        self.take_button.setEnabled(not is_running)
        if is_running:
            self.strip.clear()
            self._show_step(0, 0)

    def _choose_rulebook(self) -> None:
        kinds = self.tr("Rulebooks (*.rulebook)")
        self._choose(self.tr("Take a rulebook in"), kinds, self.look_at)

    def _choose_key(self) -> None:
        kinds = self.tr("Public keys (*.pem)")
        self._choose(self.tr("Trust a publisher's key"), kinds, self.trust)

    def _choose(self, title: str, kinds: str, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([kinds, self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
