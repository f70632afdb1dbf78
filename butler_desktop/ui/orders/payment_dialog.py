"""Recording the payment of an order that was entered before it was paid."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.local_time import local
from butler_desktop.domain.money import format_yuan
from butler_desktop.domain.order import Order
from butler_desktop.domain.order_entry import PAYMENT, check_payment
from butler_desktop.domain.order_fields import FIELDS
from butler_desktop.errors import ButlerError
from butler_desktop.services.orders import record_payment
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language, said, translate
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.finding_line import FieldFinding
from butler_desktop.ui.kit.line_field import LineField


class PaymentDialog(Dialog):
    """``recorded(dossier)`` after the payment is in; the sum is judged as with every order."""

    recorded = Signal(object)

    def __init__(
        self, background: Background, order: Order, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            translate("PaymentDialog", "Record the payment"),
            translate("PaymentDialog", "Record the payment"),
            sentence=f"{order.customer} {order.number}",
            width=620,
            parent=parent,
        )
        self._background, self._order = background, order
        self.fields = {key: LineField(said(FIELDS[key])) for key in PAYMENT}
        row = HBox(gap=16)
        for field in self.fields.values():
            row.addWidget(field, 1)
        self.body.addLayout(row)
        self.fields["paid"].set_value(format_yuan(order.due_fen))
        self.fields["paid_at"].set_value(f"{local(now):%Y-%m-%d %H:%M}")
        self.acted.connect(self._record)

    def _record(self) -> None:
        texts = {key: str(field.value() or "") for key, field in self.fields.items()}
        payment, faults = check_payment(self._order, texts)
        told = {fault.key: said(fault.reason) for fault in faults}
        for key, field in self.fields.items():
            field.set_finding(FieldFinding("red", told[key]) if key in told else None)
        if payment is None:
            next(self.fields[key] for key in self.fields if key in told).setFocus()
            return
        self._background.do(
            self,
            record_payment,
            self._order.id,
            payment,
            then=self._done,
            failed=self._refused,
        )

    def _done(self, dossier: object) -> None:
        self.recorded.emit(dossier)
        self.accept()

    def _refused(self, error: ButlerError) -> None:
        self.strip.show_message("red", error.said(language()))
