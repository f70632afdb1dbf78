"""Conflict row: one field on which two butlers differ, and which value stays."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from butler_desktop.domain.conflict import ConflictField, Decision, Take
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.marked_text import MarkedText
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.sync.choice_cell import ChoiceCell
from butler_desktop.ui.sync.table_row import TableRow
from butler_desktop.ui.sync.value_words import (
    can_be_written,
    changed_parts,
    is_personal,
    is_scan,
    section_words,
    value_words,
)

DOT = " ・ "


class ConflictRow(TableRow):
    """``decided(Decision)`` when a cell is chosen, ``writing_wanted()`` for a text by hand."""

    decided = Signal(object)
    writing_wanted = Signal()

    def __init__(
        self,
        field: ConflictField,
        rulebook: Rulebook | None,
        now: datetime,
        *,
        names_them: bool,
        parent: QWidget | None = None,
    ) -> None:
        self.field, self.decision = field, field.decision
        self._rulebook, self._now, self._names_them = rulebook, now, names_them
        name = said(field.words)
        self.mine = self._cell(name, field.mine)
        self.theirs = self._cell(name, field.theirs, is_theirs=True)
        self._group = QButtonGroup()
        for cell in (self.mine, self.theirs):
            self._group.addButton(cell)
        self.result = ConflictResult(field)
        cells = (
            _Quiet(name, said(section_words(field)), "text"),
            _Quiet(self._words(field.base), self._second(field.base), "text_2"),
            self.mine,
            self.theirs,
            self.result,
        )
        super().__init__(cells, parent=parent)
        self.mine.clicked.connect(lambda: self.decided.emit(Decision(Take.MINE)))
        self.theirs.clicked.connect(lambda: self.decided.emit(Decision(Take.THEIRS)))
        self.result.writing_wanted.connect(self.writing_wanted)
        self.show_decision(field.decision)

    def show_decision(self, decision: Decision | None) -> None:
        """Show whose value stays, or that it is still open."""
        self.decision = decision
        take = decision.take if decision is not None else None
        self._group.setExclusive(False)
        self.mine.setChecked(take is Take.MINE)
        self.theirs.setChecked(take is Take.THEIRS)
        self._group.setExclusive(True)
        self.result.show_result(self._words(self._kept(decision)) if decision else "")
        self.settle()

    def _kept(self, decision: Decision | None) -> Any:
        if decision is None or decision.take is Take.VALUE:
            return decision.value if decision else None
        return self.field.mine if decision.take is Take.MINE else self.field.theirs

    def _cell(self, name: str, value: Any, *, is_theirs: bool = False) -> ChoiceCell:
        field, text = self.field, self._words(value)
        plain = is_scan(field) or is_personal(field) or isinstance(value, bool)
        changed = [] if plain else changed_parts(self._words(field.base), text)
        second = [self._second(value)]
        if is_theirs and self._names_them:
            when = said(near_moment_text(field.their_at, self._now))
            second = [f"{field.their_actor} {when}", *second]
        if is_personal(field) and self._words(field.mine) == self._words(field.theirs):
            second.append(self.tr("differs where it is masked"))
        told = DOT.join(it for it in second if it)
        return ChoiceCell(name, text, changed, told, is_scan=is_scan(field))

    def _words(self, value: Any) -> str:
        return value_words(self.field, value, self._rulebook)

    def _second(self, value: Any) -> str:
        if not isinstance(value, dict):
            return ""
        wide, high = value.get("pixel_width"), value.get("pixel_height")
        size = f"{wide} × {high}" if wide and high else ""
        return DOT.join(it for it in (size, value.get("attached_by") or "") if it)


class ConflictResult(QWidget):
    """What stays, or that it is still open, and the way to write another text."""

    writing_wanted = Signal()

    def __init__(self, field: ConflictField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = MarkedText(Role.BODY)
        column = VBox(self, sides=(8, 8, 4, 8), gap=1)
        column.addStretch(1)
        column.addWidget(self._words)
        self.link: Link | None = None
        if is_scan(field):
            column.addWidget(Text(self.tr("Both are kept"), Role.META, "text_2"))
        elif can_be_written(field):
            self.link = Link(self.tr("Write by hand"))
            self.link.clicked.connect(self.writing_wanted)
            row = HBox()
            row.addWidget(self.link)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)
        self._column = column

    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def show_result(self, text: str) -> None:
        """Say what stays; empty: nothing is chosen yet."""
        if text:
            self._words.show_words("check", text, "accent_text")
        else:
            self._words.show_words("circle-question-mark", self.tr("Choose"), "amber")

    def heightForWidth(self, width: int) -> int:
        return self._column.totalHeightForWidth(width)


class _Quiet(QWidget):
    """A cell that nobody chooses, its words in line with those of the choices."""

    def __init__(self, text: str, second: str, ink: str) -> None:
        super().__init__()
        column = VBox(self, sides=(8, 8, 8, 8))
        column.addStretch(1)
        column.addWidget(Text(text, Role.BODY, ink, wrap=True))
        if second:
            column.addWidget(Text(second, Role.META, "text_3", wrap=True))
        column.addStretch(1)
        self._column = column

    def heightForWidth(self, width: int) -> int:
        return self._column.totalHeightForWidth(width)
