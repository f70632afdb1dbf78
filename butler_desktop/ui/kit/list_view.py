"""List view: the table or split list of a page, with its keys, selection and check marks.

The place of the butler is kept by id: when the list is read anew, the chosen
rows stay chosen and the first row in view stays in view.
"""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from butler_desktop.ui.kit import paint, row_paint
from butler_desktop.ui.kit.block_model import BlockModel, CellRole
from butler_desktop.ui.kit.columns import CHECKS, Cell, Column
from butler_desktop.ui.kit.list_delegate import ListDelegate
from butler_desktop.ui.kit.list_header import ListHeader
from butler_desktop.ui.kit.list_keys import meaning
from butler_desktop.ui.kit.list_place import ListPlace
from butler_desktop.ui.kit.overlay_bar import OverlayBar
from butler_desktop.ui.kit.table_delegate import TableDelegate
from butler_desktop.ui.kit.two_line_delegate import TwoLineDelegate
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px

_GIVES = 4  # a stretching column gives a quarter of its width before the list scrolls


class ListView(QTableView):
    """A list of a ``BlockModel``; two lines a row, or one."""

    current_changed = Signal(object)  # the id of the current row, or None
    opened = Signal(object)  # Enter or a double click on a row: its id
    left = Signal()  # Esc with nothing more to clear
    link_clicked = Signal(object, str)  # the row's id, the column's key

    def __init__(
        self, model: BlockModel, *, two_lines: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._list = model
        self._told: Any = None
        self._place = ListPlace(self, model)
        self._header = ListHeader(model, self)
        self._delegate: ListDelegate = TwoLineDelegate(model, self)
        self.setHorizontalHeader(self._header)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._bar = OverlayBar(self)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        model.modelReset.connect(self._after_reset)
        model.checked_changed.connect(self.viewport().update)
        look().changed.connect(self._measure)
        self.set_two_lines(two_lines)

    @property
    def header(self) -> ListHeader:
        """The titles; send ``sort_chosen``."""
        return self._header

    @property
    def list_model(self) -> BlockModel:
        """The model shown."""
        return self._list

    def set_two_lines(self, two_lines: bool, columns: tuple[Column, ...] | None = None) -> None:
        """Change between the split list and the table, with the columns of each."""
        self._delegate = (TwoLineDelegate if two_lines else TableDelegate)(self._list, self)
        self._header.first_pad = 16 if two_lines else self._delegate.first_pad
        self.setItemDelegate(self._delegate)
        if columns is not None:
            self._list.set_columns(columns)
        self._measure()

    def current_id(self) -> Any:
        """The id of the current row, or ``None``."""
        return self._list.id_at(self.currentIndex().row())

    def selected_ids(self) -> list[Any]:
        """The ids of the selected rows, in the order of the list."""
        return self._place.selected_ids()

    def go_to(self, wanted: Any) -> bool:
        """Make the row with this id current and show it; false if it is not in the list."""
        row = self._list.row_of(wanted)
        if row < 0:
            return False
        self.selectRow(row)
        self.scrollTo(self._list.index(row, 0))
        return True

    def step(self, steps: int) -> None:
        """Go ``steps`` rows down (negative: up), to the end at most."""
        last = self._list.rowCount() - 1
        if last >= 0:
            row = min(max(self.currentIndex().row() + steps, 0), last)
            self.go_to(self._list.id_at(row))

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = meaning(event)
        if wanted in ("up", "down"):
            self.step(1 if wanted == "down" else -1)
        elif wanted == "open" and self.current_id() is not None:
            self.opened.emit(self.current_id())
        elif wanted == "check" and self.current_id() is not None and self._checkable:
            ids = self.selected_ids() or [self.current_id()]
            on = not self._list.is_checked(self.currentIndex().row())
            self._list.set_checked(ids, on)
        elif wanted == "leave":
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        if self._list.checked_count():
            self._list.check_all(False)
        else:
            self.left.emit()

    @property
    def _checkable(self) -> bool:
        return any(column.key == CHECKS for column in self._list.columns())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            column, one = self._list.columns()[index.column()], self._list.id_at(index.row())
            if column.key == CHECKS:
                self._list.set_checked([one], not self._list.is_checked(index.row()))
                return
            if self._on_link(index, event):
                self.go_to(one)
                self.link_clicked.emit(one, column.key)
                return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._list.columns()[index.column()].key != CHECKS:
            self.opened.emit(self._list.id_at(index.row()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._hover(index.row() if index.isValid() else -1)
        link = index.isValid() and self._on_link(index, event)
        shape = Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def _on_link(self, index: QModelIndex, event: QMouseEvent) -> bool:
        cell = index.data(CellRole)
        if not isinstance(cell, Cell) or not cell.link:
            return False
        column = self._list.columns()[index.column()]
        area = self._delegate.area(self.visualRect(index), index.column())
        spot = row_paint.link_area(area, cell, column.align)
        return spot.contains(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hover_row:
            self._delegate.hover_row = row
            self.viewport().update()

    # what Qt calls while the list changes

    def selectAll(self) -> None:
        if self._checkable:
            self._list.check_all(True)
        else:
            super().selectAll()

    def _tell_current(self) -> None:
        one = self.current_id()
        if one != self._told and not self._place.restoring:
            self._told = one
            self.current_changed.emit(one)

    def _after_reset(self) -> None:
        self._measure()
        self._place.restore()
        self._tell_current()

    def select_rows(self, rows: list[int]) -> None:
        """Select these rows and no others."""
        self._place.select_rows(rows)

    def _measure(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._delegate.height())
        self._share_width()
        self._header.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        columns = self._list.columns()
        spare = self.viewport().width() - sum(px(column.width) for column in columns)
        taking = [n for n, column in enumerate(columns) if column.stretch] or [len(columns) - 1]
        for number, column in enumerate(columns):
            width = px(column.width)
            if number in taking:
                width += max(spare // len(taking), -width // _GIVES)
            self.setColumnWidth(number, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self._list.rowCount() and not self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            paint.focus_ring(painter, self.viewport().rect(), look().theme, 0)
            painter.end()
