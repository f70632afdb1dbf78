"""Choice delegate: the rows of a combo box's list and of other lists of plain choices."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CONTROL, px
from butler_desktop.ui.theme import colour

Index = QModelIndex | QPersistentModelIndex


class ChoiceDelegate(QStyledItemDelegate):
    """A line of words, tinted under the pointer and where the keyboard is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = look().theme
        on = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        painter.fillRect(option.rect, colour(theme.selected if on else theme.raised))
        area = option.rect.adjusted(px(10), 0, -px(10), 0)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        ink = theme.text if enabled else theme.text_3
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        paint.words(painter, area, Role.BODY, ink, text)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return QSize(paint.width_of(Role.BODY, text) + 2 * px(10), px(CONTROL))
