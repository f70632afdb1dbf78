"""Bar chart: counts with their shares, a row each."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px

ROW, BAR = 42, 14


class BarChart(QWidget):
    """Names, bars, counts, shares of the whole."""

    def __init__(self, ink: str = "accent_fill", row: int = ROW, parent: QWidget | None = None):
        super().__init__(parent)
        self._ink, self._row = ink, row
        self._bars: tuple[tuple[str, int], ...] = ()

    def show_bars(self, bars: Sequence[tuple[str, int]]) -> None:
        """Show the bars in this order."""
        self._bars = tuple(bars)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(self._row) * max(len(self._bars), 3))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        most = max((count for _, count in self._bars), default=0)
        whole = sum(count for _, count in self._bars)
        names = max((paint.width_of(Role.META, name) for name, _ in self._bars), default=0)
        counts = paint.width_of(Role.META, str(most))
        shares = paint.width_of(Role.META, "100%")
        left = names + px(10)
        room = max(self.width() - left - counts - shares - px(24), px(20))
        high = px(self._row)
        for place, (name, count) in enumerate(self._bars):
            line = QRect(0, place * high, names, high)
            paint.words(painter, line, Role.META, theme.text, name, paint.RIGHT)
            wide = round(room * count / most) if most else 0
            bar = QRect(left, line.top() + (high - px(BAR)) // 2, max(wide, px(2)), px(BAR))
            paint.box(painter, bar, theme.token(self._ink), None, px(2))
            spot = QRect(bar.right() + px(8), line.top(), counts + px(4), high)
            paint.words(painter, spot, Role.META, theme.text, str(count))
            share = f"{count / whole:.0%}" if whole else ""
            spot = QRect(0, line.top(), self.width(), high)
            paint.words(painter, spot, Role.META, theme.text_2, share, paint.RIGHT)
        painter.end()
