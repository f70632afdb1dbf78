"""Two-line delegate: the rows of the split list: two facts per cell, 45 pixels high."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint, row_paint
from butler_desktop.ui.kit.columns import Cell, Column
from butler_desktop.ui.kit.list_delegate import ListDelegate
from butler_desktop.ui.kit.row_state import RowState
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import Theme


class TwoLineDelegate(ListDelegate):
    """The second fact under the first; a cell without one stands in the middle."""

    row_height = 45
    first_pad = 14

    def paint_cell(
        self,
        painter: QPainter,
        rect: QRect,
        theme: Theme,
        state: RowState,
        column: Column,
        cell: Cell,
    ) -> None:
        number = 0 if column is self._model.columns()[0] else 1
        area = self.area(rect, number)
        if not cell.second:
            lifted = area.translated(0, -1)  # as the two lines beside it stand
            row_paint.first(painter, lifted, theme, cell, column.align)
            return
        top, upper, lower = area.top() + px(3), Role.BODY.line, Role.META.line
        first = QRect(area.left(), top, area.width(), upper)
        row_paint.first(painter, first, theme, cell, column.align)
        second = QRect(area.left(), top + upper - 1, area.width(), lower)
        ink = row_paint.second_ink(theme, state)
        paint.words(painter, second, Role.META, ink, cell.second, column.align.value)
