"""The watcher: sees what other desks and programs wrote into the same database.

On a shared database it is woken at once and looks; besides it looks by itself,
often where nobody would wake it, now and then where somebody would. The
question costs next to nothing. What others did reaches the pages by the same
road as one's own acts: ``Background.changed``. It is also the judge of whether
a shared database can be reached: what anybody missed, it asks for once more.
"""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.dossier import KINDS
from butler_desktop.errors import ButlerError, StoreAway
from butler_desktop.services.desk import News, news
from butler_desktop.services.live import JOURNAL, PRESENCE, Listener, listen
from butler_desktop.ui.background import Background

PAUSE_MS = 2_000
"""The pause between two looks where nobody would wake the watcher."""

LONG_PAUSE_MS = 20_000
"""The pause beside a listener that hears."""


class Watcher(QObject):
    """Looks from the place of the journal at which the pages were read."""

    away_changed = Signal(bool)
    """Whether the database is out of reach; when it is back, everything is read again."""

    presence_changed = Signal()
    """Somebody went to another filing, began to write, or left."""

    _woken = Signal(str)

    def __init__(
        self,
        background: Background,
        place: str,
        parent: QObject | None = None,
        *,
        listens: bool = True,
    ) -> None:
        super().__init__(parent)
        self._background, self._place = background, place
        self._known: frozenset[str] = frozenset()
        self._is_told = self._is_looking = self._is_wanted = self._is_over = False
        self.is_away = False
        background.missed.connect(self._doubt)
        background.changed.connect(self._remember)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look_anew)
        self._woken.connect(self._wake, Qt.ConnectionType.QueuedConnection)
        self._listener = Listener(self._woken.emit)
        if listens:
            # The lane of sync: a shared database that one works on directly has no rounds.
            background.sync(self, listen, self._listener)
        self._rest()

    @property
    def timer(self) -> QTimer:
        """What makes it look by itself."""
        return self._timer

    @property
    def is_hearing(self) -> bool:
        """Whether it would be woken."""
        return self._listener.is_hearing

    def stop(self) -> None:
        """Look no more."""
        self._is_over = True
        self._listener.end()
        self._timer.stop()

    def look(self) -> None:
        """Ask once, now; while an answer is on its way, once more when it is there."""
        if self._is_looking:
            self._is_wanted = True
            return
        self._is_looking, self._is_wanted = True, False
        self._timer.start(LONG_PAUSE_MS)
        asked = self._known
        self._background.ask(
            self,
            news,
            self._place,
            asked,
            then=lambda found: self._heard(found, asked),
            failed=self._failed,
        )

    def _look_anew(self) -> None:
        """The pause is over; an answer that did not come by now does not come."""
        self._is_looking = False
        self.look()

    @Slot(str)
    def _wake(self, channel: str) -> None:
        if self._is_over:
            return
        if channel == JOURNAL:
            self.look()
        elif channel == PRESENCE:
            self.presence_changed.emit()

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
        self._rest()

    def _failed(self, error: ButlerError) -> None:
        """A fault is told once, not every two seconds; a network that is away is no fault."""
        if isinstance(error, StoreAway):
            self._set_away(True)
        elif not self._is_told:
            self._is_told = True
            self._background.failed.emit(error)
        self._rest()

    def _rest(self) -> None:
        """Until the next look: at once where somebody called meanwhile."""
        self._is_looking = False
        if self._is_over:
            return
        if self._is_wanted:
            self.look()
            return
        self._timer.start(LONG_PAUSE_MS if self.is_hearing and not self.is_away else PAUSE_MS)

    def _set_away(self, is_away: bool) -> None:
        if is_away != self.is_away:
            self.is_away = is_away
            self.away_changed.emit(is_away)
