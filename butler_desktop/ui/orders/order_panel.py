"""Order panel: what is left to start, the promise that stands, and the two acts of an order."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.money import format_yuan
from butler_desktop.domain.order_acts import may
from butler_desktop.domain.order_states import OPEN_FOR_FILINGS, OrderAction, OrderState
from butler_desktop.domain.promise import promise_of
from butler_desktop.domain.role import ONLY_LOOKS, may_write
from butler_desktop.services.orders import OrderView
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind
from butler_desktop.ui.kit.surface import Card
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.promises.promise_line import promise_text


class OrderPanel(Card):
    """Each button has its signal."""

    start_wanted = Signal()
    contact_wanted = Signal()
    payment_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent=parent)
        self._title = Text("", Role.BODY_BOLD, elide=True)
        self._words = Text("", Role.META, "text_2", elide=True)
        self.contact = Button(self.tr("Log a contact"))
        self.start = Button(self.tr("Start a filing"), Kind.FILLED)
        self.cancel = Button(self.tr("Cancel the order"))
        self.pay = Button(self.tr("Record the payment"), Kind.FILLED)
        row = HBox(self, sides=(14, 11, 10, 11), gap=8)
        words = VBox(gap=0)
        words.addWidget(self._title)
        words.addWidget(self._words)
        row.addLayout(words, 1)
        for button in (self.cancel, self.contact, self.start, self.pay):
            row.addWidget(button)
        self.contact.clicked.connect(self.contact_wanted)
        self.start.clicked.connect(self.start_wanted)
        self.pay.clicked.connect(self.payment_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)

    def show_view(self, view: OrderView, now: datetime) -> None:
        """Say what is left of an order, and what was promised."""
        order, left = view.dossier.order, view.dossier.counts.remaining
        writes = may_write(view.role)
        self.start.setVisible(writes and left > 0 and order.state in OPEN_FOR_FILINGS)
        self.contact.setVisible(writes)
        self.pay.setVisible(writes and may(order, OrderAction.RECORD_PAYMENT))
        self.cancel.setVisible(writes and may(order, OrderAction.CANCEL))
        if may(order, OrderAction.RECORD_PAYMENT):
            due = format_yuan(order.due_fen)
            self._title.setText(self.tr("%1 yuan to be paid").replace("%1", due))
        elif order.state is OrderState.CANCELLED:
            self._title.setText(self.tr("Cancelled before it was paid"))
        elif left:
            self._title.setText(self.tr("%n site(s) not started", "", left))
        elif view.dossier.counts.refunded:
            self._title.setText(self.tr("No site is left to start"))
        else:
            self._title.setText(self.tr("Every site has its filing"))
        looks = "" if writes else said(ONLY_LOOKS)
        self._words.setText(looks or self._promise(view, now) or self._remark(view))

    def _promise(self, view: OrderView, now: datetime) -> str:
        """The nearest that stands, about the order or one of its filings."""
        standing = [it for it in view.dossier.contacts if promise_of(it) is not None]
        nearest = min(standing, key=lambda it: it.promise_at or now, default=None)
        return promise_text(nearest, now) if nearest is not None else ""

    def _remark(self, view: OrderView) -> str:
        order = view.dossier.order
        if may(order, OrderAction.RECORD_PAYMENT):
            return order.remark or self.tr("The first contact is due from the payment on")
        return order.remark or self.tr("No call is promised")
