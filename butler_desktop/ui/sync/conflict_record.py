"""Conflict record: one act that waits for choices, with all that bears on them."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.conflict import Conflict, Decision, Take
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import language, said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.chips import StageChip
from butler_desktop.ui.kit.marked_text import MarkedText
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.sync.conflict_table import ConflictTable
from butler_desktop.ui.sync.effects import effects_of
from butler_desktop.words import joined

MOST_EFFECTS = 4


class ConflictRecord(QWidget):
    """Signals: ``decided({place: Decision})``, ``retried()``, ``given_up()``."""

    decided = Signal(object)
    retried = Signal()
    given_up = Signal()

    def __init__(
        self,
        conflict: Conflict,
        view: FilingView | None,
        rulebook: Rulebook | None,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.conflict, self.view, self._now = conflict, view, now
        self.strip = MessageStrip()
        self.table: ConflictTable | None = None
        self._column = VBox(self, sides=(24, 12, 24, 20), gap=12)
        self._column.addLayout(self._head())
        self._column.addWidget(self.strip)
        if conflict.fields:
            self.table = ConflictTable(conflict, rulebook, now)
            self.table.decided.connect(self.decided)
            self._column.addWidget(self.table)
        else:
            self._column.addWidget(self._refused())
        behind = MessageStrip()
        self._column.addWidget(behind)
        if conflict.behind:
            behind.show_message("blue", self._behind_words())
        self._effects = QWidget()
        self._lines = VBox(self._effects, gap=4)
        self._column.addWidget(self._effects)
        self._column.addStretch(1)
        self._show_effects()

    def show_conflict(self, conflict: Conflict) -> None:
        """Show what is decided now; the fields are the same."""
        self.conflict = conflict
        if self.table is not None:
            self.table.show_decisions(conflict.fields)
        self._show_effects()

    def all_of(self, take: Take) -> None:
        """Take one side in every field."""
        self.decided.emit({field.place: Decision(take) for field in self.conflict.fields})

    def enter(self) -> None:
        """Put the keyboard on the first field that is open."""
        if self.table is None:
            return
        fields = self.conflict.fields
        wanted = next((it for it in fields if it.decision is None), fields[0])
        self.table.rows[wanted.place].mine.setFocus(Qt.FocusReason.TabFocusReason)

    def _head(self) -> HBox:
        row = HBox(gap=8)
        name = Text(self.conflict.customer, Role.LIST_TITLE, elide=True)
        name.setSizePolicy(name.sizePolicy().Policy.Maximum, name.sizePolicy().Policy.Fixed)
        row.addWidget(name)
        if self.view is not None:
            row.addWidget(StageChip(self.view.state.stage, bold=True))
        act = Text(said(self.conflict.words), Role.META, "text_3", elide=True)
        row.addWidget(act, 1)
        self.mine = Button(self.tr("All mine"), size=Size.HEAD)
        self.theirs = Button(self.tr("All theirs"), size=Size.HEAD)
        self.mine.clicked.connect(lambda: self.all_of(Take.MINE))
        self.theirs.clicked.connect(lambda: self.all_of(Take.THEIRS))
        if self.conflict.fields:
            row.addWidget(Text(self.tr("Whole record:"), Role.META, "text_2"))
            row.addWidget(self.mine)
            row.addWidget(self.theirs)
        return row

    def _refused(self) -> QWidget:
        """An act that the rules do not allow any more: it has no field to choose in."""
        box = QWidget()
        column = VBox(box, gap=12)
        told = MarkedText(Role.BODY)
        when = said(near_moment_text(self.conflict.made_at, self._now))
        act = self.tr("“%1”, made %2, no longer applies: %3.").replace("%2", when)
        act = act.replace("%1", said(self.conflict.words)).replace("%3", said(self.conflict.reason))
        told.show_words("circle-question-mark", act, "amber")
        column.addWidget(told)
        row = HBox(gap=8)
        self.retry = Button(self.tr("Try again"))
        self.drop = Button(self.tr("Give up this act"))
        self.retry.clicked.connect(self.retried)
        self.drop.clicked.connect(self.given_up)
        row.addWidget(self.drop)
        row.addWidget(self.retry)
        row.addStretch(1)
        column.addLayout(row)
        return box

    def _behind_words(self) -> str:
        quoted = dict.fromkeys(f"“{said(act)}”" for act in self.conflict.behind)
        acts = "".join(quoted) if language() == "zh_CN" else ", ".join(quoted)
        count = len(self.conflict.behind)
        told = self.tr(
            "%n later act(s) on this order (%1) wait and are judged again by what you choose. "
            "Equal changes are not listed.",
            "",
            count,
        )
        return told.replace("%1", acts)

    def _show_effects(self) -> None:
        while (part := self._lines.takeAt(0)) is not None:
            widget = part.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        lines = self._effect_lines()
        if lines:
            self._lines.addWidget(Text(self.tr("What it leads to"), Role.CARD_TITLE))
        for icon, words in lines[:MOST_EFFECTS]:
            line = MarkedText(Role.META)
            line.show_words(icon, words, "text_2")
            self._lines.addWidget(line)
        self._effects.setVisible(bool(lines))

    def _effect_lines(self) -> list[tuple[str, str]]:
        if self.view is None:
            return []
        effects = effects_of(self.conflict, self.view)
        lines = []
        if effects.go:
            gone = said(joined([it.message for it in effects.go]))
            lines.append(("circle-check", self.tr("Goes: %1").replace("%1", gone)))
        if effects.come:
            come = said(joined([it.message for it in effects.come]))
            lines.append(("triangle-alert", self.tr("Comes: %1").replace("%1", come)))
        return lines
