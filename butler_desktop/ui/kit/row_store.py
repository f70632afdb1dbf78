"""Row store: which rows of a long list are known, which are asked for, which are outdated.

The book-keeping behind ``BlockModel``. Values are kept by id, so that a new
order of the list shows what is known at once; blocks long out of view are
dropped.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from butler_desktop.ui.kit.columns import Cell, Column

BLOCK = 256
_KEPT = 64 * BLOCK  # rows
_AT_ONCE = 4  # blocks in one question


class RowStore:
    """Known rows by id, and the state of each block of rows."""

    def __init__(self) -> None:
        self.ticket = 0
        self._values: OrderedDict[Any, Any] = OrderedDict()
        self._cells: dict[Any, tuple[Cell, ...]] = {}
        self._fresh: set[int] = set()
        self._wanted: dict[int, None] = {}

    def value(self, wanted: Any) -> Any | None:
        """The row with this id, if it is known."""
        return self._values.get(wanted)

    def cells(self, wanted: Any, columns: Sequence[Column]) -> tuple[Cell, ...] | None:
        """How the row looks in each column; made once and kept."""
        made = self._cells.get(wanted)
        if made is None:
            value = self._values.get(wanted)
            if value is None:
                return None
            made = self._cells[wanted] = tuple(column.cell(value) for column in columns)
        return made

    def want(self, block: int) -> bool:
        """A row of ``block`` came into view; true if its rows must now be asked for."""
        if block in self._fresh or block in self._wanted:
            return False
        self._wanted[block] = None
        return True

    def asking(self) -> list[int]:
        """The blocks to ask for: the last ones to come into view."""
        return list(self._wanted)[-_AT_ONCE:]

    def take(self, ticket: int, blocks: Sequence[int], rows: Mapping[Any, Any]) -> bool:
        """Take an answer in; false if the list was outdated after the question."""
        if ticket != self.ticket:
            return False
        for one, value in rows.items():
            self._values[one] = value
            self._values.move_to_end(one)
            self._cells.pop(one, None)
        for block in blocks:
            self._wanted.pop(block, None)
            self._fresh.add(block)
        while len(self._values) > _KEPT:
            gone, _value = self._values.popitem(last=False)
            self._cells.pop(gone, None)
            # its block is not known any more; which one it was does not matter
            self._fresh = set(blocks)
        return True

    def outdate(self, blocks: Iterable[int] | None = None) -> None:
        """These blocks (all, if none are named) must be asked for again when they are seen."""
        self.ticket += 1
        self._wanted.clear()
        if blocks is None:
            self._fresh.clear()
        else:
            self._fresh.difference_update(blocks)

    def forget_cells(self) -> None:
        """Make the looks of all rows anew when they are next painted."""
        self._cells.clear()
