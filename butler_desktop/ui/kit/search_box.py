"""Search box: looks like a field and opens the palette."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, key_cap, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CONTROL, RADIUS, px


class SearchBox(QAbstractButton):
    """A field of 440 × 30 that opens the palette when it is pressed (``clicked``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Search sponsors, domains, numbers"))
        self.setAccessibleName(self.tr("Search"))
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._measure()
        look().changed.connect(self._measure)

    def _measure(self) -> None:
        self.setMaximumWidth(px(440))

    def sizeHint(self) -> QSize:
        return QSize(px(440), px(CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(CONTROL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, rect = look().theme, QPainter(self), self.rect()
        line = theme.field_line if self.underMouse() else theme.border_strong
        paint.box(painter, rect, theme.surface, line, px(RADIUS))
        size = px(icons.CONTROL)
        icons.draw(painter, px(9), (self.height() - size) // 2, "search", size, theme.text_3)
        right = key_cap.draw(painter, QRect(0, 0, self.width() - px(8), self.height()), "Ctrl K")
        spot = QRect(px(32), 0, right - px(40), self.height())
        paint.words(painter, spot, Role.BODY, theme.text_3, self.text())
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme, px(RADIUS))
        painter.end()
