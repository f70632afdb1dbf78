"""Block model: a list of ids in the wanted order, whose rows are fetched in blocks of 256.

The page finds out the ids (on a worker) and gives them with ``reset``; rows
are asked for when they come into view, through the injected
``fetch(ids, done)``, which answers whenever it can with ``done({id: row})``.
A row that is not there yet paints nothing; a row that is there stays on
screen until its newer value has come. A million rows cost their ids.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from butler_desktop.ui.kit import columns as column_values
from butler_desktop.ui.kit.columns import Cell, Column
from butler_desktop.ui.kit.row_store import BLOCK, RowStore

Id = Hashable
Index = QModelIndex | QPersistentModelIndex
Rows = Mapping[Any, Any]
Fetch = Callable[[Sequence[Any], Callable[[Rows], None]], None]
CellRole = Qt.ItemDataRole.UserRole
IdRole = Qt.ItemDataRole.UserRole + 1
_NO_PARENT = QModelIndex()


class BlockModel(QAbstractTableModel):
    """A long list for a ``ListView``; rows come in blocks, cells are kept while they are true."""

    checked_changed = Signal()

    def __init__(
        self, columns: Sequence[Column], fetch: Fetch, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._fetch = fetch
        self._ids: Sequence[Any] = ()
        self._positions: dict[Any, int] | None = None
        self._store = RowStore()
        self._checked: set[Any] = set()
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)

    # what the list holds

    def reset(self, ids: Sequence[Any]) -> None:
        """Show these ids in this order; rows known already stay until they come anew."""
        self.beginResetModel()
        self._ids, self._positions = ids, None
        self._store.outdate()
        if self._checked:
            self._checked.intersection_update(ids)
        self.endResetModel()
        self.checked_changed.emit()

    def refresh(self, changed: Iterable[Any] | None = None) -> None:
        """Read these rows again (all, if none are named); they stay on screen meanwhile."""
        if changed is None:
            self._store.outdate()
            first, last = 0, len(self._ids) - 1
        else:
            rows = sorted(row for row in map(self.row_of, changed) if row >= 0)
            self._store.outdate(row // BLOCK for row in rows)
            first, last = (rows[0], rows[-1]) if rows else (0, -1)
        if last >= first:
            self._repaint(first, last)

    def say_anew(self) -> None:
        """Make the cells of known rows again: a minute has passed or the language changed."""
        self._store.forget_cells()
        if self._ids:
            self._repaint(0, len(self._ids) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns of the same rows (split list, table)."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._store.forget_cells()
        self.endResetModel()

    def ids(self) -> Sequence[Any]:
        """All ids in order."""
        return self._ids

    def columns(self) -> tuple[Column, ...]:
        """The columns shown."""
        return self._columns

    def id_at(self, row: int) -> Any | None:
        """The id in this row, or ``None`` outside the list."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, wanted: Any) -> int:
        """The row of an id, or -1."""
        if self._positions is None:
            self._positions = {one: row for row, one in enumerate(self._ids)}
        return self._positions.get(wanted, -1)

    def value_at(self, row: int) -> Any | None:
        """The row's value if it has come, else ``None``."""
        return self._store.value(self.id_at(row))

    # check marks for bulk acts

    def checked(self) -> list[Any]:
        """The checked ids, in the order of the list."""
        return [one for one in self._ids if one in self._checked] if self._checked else []

    def checked_count(self) -> int:
        """How many rows are checked."""
        return len(self._checked)

    def set_checked(self, ids: Iterable[Any], on: bool) -> None:
        """Check or clear these rows."""
        if on:
            self._checked.update(ids)
        else:
            self._checked.difference_update(ids)
        if self._ids:
            self._repaint(0, len(self._ids) - 1)
        self.checked_changed.emit()

    def check_all(self, on: bool) -> None:
        """Check or clear every row."""
        self.set_checked(self._ids, on)

    def is_checked(self, row: int) -> bool:
        """Whether the row is checked."""
        return bool(self._checked) and self.id_at(row) in self._checked

    # what Qt asks

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def cell(self, row: int, column: int) -> Cell | None:
        """What stands at a place; ``None`` while its row has not come. Asks for missing rows."""
        if self._store.want(row // BLOCK):
            self._asking.start()
        cells = self._store.cells(self._ids[row], self._columns)
        return cells[column] if cells is not None else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == IdRole:
            return self._ids[row]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | self._columns[column].align.value
        if role == Qt.ItemDataRole.AccessibleTextRole:
            value = self.value_at(row)
            return "" if value is None else column_values.sentence(self._columns, value)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, CellRole):
            return None
        cell = self.cell(row, column)
        if cell is None or role == CellRole:
            return cell
        return cell.said() if role == Qt.ItemDataRole.DisplayRole else cell.tip or None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return " / ".join(title for title in self._columns[section].titles() if title)
        return None

    # fetching

    def _ask(self) -> None:
        blocks = self._store.asking()
        ids = [one for block in blocks for one in self._ids[block * BLOCK : (block + 1) * BLOCK]]
        if ids:
            ticket = self._store.ticket
            self._fetch(ids, lambda rows: self._arrived(ticket, blocks, rows))

    def _arrived(self, ticket: int, blocks: Sequence[int], rows: Rows) -> None:
        if not self._store.take(ticket, blocks, rows):
            return  # outdated meanwhile; the newer question is under way
        for block in blocks:
            first = block * BLOCK
            last = min(first + BLOCK, len(self._ids)) - 1
            if last >= first:
                self._repaint(first, last)

    def _repaint(self, first: int, last: int) -> None:
        right = len(self._columns) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, right))
