"""Reading order exports: .xlsx through calamine, .csv in the encodings that Chinese offices write.

A sheet comes out as texts, cell by cell as people see them, with the row
numbers of the file. What the cells mean is for ``domain.order_import``.
"""

import io
from collections.abc import Iterator, Sequence
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


def read_sheets(path: Path) -> Iterator[OrderSheet]:
    """The visible sheets in ``path`` that say anything, first to last; a CSV file is one.

    Raises ImportRefused with what to do.
    """
    data = _bytes(path)
    if not data.strip():
        raise refusal.empty(path.name)
    if data.startswith(b"PK"):
        return _xlsx_sheets(path.name, data)
    refusal.insist_on_text(path.name, data)
    return _csv_sheet(path.name, data)


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise refusal.not_there(path.name)
        if path.stat().st_size > MOST_BYTES:
            raise refusal.too_large(path.name, MOST_BYTES // (1024 * 1024))
        return path.read_bytes()
    except OSError as error:
        raise refusal.unreadable(path.name, error) from error


def _csv_sheet(name: str, data: bytes) -> Iterator[OrderSheet]:
    rows = tuple(read_csv(name, data, MOST_ROWS))
    if not rows:
        raise refusal.empty(name)
    yield OrderSheet(name, "", rows)


def _xlsx_sheets(name: str, data: bytes) -> Iterator[OrderSheet]:
    import python_calamine as calamine

    try:
        parts = WorkbookParts(data)
        book = calamine.load_workbook(io.BytesIO(data))
        has_content = False
        for told in book.sheets_metadata:
            if (
                told.visible != calamine.SheetVisibleEnum.Visible
                or told.typ != calamine.SheetTypeEnum.WorkSheet
            ):
                continue
            outline = parts.outline(told.name)
            if outline.last_row == 0:
                continue
            _insist_on_size(name, outline)
            cells = book.get_sheet_by_name(told.name).to_python(skip_empty_area=False)
            has_content = True
            yield OrderSheet(name, told.name, tuple(_rows(cells, outline)))
    except NoWorkbook as error:
        raise refusal.no_workbook(name) from error
    except TooLarge as error:
        raise refusal.bomb(name) from error
    except (calamine.CalamineError, BadZipFile, ValueError, OSError) as error:
        raise refusal.damaged(name) from error
    if not has_content:
        raise refusal.empty(name)


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
        texts = [_text(value) for value in cells[number - 1]] if number <= len(cells) else []
        for column, formula in formulas.get(number, {}).items():
            texts += [""] * (column - len(texts))
            texts[column - 1] = formula
        if any(texts):
            yield SheetRow(number, tuple(texts))


def _text(value: Any) -> str:
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
