"""Importing orders: what each row of an export says, and what is wrong with it.

A preview is a frozen value; correcting a cell gives a new one, judging only
what the correction can have changed. The file itself is never changed.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from butler_desktop.domain import entry_fault
from butler_desktop.domain.entry_fault import EntryFault
from butler_desktop.domain.order_entry import (
    OrderEntry,
    check_entry,
    number_of,
    price_in_force,
    price_notice,
)
from butler_desktop.domain.order_fields import FIELDS
from butler_desktop.domain.order_sheet import (
    OrderColumns,
    OrderSheet,
    SheetRow,
    body_rows,
    fields_of,
)
from butler_desktop.domain.price_table import PriceTable
from butler_desktop.words import Words

STEP = 1000
"""Rows between two tellings of how far the judging is."""


class Judgement(StrEnum):
    """What becomes of a row."""

    GOOD = "good"
    WARNING = "warning"
    KNOWN = "known"
    ERROR = "error"
    LEFT_OUT = "left_out"


VERDICT_WORDS = {
    Judgement.GOOD: Words("可导入", "Ready"),
    Judgement.WARNING: Words("可导入，有提醒", "Ready, with a notice"),
    Judgement.KNOWN: Words("已有，将跳过", "Known, will be skipped"),
    Judgement.ERROR: Words("有错", "Wrong"),
    Judgement.LEFT_OUT: Words("不导入", "Left out"),
}


@dataclass(frozen=True, slots=True)
class RowVerdict:
    """One row: its number in the file, its cells by field, and what was found."""

    row: int
    cells: Mapping[str, str]
    judgement: Judgement
    entry: OrderEntry | None
    faults: tuple[EntryFault, ...] = ()
    notices: tuple[EntryFault, ...] = ()
    """What is unusual, though the row is taken."""
    price_fen: int | None = None
    """Of a faulty row: the table's unit price for it, where there is one."""

    @property
    def number(self) -> str:
        """The order number, as it would be kept."""
        return number_of(self.cells.get("number", ""))

    @property
    def words(self) -> Words:
        """The verdict, short enough for a list."""
        told = self.faults or self.notices
        if not told:
            return VERDICT_WORDS[self.judgement]
        reason, more = told[0].reason, len(told) - 1
        return reason + Words(f" 等 {more + 1} 处", f" and {more} more") if more else reason

    def fault_of(self, key: str) -> EntryFault | None:
        """What is wrong with one cell."""
        return next((fault for fault in self.faults if fault.key == key), None)

    def has_notice(self, key: str) -> bool:
        """Whether one cell is unusual."""
        return any(notice.key == key for notice in self.notices)


@dataclass(frozen=True, slots=True)
class Ground:
    """What rows are judged by besides their own cells.

    ``rows_of`` tells by order number which rows have it, first to last; rows
    without a number and rows left out are not among them.
    """

    prices: PriceTable
    known_numbers: frozenset[str]
    busy_customers: frozenset[str]
    rows_of: Mapping[str, tuple[int, ...]]

    def without(self, number: str, row: int) -> "Ground":
        """The ground when ``row`` no more has ``number``."""
        rest = tuple(other for other in self.rows_of.get(number, ()) if other != row)
        return replace(self, rows_of={**self.rows_of, number: rest})

    def with_row(self, number: str, row: int) -> "Ground":
        """The ground when ``row`` has ``number`` too."""
        if not number:
            return self
        rows = tuple(sorted((*self.rows_of.get(number, ()), row)))
        return replace(self, rows_of={**self.rows_of, number: rows})


