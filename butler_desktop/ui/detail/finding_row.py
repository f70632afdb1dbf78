"""Finding row: what a rule found, how grave it is, the way to its place, and what can be done."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.chips import Chip
from butler_desktop.ui.kit.date_field import DateField
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour

LEAD = 28
DAY_WIDTH = 132
BESIDE = 180
"""So wide may the words of the acts be, beside the rule."""
LONG = 150
"""The name of a place that is wider stands under the title."""
DAY = "day:"
"""How the key begins that a day is pressed with."""


@dataclass(frozen=True, slots=True)
class RowLook:
    """What a row says. ``place`` is where a click on it goes; ``link`` what that is called."""

    place: str
    icon: str
    tint: str
    title: str
    chip: str
    link: str = ""
    words: str = ""
    """Why, or who let it pass: a second line."""
    rule: str = ""
    tip: str = ""
    """What the rule rests on."""
    buttons: tuple[tuple[str, str], ...] = ()
    """(key, words) of what can be done at once."""
    links: tuple[tuple[str, str], ...] = ()
    """The same, quieter."""
    day: str = ""
    """What a day is asked for."""
    is_done: bool = False


class FindingRow(QWidget):
    """A click or the link goes to the place; the buttons say what is to be done."""

    chosen = Signal(str)
    pressed = Signal(str)

    def __init__(self, shown: RowLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = shown.place
        self.shown = shown
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if shown.place:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        spoken = (shown.chip, shown.title, shown.words, shown.link, shown.rule)
        self.setAccessibleName(" ".join(part for part in spoken if part))
        self.acts: dict[str, QWidget] = {}
        self.link = Link(shown.link, Role.META)
        self.link.clicked.connect(lambda: self.chosen.emit(self._place))
        if not shown.link:
            self.link.hide()
        self._is_long = paint.width_of(Role.META, shown.link) > px(LONG)
        stack = VBox(self, sides=(0, 10, 0, 11), gap=4)
        stack.addLayout(self._head(shown))
        if shown.words:
            words = HBox(sides=(LEAD, 0, 0, 0), gap=0)
            words.addWidget(Text(shown.words, Role.META, "text_2", wrap=True), 1)
            stack.addLayout(words)
        stack.addLayout(self._foot(shown))

    def _head(self, shown: RowLook) -> HBox:
        head, top = HBox(gap=8), Qt.AlignmentFlag.AlignTop
        mark = Hint(shown.icon, "", shown.tint, size=16)
        mark.setFixedWidth(px(LEAD - 8))
        role, ink = (Role.BODY, "text_2") if shown.is_done else (Role.BODY_BOLD, "text")
        title = Text(shown.title, role, ink, wrap=True)
        title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head.addWidget(mark, 0, top)
        head.addWidget(title, 1)
        head.addWidget(Chip(shown.chip, shown.tint), 0, top)
        if not self._is_long:
            beside = VBox(sides=(0, 2, 0, 0))
            beside.addWidget(self.link)
            head.addLayout(beside)
            head.setAlignment(beside, top)
        return head

    def _foot(self, shown: RowLook) -> VBox:
        """The rule with the acts beside it; many acts stand under it."""
        foot, told = VBox(gap=6), HBox(sides=(LEAD, 0, 0, 0), gap=8)
        rule = Text(shown.rule, Role.META, "text_3", elide=True)
        rule.setToolTip(shown.tip)
        told.addWidget(rule, 1)
        foot.addLayout(told)
        acts, many = (
            told,
            sum(paint.width_of(Role.META, it) for _, it in shown.links + shown.buttons),
        )
        if self._is_long:
            told.addWidget(self.link)
        if many and (self._is_long or many > px(BESIDE)):
            acts = HBox(sides=(LEAD, 0, 0, 0), gap=8)
            acts.addStretch(1)
            foot.addLayout(acts)
        for key, words in shown.links:
            link = Link(words, Role.META)
            link.clicked.connect(lambda key=key: self.pressed.emit(key))
            self.acts[key] = link
            acts.addWidget(link)
        if shown.day:
            acts.addWidget(self._day(shown.day))
        for key, words in shown.buttons:
            button = Button(words, size=Size.SMALL)
            button.clicked.connect(lambda _on=False, key=key: self.pressed.emit(key))
            self.acts[key] = button
            acts.addWidget(button)
        return foot

    def _day(self, words: str) -> DateField:
        field = DateField(words)
        field.setFixedWidth(px(DAY_WIDTH))
        field.committed.connect(lambda: self.pressed.emit(DAY + field.value()))
        self.acts[DAY] = field
        return field

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._place:
            self.chosen.emit(self._place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, colour(look().theme.border))
        painter.end()
