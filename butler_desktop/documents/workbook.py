"""Reading workbooks: .xlsx through calamine, .csv in the encodings that Chinese offices write.

A sheet of orders comes out as texts, cell by cell as people see them, with the
row numbers of the file. What the cells mean is for ``domain.order_import``.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from butler_desktop.documents import workbook_refusal as refusal
from butler_desktop.documents.csv_table import read_csv
from butler_desktop.documents.workbook_parts import (
    NoWorkbook,
    SheetOutline,
    TooLarge,
    WorkbookParts,
)
from butler_desktop.domain.order_sheet import OrderSheet, SheetRow

MOST_BYTES = 64 * 1024 * 1024
"""A larger file is no order export."""

MOST_ROWS = 100_000
MOST_CELLS = 4_000_000
"""The reader lays out all cells up to the last one; these take 150 MB."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as the reader lays it out, rows and columns from A1."""

    name: str
    is_visible: bool
    cells: Sequence[Sequence[Any]]
    outline: SheetOutline


def read_sheets(path: Path) -> Iterator[OrderSheet]:
    """The visible sheets in ``path`` that say anything, first to last; a CSV file is one.

    Raises ImportRefused with what to do.
    """
    data = read_bytes(path, refusal.ORDERS)
    if not data.startswith(b"PK"):
        refusal.insist_on_text(path.name, data)
        return _csv_sheet(path.name, data)
    return (
        OrderSheet(path.name, grid.name, tuple(_rows(grid.cells, grid.outline)))
        for grid in grids(path.name, data, refusal.ORDERS)
    )


def read_bytes(path: Path, wanted: refusal.Wanted) -> bytes:
    """What is in the file, which says anything. Raises ImportRefused."""
    try:
        if not path.is_file():
            raise refusal.not_there(path.name)
        if path.stat().st_size > MOST_BYTES:
            raise refusal.too_large(path.name, MOST_BYTES // (1024 * 1024))
        data = path.read_bytes()
    except OSError as error:
        raise refusal.unreadable(path.name, error) from error
    if not data.strip():
        raise refusal.empty(path.name, wanted)
    return data


def _csv_sheet(name: str, data: bytes) -> Iterator[OrderSheet]:
    rows = tuple(read_csv(name, data, MOST_ROWS))
    if not rows:
        raise refusal.empty(name)
    yield OrderSheet(name, "", rows)


def grids(
    name: str, data: bytes, wanted: refusal.Wanted, *, hidden: bool = False
) -> Iterator[Grid]:
    """The sheets of an .xlsx that say anything, ``hidden`` ones too if wanted.

    Raises ImportRefused, also where there is none.
    """
    import python_calamine as calamine

    try:
        parts = WorkbookParts(data)
        book = calamine.load_workbook(io.BytesIO(data))
        has_content = False
        for told in book.sheets_metadata:
            is_visible = told.visible == calamine.SheetVisibleEnum.Visible
            if told.typ != calamine.SheetTypeEnum.WorkSheet or not (is_visible or hidden):
                continue
            outline = parts.outline(told.name)
            if outline.last_row == 0:
                continue
            _insist_on_size(name, outline)
            cells = book.get_sheet_by_name(told.name).to_python(skip_empty_area=False)
            has_content = True
            yield Grid(told.name, is_visible, cells, outline)
    except NoWorkbook as error:
        raise refusal.no_workbook(name) from error
    except TooLarge as error:
        raise refusal.bomb(name, wanted) from error
    except (calamine.CalamineError, BadZipFile, ValueError, OSError) as error:
        raise refusal.damaged(name) from error
    if not has_content:
        raise refusal.empty(name, wanted)


def _insist_on_size(name: str, outline: SheetOutline) -> None:
    rows, columns = outline.last_row, outline.last_column
    if rows > MOST_ROWS or rows * columns > MOST_CELLS:
        raise refusal.too_wide(name, rows, columns)


def _rows(cells: Sequence[Sequence[Any]], outline: SheetOutline) -> Iterator[SheetRow]:
    """The rows that say anything, as text; a formula without a value may lie outside ``cells``."""
    formulas: dict[int, dict[int, str]] = {}
    for (row, column), formula in outline.formulas.items():
        formulas.setdefault(row, {})[column] = formula
    for number in range(1, max(len(cells), outline.last_row) + 1):
        texts = [cell_text(value) for value in cells[number - 1]] if number <= len(cells) else []
        for column, formula in formulas.get(number, {}).items():
            texts += [""] * (column - len(texts))
            texts[column - 1] = formula
        if any(texts):
            yield SheetRow(number, tuple(texts))


def cell_text(value: Any) -> str:
    """A cell as people see it: whole numbers without a point, others to 15 digits, ISO times."""
    match value:
        case str():
            return value.strip()
        case bool():
            return str(value).upper()
        case float():
            return str(int(value)) if value.is_integer() else format(value, ".15g")
        case datetime():
            return f"{value:%Y-%m-%d %H:%M:%S}"
        case date():
            return f"{value:%Y-%m-%d}"
        case time():
            return f"{value:%H:%M:%S}"
        case _:
            return str(value)