@dataclass(frozen=True, slots=True)
class OrderPreview:
    """All rows of an export, judged, in the order of the file."""

    file_name: str
    sheet: str
    columns: OrderColumns
    rows: tuple[RowVerdict, ...]
    ground: Ground = field(repr=False)

    def of(self, *judgements: Judgement) -> tuple[RowVerdict, ...]:
        """The rows of some judgements."""
        return tuple(row for row in self.rows if row.judgement in judgements)

    def counts(self) -> Mapping[Judgement, int]:
        """How many rows there are of each judgement; together they are all rows."""
        return Counter(row.judgement for row in self.rows)

    @property
    def takeable(self) -> tuple[OrderEntry, ...]:
        """The orders that would be taken in."""
        return tuple(row.entry for row in self.rows if row.entry is not None)

    def row(self, number: int) -> RowVerdict:
        """The row that has ``number`` in the file. Raises KeyError."""
        return self.rows[self._place(number)]

    def with_cell(self, row: int, key: str, value: str) -> "OrderPreview":
        """The preview with a cell corrected; a row left out is judged again. Raises KeyError."""
        old = self.row(row)
        return self._with_row(old, dict(old.cells) | {key: value}, taken=True)

    def with_row_left_out(self, row: int) -> "OrderPreview":
        """The preview without taking ``row`` in. Raises KeyError."""
        old = self.row(row)
        return self._with_row(old, old.cells, taken=False)

    def with_row_taken(self, row: int) -> "OrderPreview":
        """The preview with a row that was left out judged again. Raises KeyError."""
        old = self.row(row)
        return self._with_row(old, old.cells, taken=True)

    def to_json(self) -> dict[str, Any]:
        """Refused cells and known numbers, as the command line tells them."""
        return {
            "taken": 0,
            "refused": [
                {
                    "row": verdict.row,
                    "column": self._title(fault.key),
                    "value": fault.value,
                    "reason": fault.reason.zh,
                }
                for verdict in self.of(Judgement.ERROR)
                for fault in verdict.faults
            ],
            "already_known": [verdict.number for verdict in self.of(Judgement.KNOWN)],
        }

    def _title(self, key: str) -> str:
        """A column's title in the file."""
        place = self.columns.places.get(key)
        return FIELDS[key].zh if place is None else self.columns.titles[place]

    def _place(self, number: int) -> int:
        place = bisect_left(self.rows, number, key=lambda verdict: verdict.row)
        if place == len(self.rows) or self.rows[place].row != number:
            raise KeyError(number)
        return place

    def _with_row(
        self, old: RowVerdict, cells: Mapping[str, str], *, taken: bool
    ) -> "OrderPreview":
        """The preview with one row changed: that row and those of its numbers are judged."""
        number = number_of(cells.get("number", ""))
        ground = self.ground.without(old.number, old.row)
        if taken:
            ground = ground.with_row(number, old.row)
        rows = list(self.rows)
        rows[self._place(old.row)] = (
            _judged(old.row, cells, ground)
            if taken
            else RowVerdict(old.row, cells, Judgement.LEFT_OUT, None)
        )
        same = {*ground.rows_of.get(old.number, ()), *ground.rows_of.get(number, ())}
        for row in same - {old.row}:
            place = self._place(row)
            rows[place] = _judged(row, rows[place].cells, ground)
        return replace(self, rows=tuple(rows), ground=ground)


def read_orders(
    sheet: OrderSheet,
    columns: OrderColumns,
    prices: PriceTable,
    known_numbers: Collection[str] = (),
    busy_customers: Collection[str] = (),
    told: Callable[[int, int], None] = lambda _done, _total: None,
) -> OrderPreview:
    """The preview of an export; ``told`` hears (done, total) every thousand rows.

    Raises ImportRefused where columns are missing.
    """
    columns.insist()
    body = body_rows(sheet, columns)
    ground = Ground(
        prices,
        frozenset(known_numbers),
        frozenset(busy_customers),
        _rows_by_number(body, columns),
    )
    verdicts = []
    for done, row in enumerate(body):
        if done % STEP == 0:
            told(done, len(body))
        verdicts.append(_judged(row.number, fields_of(row, columns), ground))
    return OrderPreview(sheet.file_name, sheet.name, columns, tuple(verdicts), ground)


def order_numbers(sheet: OrderSheet, columns: OrderColumns) -> Iterator[str]:
    """The order numbers in an export, for asking which are known."""
    at = columns.places.get("number")
    for row in body_rows(sheet, columns):
        if at is not None and at < len(row.cells) and row.cells[at]:
            yield number_of(row.cells[at])


def _rows_by_number(body: Iterable[SheetRow], columns: OrderColumns) -> dict[str, tuple[int, ...]]:
    rows_of: dict[str, list[int]] = {}
    at = columns.places["number"]
    for row in body:
        number = number_of(row.cells[at]) if at < len(row.cells) else ""
        if number:
            rows_of.setdefault(number, []).append(row.number)
    return {number: tuple(rows) for number, rows in rows_of.items()}


def _judged(row: int, cells: Mapping[str, str], ground: Ground) -> RowVerdict:
    number = number_of(cells.get("number", ""))
    if number in ground.known_numbers:
        return RowVerdict(row, cells, Judgement.KNOWN, None)
    entry, faults = check_entry(cells, ground.prices)
    first = ground.rows_of.get(number, (row,))[0] if number else row
    if first < row:
        faults = (entry_fault.repeated(cells["number"], first), *faults)
    if faults or entry is None:
        price = price_in_force(cells, ground.prices)
        return RowVerdict(row, cells, Judgement.ERROR, None, faults, price_fen=price)
    notices = tuple(_notices(entry, ground))
    judgement = Judgement.WARNING if notices else Judgement.GOOD
    return RowVerdict(row, cells, judgement, entry, notices=notices)


def _notices(entry: OrderEntry, ground: Ground) -> Iterator[EntryFault]:
    if entry.customer in ground.busy_customers:
        yield entry_fault.busy_customer(entry.customer)
    if (notice := price_notice(entry, ground.prices)) is not None:
        yield notice
