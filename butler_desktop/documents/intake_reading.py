"""Intake reading: the answers in a workbook that came back, by what their rows say they are.

Rows and columns may have moved and the sheet may have another name: a row is
known by its hidden path, the answers by the title of their column.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from butler_desktop.documents import workbook_refusal as refusal
from butler_desktop.documents.intake_parts import (
    ANSWER_HEAD,
    FORMAT,
    INTAKE,
    PATH_HEAD,
    RECORD_HEAD,
)
from butler_desktop.documents.workbook import Grid, cell_text, grids, read_bytes
from butler_desktop.domain.intake import Answer, FilledSheet, Sort
from butler_desktop.errors import ImportRefused
from butler_desktop.words import Words

AN_ERROR = "#ERROR"
"""What stands for an error value; which one it was does not matter."""

HEAD_WITHIN = 200
"""The titles are looked for in this many first rows."""


def read_intake(path: Path) -> FilledSheet:
    """What the workbook at ``path`` says. Raises ImportRefused with what to do."""
    data = read_bytes(path, INTAKE)
    if not data.startswith(b"PK"):
        refusal.insist_on_text(path.name, data, INTAKE)
        raise refusal.no_workbook(path.name)
    record: dict[str, str] | None = None
    answers: list[Answer] = []
    has_page = False
    for grid in grids(path.name, data, INTAKE, hidden=True):
        kept = _record(path.name, grid)
        if kept is not None:
            record = record or kept
            continue
        head = _head(path.name, grid)
        if head is not None:
            answers += _answers(grid, head, f"{grid.name}!" if has_page else "")
            has_page = True
    if record is None or not has_page:
        raise _no_intake(path.name)
    filing, digest = record.pop("filing", ""), record.pop("digest", "")
    if not filing:
        raise _no_intake(path.name)
    return FilledSheet(filing, digest, record, tuple(answers))


def _record(name: str, grid: Grid) -> dict[str, str] | None:
    """The hidden sheet's pairs, if this is that sheet. Raises ImportRefused for a newer one."""
    if not grid.cells or cell_text(_at(grid.cells, 0, 0)) != RECORD_HEAD:
        return None
    rows = [[cell_text(value) for value in row[:2]] for row in grid.cells]
    if rows[0][1:] != [FORMAT]:
        raise ImportRefused(
            Words(f"{name} 由较新版本的程序导出。", f"{name} was made by a newer version."),
            Words("先升级本程序，再读回。", "Update this program, then read it back."),
        )
    return {row[0]: row[1] for row in rows[1:] if len(row) == 2 and all(row)}


def _head(name: str, grid: Grid) -> tuple[int, int, int] | None:
    """The row of the titles and the columns of paths and answers, if the sheet has them."""
    for number, row in enumerate(grid.cells[:HEAD_WITHIN]):
        texts = [cell_text(value) for value in row]
        if PATH_HEAD not in texts:
            continue
        if ANSWER_HEAD not in texts:
            raise ImportRefused(
                Words(
                    f"{name} 没有“{ANSWER_HEAD}”一列。", f"{name} has no column “{ANSWER_HEAD}”."
                ),
                INTAKE.again,
            )
        return number, texts.index(PATH_HEAD), texts.index(ANSWER_HEAD)
    return None


def _answers(grid: Grid, head: tuple[int, int, int], sheet: str) -> Iterator[Answer]:
    """Each row below the titles that has a path, or an answer without one."""
    first, paths, answers = head
    rows = max(len(grid.cells), grid.outline.last_row)
    for row in range(first + 1, rows):
        path = cell_text(_at(grid.cells, row, paths))
        text, sort = _read(_at(grid.cells, row, answers))
        place = row + 1, answers + 1
        if place in grid.outline.formulas:
            text, sort = grid.outline.formulas[place], Sort.FORMULA
        elif place in grid.outline.errors:
            text, sort = AN_ERROR, Sort.ERROR
        if path or text:
            yield Answer(f"{sheet}{_letters(answers)}{row + 1}", path, text, sort)


def _at(cells: Sequence[Sequence[Any]], row: int, column: int) -> Any:
    return cells[row][column] if row < len(cells) and column < len(cells[row]) else ""


def _read(value: Any) -> tuple[str, Sort]:
    """The cell's text, and what a spreadsheet has made of it."""
    match value:
        case datetime():
            is_day = value.time() == time()
            return cell_text(value.date() if is_day else value), Sort.DATE
        case date() | time():
            return cell_text(value), Sort.DATE
        case bool():
            return cell_text(value), Sort.TEXT
        case int() | float():
            return cell_text(value), Sort.NUMBER
    return cell_text(value), Sort.TEXT


def _letters(column: int) -> str:
    letters = ""
    while column >= 0:
        column, rest = divmod(column, 26)
        letters, column = chr(ord("A") + rest) + letters, column - 1
    return letters


def _no_intake(name: str) -> ImportRefused:
    return ImportRefused(
        Words(f"{name} 不是从这里导出的信息采集表。", f"{name} is no intake workbook made here."),
        Words(
            "请客户填写导出的那一份，并保留其中隐藏的工作表。",
            "Have the customer fill in the exported one, its hidden sheets left in it.",
        ),
    )
