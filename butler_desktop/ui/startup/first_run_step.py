"""First-run step: a numbered ring (or a tick), what the step is about, and its button."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CARD_RADIUS, px
from butler_desktop.ui.theme import colour

RING, HIGH = 32, 73


class Ring(QWidget):
    """The number of a step in a disc; a tick where the step is done."""

    def __init__(self, number: int, *, done: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._done = number, done
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(RING), px(RING))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        fill = theme.green.ground if self._done else theme.accent_fill
        paint.box(painter, self.rect(), fill, None, self.width() / 2)
        if self._done:
            icons.draw_in(painter, self.rect(), "check", px(16), theme.green.text, stroke=2)
        else:
            ink, number = theme.on_accent, str(self._number)
            paint.words(painter, self.rect(), Role.CARD_TITLE, ink, number, paint.CENTRE)
        painter.end()


class Step(QWidget):
    """One row of the card; the one that is next stands on the accent's ground."""

    def __init__(
        self,
        number: int,
        title: str,
        sentence: str,
        button: Button | None = None,
        *,
        done: bool = False,
        is_last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._done, self._is_last = done, is_last
        line = HBox(self, sides=(20, 14, 20, 14), gap=16)
        line.addWidget(Ring(number, done=done), 0, Qt.AlignmentFlag.AlignVCenter)
        words = VBox(gap=1)
        words.addStretch(1)
        words.addWidget(Text(title, Role.BODY_BOLD))
        words.addWidget(Text(sentence, Role.META, "text_2", wrap=True))
        words.addStretch(1)
        line.addLayout(words, 1)
        if button is not None:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(px(HIGH))
        look().changed.connect(self._measure)

    def _measure(self) -> None:
        self.setMinimumHeight(px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, radius = QPainter(self), look().theme, px(CARD_RADIUS) - 1
        rect = QRect(1, 0, self.width() - 2, self.height() - int(self._is_last))
        if not self._done:
            ground = QPainterPath()
            above = radius if self._is_last else 0
            round_part = rect.adjusted(0, -above, 0, 0)
            ground.addRoundedRect(round_part, above, above)
            painter.setClipRect(rect)
            painter.fillPath(ground, colour(theme.accent_ground))
            painter.setClipping(False)
        if not self._is_last:
            painter.fillRect(0, self.height() - 1, self.width(), 1, colour(theme.border))
        painter.end()
