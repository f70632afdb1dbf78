"""Entering an order by hand: the same rules as the import, told at the field."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from butler_desktop.domain.local_time import local
from butler_desktop.domain.money import UNIT_PRICE_FEN, format_yuan
from butler_desktop.domain.order_entry import check_entry
from butler_desktop.domain.order_fields import FIELDS
from butler_desktop.domain.vocabulary import FILING_KIND_WORDS
from butler_desktop.errors import ButlerError
from butler_desktop.services.orders import enter_order
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language, said, translate
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.field import Field
from butler_desktop.ui.kit.finding_line import FieldFinding
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.measure import px

SHOWN = (
    ("customer", "filing_kind"),
    ("contact_name", "contact_phone"),
    ("contact_email", "ordered_site_count"),
    ("coupon", "voucher"),
    ("paid", "paid_at"),
    ("number", "remark"),
)
"""The dialog's rows. The number may stay empty: the next one of the day is given."""


class NewOrderDialog(Dialog):
    """``entered(order id)`` after the order is in."""

    entered = Signal(str)

    def __init__(
        self, background: Background, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            translate("NewOrderDialog", "Enter an order"),
            translate("NewOrderDialog", "Enter the order"),
            sentence=translate("NewOrderDialog", "For an order that stands in no export."),
            width=620,
            parent=parent,
        )
        self._background = background
        self.fields: dict[str, Field] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(8))
        for row, keys in enumerate(SHOWN):
            for column, key in enumerate(keys):
                self.fields[key] = self._field(key)
                grid.addWidget(self.fields[key], row, column)
                grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self._fill(f"{local(now):%Y-%m-%d %H:%M}")
        self.acted.connect(self._enter)

    def _field(self, key: str) -> Field:
        label = said(FIELDS[key])
        if key == "filing_kind":
            kinds = [(str(kind), said(words)) for kind, words in FILING_KIND_WORDS.items()]
            return ComboField(label, kinds)
        return LineField(label)

    def _fill(self, now_text: str) -> None:
        start = {
            "filing_kind": "first_filing",
            "ordered_site_count": "1",
            "coupon": "0",
            "voucher": "0",
            "paid": format_yuan(UNIT_PRICE_FEN),
            "paid_at": now_text,
        }
        for key, text in start.items():
            self.fields[key].set_value(text)

    def _enter(self) -> None:
        texts = {key: str(field.value() or "") for key, field in self.fields.items()}
        entry, faults = check_entry(texts, number_needed=False)
        told = {fault.key: fault for fault in faults}
        for key, field in self.fields.items():
            fault = told.get(key)
            field.set_finding(FieldFinding("red", said(fault.reason)) if fault else None)
        if entry is None:
            next(self.fields[key] for key in self.fields if key in told).setFocus()
            return
        self._background.do(
            self, enter_order, entry, then=lambda order: self._done(order.id), failed=self._refused
        )

    def _done(self, order_id: str) -> None:
        self.entered.emit(order_id)
        self.accept()

    def _refused(self, error: ButlerError) -> None:
        self.strip.show_message("red", error.said(language()))
