"""Conflict table: the fields of one act that differ: before, mine, theirs, and what stays."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.conflict import Conflict, ConflictField, Decision, Place, Take
from butler_desktop.domain.form import parse_value
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.errors import Refused
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import language, said, translate
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.surface import Card
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.sync.conflict_row import ConflictRow
from butler_desktop.ui.sync.merge_field import MergeField
from butler_desktop.ui.sync.table_row import TableRow
from butler_desktop.ui.sync.value_words import form_field, whole_text

DOT = " ・ "


class ConflictTable(Card):
    """``decided({place: Decision})`` for each choice."""

    decided = Signal(object)
    writing_begun = Signal(object)
    """The field for a text by hand is there, and is to be seen."""

    def __init__(
        self,
        conflict: Conflict,
        rulebook: Rulebook | None,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._rulebook = rulebook
        whom = {(field.their_actor, field.their_at) for field in conflict.fields}
        self.rows: dict[Place, ConflictRow] = {}
        self.writing: MergeField | None = None
        self._column = VBox(self, sides=(1, 1, 1, 1))
        self._column.addWidget(_head(conflict, now, next(iter(whom)) if len(whom) == 1 else None))
        last = conflict.fields[-1]
        for field in conflict.fields:
            row = ConflictRow(field, rulebook, now, names_them=len(whom) > 1)
            row.decided.connect(lambda it, place=field.place: self.decided.emit({place: it}))
            row.writing_wanted.connect(lambda row=row: self._write(row))
            row.set_line(field is not last)
            self.rows[field.place] = row
            self._column.addWidget(row)

    def show_decisions(self, fields: tuple[ConflictField, ...]) -> None:
        """Show what is decided now."""
        for field in fields:
            self.rows[field.place].show_decision(field.decision)

    def _write(self, row: ConflictRow) -> None:
        """Opens a field under the row, with my text in it."""
        self._stop_writing()
        field, decision = row.field, row.decision
        by_hand = decision is not None and decision.take is Take.VALUE
        begun = decision.value if decision is not None and by_hand else field.mine
        label = self.tr("%1, written by hand").replace("%1", said(field.words))
        self.writing = writing = MergeField(label, whole_text(field, begun))
        writing.written.connect(lambda text: self._take(row, text))
        writing.left.connect(self._stop_writing)
        self._column.insertWidget(self._column.indexOf(row) + 1, writing)
        writing.begin()
        self.writing_begun.emit(writing)

    def _take(self, row: ConflictRow, text: str) -> None:
        known = form_field(row.field)
        writing = self.writing
        if known is None or self._rulebook is None or writing is None:
            return
        try:
            value = parse_value(known, text, self._rulebook.tables)
        except Refused as error:
            writing.refuse(error.said(language()))
            return
        leaf = list(value) if isinstance(value, tuple) else value
        self._stop_writing()
        decisions: Mapping[Place, Decision] = {row.field.place: Decision(Take.VALUE, leaf)}
        self.decided.emit(decisions)

    def _stop_writing(self) -> None:
        if self.writing is not None:
            self._column.removeWidget(self.writing)
            self.writing.hide()
            self.writing.deleteLater()
            self.writing = None


def _head(conflict: Conflict, now: datetime, them: tuple[str, datetime] | None) -> TableRow:
    here = translate("ConflictTable", "this machine")
    there = translate("ConflictTable", "shared database")
    cells = (
        _Head(translate("ConflictTable", "Field")),
        _Head(translate("ConflictTable", "Before")),
        _Head(
            _joined(translate("ConflictTable", "Mine"), conflict.actor),
            _joined(said(near_moment_text(conflict.made_at, now)), here),
            "laptop",
        ),
        _Head(
            _joined(translate("ConflictTable", "Theirs"), them[0] if them else ""),
            _joined(said(near_moment_text(them[1], now)) if them else "", there),
            "database",
        ),
        _Head(translate("ConflictTable", "Result")),
    )
    return TableRow(cells, fill="sunken")


class _Head(QWidget):
    """A title of the table, with the one it speaks of."""

    def __init__(self, title: str, second: str = "", icon: str = "") -> None:
        super().__init__()
        column = VBox(self, sides=(8, 3, 4, 3))
        column.addStretch(1)
        column.addWidget(Hint(icon, title, "text" if icon else "text_2"))
        if second:
            column.addWidget(Text(second, Role.META, "text_2", elide=True))
        column.addStretch(1)


def _joined(*parts: str) -> str:
    return DOT.join(part for part in parts if part)
