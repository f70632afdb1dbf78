"""Entering an order by hand: the same rules as the import, told at the field.

The table's price and the sum that follows from it are proposed as long as the
butler has not typed another.
"""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from butler_desktop.domain.local_time import local
from butler_desktop.domain.money import format_yuan, order_price, parse_yuan
from butler_desktop.domain.order_entry import PAYMENT, check_entry, price_in_force
from butler_desktop.domain.order_fields import FIELDS
from butler_desktop.domain.price_table import PriceTable
from butler_desktop.domain.vocabulary import FILING_KIND_WORDS
from butler_desktop.errors import ButlerError
from butler_desktop.services.orders import enter_order
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language, said, translate
from butler_desktop.ui.kit.check_box import CheckBox
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.field import Field
from butler_desktop.ui.kit.finding_line import FieldFinding
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.measure import px

SHOWN = (
    ("customer", "number"),
    ("contact_name", "contact_phone", "contact_email"),
    ("service_tier", "filing_kind", "ordered_site_count"),
    ("unit_price", "coupon", "voucher"),
    PAYMENT,
    ("remark",),
)
"""The dialog's rows. The number may stay empty: the next one of the day is given."""

_PRICED = ("service_tier", "filing_kind", "paid_at", "ordered_site_count")
_SUMMED = (*_PRICED, "unit_price", "coupon", "voucher", "paid")


class NewOrderDialog(Dialog):
    """``entered(order id)`` after the order is in."""

    entered = Signal(str)

    def __init__(
        self,
        background: Background,
        prices: PriceTable,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            translate("NewOrderDialog", "Enter an order"),
            translate("NewOrderDialog", "Enter the order"),
            sentence=translate("NewOrderDialog", "For an order that stands in no export."),
            width=680,
            parent=parent,
        )
        self._background, self._prices, self._now = background, prices, now
        self._proposed: dict[str, str] = {}
        self.fields: dict[str, Field] = {}
        self.is_paid = CheckBox(translate("NewOrderDialog", "The customer has paid"))
        self.has_agreed = CheckBox(
            translate("NewOrderDialog", "The customer has agreed to the service agreement")
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(8))
        for place, keys in enumerate(SHOWN):
            for column, key in enumerate(keys):
                self.fields[key] = self._field(key)
                span = 6 // len(keys)
                grid.addWidget(self.fields[key], 2 * place, column * span, 1, span)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.is_paid, 2 * SHOWN.index(PAYMENT) - 1, 0, 1, 6)
        self.body.addLayout(grid)
        self.body.addWidget(self.has_agreed)
        self._fill()
        self.is_paid.toggled.connect(self._show_payment)
        for key in _SUMMED:
            self.fields[key].edited.connect(self._propose)
            self.fields[key].committed.connect(self._propose)
        self.acted.connect(self._enter)

    def _field(self, key: str) -> Field:
        label = said(FIELDS[key])
        if key == "service_tier":
            return ComboField(label, [(it.zh, said(it)) for it in self._prices.sold(self._now)])
        if key == "filing_kind":
            kinds = [(str(kind), said(words)) for kind, words in FILING_KIND_WORDS.items()]
            return ComboField(label, kinds)
        return LineField(label)

    def _fill(self) -> None:
        start = {
            "service_tier": self._prices.standard,
            "filing_kind": "first_filing",
            "ordered_site_count": "1",
            "coupon": "0",
            "voucher": "0",
            "paid_at": f"{local(self._now):%Y-%m-%d %H:%M}",
        }
        for key, text in start.items():
            self.fields[key].set_value(text)
        self.is_paid.setChecked(True)
        self._propose()

    def _texts(self) -> dict[str, str]:
        return {key: str(field.value() or "") for key, field in self.fields.items()}

    @property
    def _unpaid_at(self) -> datetime | None:
        return None if self.is_paid.isChecked() else self._now

    def _show_payment(self, on: bool) -> None:
        for key in PAYMENT:
            self.fields[key].setVisible(on)
        self._propose()

    def _propose(self) -> None:
        """The price in force and the sum, where nothing else was typed; other prices are told."""
        listed = price_in_force(self._texts(), self._prices, self._unpaid_at)
        if listed is not None:
            self._offer("unit_price", format_yuan(listed))
        texts = self._texts()
        price, *off = (parse_yuan(texts[key] or "0") for key in ("unit_price", "coupon", "voucher"))
        count = texts["ordered_site_count"]
        if price is not None and count.isdecimal() and len(count) < 4 and None not in off:
            due = order_price(int(count), price) - sum(it or 0 for it in off)
            self._offer("paid", format_yuan(max(due, 0)))
        told = None
        if listed is not None and price is not None and price != listed:
            words = translate("NewOrderDialog", "The table's price is %1")
            told = FieldFinding("amber", words.replace("%1", format_yuan(listed)))
        self.fields["unit_price"].set_finding(told)

    def _offer(self, key: str, text: str) -> None:
        field = self.fields[key]
        if str(field.value() or "") == self._proposed.get(key, "") != text:
            self._proposed[key] = text
            field.set_value(text)

    def _enter(self) -> None:
        self._propose()
        entry, faults = check_entry(
            self._texts(), self._prices, number_needed=False, unpaid_at=self._unpaid_at
        )
        told = {fault.key: fault for fault in faults}
        for key, field in self.fields.items():
            if key in told or key != "unit_price":
                fault = told.get(key)
                field.set_finding(FieldFinding("red", said(fault.reason)) if fault else None)
        if entry is None:
            next(self.fields[key] for key in self.fields if key in told).setFocus()
            return
        self._background.do(
            self,
            enter_order,
            entry,
            self.has_agreed.isChecked(),
            then=lambda order: self._done(order.id),
            failed=self._refused,
        )

    def _done(self, order_id: str) -> None:
        self.entered.emit(order_id)
        self.accept()

    def _refused(self, error: ButlerError) -> None:
        self.strip.show_message("red", error.said(language()))
