"""Frame words: what the frame says of the pages: counts, status bar, title, working time."""

from PySide6.QtCore import QObject

from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.views import View
from butler_desktop.domain.worklist import ViewCount
from butler_desktop.services import worklist
from butler_desktop.services.today import today_count
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.announce import announce
from butler_desktop.ui.kit.status_bar import StatusItem
from butler_desktop.ui.look import look
from butler_desktop.ui.main_window import MainWindow
from butler_desktop.ui.orders.import_page import ImportPage
from butler_desktop.ui.orders.orders_page import OrdersPage
from butler_desktop.ui.places import BOTTOM, INBOX, ORDERS, PLACES, TODAY, queue_key
from butler_desktop.ui.queue.queue_page import QueuePage
from butler_desktop.ui.statistics.statistics_page import StatisticsPage
from butler_desktop.ui.today.today_page import TodayPage

DOT = " ・ "


class FrameWords(QObject):
    """Follows the pages and says in the frame what they show."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        pages: tuple[QueuePage, OrdersPage, ImportPage, TodayPage, StatisticsPage],
        rulebook: Rulebook,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._background = window, background
        self._queue, self._orders, self._importing, self._today, self._statistics = pages
        queue, orders, importing, today, statistics = pages
        self._rulebook = rulebook
        self._counts: worklist.Counts | None = None
        self._filing = self._order = ""
        queue.status_changed.connect(self.say_status)
        queue.title_changed.connect(self._name_filing)
        orders.status_changed.connect(self.say_status)
        orders.title_changed.connect(self._name_order)
        importing.status_changed.connect(self.say_place)
        today.status_changed.connect(self.say_status)
        statistics.status_changed.connect(self.say_status)
        window.pages.currentChanged.connect(lambda _: self.say_place())
        look().changed.connect(self.say_status)
        self.read_counts()

    def tick(self) -> None:
        """A minute has passed."""
        self._window.show_working_time(self._rulebook)
        self.read_counts()

    def read_counts(self) -> None:
        """Ask for the numbers of the navigation."""
        self._background.ask(self, worklist.counts, then=self._show_counts)
        self._background.ask(self, today_count, then=self._show_today)

    def _show_today(self, count: ViewCount) -> None:
        self._window.navigation.set_counts({TODAY: (count.total, count.overdue)})

    def _show_counts(self, counts: worklist.Counts) -> None:
        shown: dict[str, tuple[int | None, int]] = {
            queue_key(view): (None if view is View.DONE else count.total, count.overdue)
            for view, count in counts.views.items()
        }
        shown[queue_key(View.ALL)] = (counts.views[View.ALL].total, 0)
        shown[ORDERS] = (counts.open_orders, counts.late_orders)
        shown[INBOX] = (counts.returned, 0)
        self._window.navigation.set_counts(shown)
        self._announce(counts)
        self._counts = counts
        self.say_status()

    def _announce(self, counts: worklist.Counts) -> None:
        """New overdue filings are said once to whoever hears the screen."""
        if self._counts is None:
            return
        more = counts.views[View.ALL].overdue - self._counts.views[View.ALL].overdue
        if more > 0:
            announce(self._window, self.tr("%n filing(s) became overdue", "", more))

    # the status bar and the title bar

    def say_place(self) -> None:
        """Another page is shown."""
        self.say_status()
        self.say_title()

    def say_status(self) -> None:
        """Counts and selection of the page that is shown."""
        page = self._window.pages.currentWidget()
        items: list[StatusItem] = []
        if page is self._queue:
            items = self._of_queue()
        elif page is self._orders:
            items = self._of_orders()
        elif page is self._today and self._today.status:
            items = [StatusItem(self._today.status)]
        elif page is self._statistics and self._statistics.status:
            items = [StatusItem(self._statistics.status)]
        elif page is self._importing and self._importing.status:
            items = [StatusItem(self._importing.status)]
        self._window.show_status(items)

    def say_title(self) -> None:
        """The place, and in the lists what is looked at."""
        page = self._window.pages.currentWidget()
        if page is self._queue:
            self._window.show_title(self._filing or self._queue.title)
            return
        if page is self._importing:
            self._window.show_title(self._importing.title)
            return
        names = {place.key: place.words for place in (*PLACES, *BOTTOM)}
        name = names.get(self._window.place)
        looked_at = self._order if page is self._orders else ""
        self._window.show_title(looked_at or (said(name) if name else ""))

    def _of_queue(self) -> list[StatusItem]:
        told = [self.tr("%n filing(s)", "", self._queue.total)]
        if self._queue.chosen:
            told.append(self.tr("%n chosen", "", self._queue.chosen))
        items = [StatusItem(DOT.join(told))]
        if self._queue.overdue:
            late = self.tr("%n overdue", "", self._queue.overdue)
            items.append(StatusItem(late, "triangle-alert"))
        return items

    def _of_orders(self) -> list[StatusItem]:
        told = [self.tr("%n order(s)", "", self._orders.total)]
        if self._orders.chosen:
            told.append(self.tr("%n chosen", "", self._orders.chosen))
        items = [StatusItem(DOT.join(told))]
        if self._counts is not None and self._counts.late_orders:
            late = self.tr("%n first contact(s) overdue", "", self._counts.late_orders)
            items.append(StatusItem(late, "triangle-alert"))
        return items

    def _name_filing(self, title: str) -> None:
        self._filing = title
        self.say_title()

    def _name_order(self, title: str) -> None:
        self._order = title
        self.say_title()
