"""The panel beside the rows of an import: what is wrong with one row, and its cures.

Enter and a cure go on to the next faulty row; leaving a field only judges the
row anew.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.entry_fault import EntryFault
from butler_desktop.domain.order_cures import LEAVE_OUT, Cure, cures
from butler_desktop.domain.order_fields import FIELDS
from butler_desktop.domain.order_import import Judgement, RowVerdict
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.scroll_page import ScrollPage
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.orders.import_cure import CureButton
from butler_desktop.ui.orders.import_rows import LOOKS
from butler_desktop.words import Words

BESIDE = {"paid": ("ordered_site_count",), "voucher": ("paid",), "coupon": ("paid",)}
"""Fields that may be the wrong ones instead."""

_LEVELS = {
    Judgement.GOOD: "green",
    Judgement.WARNING: "amber",
    Judgement.KNOWN: "blue",
    Judgement.ERROR: "red",
    Judgement.LEFT_OUT: "blue",
}
_SENTENCES = {
    Judgement.GOOD: Words("这一行没有错。", "Nothing is wrong with this row."),
    Judgement.KNOWN: Words("再次导入不会改变它。", "Taking it again changes nothing."),
    Judgement.LEFT_OUT: Words("导入时跳过这一行。", "This row is skipped."),
}


class ImportFix(Surface):
    """Shows one row; the row's fate and its cells are changed by whoever listens."""

    corrected = Signal(str, str, bool)
    """A cell's key, its new text, and whether to go on."""

    cured = Signal(object)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._row: RowVerdict | None = None
        self._title = Text("", Role.CARD_TITLE)
        self._place = Text("", Role.META, "text_3")
        self.up = IconButton("chevron-up", self.tr("Previous faulty row"), shortcut="Shift+F8")
        self.down = IconButton("chevron-down", self.tr("Next faulty row"), shortcut="F8")
        self.up.clicked.connect(lambda: self.stepped.emit(-1))
        self.down.clicked.connect(lambda: self.stepped.emit(1))
        self._strips: list[MessageStrip] = []
        self.fields: dict[str, LineField] = {}
        self.buttons: list[CureButton] = []
        self._heading = Text(self.tr("Suggestions"), Role.META, "text_2")
        self._build()

    def _build(self) -> None:
        self._page = QWidget()
        VBox(self).addWidget(ScrollPage(self._page))
        column = VBox(self._page, sides=(17, 14, 16, 16), gap=12)
        head = HBox(gap=8)
        head.addWidget(self._title)
        head.addWidget(self._place)
        head.addStretch(1)
        head.addWidget(self.up)
        head.addWidget(self.down)
        column.addLayout(head)
        self._faults = VBox(gap=8)
        column.addLayout(self._faults)
        self._form = VBox(gap=8)
        column.addLayout(self._form)
        column.addWidget(self._heading)
        self._cures = VBox(gap=6)
        column.addLayout(self._cures)
        self._line = Surface("border")
        self._line.setFixedHeight(1)
        column.addWidget(self._line)
        note = self.tr(
            "Changes hold for this import only; the file stays as it is. "
            "A corrected row is checked again, then the next faulty one comes."
        )
        self._note = Text(note, Role.META, "text_3", wrap=True)
        column.addWidget(self._note)
        column.addStretch(1)

    @property
    def row(self) -> RowVerdict | None:
        """The row that is shown."""
        return self._row

    def show_row(self, row: RowVerdict | None, place: str) -> None:
        """Show a row; ``place`` says which of the faulty ones it is."""
        is_other = row is None or self._row is None or row.row != self._row.row
        self._row = None  # what a field still sends belongs to no row
        for field in self.fields.values():
            field.commit()
        self._title.setText(self.tr("Row %1").replace("%1", str(row.row)) if row else "")
        self._place.setText(place)
        self._show_faults(row)
        self._show_fields(row, is_other)
        self._show_cures(cures(row) if row else ())
        self._row = row
        self._settle_heights()

    def _settle_heights(self) -> None:
        """Lay out at once: wrapped words know their height only when they know their width.

        Otherwise a frame would be seen in which they are cut.
        """
        if self.isVisible():
            for _ in range(2):
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def settle(self) -> None:
        """Send what was typed and not left yet; the row is about to be left."""
        for key, field in self.fields.items():
            if not field.isHidden():
                self._send(key, go_on=False)

    def focus_fault(self) -> bool:
        """Put the keyboard into the first faulty field; False where there is none."""
        faults = self._row.faults if self._row else ()
        if not faults:
            return False
        edit = self.fields[faults[0].key].edit
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.selectAll()
        return True

    def apply_cure(self, number: int) -> None:
        """Does what the button with Alt and this number does."""
        for button in self.buttons:
            if button.number == number and not button.isHidden():
                self.cured.emit(button.cure)
                return

    def _show_faults(self, row: RowVerdict | None) -> None:
        told = _told(row) if row else ()
        while len(self._strips) < len(told):
            self._strips.append(MessageStrip())
            self._faults.addWidget(self._strips[-1])
        for number, strip in enumerate(self._strips):
            if row is None or number >= len(told):
                strip.clear()
                continue
            title, sentence = told[number]
            icon = LOOKS[row.judgement][0]
            strip.show_message(_LEVELS[row.judgement], sentence, title=f"{title}\n", icon=icon)

    def _show_fields(self, row: RowVerdict | None, is_other: bool) -> None:
        wanted = _keys(row.faults) if row else []
        if row and not is_other:
            # What was corrected stays in view beside what is wrong still.
            shown = [key for key, field in self.fields.items() if not field.isHidden()]
            wanted = [key for key in FIELDS if key in {*wanted, *shown}]
        for key in wanted:
            if key not in self.fields:
                self.fields[key] = self._field(key)
        for field in self.fields.values():
            self._form.removeWidget(field)
            field.hide()
        for key in wanted:
            field = self.fields[key]
            self._form.addWidget(field)
            field.show()
            field.set_value(row.cells.get(key, "") if row else "")
            fault = row.fault_of(key) if row else None
            field.edit.setProperty("finding", "red" if fault else "")
            field.edit.setAccessibleDescription(said(fault.reason) if fault else "")

    def _field(self, key: str) -> LineField:
        field = LineField(said(FIELDS[key]), parent=self)
        field.edit.returnPressed.connect(lambda: self._send(key, go_on=True))
        field.edit.left.connect(lambda: self._send(key, go_on=False))
        return field

    def _send(self, key: str, *, go_on: bool) -> None:
        if self._row is None:
            return
        text = self.fields[key].value()
        if go_on or text != self._row.cells.get(key, ""):
            self.corrected.emit(key, text, go_on)

    def _show_cures(self, found: Sequence[Cure]) -> None:
        while len(self.buttons) < len(found):
            button = CureButton()
            button.chosen.connect(self.cured)
            self.buttons.append(button)
            self._cures.addWidget(button)
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(found))
            if number < len(found):
                leaves_out = found[number].key == LEAVE_OUT
                button.show_cure(found[number], 0 if leaves_out else number + 1)
        self._heading.setVisible(bool(found))


def _told(row: RowVerdict) -> tuple[tuple[str, str], ...]:
    """Headline and sentence of each thing that is told about a row."""
    if told := row.faults or row.notices:
        return tuple((said(it.headline), said(it.sentence)) for it in told)
    return ((said(row.words), said(_SENTENCES[row.judgement])),)


def _keys(faults: Sequence[EntryFault]) -> list[str]:
    keys = {key for fault in faults for key in (*BESIDE.get(fault.key, ()), fault.key)}
    return [key for key in FIELDS if key in keys]
