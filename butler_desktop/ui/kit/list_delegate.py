"""List delegate: what the two-line delegate and the table delegate share.

Painting asks the model for a finished ``Cell``; it makes no font and no icon.
"""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from butler_desktop.ui.kit import check_mark, row_paint
from butler_desktop.ui.kit.block_model import BlockModel
from butler_desktop.ui.kit.columns import CHECKS, Cell, Column
from butler_desktop.ui.kit.row_state import RowState
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


class ListDelegate(QStyledItemDelegate):
    """Paints the ground of a row and its check mark; subclasses paint the facts."""

    row_height = 32  # px at 100 %
    pad = 8
    first_pad = 8

    def __init__(self, model: BlockModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.hover_row = -1

    def height(self) -> int:
        """The height of a row in logical pixels."""
        return px(self.row_height)

    def area(self, rect: QRect, column: int) -> QRect:
        """Where a cell's facts stand in its rectangle."""
        left = self.first_pad if column == 0 else self.pad
        return rect.adjusted(px(left), 0, -px(self.pad), -1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row, number = look().theme, index.row(), index.column()
        state = RowState(
            selected=bool(option.state & _State.State_Selected),
            active=bool(option.state & _State.State_Active),
            hover=row == self.hover_row,
            checked=self._model.is_checked(row),
        )
        row_paint.ground(painter, option.rect, theme, state)
        column = self._model.columns()[number]
        if column.key == CHECKS:
            place = check_mark.in_row(option.rect)
            check_mark.draw(painter, place, theme, on=state.checked)
            return
        cell = self._model.cell(row, number)
        if cell is None:
            return
        if cell.frame:
            row_paint.frame(painter, option.rect, theme, cell.frame)
        self.paint_cell(painter, option.rect, theme, state, column, cell)

    def paint_cell(
        self,
        painter: QPainter,
        rect: QRect,
        theme: Theme,
        state: RowState,
        column: Column,
        cell: Cell,
    ) -> None:
        """Paint the facts of one cell."""
        raise NotImplementedError

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(self._model.columns()[index.column()].width), self.height())
