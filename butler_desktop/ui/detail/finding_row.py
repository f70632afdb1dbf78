"""Finding row: what a rule found, how grave it is, and the way to the field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.chips import Chip
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour

LEAD = 28


class FindingRow(QWidget):
    """Click or the link goes to ``place``."""

    chosen = Signal(str)

    def __init__(
        self,
        place: str,
        icon: str,
        tint: str,
        title: str,
        chip: str,
        link: str,
        rule: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._place = place
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(" ".join(part for part in (chip, title, link, rule) if part))
        mark = Hint(icon, "", tint, size=16)
        mark.setFixedWidth(px(LEAD - 8))
        words = Text(title, Role.BODY_BOLD, wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.link = Link(link, Role.META)
        self.link.clicked.connect(lambda: self.chosen.emit(self._place))
        self.link.setVisible(bool(link))
        head = HBox(gap=8)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(mark, 0, top)
        head.addWidget(words, 1)
        head.addWidget(Chip(chip, tint), 0, top)
        below = HBox(sides=(LEAD, 0, 0, 0), gap=8)
        below.addWidget(Text(rule, Role.META, "text_3"))
        below.addStretch(1)
        below.addWidget(self.link)
        stack = VBox(self, sides=(0, 10, 0, 11), gap=4)
        stack.addLayout(head)
        stack.addLayout(below)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self._place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, colour(look().theme.border))
        painter.end()
