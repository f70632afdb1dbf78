"""Today frame: joins the page of the day to the pages that its lines lead to."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.today import ChangeLine, FirstContact, Task
from butler_desktop.domain.transition import Action
from butler_desktop.domain.views import View
from butler_desktop.ui.assignment.shift_desk import ShiftDesk
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.locating import Locating
from butler_desktop.ui.main_window import MainWindow
from butler_desktop.ui.orders.order_detail import CONTACTS
from butler_desktop.ui.orders.orders_page import OrdersPage
from butler_desktop.ui.places import queue_key
from butler_desktop.ui.queue.queue_page import QueuePage
from butler_desktop.ui.today.today_page import TodayPage


class Workplace(Protocol):
    """The pages, and the ways between them."""

    window: MainWindow
    queue: QueuePage
    orders: OrdersPage
    locating: Locating

    def open_filing(self, filing_id: str) -> None:
        """Shows a filing."""

    def open_order(self, order_id: str) -> None:
        """Shows an order."""


class TodayFrame(QObject):
    """One click from a line to where it is done."""

    def __init__(
        self, place: Workplace, background: Background, now: Callable[[], datetime]
    ) -> None:
        super().__init__(place.window)
        self._place = place
        self.page = page = TodayPage(background, now)
        self.shift = ShiftDesk(background, page.strip, page)
        page.sheet_wanted.connect(lambda: self.shift.offer(page.sheet))
        place.window.pages.addWidget(page)
        page.contact_wanted.connect(self._log)
        page.task_wanted.connect(self._open_task)
        page.change_wanted.connect(self._open_change)
        page.rest_wanted.connect(lambda: place.window.go(queue_key(View.MINE)))

    def know(self, rulebook: Rulebook, *, may: bool) -> None:
        """Say clocks by these rules; where one may only look, nothing is logged."""
        self.page.know(rulebook)
        if not may:
            self.page.look_only()

    def follow(self, changes: Changes) -> None:
        """Somebody acted."""
        self.page.follow(changes)

    def _log(self, contact: FirstContact) -> None:
        locating = self._place.locating
        if contact.filing_id is not None:
            locating.act(contact.filing_id, Action.CONTACT_CUSTOMER)
        else:
            locating.log_order_contact(contact.order_id)

    def _open_task(self, task: Task) -> None:
        if task.filing_id is not None:
            self._place.open_filing(task.filing_id)
            if task.promise is not None:
                self._place.queue.detail.tabs.go_to(Tab.CONTACTS)
            return
        self._place.open_order(task.order_id)
        self._place.orders.detail.tabs.set_index(CONTACTS)

    def _open_change(self, line: ChangeLine) -> None:
        if line.filing_id is not None:
            self._place.open_filing(line.filing_id)
        else:
            self._place.open_order(line.order_id)
