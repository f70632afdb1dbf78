"""List header: the titles of a list, two facts in one where the list shows two.

A click orders by the first fact, again the other way round; the menu of a
title (right button, or the menu key) offers the second. The check box at the
left checks all or none, and shows a dash for some.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import check_mark, icons, paint
from butler_desktop.ui.kit.block_model import BlockModel
from butler_desktop.ui.kit.columns import CHECKS, Align, Column
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import Theme, colour


class ListHeader(QHeaderView):
    """Titles of 28 pixels between two lines; the one ordered by is dark and has an arrow."""

    sort_chosen = Signal(str, bool)  # the column's sort key, descending

    def __init__(self, model: BlockModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._list = model
        self._key, self._descending = "", False
        self.first_pad = self.pad = 8
        self.setSectionsClickable(True)
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(px(32))
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        model.checked_changed.connect(self.viewport().update)
        self.sectionClicked.connect(self._clicked)

    def show_order(self, key: str, descending: bool) -> None:
        """Mark what the list is ordered by."""
        self._key, self._descending = key, descending
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(28) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self.viewport()), look().theme
        painter.fillRect(self.viewport().rect(), colour(theme.sunken))
        foot = self.height() - 1
        painter.fillRect(0, 0, self.viewport().width(), 1, colour(theme.border))
        painter.fillRect(0, foot, self.viewport().width(), 1, colour(theme.border))
        painter.end()
        super().paintEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, column = look().theme, self._list.columns()[section]
        if column.key == CHECKS:
            count, total = self._list.checked_count(), self._list.rowCount()
            place = check_mark.in_row(rect)
            check_mark.draw(painter, place, theme, on=0 < count == total, part=0 < count < total)
            return
        left = self.first_pad if section == 0 else self.pad
        area = rect.adjusted(px(left), 0, -px(self.pad), 0)
        if column.align is Align.RIGHT:
            width = self._width(column)
            area.setLeft(max(area.right() + 1 - width, area.left()))
        self._titles(painter, area, theme, column)

    def _width(self, column: Column) -> int:
        one, two = column.titles()
        arrow = px(15) if self._key in (column.sort, column.second_sort) and self._key else 0
        return paint.width_of(Role.META, f"{one} / {two}" if two else one) + arrow

    def _titles(self, painter: QPainter, area: QRect, theme: Theme, column: Column) -> None:
        one, two = column.titles()
        sorts = ((one, column.sort), (two, column.second_sort))
        for number, (title, sort) in enumerate(sorts):
            if not title or area.width() <= 0:
                continue
            if number:
                area = self._after(painter, area, theme.text_3, " / ")
            on = bool(sort) and sort == self._key
            area = self._after(painter, area, theme.text if on else theme.text_3, title)
            if on:
                name = "arrow-down" if self._descending else "arrow-up"
                size, top = px(12), area.top() + (area.height() - px(12)) // 2 + 1
                icons.draw(painter, area.left() + px(3), top, name, size, theme.text)
                area = area.adjusted(size + px(3), 0, 0, 0)

    @staticmethod
    def _after(painter: QPainter, area: QRect, ink: str, text: str) -> QRect:
        used = paint.words(painter, area, Role.META, ink, text)
        return area.adjusted(used, 0, 0, 0)

    def _clicked(self, section: int) -> None:
        column = self._list.columns()[section]
        if column.key == CHECKS:
            self._list.check_all(self._list.checked_count() < self._list.rowCount())
        elif column.sort:
            self._order(column.sort)

    def _order(self, key: str) -> None:
        descending = key == self._key and not self._descending
        self.show_order(key, descending)
        self.sort_chosen.emit(key, descending)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        section = self.logicalIndexAt(event.pos())
        if 0 <= section < len(self._list.columns()):
            self.menu_of(section).popup(event.globalPos())

    def menu_of(self, section: int) -> QMenu:
        """The menu of a title: what its column can be ordered by."""
        column, menu = self._list.columns()[section], QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        titles = column.titles()
        for title, key in zip(titles, (column.sort, column.second_sort), strict=True):
            if title and key:
                action = menu.addAction(self.tr("Sort by %1").replace("%1", title))
                action.triggered.connect(lambda _on=False, key=key: self._order(key))
        return menu

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        spot: QPoint = event.position().toPoint()
        section = self.logicalIndexAt(spot)
        columns = self._list.columns()
        if 0 <= section < len(columns) and self.cursor().shape() is Qt.CursorShape.ArrowCursor:
            self.setToolTip(" / ".join(title for title in columns[section].titles() if title))
