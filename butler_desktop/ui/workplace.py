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
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.views import View
from butler_desktop.domain.worklist import FilingFilter, Sorting
from butler_desktop.services import worklist
from butler_desktop.services.demo import load_demo
from butler_desktop.services.desk import DeskFacts, desk_facts
from butler_desktop.settings import Settings
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.detail_tabs import tab_at
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.status_bar import StatusItem
from butler_desktop.ui.look import Appearance, look
from butler_desktop.ui.main_window import MainWindow
from butler_desktop.ui.orders.import_page import ImportPage
from butler_desktop.ui.orders.new_order_dialog import NewOrderDialog
from butler_desktop.ui.orders.orders_page import OrdersPage
from butler_desktop.ui.places import (
    BOTTOM,
    FIND,
    IMPORT,
    ORDERS,
    PLACES,
    SETTINGS,
    START,
    queue_key,
    view_of,
)
from butler_desktop.ui.preferences.settings_page import SettingsPage
from butler_desktop.ui.queue.new_filing_dialog import NewFilingDialog
from butler_desktop.ui.queue.queue_page import QueuePage
from butler_desktop.ui.startup.first_run_page import FirstRunPage
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
        self._rulebook: Rulebook | None = None
        self.queue = QueuePage(background, now)
        self.orders = OrdersPage(background, now)
        self.importing = ImportPage(background)
        self.settings = SettingsPage(settings, database)
        self.start = FirstRunPage(settings.butler or self.tr("butler"))
        for page in (self.queue, self.orders, self.importing, self.settings, self.start):
            window.pages.addWidget(page)
        self._join()
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._tick)
        self._minute.start()
        background.ask(self, desk_facts, then=self._begin)

    def _join(self) -> None:
        window, queue, orders = self.window, self.queue, self.orders
        window.place_chosen.connect(self._arrive)
        window.find_wanted.connect(self._find)
        self._background.changed.connect(self._follow)
        look().changed.connect(self._say_status)
        queue.order_wanted.connect(self.open_order)
        queue.new_filing_wanted.connect(self.start_filing)
        queue.status_changed.connect(self._say_status)
        queue.title_changed.connect(self._name_filing)
        orders.filing_opened.connect(self.open_filing)
        orders.filing_wanted.connect(self.start_filing)
        orders.import_wanted.connect(lambda: window.go(IMPORT))
        orders.order_entry_wanted.connect(self.enter_order)
        orders.status_changed.connect(self._say_status)
        self.importing.status_changed.connect(self._say_status)
        self.importing.done.connect(lambda: window.go(ORDERS))
        self.start.import_wanted.connect(lambda: window.go(IMPORT))
        self.start.order_entry_wanted.connect(self.enter_order)
        self.start.demo_wanted.connect(self._load_demo)
        self.settings.changed.connect(self._set)
        for key, act in (("Ctrl+N", self.start_filing), ("Ctrl+Shift+N", self.enter_order)):
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.activated.connect(lambda act=act: act())

    # the way in

    def _begin(self, facts: DeskFacts) -> None:
        self._rulebook = facts.rulebook
        self.queue.know(facts.rulebook)
        self.orders.know(facts.rulebook)
        self.window.top.user.show_name(facts.actor)
        self.window.show_working_time(facts.rulebook)
        self._read_counts()
        if facts.is_empty:
            self.window.go(START)
        else:
            self._restore()
        self.shown.emit()

    def _restore(self) -> None:
        state = self._state
        self.queue.sort_by(Sorting(state.sort, state.descending))
        self.queue.set_layout(state.layout)
        self.queue.detail.tabs.go_to(tab_at(state.tab))
        view = view_of(state.place) or View.ALL
        wanted = _filter(view, state)
        self.queue.show_filter(wanted, state.filing or None)
        if state.order:
            self.orders.show_order(state.order)
        self.window.go(state.place)
        for page, sizes in (
            (self.queue, state.queue_sizes),
            (self.orders, state.orders_sizes),
        ):
            if sizes:
                page.keep_sizes(sizes)

    def state(self) -> WindowState:
        """Where everything is now."""
        queue = self.queue
        filters = queue.filters.filter
        place = self.window.place
        return replace(
            self._state,
            place=_lasting(place),
            filing=queue.current or "",
            order=self.orders.current or "",
            layout=queue.layout_name,
            tab=int(queue.detail.tab),
            collapsed=self.window.navigation.collapsed,
            zoom=look().zoom,
            queue_sizes=queue.sizes(),
            orders_sizes=self.orders.splitter.sizes(),
            filters={
                "text": filters.text,
                "provinces": list(filters.provinces),
                "kinds": list(filters.kinds),
                "due_within_days": filters.due_within_days,
                "mine_only": filters.mine_only,
            },
            sort=queue.sorting.key,
            descending=queue.sorting.descending,
        )

    # places

    def _arrive(self, key: str) -> None:
        view = view_of(key)
        self.window.top.search.show_text(self._looked_for if key == FIND else "")
        if key == FIND:
            self.queue.show_filter(FilingFilter(view=None, text=self._looked_for))
            self.window.show_page(self.queue)
        elif view is not None:
            if self.queue.view is not view:
                self.queue.show_view(view)
            self.window.show_page(self.queue)
        elif key == ORDERS:
            self.orders.read_again()
            self.window.show_page(self.orders)
        elif key == IMPORT:
            self.window.navigation.select(ORDERS)
            self.window.show_page(self.importing)
        elif key == SETTINGS:
            self.window.show_page(self.settings)
        elif key == START:
            self.window.show_page(self.start)
        self._say_status()
        self._say_title()

    def open_filing(self, filing_id: str) -> None:
        """Shows a filing in the queue, whatever its state."""
        self.window.go(queue_key(View.ALL))
        self.queue.show_filing(filing_id)

    def open_order(self, order_id: str) -> None:
        """Shows an order."""
        self.window.go(ORDERS)
        self.orders.show_order(order_id)

    def start_filing(self, order_id: str = "") -> None:
        """Asks which order a new filing belongs to, and opens it."""
        dialog = NewFilingDialog(self._background, order_id, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.started.connect(self.open_filing)
        dialog.open()

    def enter_order(self) -> None:
        """Asks for an order, and opens it."""
        dialog = NewOrderDialog(self._background, self._now(), self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.entered.connect(self.open_order)
        dialog.open()

    def _find(self, text: str) -> None:
        """Lists what the search of the top bar finds; nothing looked for goes back."""
        if text:
            self._looked_for = text
            self.window.go(FIND)
        elif self.window.place == FIND:
            self.window.go_back()

    _looked_for = ""

    def _load_demo(self) -> None:
        folder = Path(self._database).parent
        self.window.busy.start()
        self._background.run(self, load_demo, folder, then=self._demo_is_in)

    def _demo_is_in(self, _: object) -> None:
        self.window.busy.stop()
        self.window.go(queue_key(View.ALL))

    # what changes

    def _follow(self, changes: Changes) -> None:
        self.queue.follow(changes)
        self.orders.follow(changes)
        self._read_counts()

    def _read_counts(self) -> None:
        self._background.ask(self, worklist.counts, then=self._show_counts)

    def _show_counts(self, counts: worklist.Counts) -> None:
        shown: dict[str, tuple[int | None, int]] = {
            queue_key(view): (None if view is View.DONE else count.total, count.overdue)
            for view, count in counts.views.items()
        }
        shown[queue_key(View.ALL)] = (counts.views[View.ALL].total, 0)
        shown[ORDERS] = (counts.open_orders, counts.late_orders)
        self.window.navigation.set_counts(shown)
        self._late_orders = counts.late_orders
        self._say_status()

    _late_orders = 0

    def _tick(self) -> None:
        self.queue.tick()
        self.orders.tick()
        self._read_counts()
        if self._rulebook is not None:
            self.window.show_working_time(self._rulebook)

    def _say_status(self) -> None:
        page = self.window.pages.currentWidget()
        items = []
        if page is self.queue:
            told = [self.tr("%n filing(s)", "", self.queue.total)]
            if self.queue.chosen:
                told.append(self.tr("%n chosen", "", self.queue.chosen))
            items.append(StatusItem(" ・ ".join(told)))
            if self.queue.overdue:
                text = self.tr("%n overdue", "", self.queue.overdue)
                items.append(StatusItem(text, "triangle-alert"))
        elif page is self.orders:
            items.append(StatusItem(self.tr("%n order(s)", "", self.orders.total)))
            if self._late_orders:
                text = self.tr("%n first contact(s) overdue", "", self._late_orders)
                items.append(StatusItem(text, "triangle-alert"))
        elif page is self.importing and self.importing.status:
            items.append(StatusItem(self.importing.status))
        self.window.show_status(items)

    def _say_title(self) -> None:
        """The title bar: the place, and in the queue the filing that is looked at."""
        if self.window.pages.currentWidget() is self.queue:
            self.window.show_title(self._filing_title or self.queue.title)
        elif self.window.place == IMPORT:
            self.window.show_title(self.importing.title)
        else:
            names = {place.key: place.words for place in (*PLACES, *BOTTOM)}
            name = names.get(self.window.place)
            self.window.show_title(said(name) if name else "")

    def _name_filing(self, title: str) -> None:
        self._filing_title = title
        self._say_title()

    _filing_title = ""

    def _set(self, settings: Settings) -> None:
        look().choose(Appearance(settings.scheme))
        self.settings_changed.emit(settings)


def _lasting(place: str) -> str:
    """The place to open at the next start: passing ones lead to the list behind them."""
    return {IMPORT: ORDERS, START: ORDERS, FIND: queue_key(View.ALL)}.get(place, place)


def _filter(view: View | None, state: WindowState) -> FilingFilter:
    """The filter that was in force when the window closed."""
    kept = state.filters
    days = kept.get("due_within_days")
    return FilingFilter(
        view=view,
        text=str(kept.get("text", "")),
        provinces=tuple(kept.get("provinces") or ()),
        kinds=tuple(kept.get("kinds") or ()),
        due_within_days=days if isinstance(days, int) else None,
        mine_only=bool(kept.get("mine_only", view is View.MINE)),
    )
