"""List place: where the butler is in a list, kept by id while the list is read anew."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QObject

from butler_desktop.ui.kit.block_model import BlockModel

if TYPE_CHECKING:
    from butler_desktop.ui.kit.list_view import ListView

_MOST_SELECTED = 5000  # a longer selection is not carried over


class ListPlace(QObject):
    """Remembers current row, selection and scroll before a reset and puts them back after it."""

    def __init__(self, view: "ListView", model: BlockModel) -> None:
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
        self._current = view.current_id()
        chosen = view.selectionModel().selection()
        rows = sum(chosen.at(part).height() for part in range(chosen.count()))
        self._selected = view.selected_ids() if rows <= _MOST_SELECTED else []
        top = view.rowAt(0)
        self._top = self._list.id_at(top)
        self._offset = -view.rowViewportPosition(top) if top >= 0 else 0

    def restore(self) -> None:
        """Put the place back, as far as its rows are still in the list."""
        view, bar = self._view, self._view.verticalScrollBar()
        row = self._list.row_of(self._current) if self._current is not None else -1
        if row >= 0:
            view.selectionModel().setCurrentIndex(
                self._list.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        rows = [found for found in map(self._list.row_of, self._selected) if found >= 0]
        if rows:
            view.select_rows(rows)
        top = self._list.row_of(self._top) if self._top is not None else -1
        if top >= 0:
            view.doItemsLayout()
            bar.setValue(top * view.verticalHeader().defaultSectionSize() + self._offset)
        self.restoring = False
