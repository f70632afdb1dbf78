"""Task list: what is to be done, under the day or the stage it belongs to."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from butler_desktop.domain.stage import STAGE_WORDS, Stage
from butler_desktop.domain.today import SECTION_WORDS, Task, ToDo, section_of
from butler_desktop.domain.workdays import WorkingCalendar
from butler_desktop.ui.due_text import due_text
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit import chips, paint, stage_glyph
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind, Size
from butler_desktop.ui.kit.due import DueText, draw_due, due_width
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.surface import Card, Surface
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CHIP, px
from butler_desktop.ui.today.line_button import LineButton
from butler_desktop.words import Words

PROMISE = Words("约定", "Promise")
DOT = " ・ "
BY_DUE, BY_STAGE = "due", "stage"


class TaskLine(LineButton):
    """Stage or promise, what to do, for whom, until when."""

    def __init__(
        self, task: Task, due: DueText | None, butler: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.task, self._due, self.room = task, due, px(120)
        self._chip = said(STAGE_WORDS[task.stage] if task.stage else PROMISE)
        self._who = DOT.join(it for it in (task.customer, said(task.about), butler) if it)
        parts = (self._chip, said(task.words), self._who, due.text if due else "")
        self.setAccessibleName("，".join(part for part in parts if part))
        self.setToolTip("\n".join(it for it in (self._who, due.reason if due else "") if it))

    @property
    def due_width(self) -> int:
        """How much room its due time wants."""
        return due_width(self._due) + px(28) if self._due is not None else 0

    def draw(self, painter: QPainter) -> None:
        theme, task, high = look().theme, self.task, self.height()
        stage = task.stage
        width = chips.chip_width(self._chip, icon=True)
        chip = QRect(px(14), (high - px(CHIP)) // 2, width, px(CHIP))
        tint = stage_glyph.TINT[stage] if stage else "grey"
        icon = "" if stage else "phone"
        chips.draw_chip(painter, chip, theme, tint, self._chip, stage=stage, icon=icon)
        right, left = self.room, px(14) + _chip_column() + px(12)
        room = self.width() - left - right
        words = min(px(168), room * 2 // 5)
        spot = QRect(left, 0, words - px(10), high)
        paint.words(painter, spot, Role.BODY, theme.text, said(task.words))
        spot = QRect(left + words, 0, room - words - px(10), high)
        paint.words(painter, spot, Role.BODY, theme.text_2, self._who)
        if self._due is not None:
            draw_due(painter, QRect(self.width() - right, 0, right, high), self._due)


class TaskList(Card):
    """``opened`` when a task was pressed, ``rest_wanted`` for those that are not listed."""

    opened = Signal(object)
    rest_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._order = BY_DUE
        self._shown: ToDo | None = None
        self._calendar, self._is_team = WorkingCalendar(), False
        self._count = Text("", ink="text_3")
        self.sort = Button("", Kind.FLAT, icon="chevron-down", size=Size.SMALL)
        self.sort.clicked.connect(self._choose_order)
        self.empty = EmptyState(self.tr("Nothing is to be done. What falls due appears here."))
        self._list = QWidget()
        self._rows = VBox(self._list)
        stack = VBox(self, sides=(1, 0, 1, 1))
        head = HBox(sides=(16, 10, 10, 8), gap=8)
        head.addWidget(Text(self.tr("To do"), Role.CARD_TITLE))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.sort)
        stack.addLayout(head)
        stack.addWidget(self._list)
        stack.addWidget(self.empty)
        stack.addStretch(1)
        self._name_order()

    @property
    def lines(self) -> list[TaskLine]:
        """The lines that are shown."""
        found = self._list.findChildren(TaskLine)
        return [line for line in found if self._rows.indexOf(line) >= 0]

    def show_tasks(self, to_do: ToDo, calendar: WorkingCalendar, *, is_team: bool) -> None:
        """Show what is to be done, of a team with who does it; the line in use stays in use."""
        held = next((it.task for it in self.lines if it.hasFocus()), None)
        self._shown, self._calendar, self._is_team = to_do, calendar, is_team
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        count = len(to_do.tasks) + to_do.more
        self._count.setText(str(count))
        self.empty.setVisible(not count)
        for title, tasks in self._grouped(to_do):
            self._rows.addWidget(_heading(f"{title}{DOT}{len(tasks)}"))
            for task in tasks:
                self._rows.addWidget(self._task_line(task, to_do.now, held))
        room = max((line.due_width for line in self.lines), default=0)
        for line in self.lines:
            line.room = max(room, px(120))
        if to_do.more:
            rest = Link(self.tr("%n more in the queue", "", to_do.more))
            rest.clicked.connect(self.rest_wanted)
            ground = QWidget()
            HBox(ground, sides=(16, 8, 16, 8)).addWidget(rest)
            self._rows.addWidget(ground)

    def _task_line(self, task: Task, now: datetime, held: Task | None) -> TaskLine:
        due = due_text(task.due, now, self._calendar)
        line = TaskLine(task, due, task.butler if self._is_team else "")
        line.clicked.connect(lambda _=False: self.opened.emit(task))
        is_same = held is not None and (held.filing_id, held.promise) == (
            task.filing_id,
            task.promise,
        )
        if is_same:
            line.setFocus()
        return line

    def _grouped(self, to_do: ToDo) -> Iterator[tuple[str, list[Task]]]:
        if self._order == BY_DUE:
            for section, tasks in groupby(to_do.tasks, lambda it: section_of(it.due, to_do.now)):
                yield said(SECTION_WORDS[section]), list(tasks)
            return
        places: list[Stage | None] = [None, *Stage]
        for stage in places:
            found = [task for task in to_do.tasks if task.stage is stage]
            if found:
                yield said(STAGE_WORDS[stage] if stage else PROMISE), found

    def _orders(self) -> dict[str, str]:
        return {BY_DUE: self.tr("By due time"), BY_STAGE: self.tr("By stage")}

    def _name_order(self) -> None:
        self.sort.set_words(self._orders()[self._order])

    def _choose_order(self) -> None:
        menu = QMenu(self)
        for key, words in self._orders().items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(key == self._order)
            action.triggered.connect(lambda _on=False, key=key: self.set_order(key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.sort.mapToGlobal(self.sort.rect().bottomLeft()))

    def set_order(self, key: str) -> None:
        """Group by due time or by stage."""
        self._order = key
        self._name_order()
        if self._shown is not None:
            self.show_tasks(self._shown, self._calendar, is_team=self._is_team)


def _chip_column() -> int:
    """The width of the widest chip, so that the words begin below each other."""
    return max(chips.chip_width(said(it), icon=True) for it in (*STAGE_WORDS.values(), PROMISE))


def _heading(words: str) -> QWidget:
    ground = Surface("sunken", "tb")
    row = HBox(ground, sides=(15, 4, 15, 4))
    row.addWidget(Text(words, Role.META, "text_2"))
    ground.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return ground
