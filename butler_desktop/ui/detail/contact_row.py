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
from butler_desktop.ui.promises.promise_line import PromiseLine
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
        promise: PromiseLine | None = None,
        *,
        ink: str = "text_2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        promised = promise.accessibleName() if promise is not None else ""
        self.setAccessibleName(" ".join(it for it in (title, when, words, promised) if it))
        stack = VBox(self, sides=(0, 9, 0, 10), gap=2)
        head = HBox(gap=8)
        mark = Hint(icon, "", ink, size=16)
        mark.setFixedWidth(px(LEAD - 8))
        head.addWidget(mark)
        head.addWidget(Text(title, Role.BODY))
        head.addStretch(1)
        head.addWidget(Text(when, Role.META, "text_3"))
        stack.addLayout(head)
        told: list[QWidget] = [promise] if promise is not None else []
        if words:
            said_words = MarkedText(Role.META)
            said_words.show_words("", words, "text_2")
            told.insert(0, said_words)
        for widget in told:
            line = HBox(sides=(LEAD, 0, 0, 0))
            line.addWidget(widget, 1)
            stack.addLayout(line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, colour(look().theme.border))
        painter.end()
