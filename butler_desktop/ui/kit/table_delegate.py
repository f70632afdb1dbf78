"""Table delegate: the rows of the table layout: one fact per cell, 32 pixels high."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from butler_desktop.ui.kit import row_paint
from butler_desktop.ui.kit.columns import Cell, Column
from butler_desktop.ui.kit.list_delegate import ListDelegate
from butler_desktop.ui.kit.row_state import RowState
from butler_desktop.ui.theme import Theme


class TableDelegate(ListDelegate):
    """The first fact of each cell."""

    def paint_cell(
        self,
        painter: QPainter,
        rect: QRect,
        theme: Theme,
        state: RowState,
        column: Column,
        cell: Cell,
    ) -> None:
        del state
        number = 0 if column is self._model.columns()[0] else 1
        row_paint.first(painter, self.area(rect, number), theme, cell, column.align)
