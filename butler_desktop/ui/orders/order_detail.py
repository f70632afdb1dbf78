"""The page of one order: what was bought, where its sites are, its filings, calls and history."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.site_groups import site_group
from butler_desktop.domain.worklist import FilingRow
from butler_desktop.errors import ButlerError, StoreAway
from butler_desktop.services.orders import OrderView, order_view
from butler_desktop.ui.background import Background
from butler_desktop.ui.due_text import due_text
from butler_desktop.ui.i18n import language, said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.count_tiles import CountTiles, Tile
from butler_desktop.ui.kit.due import DueText
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.filter_chip import FilterChip, FilterState
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.progress import BusyBar
from butler_desktop.ui.kit.scroll_page import ScrollPage
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.tab_bar import TabBar
from butler_desktop.ui.kit.text import Link
from butler_desktop.ui.orders.columns import COUNTS
from butler_desktop.ui.orders.contact_dialog import ContactDialog
from butler_desktop.ui.orders.order_head import OrderHead
from butler_desktop.ui.orders.order_lists import OrderLists
from butler_desktop.ui.orders.order_panel import OrderPanel
from butler_desktop.ui.orders.payment_desk import PaymentDesk
from butler_desktop.ui.orders.rating_dialog import RatingDialog
from butler_desktop.ui.orders.refund_desk import RefundDesk
from butler_desktop.ui.promises.promise_desk import PromiseDesk

CONTACTS = 1
"""The tab of the contacts."""

INKS = {"ordered": "text", "delivered": "green", "in_flight": "accent_text", "remaining": "text"}


class OrderDetail(Surface):
    """Shows one order by its id; what is on the screen stays until the next one is read."""

    filing_opened = Signal(str)
    filing_wanted = Signal(str)
    """A filing shall be started; carries the order's id."""

    shown = Signal(str)
    """The customer of the order on the screen; empty where none is."""

    def __init__(
        self, background: Background, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._background, self._now = background, now
        self._rulebook: Rulebook | None = None
        self._order_id: str | None = None
        self._view: OrderView | None = None
        self._group = ""
        self._is_unread = False
        self.head = OrderHead()
        self.tiles = CountTiles()
        self.panel = OrderPanel()
        self.strip = MessageStrip(flush=True)
        self.tabs = TabBar(self._tab_words(), side=26)
        self.chip = FilterChip("", FilterState.SET)
        self.all = Link("")
        self.lists = OrderLists()
        self.refunds = RefundDesk(
            background, self.lists.refunds, self.strip, lambda: self._view, self
        )
        self.promises = PromiseDesk(background, self.strip, now, self)
        self.payments = PaymentDesk(
            background, self.panel, self.strip, lambda: self._view, now, self
        )
        self._nothing = EmptyState(self.tr("Choose an order to see it here."))
        self._nothing.setParent(self)
        self._whole = QWidget()
        VBox(self).addWidget(self._whole)
        self._build()
        self._join()
        self._busy = BusyBar(self)
        self._paint(None)

    def _build(self) -> None:
        column = VBox(self._whole)
        column.addWidget(self.strip)
        top = VBox(sides=(20, 13, 20, 8), gap=11)
        for part in (self.head, self.tiles, self.panel):
            top.addWidget(part)
        column.addLayout(top)
        column.addWidget(self.tabs)
        body = QWidget()
        inside = VBox(body, sides=(20, 12, 20, 16), gap=8)
        self._line = QWidget()
        line = HBox(self._line, gap=8)
        line.addWidget(self.chip)
        line.addStretch(1)
        line.addWidget(self.all)
        inside.addWidget(self._line)
        inside.addWidget(self.lists, 1)
        column.addWidget(ScrollPage(body), 1)
        self.setFocusProxy(self.tiles)

    def _join(self) -> None:
        self.tiles.chosen.connect(self.show_group)
        self.chip.removed.connect(lambda: self.show_group(""))
        self.all.clicked.connect(lambda: self.show_group(""))
        self.tabs.chosen.connect(self._choose_tab)
        self.panel.start_wanted.connect(self._start)
        self.panel.contact_wanted.connect(self.log_contact)
        self.lists.filing_opened.connect(self.filing_opened)
        self.lists.promise_acted.connect(self._act_on_promise)
        self.lists.ratings.rate_wanted.connect(self._rate)

    # what is shown

    @property
    def view(self) -> OrderView | None:
        """What is on the screen."""
        return self._view

    @property
    def shown_filings(self) -> tuple[FilingRow, ...]:
        """The filings that are listed now."""
        if self._view is None:
            return ()
        behind = site_group(self._view.dossier, self._group or "ordered").filing_ids
        return tuple(row for row in self._view.filings if row.id in behind)

    def know(self, rulebook: Rulebook) -> None:
        """Say clocks by these rules."""
        self._rulebook = rulebook
        self._paint(self._view)

    def show_order(self, order_id: str | None, group: str = "") -> None:
        """Show an order; ``group`` names the count whose filings are listed."""
        if order_id != self._order_id:
            self.strip.clear()
        if order_id != self._order_id or group:
            self._group = group
        self._order_id = order_id
        if order_id is None:
            self._background.forget(self, "order")
            self._paint(None)
        else:
            self.read_again()

    def show_group(self, group: str) -> None:
        """List exactly the filings behind a count; nothing, or all that was bought, lists all."""
        self._group = "" if group == "ordered" else group
        self.tabs.set_index(0)
        self._paint(self._view)
        if group == "remaining" and self.panel.start.isVisible():
            self.panel.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def read_again(self) -> None:
        """Read the present order again."""
        if self._order_id is not None:
            self._busy.start()
            self._background.ask(
                self,
                order_view,
                self._order_id,
                then=self._arrived,
                failed=self._failed,
                topic="order",
            )

    def follow(self, changes: Changes) -> None:
        """Somebody acted: read the order again if it is concerned."""
        if changes.everything or self._order_id in changes.order_ids:
            self.read_again()

    def tick(self) -> None:
        """A minute has passed: say the clocks anew."""
        self._paint(self._view)

    def log_contact(self) -> None:
        """Ask how a call about this order went."""
        if self._view is None:
            return
        order = self._view.dossier.order
        dialog = ContactDialog(self._background, order.id, order.customer, self._now(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _rate(self) -> None:
        if self._view is None:
            return
        order, window = self._view.dossier.order, self.window()
        dialog = RatingDialog(self._background, order, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._nothing.setGeometry(self.rect())

    def _arrived(self, view: OrderView) -> None:
        self._busy.stop()
        if self._is_unread:
            self._is_unread = False
            self.strip.clear()
        is_other = self._view is None or self._view.dossier.order.id != view.dossier.order.id
        self._paint(view)
        if is_other and self._group == "remaining" and self.panel.start.isVisible():
            self.panel.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: ButlerError) -> None:
        self._busy.stop()
        if isinstance(error, StoreAway):
            return  # what is on the screen stays; the frame says that the network is away
        self._is_unread = True
        self.strip.show_message("red", error.said(language()), closable=True)

    def _paint(self, view: OrderView | None) -> None:
        self._view = view
        self._whole.setVisible(view is not None)
        self._nothing.setVisible(view is None)
        if view is None:
            self.shown.emit("")
            return
        now = self._now()
        self.head.show_view(view, now)
        self._show_tiles(view)
        self.panel.show_view(view, now)
        counts = [str(len(view.filings)), str(len(view.dossier.contacts) or ""), ""]
        self.tabs.set_tabs(self._tab_words(), counts)
        self.lists.show_view(view, self.shown_filings, self._due, now)
        self._choose_tab(self.tabs.index())
        self.shown.emit(view.dossier.order.customer)

    def _show_tiles(self, view: OrderView) -> None:
        figures = {key: str(getattr(view.dossier.counts, key)) for key in COUNTS}
        self.tiles.show_tiles(
            [
                Tile(key, said(words), figures[key], INKS.get(key, "text_2"))
                for key, words in COUNTS.items()
            ]
        )
        self.tiles.set_key(self._group)
        if self._group:
            told = f"{said(COUNTS[self._group])} {figures[self._group]}"
            self.chip.show_filter(told, FilterState.SET)
            self.all.set_text(self.tr("Show all %n", "", len(view.filings)))

    def _tab_words(self) -> list[str]:
        return [self.tr("Filings"), self.tr("Contacts"), self.tr("Timeline")]

    def _due(self, row: FilingRow) -> DueText | None:
        if self._rulebook is None:
            return None
        return due_text(row.due, self._now(), self._rulebook.calendar)

    def _choose_tab(self, index: int) -> None:
        self.lists.setCurrentIndex(index)
        self._line.setVisible(index == 0 and bool(self._group))

    def _act_on_promise(self, contact_id: str, key: str) -> None:
        if self._view is not None:
            self.promises.act(self._view.dossier.contact(contact_id), key)

    def _start(self) -> None:
        if self._order_id is not None:
            self.filing_wanted.emit(self._order_id)
