"""Presence desk: says at which filing this butler is, and shows at which the others are.

It is quiet in every way: a network that is away is no failure here, nothing
waits for it, nothing is locked by it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from butler_desktop.domain.presence import Doing, Presence
from butler_desktop.services.presence import seen, tell
from butler_desktop.ui.background import Background
from butler_desktop.ui.queue.queue_page import QueuePage
from butler_desktop.ui.sync.sync_desk import SyncDesk

BEAT_MS = 15_000
"""The pause between two words of this desk; after 45 s without one it is not seen any more."""

SOON_MS = 300
"""Moves of many colleagues within this time are read at once."""

WRITES = timedelta(minutes=1)
"""So long after a key in a field the butler is writing."""

IDLE, GONE = 5, 30
"""Minutes without a touch until the butler is idle, and until he is no more at the filing."""

TOUCHES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)
FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)


class Place(NamedTuple):
    """Where this desk is; an empty id is nowhere."""

    filing_id: str = ""
    doing: Doing = Doing.LOOKING
    minutes: int = 0


NOWHERE = Place()


class PresenceDesk(QObject):
    """Begins when it is made, at a desk of a team; ``stop`` leaves."""

    def __init__(
        self,
        window: QWidget,
        background: Background,
        sync: SyncDesk,
        queue: QueuePage,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._background, self._sync = window, background, sync
        self._queue, self._now = queue, now
        self._told, self._was_offline = NOWHERE, False
        self._touched, self._wrote = now(), now() - 2 * WRITES
        self.beat = QTimer(self)
        self.beat.setInterval(BEAT_MS)
        self.beat.timeout.connect(self._beat)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.read)
        sync.presence_changed.connect(self._heard)
        sync.changed.connect(self._stood)
        queue.detail.shown.connect(lambda _: self._moved())
        queue.detail.title_changed.connect(lambda _: self._moved())
        queue.installEventFilter(self)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)  # what the butler touches, before any widget has it
        self.beat.start()
        self._beat()

    @property
    def place(self) -> Place:
        """Where the butler is now."""
        filing_id = self._queue.detail.filing_id
        now = self._now()
        rests = (now - self._touched) // timedelta(minutes=1)
        if not filing_id or not self._queue.detail.isVisible() or rests >= GONE:
            return NOWHERE
        if rests >= IDLE:
            return Place(filing_id, Doing.IDLE, rests // IDLE * IDLE)
        return Place(filing_id, Doing.EDITING if now - self._wrote < WRITES else Doing.LOOKING)

    @property
    def _is_offline(self) -> bool:
        return self._sync.standing.is_offline

    def read(self) -> None:
        """Ask where the others are."""
        self._background.sync(self, seen, then=self._show, failed=lambda _: None)

    def stop(self) -> None:
        """Leave: the window closes."""
        self.beat.stop()
        self._soon.stop()
        if self._told != NOWHERE and not self._is_offline:
            self._say(NOWHERE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._queue:
            if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
                QTimer.singleShot(0, self, self._moved)
        elif event.type() in TOUCHES:
            self._touched = self._now()
            if event.type() is QEvent.Type.KeyPress and self._is_in_field():
                self._wrote = self._touched
            self._moved()
        return False

    def _is_in_field(self) -> bool:
        field = QApplication.focusWidget()
        return isinstance(field, FIELDS) and self._queue.detail.isAncestorOf(field)

    def _moved(self) -> None:
        """Say it at once where it is something else than was said."""
        if self.beat.isActive() and self.place != self._told and not self._is_offline:
            self._say(self.place)

    def _stood(self) -> None:
        """The network went or came: what is shown and told follows at once."""
        if self.beat.isActive() and self._is_offline != self._was_offline:
            self._beat()

    def _beat(self) -> None:
        self._was_offline = self._is_offline
        if self._is_offline:
            self._told = NOWHERE
            self._show(())
            return
        if self.place != NOWHERE or self._told != NOWHERE:
            self._say(self.place)
        self.read()

    def _say(self, place: Place) -> None:
        # The lane of sync: no act waits behind it.
        self._told = place
        self._background.sync(self, tell, *place, failed=lambda _: None)

    def _heard(self) -> None:
        if self.beat.isActive() and not self._soon.isActive():
            self._soon.start()

    def _show(self, found: tuple[Presence, ...]) -> None:
        by_filing: dict[str, tuple[Presence, ...]] = {}
        for each in found:
            by_filing[each.filing_id] = (*by_filing.get(each.filing_id, ()), each)
        self._queue.mark_presence(by_filing)
