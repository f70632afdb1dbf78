"""The list of filings: ids in order from one question, rows in blocks, clocks said anew."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.presence import Presence
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.worklist import FilingFilter, FilingRow, Sorting
from butler_desktop.services import worklist
from butler_desktop.services.list_export import Listing
from butler_desktop.ui.background import Background
from butler_desktop.ui.due_text import due_text
from butler_desktop.ui.kit.block_model import BlockModel
from butler_desktop.ui.kit.due import DueText
from butler_desktop.ui.kit.list_view import ListView
from butler_desktop.ui.queue.columns import FilingColumns

FIRST = "first"
IDS = "ids"
OVERDUE = "overdue"
LONG = 5000
"""A list of so many filings is waited for; the first block of the next one bridges that."""


class FilingList(QObject):
    """Fills a ``ListView`` with filings; the page's list and nothing of its frame."""

    reading = Signal()
    """The list is asked for."""

    filled = Signal(int)
    """The whole list is known: how many filings it has."""

    overdue_counted = Signal(int)
    """How many of them are overdue."""

    not_found = Signal(str)
    """The filing that was to be shown is not in this list."""

    def __init__(
        self, background: Background, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._background, self._now = background, now
        self._rulebook: Rulebook | None = None
        self._columns = FilingColumns(self._due_of)
        self._wanted, self._sorting = FilingFilter(), Sorting()
        self._go_to: str | None = None
        self.model = BlockModel(self._columns.split(), self._fetch, self)
        self.view = ListView(self.model)

    def know(self, rulebook: Rulebook) -> None:
        """Say provinces and clocks by these rules."""
        self._rulebook = rulebook
        self._columns.provinces = rulebook.provinces
        self.model.say_anew()

    def show(self, wanted: FilingFilter, sorting: Sorting, go_to: str | None = None) -> None:
        """Show these filings; ``go_to`` becomes the current row when it is among them."""
        is_other = wanted != self._wanted or sorting != self._sorting
        self._wanted, self._sorting = wanted, sorting
        self._go_to = go_to or self._go_to
        many = len(self.model.ids())
        if is_other and (many == 0 or many > LONG):
            # The first block at once; the whole list replaces it when it is known.
            self._background.ask(
                self, worklist.first_filings, wanted, sorting, then=self._first, topic=FIRST
            )
        self.read_again()

    def read_again(self) -> None:
        """Ask for the ids anew; selection and scroll stay by id."""
        self.reading.emit()
        self._background.ask(
            self, worklist.filing_ids, self._wanted, self._sorting, then=self._ids, topic=IDS
        )
        self._background.ask(
            self,
            worklist.overdue_count,
            self._wanted,
            then=self.overdue_counted.emit,
            topic=OVERDUE,
        )

    def follow(self, changes: Changes) -> None:
        """Somebody acted: read what concerns this list again."""
        if changes.everything or changes.kinds & {"filing", "order", "rating"}:
            self.model.refresh(None if changes.everything else changes.filing_ids)
            self.read_again()

    def mark_choices(self, choices: dict[str, int]) -> None:
        """Mark the filings in which choices wait."""
        if choices != self._columns.choices:
            self._columns.choices = choices
            self.model.say_anew()

    def mark_presence(self, by_filing: Mapping[str, tuple[Presence, ...]]) -> None:
        """Mark the filings at which colleagues are."""
        if by_filing != self._columns.presence:
            self._columns.presence = dict(by_filing)
            self.model.say_anew()

    def tick(self) -> None:
        """A minute has passed: say the clocks anew; what is overdue or due soon may differ."""
        self.model.say_anew()
        self.read_again()

    def set_split(self, *, split: bool) -> None:
        """Two facts a cell, or the table of nine columns."""
        columns = self._columns.split() if split else self._columns.table()
        self.view.set_two_lines(split, columns)
        self.view.header.show_order(self._sorting.key, self._sorting.descending)

    def listing(self, title: str) -> Listing:
        """The list as it is shown now, for a file."""
        # Columns of their own: a worker says them while the list's own may change.
        now = self._now()
        columns = FilingColumns(lambda row: self._due_at(row, now))
        columns.provinces = self._columns.provinces
        return Listing(title, self.model.ids(), worklist.filing_rows, columns.exported())

    def written(self, rows: Sequence[FilingRow]) -> str:
        """Rows as a table's text, for other programs: a line a row, tabs between."""
        columns = self._columns.table()[1:]
        head = "\t".join(column.titles()[0] for column in columns)
        lines = ("\t".join(column.cell(row).said() for column in columns) for row in rows)
        return "\n".join((head, *lines)) + "\n"

    def _fetch(self, ids: Sequence[Any], done: Callable[[dict[Any, Any]], None]) -> None:
        self._background.ask(
            self,
            worklist.filing_rows,
            tuple(ids),
            then=lambda rows: done({row.id: row for row in rows}),
            topic="rows",
        )

    def _first(self, rows: list[FilingRow]) -> None:
        self._go_to = self._go_to or self.view.current_id()
        self.model.reset([row.id for row in rows])

    def _ids(self, ids: list[str]) -> None:
        self._background.forget(self, FIRST)
        if list(self.model.ids()) != ids:
            self.model.reset(ids)
        sought, self._go_to = self._go_to, None
        is_missing = sought is not None and not self.view.go_to(sought)
        self.filled.emit(len(ids))
        if is_missing:
            self.not_found.emit(sought)

    def _due_of(self, row: FilingRow) -> DueText | None:
        return self._due_at(row, self._now())

    def _due_at(self, row: FilingRow, now: datetime) -> DueText | None:
        if self._rulebook is None:
            return None
        return due_text(row.due, now, self._rulebook.calendar)
