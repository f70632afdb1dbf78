"""Taking in orders from a file: its columns, a preview, then all of it or nothing."""

from dataclasses import dataclass
from pathlib import Path

from butler_desktop.documents.faulty_rows import write_faulty_rows
from butler_desktop.documents.workbook import read_sheets
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.order_acts import placed
from butler_desktop.domain.order_import import (
    Judgement,
    OrderPreview,
    order_numbers,
    read_orders,
)
from butler_desktop.domain.order_sheet import (
    OrderColumns,
    OrderSheet,
    find_columns,
    named_by_hand,
)
from butler_desktop.domain.validators import tidy
from butler_desktop.errors import Refused
from butler_desktop.services.column_names import ColumnNames
from butler_desktop.services.much import making_much
from butler_desktop.services.progress import QUIET, Progress
from butler_desktop.storage.order_listings import customers_with_open_orders, known_order_numbers
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.words import Words

BLOCK = 100
"""Orders written between two looks at whether to go on.

The driver writes a block without letting another thread run: of a hundred
orders the window notices nothing.
"""


@dataclass(frozen=True, slots=True)
class FoundOrders:
    """The table of a file that holds orders, and what its columns seem to be."""

    sheet: OrderSheet
    columns: OrderColumns
    learnt: tuple[str, ...] = ()
    """The titles of it that were named by hand once before."""


@making_much()
def find_orders(work: Work, path: Path) -> FoundOrders:
    """Reads a file: its first sheet with all columns of an order, else its first sheet.

    Raises ImportRefused.
    """
    first: FoundOrders | None = None
    names = ColumnNames(work.blobs.folder).known()
    for sheet in read_sheets(path):
        columns = find_columns(sheet, names)
        learnt = tuple(title for title in columns.titles if tidy.compact(title) in names)
        found = FoundOrders(sheet, columns, learnt)
        if not found.columns.missing:
            return found
        first = first or found
    if first is None:
        raise AssertionError("a file without a sheet is refused")
    return first


def learn_columns(work: Work, found: OrderColumns, named: OrderColumns) -> None:
    """Keeps what was named by hand, for the next file. Raises StoreUnavailable."""
    ColumnNames(work.blobs.folder).learn(named_by_hand(found, named))


def forget_columns(work: Work) -> None:
    """Columns are found by what everybody calls them alone, as on the first day."""
    ColumnNames(work.blobs.folder).forget()


@making_much()
def judge_orders(
    work: Work, sheet: OrderSheet, columns: OrderColumns, progress: Progress = QUIET
) -> OrderPreview:
    """Judges each row of a table; writes nothing. Raises ImportRefused, Cancelled."""
    known = known_order_numbers(work, list(order_numbers(sheet, columns)))
    busy = customers_with_open_orders(work)
    return read_orders(sheet, columns, work.rulebook.prices, known, busy, progress.step)


def preview_orders(work: Work, path: Path, progress: Progress = QUIET) -> OrderPreview:
    """Reads an export and judges each row; writes nothing. Raises ImportRefused, Cancelled."""
    found = find_orders(work, path)
    return judge_orders(work, found.sheet, found.columns, progress)


@making_much()
def take_orders(
    workspace: Workspace,
    preview: OrderPreview,
    take_good_rows: bool,
    progress: Progress = QUIET,
    is_unassigned: bool = False,
) -> int:
    """Takes the orders of a preview in, in one transaction; returns how many.

    They are in the charge of who sits here, or wait to be claimed. With faulty
    rows nothing is taken unless ``take_good_rows``. Orders that came in since
    the preview are skipped. Raises Refused, Cancelled.
    """
    if preview.of(Judgement.ERROR) and not take_good_rows:
        raise Refused(
            Words("表中有错，没有导入。", "The file has faults; nothing was taken."),
            Words("改正后再导入，或只导入无错的行。", "Correct it, or take the good rows only."),
        )
    with workspace.editing() as work:
        known = known_order_numbers(work, [entry.number for entry in preview.takeable])
        fresh = [entry for entry in preview.takeable if entry.number not in known]
        taken, butler = 0, "" if is_unassigned else work.actor
        for start in range(0, len(fresh), BLOCK):
            progress.step(start, len(fresh))
            block = fresh[start : start + BLOCK]
            # Whoever bought at the sales console has agreed to the service agreement there.
            orders = (
                placed(entry, entry.number, has_agreed=True, butler=butler, now=work.now)
                for entry in block
            )
            taken += work.save_new(map(Dossier, orders), "order.import")
    progress.told(taken, taken, "")
    return taken


def export_faulty_rows(_work: Work, preview: OrderPreview, path: Path) -> int:
    """Writes the faulty rows with their reasons to a CSV file; returns how many.

    Raises DocumentFailed.
    """
    return write_faulty_rows(preview, path)
