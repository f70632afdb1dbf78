"""Team frame: what a window does as one of a team: presence, assignment, what is due."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from butler_desktop.domain.role import may_write
from butler_desktop.services.desk import DeskFacts
from butler_desktop.services.due import do_due
from butler_desktop.ui.assignment.assignment_desk import AssignmentDesk
from butler_desktop.ui.background import Background
from butler_desktop.ui.main_window import MainWindow
from butler_desktop.ui.orders.orders_page import OrdersPage
from butler_desktop.ui.presence_desk import PresenceDesk
from butler_desktop.ui.queue.queue_page import QueuePage
from butler_desktop.ui.sync.sync_desk import SyncDesk
from butler_desktop.ui.watcher import Watcher

DUE_MS = 60_000
"""The pause between two looks for what is due."""


class TeamFrame(QObject):
    """Begins when the workspace is open."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        watcher: Watcher,
        sync: SyncDesk,
        pages: tuple[QueuePage, OrdersPage],
        facts: DeskFacts,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background, self._watcher = background, watcher
        queue, orders = pages
        self.presence: PresenceDesk | None = None
        if facts.has_colleagues:
            self.presence = PresenceDesk(window, background, sync, queue, now, self)
        self.assignment = AssignmentDesk(window, background, queue, orders, self)
        self.due = QTimer(self)
        self.due.setInterval(DUE_MS)
        self.due.timeout.connect(self.do_due)
        if may_write(facts.role):
            self.due.start()

    def do_due(self) -> None:
        """Does what is due, quietly: what fails now is tried again in a minute."""
        if not self._watcher.is_away:
            # The long lane: nothing that the butler does waits behind it.
            self._background.run(self, do_due, failed=lambda _: None)

    def stop(self) -> None:
        """The window closes."""
        self.due.stop()
        if self.presence is not None:
            self.presence.stop()
