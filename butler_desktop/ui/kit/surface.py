"""Surface: a plain ground in a colour of the theme, with a line at some of its sides."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from butler_desktop.ui.kit import paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CARD_RADIUS, px
from butler_desktop.ui.theme import colour


class Surface(QWidget):
    """A ground in the colour ``fill``; ``lines`` names the sides with a line: any of "ltrb"."""

    def __init__(
        self, fill: str = "surface", lines: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fill, self._lines = fill, lines

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        painter.fillRect(self.rect(), colour(theme.token(self._fill)))
        line, wide, high = colour(theme.border), self.width(), self.height()
        edges = {
            "l": (0, 0, 1, high),
            "t": (0, 0, wide, 1),
            "r": (wide - 1, 0, 1, high),
            "b": (0, high - 1, wide, 1),
        }
        for side in self._lines:
            painter.fillRect(*edges[side], line)
        painter.end()


class Card(QWidget):
    """A box with a line and round corners of 8; ``accent`` while a form in it is open."""

    def __init__(
        self, fill: str = "surface", *, accent: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fill = fill
        self._line = "accent_text" if accent else "border"

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        fill, line = theme.token(self._fill), theme.token(self._line)
        paint.box(painter, self.rect(), fill, line, px(CARD_RADIUS))
        painter.end()
