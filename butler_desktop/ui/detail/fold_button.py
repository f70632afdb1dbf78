"""Fold button: quiet words with a chevron behind them that fold something away or open it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import RADIUS, SMALL, px

_SIDE, _GAP = 6, 2


class FoldButton(QAbstractButton):
    """Words and a chevron that points down while something is folded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str, *, unfolded: bool) -> None:
        """Say what is folded, or that it can be folded again."""
        self._open = unfolded
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = paint.width_of(Role.META, self.text())
        return QSize(words + px(icons.TEXT) + px(_GAP) + 2 * px(_SIDE), px(SMALL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = look().theme, QPainter(self)
        if self.underMouse() or self.isDown():
            paint.box(painter, self.rect(), theme.hover, None, px(RADIUS))
        spot = self.rect().adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        drawn = paint.words(painter, spot, Role.META, theme.text_2, self.text())
        size = px(icons.TEXT)
        icon = QRect(spot.left() + drawn + px(_GAP), 0, size, self.height())
        icons.draw_in(
            painter, icon, "chevron-up" if self._open else "chevron-down", size, theme.text_2
        )
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), theme, px(RADIUS))
        painter.end()
