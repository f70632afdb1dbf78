"""Contacts tab: what was said between butler and customer, and what was promised."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.contact import OUTCOME_WORDS, Contact, Outcome
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.promise import promise_of
from butler_desktop.domain.role import may_write
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.detail.contact_row import ContactRow
from butler_desktop.ui.detail.tab_page import TabPage
from butler_desktop.ui.detail.told_list import ToldList
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.section_header import SectionHeader
from butler_desktop.ui.promises.promise_line import PromiseLine
from butler_desktop.words import Words

FROM_ORDER = Words("订单", "order")
"""Where the remark was written; it is nobody's contact."""

ICONS = {
    Outcome.REACHED: "phone",
    Outcome.NO_ANSWER: "phone-missed",
    Outcome.WRONG_NUMBER: "phone-missed",
}


class ContactsTab(TabPage):
    """The record, newest first; a card to log one opens above it."""

    log_wanted = Signal()
    promise_acted = Signal(str, str)
    """The contact whose promise is meant, and what shall be done with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=16, parent=parent)
        self._shown: tuple[object, ...] = ()
        self._may = False
        self._head = SectionHeader(self.tr("On record"))
        self.log_button = Button(
            self.tr("Log a contact"), icon="plus", shortcut="Ctrl+L", size=Size.SMALL
        )
        self.log_button.clicked.connect(self.log_wanted)
        self._head.add_right(self.log_button)
        self._list = QWidget()
        self._rows = VBox(self._list)
        self._empty = EmptyState(self.tr("Calls and messages with the customer are kept here."))
        self.told = ToldList()
        self.add(self.told)
        body = QWidget()
        stack = VBox(body, gap=4)
        stack.addWidget(self._head)
        stack.addWidget(self._list)
        stack.addWidget(self._empty)
        self.add(body)

    def show_view(self, view: FilingView) -> None:
        self.told.show_view(view)
        may = view.state.is_open and may_write(view.role)
        self.log_button.setVisible(self._card is None and may)
        today = local_date(view.now)
        shown = (view.filing.id, view.contacts, view.order.remark, today, may, _over(view))
        self._may = may
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        rows = [(c.at, self._row(c, view)) for c in view.contacts]
        if view.order.remark:
            bought = view.order.paid_at or view.order.entered_at
            rows.append((bought, self._remark(view)))
        for _at, row in sorted(rows, key=lambda pair: pair[0], reverse=True):
            self._rows.addWidget(row)
        self._head.show_status(str(len(rows)) if rows else "")
        self._empty.setVisible(not rows)

    def _row(self, contact: Contact, view: FilingView) -> ContactRow:
        when = f"{said(near_moment_text(contact.at, view.now))} ・ {contact.by}"
        promise = None
        if contact.promise_at is not None:
            promise = PromiseLine(contact, view.now, may=self._may)
            promise.acted.connect(self.promise_acted)
        title = said(OUTCOME_WORDS[contact.outcome])
        icon = ICONS[contact.outcome]
        ink = "text_2" if contact.outcome is Outcome.REACHED else "text_3"
        return ContactRow(icon, title, when, contact.note, promise, ink=ink)

    def _remark(self, view: FilingView) -> ContactRow:
        bought = view.order.paid_at or view.order.entered_at
        when = f"{said(near_moment_text(bought, view.now))} ・ {said(FROM_ORDER)}"
        quoted = self.tr("“%1”").replace("%1", view.order.remark)
        return ContactRow("shopping-cart", self.tr("Customer's remark"), when, quoted)


def _over(view: FilingView) -> int:
    """How many promises are overdue: they turn red by themselves."""
    found = (promise_of(contact) for contact in view.contacts)
    return sum(promise is not None and promise.at < view.now for promise in found)
