"""Sync frame: joins the standing of this desk to the window: pill, status bar, pages, dialogs."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from butler_desktop.domain.receipt import Receipt
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.sync_status import Tie
from butler_desktop.services.offline_kit import taken_out
from butler_desktop.ui.background import Background
from butler_desktop.ui.kit.announce import announce
from butler_desktop.ui.main_window import MainWindow
from butler_desktop.ui.palette.commands import Command
from butler_desktop.ui.places import SETTINGS
from butler_desktop.ui.queue.queue_page import QueuePage
from butler_desktop.ui.sync.conflict_dialog import ConflictDialog
from butler_desktop.ui.sync.desk_words import CONFLICTS, status_items
from butler_desktop.ui.sync.receipt_dialog import ReceiptDialog
from butler_desktop.ui.sync.standing import pill_look
from butler_desktop.ui.sync.sync_desk import SyncDesk
from butler_desktop.ui.sync.sync_panel import SyncPanel
from butler_desktop.ui.sync.take_out_dialog import TakeOutDialog
from butler_desktop.ui.watcher import Watcher
from butler_desktop.words import Words


class SyncFrame(QObject):
    """Shows what the desk tells, and opens what the butler asks for."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        watcher: Watcher,
        queue: QueuePage,
        rulebook: Rulebook,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._background, self._queue = window, background, queue
        self._rulebook, self._now = rulebook, now
        self._taken, self._was_offline = 0, False
        self._step = (0, 0)
        self._conflicts: ConflictDialog | None = None
        self.panel: SyncPanel | None = None
        self.desk = SyncDesk(background, watcher, self)
        self.desk.changed.connect(self._show)
        self.desk.stepped.connect(self._show_step)
        window.top.sync.clicked.connect(self.open_panel)
        window.status.item_clicked.connect(self._status_clicked)
        queue.choices_wanted.connect(self.open_conflicts)
        shortcut = QShortcut(QKeySequence("F5"), window)
        shortcut.activated.connect(self.desk.at_once)

    def commands(self) -> tuple[Command, ...]:
        """What the palette offers: nothing where the desk is tied to no shared database."""
        if self.desk.standing.tie is Tie.ALONE:
            return ()
        sync = Command(
            "sync", Words("立即同步", "Sync now"), self.desk.at_once, "refresh-cw", keys="F5"
        )
        if self.desk.standing.tie is Tie.DIRECT:
            return (sync,)
        return (
            sync,
            Command(
                "choices", Words("处理冲突", "Settle conflicts"), self.open_conflicts, "git-merge"
            ),
            Command(
                "receipt", Words("同步回执", "Sync receipt"), self.open_receipt, "receipt-text"
            ),
            Command("take-out", Words("带出离线", "Take offline"), self.take_out, "laptop"),
        )

    def stop(self) -> None:
        """The window closes."""
        self.desk.stop()

    # what is opened

    def open_panel(self) -> None:
        """What waits, under the pill; a file that stands alone has only its settings."""
        if self.desk.standing.tie is Tie.ALONE:
            self._window.go(SETTINGS)
        else:
            self.desk.read_receipt(self._window.top.sync, self._show_panel)

    def open_receipt(self) -> None:
        """What became of each act."""
        self.desk.read_receipt(self._window, self._show_receipt)

    def open_conflicts(self, filing_id: str = "") -> None:
        """The choices that wait, those of one filing first."""
        if self._conflicts is None:
            dialog = ConflictDialog(self._background, self._rulebook, self._now, self._window)
            dialog.receipt_wanted.connect(self.open_receipt)
            dialog.decided.connect(self.desk.read)
            dialog.finished.connect(self._conflicts_left)
            self._conflicts = dialog
        self._fill_conflicts()
        wanted = [it.act_id for it in self.desk.conflicts if it.filing_id == filing_id]
        if filing_id and wanted:
            self._conflicts.show_record(wanted[0])
        _open(self._conflicts)

    def take_out(self) -> None:
        """Which filings go along without a network."""
        if self.desk.standing.tie is Tie.REPLICA:
            dialog = TakeOutDialog(self._background, self._now, self._window)
            dialog.finished.connect(lambda _: self._count_taken())
            _open(dialog)

    def _show_panel(self, receipt: Receipt) -> None:
        panel = SyncPanel(self.desk.standing, receipt, self._now, self._window)
        panel.sync_wanted.connect(self.desk.at_once)
        panel.conflicts_wanted.connect(self.open_conflicts)
        panel.receipt_wanted.connect(self.open_receipt)
        panel.take_out_wanted.connect(self.take_out)
        panel.go_on_wanted.connect(self.desk.go_on)
        panel.open_under(self._window.top.sync)
        self.panel = panel

    def _show_receipt(self, receipt: Receipt) -> None:
        over = self._conflicts or self._window
        _open(ReceiptDialog(receipt, self._now, over))

    def _fill_conflicts(self) -> None:
        if self._conflicts is not None:
            self._conflicts.show_conflicts(self.desk.conflicts)
            self.desk.read_receipt(self._conflicts, self._conflicts.show_receipt)

    def _conflicts_left(self) -> None:
        self._conflicts = None

    # what is said

    def _show(self) -> None:
        standing = self.desk.standing
        state, words = pill_look(standing)
        if standing.is_offline != self._was_offline:
            self._was_offline = standing.is_offline
            announce(self._window, words)
        self._window.top.sync.show_state(state, words)
        self._queue.mark_choices(self.desk.choices)
        self._fill_conflicts()
        self._say()
        if standing.tie is Tie.REPLICA and standing.is_offline:
            self._count_taken()

    def _say(self) -> None:
        said = status_items(self.desk.standing, self._taken, self._now(), self._step)
        self._window.show_desk(*said)

    def _show_step(self, done: int, total: int) -> None:
        if self._step != (done, total):
            self._step = (done, total)
            self._say()

    def _count_taken(self) -> None:
        self._background.ask(self, taken_out, then=self._show_taken)

    def _show_taken(self, count: int) -> None:
        self._taken = count
        self._say()

    def _status_clicked(self, key: str) -> None:
        if key == CONFLICTS:
            self.open_conflicts()


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
