"""List exports: a list as it is shown, written as a workbook."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from butler_desktop.documents.table_book import write_tables
from butler_desktop.domain.table import Table, TableColumn, Value
from butler_desktop.services.progress import QUIET, Progress
from butler_desktop.services.worklist import BLOCK
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """A column of the file, and what a row of the list says in it."""

    head: TableColumn
    value: Callable[[Any], Value]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as it is shown: its rows by id, in order, and its columns."""

    title: str
    ids: Sequence[str]
    rows: Callable[[Work, Sequence[str]], Sequence[Any]]
    """The rows of a block of ids; ids that are gone are left out."""
    columns: tuple[ExportColumn, ...]


def export_list(
    workspace: Workspace, listing: Listing, target: Path, language: str, progress: Progress = QUIET
) -> int:
    """Writes the list as it is at one moment, block by block; returns how many rows.

    Raises DocumentFailed, Cancelled.
    """
    total = len(listing.ids)

    def step(done: int) -> None:
        if done % BLOCK == 1:
            progress.step(done - 1, total)

    title = Words(listing.title, listing.title)
    heads = tuple(column.head for column in listing.columns)
    with workspace.reading() as work:
        table = Table(title, heads, _rows(work, listing))
        return write_tables(target, [table], language, step)


def _rows(work: Work, listing: Listing) -> Iterator[tuple[Value, ...]]:
    for start in range(0, len(listing.ids), BLOCK):
        for row in listing.rows(work, listing.ids[start : start + BLOCK]):
            yield tuple(column.value(row) for column in listing.columns)
