"""The second step of an import: which column of the file is which field.

It is passed by itself where the titles say everything.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from butler_desktop.domain.masking import masked_email, masked_phone
from butler_desktop.domain.order_fields import FIELDS, MANDATORY
from butler_desktop.domain.order_sheet import OrderColumns, OrderSheet
from butler_desktop.domain.validators import email, telephone
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.field import FieldFinding
from butler_desktop.ui.kit.scroll_page import ScrollPage
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.measure import px

NONE = ""
_ACROSS = 2


class ImportColumns(ScrollPage):
    """A field per field of an order; ``changed`` when a column was named."""

    changed = Signal()
    forget_wanted = Signal()
    """What was learnt of columns shall count no more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        page = Surface()
        super().__init__(page, parent)
        self._columns = OrderColumns(0, (), {})
        self.fields: dict[str, ComboField] = {}
        stack = VBox(page, sides=(20, 16, 20, 20), gap=12)
        stack.addWidget(Text(self.tr("Which column is which?"), Role.CARD_TITLE))
        note = self.tr("Fields marked with * must be in the table.")
        stack.addWidget(Text(note, Role.META, "text_3"))
        self._learnt = Text("", Role.META, "text_2", wrap=True)
        self.forget = Link(self.tr("Forget the names"))
        self.forget.clicked.connect(self.forget_wanted)
        self._memory = QWidget()
        line = HBox(self._memory, gap=12)
        line.addWidget(self._learnt, 1)
        line.addWidget(self.forget)
        stack.addWidget(self._memory)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(8))
        for number, (key, words) in enumerate(FIELDS.items()):
            star = " *" if key in MANDATORY else ""
            field = ComboField(said(words) + star, hint=self.tr("not in the table"))
            field.committed.connect(lambda key=key: self._name(key))
            self.fields[key] = field
            grid.addWidget(field, number // _ACROSS, number % _ACROSS)
        for column in range(_ACROSS):
            grid.setColumnStretch(column, 1)
        stack.addLayout(grid)
        stack.addStretch(1)

    @property
    def columns(self) -> OrderColumns:
        """The columns as they are named now."""
        return self._columns

    def show_columns(
        self, sheet: OrderSheet, columns: OrderColumns, learnt: Sequence[str] = ()
    ) -> None:
        """Offer the columns of a table, with what the first order has in them.

        ``learnt`` are the titles that were named by hand before.
        """
        told = self.tr("Known from before: %1")
        self._learnt.setText(told.replace("%1", self.tr(", ").join(learnt)))
        self._memory.setVisible(bool(learnt))
        after = sheet.rows[columns.header + 1 :]
        first = after[0].cells if after else ()
        choices = [(NONE, self.tr("not in the table"))]
        for place, title in enumerate(columns.titles):
            example = _masked(first[place]) if place < len(first) else ""
            name = title or self.tr("column %1").replace("%1", str(place + 1))
            choices.append((str(place), f"{name} ・ {example}" if example else name))
        for field in self.fields.values():
            field.set_choices(choices)
        self._take(columns)

    def _take(self, columns: OrderColumns) -> None:
        self._columns = columns
        for key, field in self.fields.items():
            place = columns.places.get(key)
            field.set_value(NONE if place is None else str(place))
            is_missing = key in columns.missing
            told = self.tr("Name its column") if is_missing else ""
            field.set_finding(FieldFinding("red", told) if is_missing else None)

    def _name(self, key: str) -> None:
        chosen = self.fields[key].value()
        self._take(self._columns.with_place(key, int(chosen) if chosen else None))
        self.changed.emit()


def _masked(example: str) -> str:
    """A personal value masked, whichever column it stands in."""
    if (phone := telephone.validate(example)).is_right:
        return masked_phone(phone.value)
    if (mail := email.validate(example)).is_right:
        return masked_email(mail.value)
    return example
