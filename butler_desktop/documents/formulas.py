"""Which cells of an .xlsx sheet hold a formula: the reader gives only their last values."""

import io
import re
import zipfile
from defusedxml import ElementTree as ET

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CELL = re.compile(r"^([A-Z]{1,3})(\d{1,7})$")


def formula_cells(data: bytes, sheet_name: str) -> frozenset[tuple[int, int]]:
    """(row, column), from 1, of each formula on the sheet.

    Raises ValueError, KeyError or BadZipFile where the file is damaged.
    """
    found = set()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = _part_of(archive, sheet_name)
        try:
            with archive.open(part) as stream:
                for _, cell in ET.iterparse(stream):
                    if cell.tag == f"{MAIN}c":
                        if cell.find(f"{MAIN}f") is not None:
                            found.add(_place(cell.get("r", "")))
                    elif cell.tag == f"{MAIN}row":
                        cell.clear()
        except ET.ParseError as error:
            raise ValueError(str(error)) from error
    return frozenset(found)


def _part_of(archive: zipfile.ZipFile, sheet_name: str) -> str:
    """The archive's part that holds the sheet."""
    try:
        book = ET.fromstring(archive.read("xl/workbook.xml"))
        relations = ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    except ET.ParseError as error:
        raise ValueError(str(error)) from error
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for sheet in book.iter(f"{MAIN}sheet"):
        if sheet.get("name") == sheet_name:
            target = targets[sheet.get(RELATION)]
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    raise KeyError(sheet_name)


def _place(reference: str) -> tuple[int, int]:
    match = CELL.match(reference)
    if match is None:
        raise ValueError(reference)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column
