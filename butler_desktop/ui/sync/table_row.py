"""Table row: cells side by side in the shares of the conflict table, as high as the highest."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour

SHARES = (12, 17, 26, 26, 19)
"""Field, before, mine, theirs, result."""

_PAD = 6


class TableRow(QWidget):
    """Places its cells by ``SHARES``; ``line`` draws one below, ``fill`` is its ground."""

    def __init__(
        self,
        cells: Sequence[QWidget],
        *,
        line: bool = True,
        fill: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cells, self._line, self._fill = tuple(cells), line, fill
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for cell in self._cells:
            cell.setParent(self)
        look().changed.connect(self.settle)

    def settle(self) -> None:
        """Give the cells their places anew: one of them says something else."""
        self._place()
        self.updateGeometry()

    def set_line(self, line: bool) -> None:
        """Draw a line below, or none."""
        self._line = line
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(760), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(580), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        if self._fill:
            painter.fillRect(self.rect(), colour(theme.token(self._fill)))
        if self._line:
            painter.fillRect(0, self.height() - 1, self.width(), 1, colour(theme.border))
        painter.end()

    def _widths(self) -> list[int]:
        free = max(self.width() - 2 * px(_PAD), 1)
        return [free * share // sum(SHARES) for share in SHARES]

    def _height(self) -> int:
        wanted = [
            _wanted(cell, width) for cell, width in zip(self._cells, self._widths(), strict=True)
        ]
        return max(wanted) + 2 * px(_PAD) + 1

    def _place(self) -> None:
        left, high = px(_PAD), self._height() - 2 * px(_PAD) - 1
        for cell, width in zip(self._cells, self._widths(), strict=True):
            cell.setGeometry(left, px(_PAD), width, high)
            left += width


def _wanted(cell: QWidget, width: int) -> int:
    high = cell.heightForWidth(width)
    return high if high >= 0 else cell.sizeHint().height()
