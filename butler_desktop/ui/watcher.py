"""The watcher: sees what other desks and programs wrote into the same database.

It asks for the end of the journal every two seconds, a question that costs
next to nothing. What others did reaches the pages by the same road as one's
own acts: ``Background.changed``. It is also the judge of whether a shared
database can be reached: what anybody missed, it asks for once more.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.dossier import KINDS
from butler_desktop.errors import ButlerError, StoreAway
from butler_desktop.services.desk import News, news
from butler_desktop.ui.background import Background

PAUSE_MS = 2_000


class Watcher(QObject):
    """Looks from the place of the journal at which the pages were read."""

    away_changed = Signal(bool)
    """Whether the database is out of reach; when it is back, everything is read again."""

    def __init__(self, background: Background, place: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background, self._place = background, place
        self._known: frozenset[str] = frozenset()
        self._is_told = False
        self.is_away = False
        background.missed.connect(self._doubt)
        background.changed.connect(self._remember)
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Ask once, now."""
        asked = self._known
        self._background.ask(
            self,
            news,
            self._place,
            asked,
            then=lambda found: self._heard(found, asked),
            failed=self._failed,
        )

    def _doubt(self) -> None:
        if not self.is_away:
            self.look()

    def _remember(self, changes: Changes) -> None:
        self._known |= changes.acts

    def _heard(self, found: News, asked: frozenset[str]) -> None:
        self._is_told = False
        # What was looked at may come again; what did not come lies before the new place.
        self._known = (self._known - asked) | found.acts
        self._place = found.place
        if self.is_away:
            self._set_away(False)
            self._background.changed.emit(Changes(frozenset(KINDS), everything=True))
        elif found.changes:
            self._background.changed.emit(found.changes)

    def _failed(self, error: ButlerError) -> None:
        """A fault is told once, not every two seconds; a network that is away is no fault."""
        if isinstance(error, StoreAway):
            self._set_away(True)
        elif not self._is_told:
            self._is_told = True
            self._background.failed.emit(error)

    def _set_away(self, is_away: bool) -> None:
        if is_away != self.is_away:
            self.is_away = is_away
            self.away_changed.emit(is_away)
