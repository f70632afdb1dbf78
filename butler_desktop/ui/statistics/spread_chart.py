"""Spread chart: the middle and the middle half of durations, a row each, with a limit."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.durations import Spread
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.statistics.scale import Scale
from butler_desktop.ui.theme import colour

ROW = 21
TICKS = 5


class SpreadChart(QWidget):
    """As many rows as there are; the page scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, Spread], ...] = ()
        self._unit, self._limit = "", 0

    def show_spreads(self, rows: Sequence[tuple[str, Spread]], unit: str, limit: int = 0) -> None:
        """Show the rows; ``unit`` with %1 stands behind each middle, ``limit`` is a red line."""
        self._rows, self._unit, self._limit = tuple(rows), unit, limit
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(480), px(ROW) * max(len(self._rows), 4) + px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(300), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        names = max((paint.width_of(Role.META, name) for name, _ in self._rows), default=0)
        middles = [self._unit.replace("%1", _figure(it.middle)) for _, it in self._rows]
        wide = max((paint.width_of(Role.META, told) for told in middles), default=0)
        counts = max(
            (paint.width_of(Role.META, f"n {it.count}") for _, it in self._rows), default=0
        )
        top = max((it.high for _, it in self._rows), default=0)
        step = max(1, ceil(max(top, self._limit, 1) / TICKS))
        last = step * ceil(max(top, self._limit, 1) / step)
        area = self.rect().adjusted(names + px(10), 0, -wide - counts - px(34), -px(22))
        scale = Scale(0, last, area.left(), area.right())
        for value in range(0, last + 1, step):
            x = round(scale.at(value))
            painter.fillRect(x, area.top(), 1, area.height(), colour(theme.border))
            spot = QRect(x - px(24), area.bottom() + px(4), px(48), px(18))
            paint.words(painter, spot, Role.META, theme.text_2, str(value), paint.CENTRE)
        if self._limit:
            x = round(scale.at(self._limit))
            painter.setPen(QPen(colour(theme.red.text), 1, Qt.PenStyle.DashLine))
            painter.drawLine(x, area.top(), x, area.bottom())
        for place, (name, it) in enumerate(self._rows):
            self._draw_row(painter, scale, area, place, name, it, middles[place], wide)
        painter.end()

    def _draw_row(
        self,
        painter: QPainter,
        scale: Scale,
        area: QRect,
        place: int,
        name: str,
        it: Spread,
        middle: str,
        wide: int,
    ) -> None:
        theme, high = look().theme, px(12)
        y = px(ROW) * place + (px(ROW) - high) // 2
        line = QRect(0, px(ROW) * place, area.left() - px(8), px(ROW))
        paint.words(painter, line, Role.META, theme.text, name, paint.RIGHT)
        left, right = round(scale.at(it.low)), round(scale.at(it.high))
        box = QRect(left, y, max(right - left, px(2)), high)
        paint.box(painter, box, theme.blue.ground, theme.blue.text, px(3))
        x = round(scale.at(it.middle))
        painter.fillRect(x - px(1), y, px(3), high, colour(theme.blue.text))
        spot = QRect(area.right() + px(12), px(ROW) * place, wide, px(ROW))
        paint.words(painter, spot, Role.META, theme.text, middle, paint.RIGHT)
        spot = QRect(0, px(ROW) * place, self.width(), px(ROW))
        paint.words(painter, spot, Role.META, theme.text_2, f"n {it.count}", paint.RIGHT)


def _figure(value: float) -> str:
    """8, 8.5: one decimal where there is one."""
    return f"{value:.1f}".removesuffix(".0")
