"""Taking in orders from a file: a preview first, then all of it or nothing."""

from collections.abc import Iterator
from pathlib import Path

from butler_desktop.documents.workbook import read_sheet
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.order_entry import OrderEntry
from butler_desktop.domain.order_import import (
    Judgement,
    OrderPreview,
    order_numbers,
    read_orders,
)
from butler_desktop.errors import Refused
from butler_desktop.services.orders import new_order
from butler_desktop.services.progress import QUIET, Progress
from butler_desktop.storage.listings import customers_with_open_orders, known_order_numbers
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.words import Words

BLOCK = 500
"""Orders between two looks at whether to go on."""


def preview_orders(work: Work, path: Path) -> OrderPreview:
    """Reads an export and judges each row; writes nothing. Raises ImportRefused."""
    sheet = read_sheet(path)
    rows = [(row.number, row.cells) for row in sheet.rows]
    known = known_order_numbers(work, order_numbers(rows))
    return read_orders(sheet.name, rows, known, customers_with_open_orders(work))


def take_orders(
    workspace: Workspace,
    preview: OrderPreview,
    take_good_rows: bool,
    progress: Progress = QUIET,
) -> int:
    """Takes the orders of a preview in, in one transaction; returns how many.

    With faulty rows nothing is taken unless ``take_good_rows``. Orders that
    came in since the preview are skipped. Raises Refused, Cancelled.
    """
    if preview.of(Judgement.ERROR) and not take_good_rows:
        raise Refused(
            Words("表中有错，没有导入。", "The file has faults; nothing was taken."),
            Words("改正后再导入，或只导入无错的行。", "Correct it, or take the good rows only."),
        )
    with workspace.editing() as work:
        known = known_order_numbers(work, [entry.number for entry in preview.takeable])
        fresh = [entry for entry in preview.takeable if entry.number not in known]
        return work.save_new(_dossiers(work, fresh, progress), "order.import")


def _dossiers(work: Work, entries: list[OrderEntry], progress: Progress) -> Iterator[Dossier]:
    for done, entry in enumerate(entries):
        if done % BLOCK == 0:
            progress.step(done, len(entries))
        yield Dossier(new_order(entry, entry.number, work))
