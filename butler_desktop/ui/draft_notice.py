"""Draft notice: says at the start which filings have drafts of the last time, and opens them."""

from PySide6.QtCore import QObject, Signal

from butler_desktop.domain.worklist import FilingRow
from butler_desktop.errors import ButlerError
from butler_desktop.services.worklist import filing_rows
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.drafts import Drafts
from butler_desktop.ui.kit.message_strip import MessageStrip

MOST = 5
"""So many filings are named."""


class DraftNotice(QObject):
    """Speaks once, in the strip above the pages."""

    filing_wanted = Signal(str)

    def __init__(
        self, drafts: Drafts, background: Background, strip: MessageStrip, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._drafts, self._background, self._strip = drafts, background, strip
        self._named: set[str] = set()
        drafts.restored.connect(self._ask)
        strip.acted.connect(self._go)

    def _ask(self) -> None:
        waiting = self._drafts.waiting()
        if waiting:
            self._background.ask(self, filing_rows, waiting, then=self._tell, failed=self._leave)

    def _tell(self, rows: list[FilingRow]) -> None:
        if not rows or not self._strip.isHidden():
            return
        self._named = {row.id for row in rows[:MOST]}
        links = tuple((row.id, row.number) for row in rows[:MOST])
        told = self.tr("%n filing(s) with drafts that are not saved", "", len(rows))
        self._strip.show_message("amber", told, links, closable=True)

    def _leave(self, _away: ButlerError) -> None:
        """Nothing can be named now; each filing shows its drafts itself."""

    def _go(self, key: str) -> None:
        if key in self._named:
            self._strip.clear()
            self.filing_wanted.emit(key)
