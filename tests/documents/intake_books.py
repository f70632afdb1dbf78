"""Intake workbooks that a test makes and fills in, as a customer's program would."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from butler_desktop.documents.intake_book import intake_book
from butler_desktop.documents.intake_parts import ANSWER_HEAD, PATH_HEAD
from butler_desktop.domain.intake_sheet import IntakeSheet, intake_sheet
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.storage.rulebook import load_rulebook

NUMBER = "BA-2026-0001"
FORM_FILE = Path(__file__).parents[1] / "data" / "filings.json"
AT = datetime(2026, 3, 18, 2, 42, tzinfo=UTC)


@cache
def rules() -> Rulebook:
    """The shipped rulebook, read once."""
    return load_rulebook()


@cache
def forms() -> dict[str, Particulars]:
    """The sample forms by their ids."""
    entries = json.loads(FORM_FILE.read_text(encoding="utf-8"))
    provinces = rules().provinces
    return {entry["id"]: Particulars.from_form_file(entry, provinces) for entry in entries}


def sheet_of(form: Particulars) -> IntakeSheet:
    """What a form asks."""
    return intake_sheet(NUMBER, form, rules().tables)


def a_book(path: Path, form: Particulars) -> Path:
    """The workbook of a form."""
    path.write_bytes(intake_book(sheet_of(form), AT))
    return path


def answer_cells(page: Worksheet) -> dict[str, Cell]:
    """The cells for the answers, by the paths of their rows."""
    cells: dict[str, Cell] = {}
    place: tuple[int, int] | None = None
    for row in page.iter_rows():
        texts = [cell.value for cell in row]
        if PATH_HEAD in texts:
            place = texts.index(PATH_HEAD), texts.index(ANSWER_HEAD)
        elif place is not None and texts[place[0]]:
            cells[texts[place[0]]] = row[place[1]]
    return cells


def fill(path: Path, answers: dict[str, object]) -> dict[str, str]:
    """Types answers into a workbook; returns where each stands."""
    book = openpyxl.load_workbook(path)
    cells = answer_cells(book.worksheets[0])
    for name, answer in answers.items():
        cells[name].value = answer
    book.save(path)
    return {name: cell.coordinate for name, cell in cells.items()}
