"""Workbooks that a test makes, and archives that no program would write."""

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

ORDERS = Path(__file__).parents[1] / "data" / "orders"


def a_workbook(path: Path, *rows: Sequence[Any]) -> Path:
    """A workbook with one sheet of these rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def with_part(path: Path, part: str, content: bytes) -> Path:
    """The workbook with the content of one part exchanged, whole as an archive."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()} | {part: content}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def sheet_xml(cells: str, prefix: str = "") -> bytes:
    """The XML of a sheet with these rows."""
    colon = f"{prefix}:" if prefix else ""
    name = f"xmlns:{prefix}" if prefix else "xmlns"
    return (
        f'<{colon}worksheet {name}="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<{colon}sheetData>{cells}</{colon}sheetData></{colon}worksheet>"
    ).encode()


SHEET = "xl/worksheets/sheet1.xml"
