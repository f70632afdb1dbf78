"""Order lists: the filings, the contacts and the timeline of one order, a page each."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from butler_desktop.domain.contact import Contact
from butler_desktop.domain.role import may_write
from butler_desktop.domain.worklist import FilingRow
from butler_desktop.services.orders import OrderView
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.due import DueText
from butler_desktop.ui.kit.section_header import SectionHeader
from butler_desktop.ui.kit.surface import Card
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.orders.order_lines import (
    contact_line,
    filing_line,
    history_line,
)
from butler_desktop.ui.orders.purchase_card import purchase_card
from butler_desktop.ui.orders.rating_card import RatingCard
from butler_desktop.ui.orders.refund_card import RefundCard
from butler_desktop.ui.promises.promise_line import PromiseLine

DueOf = Callable[[FilingRow], DueText | None]


class OrderLists(QStackedWidget):
    """Filings, contacts and timeline; ``filing_opened`` names the filing that was pressed."""

    filing_opened = Signal(str)
    promise_acted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grounds = [QWidget() for _ in range(3)]
        first, self._contacts, self._history = [VBox(g, gap=8) for g in grounds]
        for ground in grounds:
            self.addWidget(ground)
        self.refunds, self.ratings = RefundCard(), RatingCard()
        self._filings, self._purchase = VBox(gap=8), VBox(gap=8)
        first.addLayout(self._filings)
        first.addWidget(self.refunds)
        first.addWidget(self.ratings)
        first.addLayout(self._purchase)
        first.addStretch(1)

    def show_view(
        self, view: OrderView, listed: Sequence[FilingRow], due_of: DueOf, now: datetime
    ) -> None:
        """Show an order; ``listed`` are the filings that the chosen count stands for."""
        self._show_filings(view, listed, due_of, now)
        contacts = sorted(view.dossier.contacts, key=lambda contact: contact.at, reverse=True)
        may = may_write(view.role)
        lines = [contact_line(it, now, self._promise(it, now, may=may)) for it in contacts]
        _fill(self._contacts, lines or [_nothing(self.tr("No contact yet."))], stretch=True)
        _fill(self._history, [history_line(entry, now) for entry in view.history], stretch=True)
        self.refunds.show_view(view.refunds, view.role, now)
        self.ratings.show_view(view, now)

    def _promise(self, contact: Contact, now: datetime, *, may: bool) -> PromiseLine | None:
        if contact.promise_at is None:
            return None
        line = PromiseLine(contact, now, may=may)
        line.acted.connect(self.promise_acted)
        return line

    def _show_filings(
        self, view: OrderView, listed: Sequence[FilingRow], due_of: DueOf, now: datetime
    ) -> None:
        shown: list[QWidget] = [_nothing(self.tr("No filing here."))]
        if listed:
            card = Card()
            column = VBox(card)
            for place, row in enumerate(listed, 1):
                line = filing_line(row, due_of(row), is_last=place == len(listed))
                line.clicked.connect(lambda _=False, id_=row.id: self.filing_opened.emit(id_))
                column.addWidget(line)
            shown = [card]
        _fill(self._filings, shown)
        bought = SectionHeader(self.tr("Purchase"))
        bought.show_status(self.tr("unused sites never expire, nothing is renewed"))
        _fill(self._purchase, [bought, purchase_card(view, now)])


def _nothing(words: str) -> QWidget:
    return Text(words, Role.META, "text_3")


def _fill(column: VBox, widgets: Sequence[QWidget], *, stretch: bool = False) -> None:
    while (item := column.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    for widget in widgets:
        if isinstance(widget, SectionHeader):
            column.addSpacing(8)
        column.addWidget(widget)
    if stretch:
        column.addStretch(1)
