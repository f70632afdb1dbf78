"""Sync rounds: when a replica speaks with its shared database.

At the start, soon after each act, at once when the butler asks or a listener
hears of news; by itself every other second while the network is there (beside
a listener that hears now and then), at growing pauses while it is away.
A round never shows a dialog and never holds up an act: it has a lane of its own.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from butler_desktop.domain.sync_status import Round
from butler_desktop.errors import ButlerError
from butler_desktop.services.progress import Progress
from butler_desktop.services.sync import sync_round
from butler_desktop.ui.background import Background

SOON_MS = 300
"""After an act; more acts within that time go along."""

PAUSE_MS = 2_000
LONG_PAUSE_MS = 20_000
"""Beside a listener that hears."""

LONGEST_MS = 30_000
"""Between two tries while the network is away, at most."""

MANY = 20
"""Orders of a round that are so many are counted while they come; fewer are there at once."""


class SyncRounds(QObject):
    """Runs one round after the other, never two at once."""

    begun = Signal()
    ended = Signal(object)
    """A ``Round``: the network was there, or is known to be away."""

    stepped = Signal(int, int)
    """How many of how many orders this round has done, each percent once."""

    failed = Signal(object)
    """A ButlerError that stops sync until it is mended (another version, a wrong password)."""

    def __init__(
        self,
        background: Background,
        parent: QObject | None = None,
        *,
        is_called: Callable[[], bool] = lambda: False,
    ) -> None:
        """``is_called`` tells whether somebody would say so if there were news."""
        super().__init__(parent)
        self._background, self._is_called = background, is_called
        self._running: Progress | None = None
        self._again = self._is_stopped = False
        self._away_ms = self._percent = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.at_once)
        background.changed.connect(self._acted)
        background.crashed.connect(self._crashed)

    @property
    def is_running(self) -> bool:
        """Whether a round is under way."""
        return self._running is not None

    @property
    def pause_ms(self) -> int:
        """How long it waits until the next round, if nothing happens."""
        return self._timer.interval()

    def at_once(self) -> None:
        """Begin a round now; one that runs is followed by another."""
        if self._is_stopped:
            return
        if self._running is not None:
            self._again = True
            return
        self._timer.stop()
        self._percent = 0
        self._running = Progress(self._tell)
        self.begun.emit()
        self._background.sync(self, sync_round, self._running, then=self._done, failed=self._broken)

    def stop(self) -> None:
        """No more rounds; the one that runs ends at its next step."""
        self._is_stopped = True
        self._timer.stop()
        if self._running is not None:
            self._running.cancel.set()

    def _tell(self, done: int, total: int, _name: str) -> None:
        """On the worker."""
        percent = 100 * done // total if total >= MANY else 0
        if percent != self._percent:
            self._percent = percent
            self.stepped.emit(done, total)

    def _acted(self, _changes: object) -> None:
        """While the network is away an act waits for the next try: trying more often is no use."""
        if self._running is None and self._away_ms == 0:
            self._wait(SOON_MS)

    def _done(self, done: Round) -> None:
        self._away_ms = min(max(2 * self._away_ms, PAUSE_MS), LONGEST_MS) if done.offline else 0
        self._end(self._away_ms or (LONG_PAUSE_MS if self._is_called() else PAUSE_MS))
        self.ended.emit(done)

    def _broken(self, error: ButlerError) -> None:
        self._end(LONGEST_MS)
        if not self._is_stopped:
            self.failed.emit(error)

    def _crashed(self, _error: object) -> None:
        """A bug is reported once: the next round begins when the butler acts or asks for it."""
        self._running = None

    def _end(self, pause_ms: int) -> None:
        self._running = None
        again, self._again = self._again, False
        self._wait(0 if again else pause_ms)

    def _wait(self, pause_ms: int) -> None:
        if not self._is_stopped:
            self._timer.start(pause_ms)
