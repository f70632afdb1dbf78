"""Card fields: one field for each input of an act, whatever kind it is."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.transition import Input, InputKind
from butler_desktop.ui.detail.picks_field import PicksField
from butler_desktop.ui.detail.time_field import MomentEdit, TimeField
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.check_box import CheckBox
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.field import Field
from butler_desktop.ui.kit.line_field import Edit, LineField
from butler_desktop.ui.kit.segments import Segments
from butler_desktop.ui.kit.stars import StarsField
from butler_desktop.ui.kit.text_field import TextField
from butler_desktop.ui.measure import CONTROL, px

FEW = 3
"""So many choices stand side by side; more are a list."""

PROMISE_KEYS = ("promise_at", "promise_note")


class SegmentsField(Field):
    """A labelled choice of a few; its value is a key, or ``None``."""

    def __init__(
        self, label: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(label, parent)
        self._keys = [key for key, _words in choices]
        words = [words for _key, words in choices]
        self.segments = Segments(words, label, wide=True, ticked=True, height=CONTROL)
        self.segments.chosen.connect(lambda _index: self._picked())
        self._take(self.segments)

    def value(self) -> str | None:
        index = self.segments.index()
        return self._keys[index] if index >= 0 else None

    def _show(self, value: object) -> None:
        self.segments.set_index(self._keys.index(str(value)) if value in self._keys else -1)


class PromiseRow(QWidget):
    """What was promised to the customer: a tick, a time, a few words."""

    def __init__(self, label: str, what: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick = CheckBox(label)
        self.at = MomentEdit(now)
        self.at.setAccessibleName(label)
        self.at.setMaximumWidth(px(150))
        self.note = Edit()
        self.note.setPlaceholderText(what)
        self.note.setAccessibleName(what)
        row = HBox(self, gap=8)
        for widget, stretch in ((self.tick, 0), (self.at, 2), (self.note, 3)):
            row.addWidget(widget, stretch)
        self.tick.toggled.connect(self._allow)
        self._allow(on=False)

    def given(self) -> dict[str, str]:
        """The inputs of the act; nothing where nothing was promised."""
        if not self.tick.isChecked():
            return {}
        return {"promise_at": self.at.given(), "promise_note": self.note.text().strip()}

    def _allow(self, on: bool) -> None:
        self.at.setEnabled(on)
        self.note.setEnabled(on)
        if on and self.at.isVisible():
            self.at.setFocus()


def field_for(item: Input, now: datetime) -> Field:
    """A field for one input of an act; a time of the act itself begins at ``now``."""
    label = said(item.words)
    choices = [(key, said(words)) for key, words in item.choices]
    match item.kind:
        case InputKind.LONG_TEXT:
            told = TextField(label)
            told.lines.setMinimumHeight(px(48))
            return told
        case InputKind.TIME:
            moment = TimeField(label, now)
            moment.set_value(now if item.key == "at" else None)
            return moment
        case InputKind.CHOICE if len(choices) <= FEW:
            return SegmentsField(label, choices)
        case InputKind.CHOICE:
            return ComboField(label, choices)
        case InputKind.PLACES:
            return PicksField(label)
        case InputKind.STARS:
            return StarsField(label)
        case _:
            return LineField(label)


def given_by(field: Field) -> str:
    """What a field gives to the act, as text."""
    value = field.value()
    return ",".join(value) if isinstance(value, tuple) else str(value or "").strip()
