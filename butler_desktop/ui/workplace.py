"""The workplace: the pages of an open workspace, joined to the window and to each other.

It is made when the workspace is open; until then the window stands without
pages. Pages do not know each other: what one asks for, this hands to another.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.role import ONLY_LOOKS, Role, may_write
from butler_desktop.domain.views import View
from butler_desktop.errors import ButlerError
from butler_desktop.services.desk import DeskFacts, desk_facts
from butler_desktop.settings import Settings
from butler_desktop.ui import place_memory
from butler_desktop.ui.alarm_frame import AlarmFrame
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.frame_words import FrameWords
from butler_desktop.ui.i18n import said
from butler_desktop.ui.inbox.inbox_page import InboxPage
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.locating import Locating
from butler_desktop.ui.look import Appearance, look
from butler_desktop.ui.mail_frame import MailFrame
from butler_desktop.ui.main_window import MainWindow
from butler_desktop.ui.move_frame import MoveFrame
from butler_desktop.ui.orders.import_page import ImportPage
from butler_desktop.ui.orders.new_order_dialog import NewOrderDialog
from butler_desktop.ui.orders.orders_page import OrdersPage
from butler_desktop.ui.places import (
    IMPORT,
    INBOX,
    ORDERS,
    POLICY,
    SETTINGS,
    START,
    STATISTICS,
    TODAY,
    queue_key,
    view_of,
)
from butler_desktop.ui.policy.policy_page import PolicyPage
from butler_desktop.ui.preferences.settings_page import SettingsPage
from butler_desktop.ui.queue.new_filing_dialog import NewFilingDialog
from butler_desktop.ui.queue.queue_page import QueuePage
from butler_desktop.ui.saved_views_frame import PREFIX, SavedViewsFrame
from butler_desktop.ui.shortcut_list import ShortcutList
from butler_desktop.ui.startup.first_run_page import FirstRunPage
from butler_desktop.ui.statistics.statistics_page import StatisticsPage
from butler_desktop.ui.sync_frame import SyncFrame
from butler_desktop.ui.team_frame import TeamFrame
from butler_desktop.ui.today_frame import TodayFrame
from butler_desktop.ui.watcher import Watcher
from butler_desktop.ui.window_state import WindowState

MINUTE_MS = 60_000


class Workplace(QObject):
    """The pages and what happens between them."""

    settings_changed = Signal(object)
    shown = Signal()
    """The first list is on screen."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        settings: Settings,
        database: str,
        now: Callable[[], datetime],
        state: WindowState,
    ) -> None:
        super().__init__(window)
        self.window, self._background, self._now = window, background, now
        self._database, self._state = database, state
        self.words: FrameWords | None = None
        self.watcher: Watcher | None = None
        self.sync: SyncFrame | None = None
        self.team: TeamFrame | None = None
        self.mail: MailFrame | None = None
        self.alarms: AlarmFrame | None = None
        self.saved: SavedViewsFrame | None = None
        self._enters = False
        self._role = Role.OWNER
        self.queue = QueuePage(background, now)
        self.orders = OrdersPage(background, now)
        self.importing = ImportPage(background)
        self.inbox = InboxPage(background, now)
        self.settings = SettingsPage(settings, database, background)
        self.statistics = StatisticsPage(background)
        self.policy = PolicyPage()
        self.start = FirstRunPage(settings.butler or self.tr("butler"), is_shared="://" in database)
        for page in (
            *(self.queue, self.orders, self.inbox, self.importing, self.settings),
            *(self.start, self.statistics, self.policy),
        ):
            window.pages.addWidget(page)
        self.locating = Locating(self, background, now)
        self.today = TodayFrame(self, background, now)
        self.moving = MoveFrame(window, background, self.settings, self)
        self._join()
        self._add_keys()
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self.tick)
        self._minute.start()
        background.ask(self, desk_facts, then=self._begin)

    def _join(self) -> None:
        window, queue, orders, start = self.window, self.queue, self.orders, self.start
        window.place_chosen.connect(self._arrive)
        window.palette_wanted.connect(self.locating.open)
        self._background.changed.connect(self._follow)
        queue.order_wanted.connect(self.open_order)
        queue.new_filing_wanted.connect(self.start_filing)
        queue.status_changed.connect(self._enter)
        orders.filing_opened.connect(self.open_filing)
        orders.filing_wanted.connect(self.start_filing)
        orders.import_wanted.connect(lambda: window.go(IMPORT))
        orders.order_entry_wanted.connect(self.enter_order)
        self.inbox.status_changed.connect(self._count)
        self.inbox.filing_wanted.connect(self.open_filing)
        self.inbox.return_wanted.connect(self.locating.begin_return)
        self.importing.done.connect(lambda: window.go(ORDERS))
        start.import_wanted.connect(lambda: window.go(IMPORT))
        start.order_entry_wanted.connect(self.enter_order)
        start.demo_wanted.connect(self._load_demo)
        start.settings_wanted.connect(lambda: window.go(SETTINGS))
        start.shared_wanted.connect(self._join_team)
        self.settings.changed.connect(self._set)

    def _add_keys(self) -> None:
        for key, act in (
            ("Ctrl+N", self.start_filing),
            ("Ctrl+Shift+N", self.enter_order),
            ("F1", self.show_shortcuts),
        ):
            shortcut = QShortcut(QKeySequence(key), self.window)
            shortcut.activated.connect(lambda act=act: act())

    # the way in and the way out

    def _begin(self, facts: DeskFacts) -> None:
        self.watcher = Watcher(self._background, facts.place, self)
        self.queue.know(facts.rulebook)
        self.orders.know(facts.rulebook)
        self.locating.know(facts.rulebook)
        self.statistics.know(facts.rulebook, facts.actor)
        self.policy.know(facts.rulebook)
        self.today.know(facts.rulebook, may=may_write(facts.role))
        self.sync = SyncFrame(
            self.window,
            self._background,
            self.watcher,
            self.queue,
            facts.rulebook,
            self._now,
            self,
        )
        if facts.is_shared:
            self.importing.ask_whose()
        pages = (self.queue, self.orders)
        self.team = TeamFrame(
            self.window,
            self._background,
            self.watcher,
            self.sync.desk,
            pages,
            facts,
            self._now,
            self,
        )
        self.window.top.user.show_name(facts.actor)
        self.window.show_working_time(facts.rulebook)
        self.window.show_rules(facts.rulebook)
        self.saved = SavedViewsFrame(self, self._background, may=may_write(facts.role))
        if may_write(facts.role):
            self.mail = MailFrame(self._background, self.window.failures, self)
            self.mail.filing_wanted.connect(self.open_mail)
            self.alarms = AlarmFrame(self, self._background, self._state.alarms)
        self.words = FrameWords(
            self.window,
            self._background,
            (self.queue, self.orders, self.importing, self.today.page, self.statistics),
            facts.rulebook,
            self,
        )
        self.settings.read()
        self._role = facts.role
        may = may_write(facts.role)
        if not may:
            self.queue.look_only(said(ONLY_LOOKS))
            self.orders.look_only(said(ONLY_LOOKS))
            self.inbox.look_only()
            self._say_looks_only()
        if facts.moved_to:
            self.moving.say_moved(facts.moved_to, (self.queue, self.orders))
        if facts.is_empty and may:
            self.window.go(START)
        else:
            place_memory.restore(self._state, self.window, self.queue, self.orders, self.today.page)
        self.shown.emit()

    def state(self) -> WindowState:
        """Where everything is now."""
        here = place_memory.present(
            self._state, self.window, self.queue, self.orders, self.today.page
        )
        return replace(here, alarms=self.alarms.rung) if self.alarms is not None else here

    def close(self) -> None:
        """Saves what was typed; from now on nothing is asked any more."""
        self.queue.detail.finish()
        self.settings.finish()
        self.moving.stop()
        self._minute.stop()
        if self.team is not None:
            self.team.stop()
        if self.mail is not None:
            self.mail.stop()
        if self.watcher is not None:
            self.watcher.stop()
        if self.sync is not None:
            self.sync.stop()

    # places

    def _arrive(self, key: str) -> None:
        view = view_of(key)
        if view is not None and self.queue.view is not view:
            self.queue.show_view(view)
        elif key.startswith(PREFIX) and self.saved is not None:
            self.saved.open(key)
        elif key == ORDERS:
            self.orders.read_again()
        elif key == TODAY:
            self.today.page.read_again()
        elif key == STATISTICS:
            self.statistics.read_again()
        elif key == POLICY:
            self.policy.read()
        elif key == IMPORT:
            self.window.navigation.select(ORDERS)
        pages = {
            TODAY: self.today.page,
            ORDERS: self.orders,
            INBOX: self.inbox,
            STATISTICS: self.statistics,
            POLICY: self.policy,
            IMPORT: self.importing,
            SETTINGS: self.settings,
            START: self.start,
        }
        self.window.show_page(pages.get(key, self.queue))
        self._enters = not self.window.is_frame_busy
        self._enter()
        if self.words is not None:
            self.words.say_place()

    def _enter(self) -> None:
        """The keyboard goes along; to a list that is still empty when its rows are there."""
        if self._enters:
            self.window.enter_page()
            page = self.window.pages.currentWidget()
            waits = page is self.queue and not self.queue.filings.view.isVisible()
            self._enters = waits

    def open_filing(self, filing_id: str) -> None:
        """Shows a filing in the queue, whatever its state."""
        self.window.go(queue_key(View.ALL))
        self.queue.show_filing(filing_id)

    def open_mail(self, filing_id: str) -> None:
        """Shows a filing where its mail is."""
        self.open_filing(filing_id)
        self.queue.detail.tabs.go_to(Tab.CONTACTS)

    def open_order(self, order_id: str) -> None:
        """Shows an order."""
        self.window.go(ORDERS)
        self.orders.show_order(order_id)

    # dialogs

    def start_filing(self, order_id: str = "") -> None:
        """Asks which order a new filing belongs to, and opens it."""
        if not may_write(self._role):
            self._say_looks_only()
            return
        dialog = NewFilingDialog(self._background, order_id, self.window)
        dialog.started.connect(self.open_filing)
        _open(dialog)

    def enter_order(self) -> None:
        """Asks for an order, and opens it."""
        if not may_write(self._role):
            self._say_looks_only()
            return
        prices = self.orders.prices
        if prices is None:
            return  # the workspace is not open yet
        dialog = NewOrderDialog(self._background, prices, self._now(), self.window)
        dialog.entered.connect(self.open_order)
        _open(dialog)

    def show_shortcuts(self) -> None:
        """Shows what the keys do."""
        _open(ShortcutList(self.window))

    def _say_looks_only(self) -> None:
        self.window.failures.show_message("blue", said(ONLY_LOOKS), closable=True)

    def _join_team(self) -> None:
        self.window.go(SETTINGS)
        self.settings.enter_shared()

    def _load_demo(self) -> None:
        from butler_desktop.services.demo import load_demo

        self.window.busy.start()
        self.start.set_busy(True)
        folder = Path(self._database).parent
        self._background.run(
            self, load_demo, folder, then=lambda _: self._demo_is_in(), failed=self._demo_failed
        )

    def _demo_is_in(self) -> None:
        self.window.busy.stop()
        self.start.set_busy(False)
        self.window.go(queue_key(View.ALL))

    def _demo_failed(self, error: ButlerError) -> None:
        self.window.busy.stop()
        self.start.set_busy(False)
        self.window.failures.tell(error)

    # what changes

    def _follow(self, changes: Changes) -> None:
        self.queue.follow(changes)
        self.orders.follow(changes)
        self.inbox.follow(changes)
        self.today.follow(changes)
        if self.alarms is not None:
            self.alarms.look()
        self.statistics.follow(changes)
        self._count()

    def _count(self) -> None:
        if self.words is not None:
            self.words.read_counts()
        if self.saved is not None:
            self.saved.read()

    def tick(self) -> None:
        """A minute has passed."""
        self.queue.tick()
        self.orders.tick()
        self.today.page.tick()
        if self.alarms is not None:
            self.alarms.look()
        if self.words is not None:
            self.words.tick()

    def _set(self, settings: Settings) -> None:
        look().choose(Appearance(settings.scheme))
        self.settings_changed.emit(settings)


def _open(dialog: Dialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
