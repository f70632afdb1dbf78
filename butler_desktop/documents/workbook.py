"""Reading order exports: .xlsx through calamine, .csv in the encodings that Chinese offices write.

A sheet comes out as texts, cell by cell as people see them, with the row
numbers of the file. What the cells mean is for ``domain.order_import``.
"""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from butler_desktop.documents.formulas import formula_cells
from butler_desktop.errors import ImportRefused
from butler_desktop.words import Words

MOST_BYTES = 64 * 1024 * 1024
"""A larger file is no order export."""

MOST_UNPACKED = 1024 * 1024 * 1024
"""What an .xlsx may unpack to: a small file can hold a bomb."""

OLD_EXCEL = b"\xd0\xcf\x11\xe0"
"""How .xls files begin, and .xlsx files behind a password."""

FORMULA = "\x00formula"
"""Stands for a cell that holds a formula."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row as the file shows it: its number there, and its cells as text."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first visible sheet of a workbook, or a CSV file."""

    name: str
    rows: tuple[SheetRow, ...]


def read_sheet(path: Path) -> Sheet:
    """The sheet in ``path``. Raises ImportRefused with what to do."""
    try:
        data = _bytes(path)
    except OSError as error:
        raise ImportRefused(
            Words(
                f"读不了 {path.name}：{error.strerror}。", f"{path.name} cannot be read: {error}."
            ),
            Words("检查文件是否还在、是否有权限。", "Check that it is there and may be read."),
        ) from error
    if not data.strip():
        raise ImportRefused(
            Words(f"{path.name} 是空文件。", f"{path.name} is empty."),
            Words("请重新导出。", "Export it again."),
        )
    if data.startswith(OLD_EXCEL):
        raise ImportRefused(
            Words(
                f"{path.name} 是旧格式 .xls 或设了密码。",
                f"{path.name} is an old .xls file or has a password.",
            ),
            Words("去掉密码，另存为 .xlsx 后再导入。", "Save it as .xlsx without a password."),
        )
    if data.startswith(b"PK"):
        return _read_xlsx(path, data)
    return Sheet(path.name, tuple(_csv_rows(path, data)))


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > MOST_BYTES:
        raise ImportRefused(
            Words(f"{path.name} 大于 64 MB。", f"{path.name} is above 64 MB."),
            Words("分成几个文件导入。", "Split it."),
        )
    return path.read_bytes()


def _read_xlsx(path: Path, data: bytes) -> Sheet:
    import python_calamine as calamine

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > MOST_UNPACKED:
                raise _damaged(path)
        book = calamine.load_workbook(io.BytesIO(data))
        visible = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.visible == calamine.SheetVisibleEnum.Visible
            and sheet.typ == calamine.SheetTypeEnum.WorkSheet
        ]
        if not visible:
            raise _damaged(path)
        rows = book.get_sheet_by_name(visible[0]).to_python(skip_empty_area=False)
        formulas = formula_cells(data, visible[0])
    except (calamine.CalamineError, zipfile.BadZipFile, ValueError, KeyError, OSError) as error:
        raise _damaged(path) from error
    return Sheet(visible[0], tuple(_told(rows, formulas)))


def _told(
    rows: Sequence[Sequence[Any]], formulas: frozenset[tuple[int, int]]
) -> Iterator[SheetRow]:
    for number, row in enumerate(rows, start=1):
        cells = tuple(
            FORMULA if (number, column) in formulas else _text(value)
            for column, value in enumerate(row, start=1)
        )
        if any(cells):
            yield SheetRow(number, cells)


def _text(value: Any) -> str:
    """A cell as people see it: whole numbers without a point, times in ISO form."""
    match value:
        case bool():
            return str(value).upper()
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case datetime():
            return f"{value:%Y-%m-%d %H:%M:%S}"
        case date():
            return f"{value:%Y-%m-%d}"
        case time():
            return f"{value:%H:%M:%S}"
        case _:
            return str(value).strip()


def _csv_rows(path: Path, data: bytes) -> Iterator[SheetRow]:
    text = _decoded(path, data)
    first = text.partition("\n")[0]
    delimiter = max(",\t;", key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for line in lines:
            cells = tuple(cell.strip() for cell in line)
            # A quoted cell may run over lines: a row has the number of its first one.
            number, first_line = lines.line_num, number + 1
            if any(cells):
                yield SheetRow(first_line, cells)
    except csv.Error as error:
        raise _damaged(path) from error


def _decoded(path: Path, data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise ImportRefused(
        Words(
            f"{path.name} 不是 .xlsx，也不是 UTF-8 或 GB18030 的 CSV。",
            f"{path.name} is neither .xlsx nor CSV in UTF-8 or GB18030.",
        ),
        Words("用 Excel 或 WPS 另存为 .xlsx。", "Save it as .xlsx."),
    )


def _damaged(path: Path) -> ImportRefused:
    return ImportRefused(
        Words(
            f"{path.name} 已损坏，读不出表格。", f"{path.name} is damaged: no table can be read."
        ),
        Words("请重新导出或重新下载。", "Export or download it again."),
    )
