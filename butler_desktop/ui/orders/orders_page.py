"""The orders page: the list of orders with their counts, and the page of one order beside it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.clocks import first_contact_due, first_contact_kept
from butler_desktop.domain.price_table import PriceTable
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.worklist import OrderRow, Sorting
from butler_desktop.services import worklist
from butler_desktop.services.list_export import Listing
from butler_desktop.ui.background import Background
from butler_desktop.ui.due_text import due_text
from butler_desktop.ui.kit.block_model import BlockModel
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.due import DueText
from butler_desktop.ui.kit.list_view import ListView
from butler_desktop.ui.kit.side_by_side import SideBySide
from butler_desktop.ui.list_export import ListExport
from butler_desktop.ui.measure import px
from butler_desktop.ui.orders.columns import exported, order_columns
from butler_desktop.ui.orders.order_detail import OrderDetail
from butler_desktop.ui.orders.orders_head import WHICH, OrdersHead

LIST_WIDTH, LEAST_LIST, LEAST_DETAIL = 640, 480, 460
NARROW = 960
"""A page narrower than this (a window of 1200) shows the list or the order, not both."""


class OrdersPage(QWidget):
    """The list of orders beside one order."""

    filing_opened = Signal(str)
    filing_wanted = Signal(str)
    import_wanted = Signal()
    order_entry_wanted = Signal()
    status_changed = Signal()
    title_changed = Signal(str)

    def __init__(
        self, background: Background, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._background, self._now = background, now
        self._rulebook: Rulebook | None = None
        self._sorting = Sorting("contact", descending=True)
        self._go_to: str | None = None
        self._shows_detail = False
        self._is_other_list = False
        self.total = 0
        self.model = BlockModel(order_columns(self._due_of), self._fetch, self)
        self.list = ListView(self.model)
        self.list.setAccessibleName(self.tr("Orders"))
        self.list.header.show_order(self._sorting.key, self._sorting.descending)
        self.detail = OrderDetail(background, now)
        self.export = ListExport(background, self.list, self._listing, now)
        self.head = OrdersHead(self.list, self.export)
        self.splitter = SideBySide(self.head, self.detail)
        VBox(self).addWidget(self.splitter, 1)
        self.setFocusProxy(self.list)
        self._join()
        self._add_keys()

    def _join(self) -> None:
        self.list.current_changed.connect(self._chosen)
        self.list.opened.connect(lambda _: self.go_into_detail())
        self.list.left.connect(lambda: self.head.find_text(""))
        self.list.link_clicked.connect(self._count_clicked)
        self.list.header.sort_chosen.connect(self._sort)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self.status_changed.emit())
        self.head.changed.connect(self._read_other)
        self.head.import_wanted.connect(self.import_wanted)
        self.head.order_entry_wanted.connect(self.order_entry_wanted)
        self.detail.filing_opened.connect(self.filing_opened)
        self.detail.filing_wanted.connect(self.filing_wanted)
        self.detail.shown.connect(self.title_changed)
        self.detail.head.left.connect(self.go_to_list)

    def _add_keys(self) -> None:
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        window = Qt.ShortcutContext.WindowShortcut
        for owner, key, context, act in (
            (self, "Ctrl+F", window, self.head.start_finding),
            (self, "Ctrl+Up", window, lambda: self.list.step(-1)),
            (self, "Ctrl+Down", window, lambda: self.list.step(1)),
            (self, "Ctrl+Tab", window, lambda: self.detail.tabs.step(1)),
            (self, "Ctrl+Shift+Tab", window, lambda: self.detail.tabs.step(-1)),
            (self, "Ctrl+L", window, self.detail.log_contact),
            (self.detail, "Esc", within, self.go_to_list),
        ):
            action = QAction(owner)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(context)
            action.triggered.connect(lambda _=False, act=act: act())
            owner.addAction(action)

    # list or detail

    def sizes(self) -> list[int]:
        """The widths of list and detail when both were shown; none before."""
        return self.splitter.kept_sizes()

    def keep_sizes(self, sizes: list[int]) -> None:
        """Gives list and detail the widths that they had."""
        self.splitter.keep_sizes(sizes)
        self._settle()

    def go_into_detail(self) -> None:
        """The keyboard goes into the order; where there is room for one only, it is shown."""
        self._shows_detail = True
        self._settle()
        self.detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_list(self) -> None:
        """Back to the list."""
        self._shows_detail = False
        self._settle()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        is_narrow = self.width() < px(NARROW)
        self.head.setMinimumWidth(0 if is_narrow else px(LEAST_LIST))
        self.detail.setMinimumWidth(0 if is_narrow else px(LEAST_DETAIL))
        self.detail.head.back.setVisible(is_narrow)
        self.splitter.show_panes(
            first=not is_narrow or not self._shows_detail,
            second=not is_narrow or self._shows_detail,
            wanted=px(LIST_WIDTH),
        )

    # what is shown

    def know(self, rulebook: Rulebook) -> None:
        """Say clocks by these rules."""
        self._rulebook = rulebook
        self.detail.know(rulebook)
        self.model.say_anew()

    @property
    def prices(self) -> PriceTable | None:
        """What is sold, and for how much; None until the rules are known."""
        return self._rulebook.prices if self._rulebook is not None else None

    def look_only(self, why: str) -> None:
        """No order can be entered here, and the buttons say why."""
        for button in (self.head.enter, self.head.take_in):
            button.setEnabled(False)
            button.setToolTip(why)

    @property
    def current(self) -> str | None:
        """The id of the chosen order."""
        chosen: str | None = self.list.current_id()
        return chosen

    @property
    def chosen(self) -> int:
        """How many orders are selected."""
        return len(self.list.selected_ids())

    def chosen_ids(self) -> tuple[str, ...]:
        """The ids of the orders that are selected; at least the one shown."""
        shown = self.detail.view
        found = tuple(self.list.selected_ids())
        return found or ((shown.dossier.order.id,) if shown is not None else ())

    def show_order(self, order_id: str, group: str = "") -> None:
        """Choose an order, whichever list it is in."""
        self._go_to = order_id
        self._shows_detail = True
        self._settle()
        if self.model.row_of(order_id) < 0:
            self.head.show_all()
        self.detail.show_order(order_id, group)
        self.read_again()

    def read_again(self) -> None:
        """Ask for the list anew; selection and scroll stay by id."""
        which, text = WHICH[self.head.which.index()], self.head.text
        self._background.ask(
            self, worklist.order_ids, which, text, self._sorting, then=self._filled, topic="ids"
        )
        self._background.ask(self, worklist.order_totals, which, then=self.head.show_sums)

    def _read_other(self) -> None:
        """Another list is wanted: an order that is not in it gives way."""
        self._is_other_list = True
        self.read_again()

    def follow(self, changes: Changes) -> None:
        """Somebody acted: read what concerns this page again."""
        self.model.refresh(None if changes.everything else changes.order_ids)
        self.read_again()
        self.detail.follow(changes)

    def tick(self) -> None:
        """A minute has passed: say the clocks anew."""
        self.model.say_anew()
        self.detail.tick()

    def _fetch(self, ids: Sequence[Any], done: Callable[[dict[Any, Any]], None]) -> None:
        self._background.ask(
            self,
            worklist.order_rows,
            tuple(ids),
            then=lambda rows: done({row.id: row for row in rows}),
            topic="rows",
        )

    def _listing(self) -> Listing:
        now = self._now()
        columns = exported(lambda row: self._due_at(row, now))
        return Listing(self.tr("Orders"), self.model.ids(), worklist.order_rows, columns)

    def _filled(self, ids: list[str]) -> None:
        if list(self.model.ids()) != ids:
            self.model.reset(ids)
        self.total = len(ids)
        self.head.show_count(len(ids))
        shown = self.detail.view.dossier.order.id if self.detail.view is not None else None
        # An order that an act took out of the list stays on its page: there it says why.
        stays = not self._is_other_list and shown is not None and shown not in ids
        self._is_other_list = False
        if self._go_to and self.list.go_to(self._go_to):
            self._go_to = None
        elif ids and self.current is None and not stays:
            self.list.step(0)
        elif not ids and not stays:
            self.detail.show_order(None)
        self.status_changed.emit()

    def _chosen(self, order_id: str | None) -> None:
        if order_id is not None and order_id != self._go_to:
            self.detail.show_order(order_id)
        self.status_changed.emit()

    def _count_clicked(self, order_id: str, key: str) -> None:
        self._shows_detail = True
        self._settle()
        self.detail.show_order(order_id, "" if key == "ordered" else key)
        self.detail.show_group(key)

    def _sort(self, key: str, descending: bool) -> None:
        self._sorting = Sorting(key, descending)
        self.list.header.show_order(key, descending)
        self.read_again()

    def _due_of(self, row: OrderRow) -> DueText | None:
        return self._due_at(row, self._now())

    def _due_at(self, row: OrderRow, now: datetime) -> DueText | None:
        if self._rulebook is None or row.paid_at is None:
            return None
        calendar = self._rulebook.calendar
        if row.first_contact_at is None:
            due = first_contact_due(row.paid_at, calendar)
        else:
            due = first_contact_kept(row.paid_at, row.first_contact_at, calendar)
        return due_text(due, now, calendar)
