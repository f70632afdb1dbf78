"""Line button: a row that is pressed; the arrows go to its neighbours."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from butler_desktop.ui.kit import paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour

STEPS = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False, Qt.Key.Key_J: True, Qt.Key.Key_K: False}


class LineButton(QAbstractButton):
    """Draws its ground, line and focus; ``draw`` draws what is on it."""

    height_at_100 = 33

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def draw(self, painter: QPainter) -> None:
        """Draw what the row says."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(self.height_at_100))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(self.height_at_100))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in STEPS:
            self.focusNextPrevChild(STEPS[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(1, 0, -1, -1), colour(theme.hover))
        self.draw(painter)
        painter.fillRect(1, self.height() - 1, self.width() - 2, 1, colour(theme.border))
        if self.hasFocus():
            paint.focus_ring(painter, self.rect().adjusted(1, 0, -1, -1), theme, px(4))
        painter.end()
