"""Key cap: a shortcut in a small frame (Ctrl K, Esc, Alt 1)."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CHIP_RADIUS, px

_HEIGHT, _SIDE = 20, 6


def width(keys: str) -> int:
    """How wide the cap of these keys is."""
    return paint.width_of(Role.META, keys) + 2 * px(_SIDE)


def draw(painter: QPainter, rect: QRect, keys: str) -> int:
    """Draw a cap at the right end of ``rect``, in the middle of its height; where it begins."""
    theme, high = look().theme, px(_HEIGHT)
    left = rect.right() + 1 - width(keys)
    cap = QRect(left, rect.top() + (rect.height() - high) // 2, width(keys), high)
    paint.box(painter, cap, theme.raised, theme.border_strong, px(CHIP_RADIUS))
    paint.words(painter, cap, Role.META, theme.text_2, keys, paint.CENTRE, elide=False)
    return left


class KeyCap(QWidget):
    """A cap among other widgets."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(width(self._keys), px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw(painter, self.rect(), self._keys)
        painter.end()
