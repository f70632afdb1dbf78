"""The orders page: the list with the four counts, and the page of the chosen order."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.clocks import first_contact_due, first_contact_kept
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.worklist import OrderRow, Sorting
from butler_desktop.services import worklist
from butler_desktop.services.worklist import SiteTotals
from butler_desktop.ui.background import Background
from butler_desktop.ui.due_text import due_text
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.block_model import BlockModel
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.due import DueText
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.list_view import ListView
from butler_desktop.ui.kit.segments import Segments
from butler_desktop.ui.kit.splitter import Splitter
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import px
from butler_desktop.ui.orders.columns import COUNTS, order_columns
from butler_desktop.ui.orders.order_detail import OrderDetail

WHICH = ("open", "closed", "all")


class OrdersPage(QWidget):
    """The list of orders beside one order."""

    filing_opened = Signal(str)
    filing_wanted = Signal(str)
    import_wanted = Signal()
    order_entry_wanted = Signal()
    status_changed = Signal()

    def __init__(
        self, background: Background, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._background, self._now = background, now
        self._rulebook: Rulebook | None = None
        self._sorting = Sorting("contact", descending=True)
        self._go_to: str | None = None
        self.total = 0
        self.model = BlockModel(order_columns(self._due_of), self._fetch, self)
        self.list = ListView(self.model)
        self.detail = OrderDetail(background, now)
        self._count = Text("", ink="text_3")
        self._sums = Text("", Role.META, "text_2")
        self._which = Segments(
            [self.tr("In progress"), self.tr("Completed"), self.tr("All")], self.tr("Which orders")
        )
        self._empty = EmptyState("", self.tr("Import orders"))
        self._is_laid_out = False
        self.splitter = Splitter()
        self.splitter.addWidget(self._build_list())
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(1, 1)
        VBox(self).addWidget(self.splitter, 1)
        self._join()

    def _build_list(self) -> QWidget:
        side = Surface()
        side.setMinimumWidth(px(400))
        column = VBox(side)
        head = HBox(sides=(16, 10, 12, 10), gap=8)
        head.addWidget(Text(self.tr("Orders"), Role.LIST_TITLE))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._which)
        self._import = Button(self.tr("Import orders"), icon="file-up", size=Size.HEAD)
        self._enter = Button(self.tr("Enter an order"), icon="plus", size=Size.HEAD)
        head.addWidget(self._import)
        head.addWidget(self._enter)
        column.addLayout(head)
        sums = HBox(sides=(16, 8, 12, 9), gap=8)
        sums.addStretch(1)
        sums.addWidget(self._sums)
        column.addLayout(sums)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        self._empty.hide()
        return side

    def _join(self) -> None:
        self.list.current_changed.connect(self._chosen)
        self.list.link_clicked.connect(self._count_clicked)
        self.list.header.sort_chosen.connect(self._sort)
        self._which.chosen.connect(lambda _: self.read_again())
        self._import.clicked.connect(self.import_wanted)
        self._empty.acted.connect(self.import_wanted)
        self._enter.clicked.connect(self.order_entry_wanted)
        self.detail.filing_opened.connect(self.filing_opened)
        self.detail.filing_wanted.connect(self.filing_wanted)

    def keep_sizes(self, sizes: list[int]) -> None:
        """Gives list and detail the widths that they had."""
        self._is_laid_out = True
        self.splitter.setSizes(sizes)

    def showEvent(self, event: QShowEvent) -> None:
        """The first time the list gets its designed width; later the butler's."""
        super().showEvent(event)
        if not self._is_laid_out:
            self._is_laid_out = True
            self.splitter.setSizes([px(640), self.width() - px(640)])

    def know(self, rulebook: Rulebook) -> None:
        """Say clocks by these rules."""
        self._rulebook = rulebook
        self.detail.know(rulebook)
        self.model.say_anew()

    @property
    def current(self) -> str | None:
        """The id of the chosen order."""
        chosen: str | None = self.list.current_id()
        return chosen

    def show_order(self, order_id: str, group: str = "") -> None:
        """Choose an order, whichever list it is in."""
        self._go_to = order_id
        if self.model.row_of(order_id) < 0:
            self._which.set_index(WHICH.index("all"))
        self.detail.show_order(order_id, group)
        self.read_again()

    def read_again(self) -> None:
        """Ask for the list anew; selection and scroll stay by id."""
        which = WHICH[self._which.index()]
        self._background.ask(
            self, worklist.order_ids, which, "", self._sorting, then=self._filled, topic="ids"
        )
        self._background.ask(self, worklist.order_totals, which, then=self._summed)

    def follow(self, changes: Changes) -> None:
        """Somebody acted: read what concerns this page again."""
        self.model.refresh(None if changes.everything else changes.order_ids)
        self.read_again()
        if changes.everything or self.current in changes.order_ids:
            self.detail.read_again()

    def tick(self) -> None:
        """A minute has passed: say the clocks anew."""
        self.model.say_anew()

    def _fetch(self, ids: Sequence[Any], done: Callable[[dict[Any, Any]], None]) -> None:
        self._background.ask(
            self,
            worklist.order_rows,
            tuple(ids),
            then=lambda rows: done({row.id: row for row in rows}),
            topic="rows",
        )

    def _filled(self, ids: list[str]) -> None:
        if list(self.model.ids()) != ids:
            self.model.reset(ids)
        self.total = len(ids)
        self._count.setText(str(len(ids)))
        self.list.setVisible(bool(ids))
        self._empty.setVisible(not ids)
        self._empty.show_words(
            self.tr("There is no order here. Orders come from the sales console's export."),
            self.tr("Import orders"),
        )
        if self._go_to and self.list.go_to(self._go_to):
            self._go_to = None
        elif ids and self.current is None:
            self.list.step(0)
        elif not ids:
            self.detail.show_order(None)
        self.status_changed.emit()

    def _summed(self, sums: SiteTotals) -> None:
        parts = [f"{said(words)} {getattr(sums, key)}" for key, words in COUNTS.items()]
        self._sums.setText(f"{parts[0]} = {' + '.join(parts[1:])}")

    def _chosen(self, order_id: str | None) -> None:
        if order_id is not None:
            self.detail.show_order(order_id)
        self.status_changed.emit()

    def _count_clicked(self, order_id: str, key: str) -> None:
        self.list.go_to(order_id)
        self.detail.show_order(order_id, "" if key == "ordered" else key)

    def _sort(self, key: str, descending: bool) -> None:
        self._sorting = Sorting(key, descending)
        self.list.header.show_order(key, descending)
        self.read_again()

    def _due_of(self, row: OrderRow) -> DueText | None:
        if self._rulebook is None or row.paid_at is None:
            return None
        calendar = self._rulebook.calendar
        if row.first_contact_at is None:
            due = first_contact_due(row.paid_at, calendar)
        else:
            due = first_contact_kept(row.paid_at, row.first_contact_at, calendar)
        return due_text(due, self._now(), calendar)
