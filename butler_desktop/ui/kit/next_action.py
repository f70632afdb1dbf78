"""Next action: the one thing to do next, until when, what is missing, and the button for it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind
from butler_desktop.ui.kit.due import DueCase, DueLabel, DueText
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CARD_RADIUS, px


class NextAction(QWidget):
    """The panel under the stepper: 60 pixels between its lines, at most two buttons."""

    acted = Signal()
    second_acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._overdue = False
        self._title = Text(role=Role.BODY_BOLD, elide=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._due = DueLabel()
        self._sentence = Text(role=Role.META, ink="text_2", elide=True)
        self._second = Button("")
        self._filled = Button("", Kind.FILLED)
        self._second.clicked.connect(self.second_acted)
        self._filled.clicked.connect(self.acted)

        head = HBox(gap=6)
        head.addWidget(self._title)
        head.addWidget(self._due)
        head.addStretch(1)
        told = VBox(gap=1)
        told.addStretch(1)
        told.addLayout(head)
        told.addWidget(self._sentence)
        told.addStretch(1)
        self._row = row = HBox(self, sides=(15, 0, 11, 0), gap=8)
        row.addLayout(told, 1)
        row.addWidget(self._second)
        row.addWidget(self._filled)
        self.show_words("", "")
        self.show_buttons()

    def show_words(self, title: str, sentence: str, due: DueText | None = None) -> None:
        """Say what comes next, one sentence on what is missing, and until when."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._due.show_due(due)
        self._overdue = due is not None and due.case is DueCase.OVERDUE
        self._fit()
        self.setAccessibleName(", ".join(part for part in (title, sentence) if part))
        self.update()

    def show_buttons(
        self,
        filled: str = "",
        shortcut: str = "Ctrl+Return",
        second: str = "",
        second_shortcut: str = "",
    ) -> None:
        """Name the buttons; an empty name hides one."""
        self._filled.set_words(filled, shortcut)
        self._filled.setVisible(bool(filled))
        self._second.set_words(second, second_shortcut)
        self._fit()

    def _fit(self) -> None:
        """Leave the quiet button out where the words would have no room beside it."""
        least = min(self._title.sizeHint().width(), px(120))
        words = least + px(6) + self._due.sizeHint().width()
        buttons = [self._second.sizeHint().width()]
        if not self._filled.isHidden():
            buttons.append(self._filled.sizeHint().width())
        needed = px(26) + words + sum(buttons) + px(8) * len(buttons)
        fits = self._filled.isHidden() or needed <= self.width()
        self._second.setVisible(bool(self._second.text()) and fits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def filled_button(self) -> Button:
        """The one filled button."""
        return self._filled

    @property
    def second_button(self) -> Button:
        """The quiet one beside it."""
        return self._second

    def sizeHint(self) -> QSize:
        return QSize(px(560), px(62))

    def minimumSizeHint(self) -> QSize:
        filled = 0 if self._filled.isHidden() else self._filled.sizeHint().width()
        return QSize(px(140) + filled, px(62))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = look().theme, QPainter(self)
        line = theme.red.text if self._overdue else theme.border
        paint.box(painter, self.rect(), theme.sunken, line, px(CARD_RADIUS))
        painter.end()
