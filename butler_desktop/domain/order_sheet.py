"""Order sheets: a table of orders as a file shows it, and which column is which field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from butler_desktop.domain.order_fields import FIELDS, MANDATORY, field_named
from butler_desktop.domain.validators import tidy
from butler_desktop.errors import ImportRefused
from butler_desktop.words import Words, joined

HEADER_WITHIN = 20
"""The header is looked for in this many first rows; titles may stand above it."""

TOTALS = frozenset(("合计", "总计", "小计", "总额", "total", "subtotal"))


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number in the file, from 1, and its cells as text.

    A cell with a formula reads as the formula, ``=`` and all.
    """

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrderSheet:
    """The first visible sheet of a workbook, or a CSV file; rows without content are left out."""

    file_name: str
    name: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class OrderColumns:
    """Where the header stands (a place in ``rows``) and which column each field is read from."""

    header: int
    titles: tuple[str, ...]
    places: Mapping[str, int]

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that every order must have and no column is known for."""
        return tuple(key for key in MANDATORY if key not in self.places)

    def with_place(self, key: str, place: int | None) -> "OrderColumns":
        """The columns with field ``key`` read from the column at ``place``, or from none."""
        places = {other: at for other, at in self.places.items() if other != key and at != place}
        if place is not None:
            places[key] = place
        return replace(self, places=places)

    def insist(self) -> None:
        """Raises ImportRefused where columns are missing."""
        if self.missing:
            names = joined([FIELDS[key] for key in self.missing])
            raise ImportRefused(
                Words(
                    "没有找到表头，缺少列：{names}。", "No header found; missing: {names}."
                ).filled(names=names),
                Words("用销售控制台导出的订单表。", "Use the sales console's export."),
            )


def find_columns(
    sheet: OrderSheet, learnt: Mapping[str, str] = MappingProxyType({})
) -> OrderColumns:
    """The columns as their titles say; of several possible headers the one that says most.

    ``learnt`` are titles that were named by hand before, with their fields: they go first.
    """
    best = OrderColumns(0, (), {})
    for place, row in enumerate(sheet.rows[:HEADER_WITHIN]):
        titles = [tidy.compact(title) for title in row.cells]
        places: dict[str, int] = {}
        for at, title in enumerate(titles):
            if key := learnt.get(title, ""):
                places.setdefault(key, at)
        for at, title in enumerate(titles):
            if title not in learnt and (key := field_named(title)):
                places.setdefault(key, at)
        found = OrderColumns(place, row.cells, places)
        best = max(best, found, key=lambda one: (len(one.places), _filled(one.titles)))
    return best


def named_by_hand(found: OrderColumns, named: OrderColumns) -> dict[str, str]:
    """What is to be learnt where ``found`` was corrected to ``named``: titles with their fields.

    A column that is read for nothing any more has none.
    """
    titles = [tidy.compact(title) for title in named.titles]
    used = set(named.places.values())
    left = {titles[at]: "" for at in found.places.values() if at not in used}
    new = {titles[at]: key for key, at in named.places.items() if found.places.get(key) != at}
    return {title: key for title, key in (left | new).items() if title}


def body_rows(sheet: OrderSheet, columns: OrderColumns) -> Sequence[SheetRow]:
    """The rows under the header that are orders: not the totals, not the header said again."""
    return [
        row
        for row in sheet.rows[columns.header + 1 :]
        if row.cells != columns.titles and not _is_total(row.cells)
    ]


def fields_of(row: SheetRow, columns: OrderColumns) -> dict[str, str]:
    """A row's cells by field."""
    cells = row.cells
    return {key: cells[at] if at < len(cells) else "" for key, at in columns.places.items()}


def _filled(cells: Sequence[str]) -> int:
    return sum(bool(cell) for cell in cells)


def _is_total(cells: Sequence[str]) -> bool:
    first = next((cell for cell in cells if cell), "")
    return tidy.compact(first).rstrip(":").lower() in TOTALS
