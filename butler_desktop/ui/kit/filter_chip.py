"""Filter chips: the filters above a list; a set one can be removed, an empty one is dashed."""

from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import RADIUS, SMALL, px


class FilterState(Enum):
    """A filter chip may be the filter button, set to a value, or still empty."""

    BUTTON = "button"
    SET = "set"
    EMPTY = "empty"


class FilterChip(QPushButton):
    """A filter above a list. ``clicked`` opens its choices; ``removed`` clears a set one."""

    removed = Signal()

    def __init__(
        self,
        text: str,
        state: FilterState = FilterState.EMPTY,
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._state, self._icon = state, icon
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def show_filter(self, text: str, state: FilterState) -> None:
        """Say another filter, set or empty."""
        self._state = state
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def state(self) -> FilterState:
        """Whether the filter is set."""
        return self._state

    def sizeHint(self) -> QSize:
        width = paint.width_of(Role.META, self.text()) + 2 * px(9)
        width += px(icons.TEXT) + px(4) if self._icon else 0
        width += px(17) if self._state is FilterState.SET else 0
        return QSize(width, px(SMALL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, rect, radius = look().theme, QPainter(self), self.rect(), px(RADIUS)
        hover, ink = self.underMouse(), theme.text_2
        if self._state is FilterState.SET:
            ink = theme.accent_text
            paint.box(painter, rect, theme.accent_ground, theme.accent_text, radius)
        elif self._state is FilterState.EMPTY:
            if hover:
                paint.box(painter, rect, theme.hover, None, radius)
            paint.dashed_box(painter, rect, theme.border_strong, radius)
        else:
            fill = theme.hover if hover else theme.raised
            paint.box(painter, rect, fill, theme.border_strong, radius)
        left = px(9)
        if self._icon:
            size = px(icons.TEXT)
            icons.draw(painter, left, (self.height() - size) // 2, self._icon, size, ink)
            left += size + px(4)
        spot = QRect(left, 0, self.width() - left, self.height())
        paint.words(painter, spot, Role.META, ink, self.text())
        if self._state is FilterState.SET:
            icons.draw_in(painter, self._cross(), "x", px(12), ink, stroke=2)
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme, radius)
        painter.end()

    def _cross(self) -> QRect:
        return QRect(self.width() - px(24), 0, px(20), self.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_cross = self._state is FilterState.SET and self._cross().contains(
            event.position().toPoint()
        )
        if on_cross and self.isDown():
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if self._state is FilterState.SET and event.key() in keys:
            self.removed.emit()
        else:
            super().keyPressEvent(event)
