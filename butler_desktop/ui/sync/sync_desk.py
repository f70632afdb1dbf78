"""Sync desk: what is known of this desk's standing, and the acts about it.

The pages and the pill ask here; the rounds and the watcher tell it. Nothing of
it is a dialog: a network that is away is a state, not a failure.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot

from butler_desktop.domain.conflict import Conflict
from butler_desktop.domain.receipt import Receipt
from butler_desktop.domain.sync_status import Round, SyncStatus, Tie
from butler_desktop.errors import ButlerError
from butler_desktop.services.conflicts import conflicts
from butler_desktop.services.live import JOURNAL, PRESENCE, Listener, listen_to_shared
from butler_desktop.services.sync import look_at_pause, receipt, sync_status
from butler_desktop.ui.background import Background
from butler_desktop.ui.sync.standing import Standing
from butler_desktop.ui.sync.sync_rounds import SyncRounds
from butler_desktop.ui.watcher import Watcher


class SyncDesk(QObject):
    """Keeps the standing and the conflicts; runs rounds where the desk is a replica."""

    changed = Signal()
    """Standing or conflicts are others now."""

    stepped = Signal(int, int)
    """A long round goes on: how many of how many orders; 0 of 0 when it is over."""

    presence_changed = Signal()
    """A colleague went to another filing, began to write, or left."""

    _woken = Signal(str)

    def __init__(
        self, background: Background, watcher: Watcher, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._background, self._watcher = background, watcher
        self.standing = Standing(is_offline=watcher.is_away)
        self.conflicts: tuple[Conflict, ...] = ()
        self.rounds: SyncRounds | None = None
        self._listener = Listener(self._woken.emit)
        self._woken.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        background.changed.connect(lambda _: self.read())
        watcher.away_changed.connect(self._away)
        watcher.presence_changed.connect(self.presence_changed)
        self.read()

    @property
    def choices(self) -> dict[str, int]:
        """How many choices wait, by filing."""
        counted = Counter[str]()
        for conflict in self.conflicts:
            counted[conflict.filing_id] += conflict.undecided
        return {filing: count for filing, count in counted.items() if filing and count}

    def read(self) -> None:
        """Asks how things stand."""
        self._background.ask(self, sync_status, then=self._heard)

    def read_receipt(self, owner: QObject, then: Callable[[Receipt], None]) -> None:
        """Asks what became of each act."""
        self._background.ask(owner, receipt, then=then)

    def at_once(self) -> None:
        """Speak with the shared database now (F5)."""
        if self.rounds is not None:
            self.rounds.at_once()
        else:
            self._watcher.look()

    def go_on(self) -> None:
        """The butler has looked at why sync waits."""
        self._background.do(self, look_at_pause, then=lambda _: self.at_once())

    def stop(self) -> None:
        """No more rounds: the window closes."""
        self._listener.end()
        if self.rounds is not None:
            self.rounds.stop()

    def _heard(self, status: SyncStatus) -> None:
        self._stand(status=status)
        if status.tie is Tie.REPLICA and self.rounds is None:
            self._begin()
        if status.held:
            self._background.ask(self, conflicts, then=self._show_conflicts)
        else:
            self._show_conflicts(())

    def _begin(self) -> None:
        self.rounds = SyncRounds(
            self._background, self, is_called=lambda: self._listener.is_hearing
        )
        self.rounds.ended.connect(self._ended)
        self.rounds.failed.connect(self._broke)
        self.rounds.stepped.connect(self.stepped)
        self.rounds.at_once()
        self._background.sync(self, listen_to_shared, self._listener)

    @Slot(str)
    def _hear(self, channel: str) -> None:
        if channel == JOURNAL and self.rounds is not None:
            self.rounds.at_once()
        elif channel == PRESENCE:
            self.presence_changed.emit()

    def _show_conflicts(self, found: tuple[Conflict, ...]) -> None:
        if found != self.conflicts:
            self.conflicts = found
            self._stand(choices=sum(conflict.undecided for conflict in found))
            self.changed.emit()

    def _ended(self, done: Round) -> None:
        self.stepped.emit(0, 0)
        self._stand(is_offline=done.offline, fault=None)
        self.read()

    def _broke(self, error: ButlerError) -> None:
        self._stand(fault=error)
        self.read()

    def _away(self, is_away: bool) -> None:
        self._stand(is_offline=is_away)

    def _stand(self, **known: object) -> None:
        standing = replace(self.standing, **known)  # type: ignore[arg-type]
        if standing != self.standing:
            self.standing = standing
            self.changed.emit()
