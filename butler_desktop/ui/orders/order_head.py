"""Order head: the customer's name, and the line of facts with the number to copy."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.masking import masked_phone
from butler_desktop.domain.money import format_yuan
from butler_desktop.domain.order_states import ORDER_STATE_WORDS
from butler_desktop.domain.role import may_write
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.services.orders import OrderView
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.orders.columns import DOT


class OrderHead(QWidget):
    """``left`` is sent by the way back, which is there while the list is hidden."""

    left = Signal()
    claim_wanted = Signal()
    hand_over_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton("arrow-left", self.tr("Back to the list"), shortcut="Esc")
        self.back.clicked.connect(self.left)
        self.back.hide()
        self._title = Text("", Role.DETAIL_TITLE, elide=True)
        self._number = Text("", Role.META, "text_2")
        self.copy = IconButton("copy", self.tr("Copy the number"), side=22, size=14)
        self.copy.clicked.connect(self._copy)
        self._facts = Text("", Role.META, "text_2", elide=True)
        column = VBox(self, gap=2)
        first = HBox(gap=6)
        first.addWidget(self.back)
        first.addWidget(self._title, 1)
        self.claim = Button(self.tr("Claim"), icon="user", size=Size.SMALL)
        self.hand_over = IconButton(
            "user-plus", self.tr("Hand over to another butler…"), shortcut="Ctrl+Shift+A"
        )
        self.claim.clicked.connect(self.claim_wanted)
        self.hand_over.clicked.connect(self.hand_over_wanted)
        first.addWidget(self.claim)
        first.addWidget(self.hand_over)
        column.addLayout(first)
        second = HBox(gap=2)
        second.addWidget(self._number)
        second.addWidget(self.copy)
        second.addWidget(self._facts, 1)
        column.addLayout(second)

    @property
    def title(self) -> str:
        """The customer."""
        return self._title.text()

    def show_view(self, view: OrderView, now: datetime) -> None:
        """Say which order this is."""
        order = view.dossier.order
        self._title.setText(order.customer)
        self._number.setText(order.number)
        may = may_write(view.role)
        self.claim.setVisible(may and not order.butler)
        self.hand_over.setVisible(may)
        whose = self.tr("Butler %1").replace("%1", order.butler)
        butler = whose if order.butler else self.tr("To be claimed")
        facts = [said(ORDER_STATE_WORDS[order.state]), butler]
        if order.paid_at is not None:
            bought = said(near_moment_text(order.paid_at, now))
            facts.append(self.tr("bought %1").replace("%1", bought))
            facts.append(self.tr("%1 yuan paid").replace("%1", format_yuan(order.paid_fen)))
        facts.append(f"{order.contact_name} {masked_phone(order.contact_phone)}")
        self._facts.setText(DOT.lstrip() + DOT.join(facts))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._number.text())
