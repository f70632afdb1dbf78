"""List place: where the butler is in a list, kept by id while the list is read anew."""

from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject
from PySide6.QtWidgets import QTableView

from butler_desktop.ui.kit.block_model import BlockModel

_SELECT = QItemSelectionModel.SelectionFlag
_MOST_SELECTED = 5000  # a longer selection is not carried over


class ListPlace(QObject):
    """Remembers current row, selection and scroll before a reset and puts them back after it."""

    def __init__(self, view: QTableView, model: BlockModel) -> None:
        super().__init__(view)
        self._view, self._list = view, model
        self.restoring = False
        self._current: Any = None
        self._selected: list[Any] = []
        self._top: Any = None
        self._offset = 0
        model.modelAboutToBeReset.connect(self._remember)

    def _remember(self) -> None:
        view = self._view
        self.restoring = True
        self._current = self._list.id_at(view.currentIndex().row())
        chosen = view.selectionModel().selection()
        rows = sum(chosen.at(part).height() for part in range(chosen.count()))
        self._selected = self.selected_ids() if rows <= _MOST_SELECTED else []
        top = view.rowAt(0)
        self._top = self._list.id_at(top)
        self._offset = -view.rowViewportPosition(top) if top >= 0 else 0

    def restore(self) -> None:
        """Put the place back, as far as its rows are still in the list."""
        view, bar = self._view, self._view.verticalScrollBar()
        row = self._list.row_of(self._current) if self._current is not None else -1
        if row >= 0:
            view.selectionModel().setCurrentIndex(self._list.index(row, 0), _SELECT.NoUpdate)
        rows = [found for found in map(self._list.row_of, self._selected) if found >= 0]
        if rows:
            self.select_rows(rows)
        top = self._list.row_of(self._top) if self._top is not None else -1
        if top >= 0:
            view.doItemsLayout()
            bar.setValue(top * view.verticalHeader().defaultSectionSize() + self._offset)
        self.restoring = False

    def selected_ids(self) -> list[Any]:
        """The ids of the selected rows, in the order of the list."""
        rows = sorted(index.row() for index in self._view.selectionModel().selectedRows())
        return [self._list.id_at(row) for row in rows]

    def select_rows(self, rows: list[int]) -> None:
        """Select these rows and no others."""
        selection = QItemSelection()
        right = self._list.columnCount() - 1
        for row in rows:
            selection.select(self._list.index(row, 0), self._list.index(row, right))
        self._view.selectionModel().select(selection, _SELECT.ClearAndSelect)
