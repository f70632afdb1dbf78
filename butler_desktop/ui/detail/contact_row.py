"""Contact row: one line of the record: how it went, when, by whom, what was said."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.marked_text import MarkedText
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour

LEAD = 28  # where words begin, after the icon


class ContactRow(QWidget):
    """An icon, a title, time and person at the right, words below."""

    def __init__(
        self,
        icon: str,
        title: str,
        when: str,
        words: str = "",
        promise: str = "",
        *,
        ink: str = "text_2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(" ".join(part for part in (title, when, words, promise) if part))
        stack = VBox(self, sides=(0, 9, 0, 10), gap=2)
        head = HBox(gap=8)
        mark = Hint(icon, "", ink, size=16)
        mark.setFixedWidth(px(LEAD - 8))
        head.addWidget(mark)
        head.addWidget(Text(title, Role.BODY))
        head.addStretch(1)
        head.addWidget(Text(when, Role.META, "text_3"))
        stack.addLayout(head)
        for icon_of, text, ink_of in (("", words, "text_2"), ("bell-ring", promise, "text_2")):
            if text:
                told = MarkedText(Role.META)
                told.show_words(icon_of, text, ink_of)
                line = HBox(sides=(LEAD, 0, 0, 0))
                line.addWidget(told, 1)
                stack.addLayout(line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, colour(look().theme.border))
        painter.end()
