"""Search box: the field of the top bar; pressed, it opens the palette."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, key_cap, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CONTROL, RADIUS, px

KEYS = "Ctrl K"


class SearchBox(QAbstractButton):
    """440 × 30, drawn as the field that it stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = self.tr("Search sponsors, domains, numbers")
        self.setAccessibleName(self.tr("Search"))
        self.setAccessibleDescription(self._words)
        self.setToolTip(KEYS)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()
        look().changed.connect(self._dress)

    def _dress(self) -> None:
        self.setMaximumWidth(px(440))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(440), px(CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(CONTROL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, rect = look().theme, QPainter(self), self.rect()
        line = theme.field_line if self.underMouse() else theme.border_strong
        paint.box(painter, rect, theme.surface, line, px(RADIUS))
        size, left, right = px(icons.CONTROL), px(32), rect.right() - px(8)
        icons.draw(painter, px(9), (self.height() - size) // 2, "search", size, theme.text_3)
        if self.width() >= px(200):
            keys = QRect(0, 0, self.width() - px(8), self.height())
            right = key_cap.draw(painter, keys, KEYS) - px(6)
        words = QRect(left, 0, right - left, self.height())
        paint.words(painter, words, Role.BODY, theme.text_3, self._words)
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme, px(RADIUS))
        painter.end()
