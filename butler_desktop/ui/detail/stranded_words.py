"""Stranded words: what was typed for an act that somebody else has done meanwhile."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.detail.card_drafts import CardDrafts
from butler_desktop.ui.kit.message_strip import MessageStrip

COPY, DISCARD = "copy", "discard"


class StrandedWords(QObject):
    """Shows them in the strip of the filing, to be copied or given up."""

    def __init__(self, drafts: CardDrafts, strip: MessageStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts, self._strip = drafts, strip
        self._view: FilingView | None = None
        strip.acted.connect(self._act)

    def show(self, view: FilingView) -> None:
        """Say what lies there for this filing; another message is not put aside for it."""
        self._view = view
        words = self._drafts.stranded(view)
        if words and not self._strip.isVisible():
            told = self.tr("Typed for an act that is done or gone: “%1”")
            told = told.replace("%1", " ".join(words.values()))
            links = ((COPY, self.tr("Copy")), (DISCARD, self.tr("Discard")))
            self._strip.show_message("amber", told, links, closable=True)

    def _act(self, key: str) -> None:
        if self._view is None or key not in (COPY, DISCARD):
            return
        words = self._drafts.stranded(self._view)
        if key == COPY:
            QGuiApplication.clipboard().setText("\n".join(words.values()))
        else:
            self._drafts.discard(self._view.filing.id, list(words))
            self._strip.clear()
