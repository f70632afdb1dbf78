"""Table books: tables as an .xlsx workbook, a sheet each, whole or not at all.

A text stays a text: what begins with ``=`` is no formula, a long number keeps
its digits.
"""

import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from unicodedata import east_asian_width

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from butler_desktop.domain.local_time import local
from butler_desktop.domain.table import Kind, Table, Value
from butler_desktop.errors import DocumentFailed
from butler_desktop.words import Words

FORMATS = {
    Kind.TEXT: "@",
    Kind.NUMBER: "0.##",
    Kind.PERCENT: "0.0%",
    Kind.YUAN: "#,##0.00",
    Kind.TIME: "yyyy-mm-dd hh:mm",
}
MOST_ROWS = 1_048_575
"""Below the head; a sheet has no more."""
MEASURED = 200
"""Rows by which the widths of the columns are chosen."""
NARROWEST, WIDEST = 8, 48
_NOT_IN_NAMES = str.maketrans("", "", "[]:*?/\\'")


def write_tables(
    target: Path,
    tables: Sequence[Table],
    language: str,
    step: Callable[[int], None] = lambda _rows: None,
) -> int:
    """Writes the tables; returns how many rows. ``step`` hears of each row of a table.

    Raises DocumentFailed, and what ``step`` raises; the old file then stays.
    """
    draft = target.parent / f".{secrets.token_hex(8)}.new"
    try:
        try:
            count = _write(draft, tables, language, step)
            draft.replace(target)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    except (OSError, XlsxWriterException) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentFailed(
            Words(
                f"写不了 {target.name}：{reason}。", f"{target.name} cannot be written: {reason}."
            ),
            Words("换一个位置，或腾出空间。", "Choose another place or make room."),
        ) from error
    return count


def _write(draft: Path, tables: Sequence[Table], language: str, step: Callable[[int], None]) -> int:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    count = 0
    # The file comes first: a book that cannot be closed keeps its temporary files open.
    with draft.open("xb") as stream, xlsxwriter.Workbook(stream, options) as book:
        head = book.add_format({"bold": True, "bg_color": "#F1F1F1", "bottom": 1})
        formats = {kind: book.add_format({"num_format": code}) for kind, code in FORMATS.items()}
        for number, table in enumerate(tables, start=1):
            sheet = book.add_worksheet(_sheet_name(table.title.said(language), number))
            count += _fill(sheet, table, language, head, formats, step)
    return count


def _fill(
    sheet: Worksheet,
    table: Table,
    language: str,
    head: Format,
    formats: dict[Kind, Format],
    step: Callable[[int], None],
) -> int:
    rows = iter(table.rows)
    first = list(islice(rows, MEASURED))
    names = [column.name.said(language) for column in table.columns]
    for place, (name, column) in enumerate(zip(names, table.columns, strict=True)):
        texts = [name, *(str(row[place]) for row in first if row[place] is not None)]
        width = 16 if column.kind is Kind.TIME else max(map(_width, texts)) + 2
        sheet.set_column(place, place, min(max(width, NARROWEST), WIDEST))
    sheet.freeze_panes(1, 0)
    for place, name in enumerate(names):
        sheet.write_string(0, place, name, head)
    count = 0
    for source in (first, rows):
        for row in source:
            count += 1
            if count > MOST_ROWS:
                raise DocumentFailed(
                    Words("行数太多，一张工作表放不下。", "There are more rows than a sheet has."),
                    Words("先筛选，再导出。", "Filter the list, then export."),
                )
            step(count)
            for place, (value, column) in enumerate(zip(row, table.columns, strict=True)):
                _put(sheet, count, place, value, column.kind, formats[column.kind])
    if count:
        sheet.autofilter(0, 0, count, len(names) - 1)
    return count


def _put(sheet: Worksheet, row: int, place: int, value: Value, kind: Kind, how: Format) -> None:
    if value is None or value == "":
        return
    if isinstance(value, datetime):
        sheet.write_datetime(row, place, local(value).replace(tzinfo=None), how)
    elif isinstance(value, str) or kind is Kind.TEXT:
        sheet.write_string(row, place, str(value), how)
    else:
        sheet.write_number(row, place, value / 100 if kind is Kind.YUAN else value, how)


def _sheet_name(title: str, number: int) -> str:
    """At most 31 characters, of which some are not allowed."""
    return title.translate(_NOT_IN_NAMES)[:31].strip() or str(number)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(it) in "WF" else 1 for it in text)
