"""Receipt table: the receipt as columns of a list, and as a file for other programs."""

import csv
import io
from collections.abc import Callable
from datetime import datetime

from butler_desktop.domain.local_time import iso_local
from butler_desktop.domain.receipt import OUTCOME_WORDS, Receipt, ReceiptLine
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.columns import Cell, Column
from butler_desktop.ui.sync.outcome_look import LOOKS, record_of, when_of
from butler_desktop.words import Words

_FORMULA = ("=", "+", "-", "@")
BOM = "\ufeff"
"""By this mark spreadsheets know the file's encoding."""

TITLES = (
    Words("结果", "Outcome"),
    Words("操作", "Act"),
    Words("订单号", "Order"),
    Words("备案单号", "Filing"),
    Words("客户", "Customer"),
    Words("时间", "Made"),
    Words("说明", "Reason"),
)


def receipt_columns(now: Callable[[], datetime]) -> tuple[Column, ...]:
    """The columns of the dialog's list."""
    return (
        Column("outcome", Words("结果", "Outcome"), _outcome, 132),
        Column("act", Words("操作", "Act"), lambda it: Cell(said(it.words)), 140),
        Column(
            "record",
            Words("备案 / 订单", "Filing / order"),
            lambda it: Cell(record_of(it), ink="text_2", tip=record_of(it)),
            290,
            stretch=True,
        ),
        Column(
            "made",
            Words("时间", "Made"),
            lambda it: Cell(when_of(it, now()), ink="text_2"),
            118,
        ),
        Column(
            "reason",
            Words("说明", "Reason"),
            lambda it: Cell(said(it.reason), ink="text_2", tip=said(it.reason)),
            210,
        ),
    )


def written(receipt: Receipt, *, delimiter: str = ",") -> str:
    """The receipt as text, a line an act, titles first; times in Shanghai's."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow([said(title) for title in TITLES])
    writer.writerows([_kept(cell) for cell in _cells(line)] for line in receipt.lines)
    return out.getvalue()


def _cells(line: ReceiptLine) -> tuple[str, ...]:
    return (
        said(OUTCOME_WORDS[line.outcome]),
        said(line.words),
        line.order_number,
        line.filing_number,
        line.customer,
        iso_local(line.made_at) or "",
        said(line.reason),
    )


def _kept(cell: str) -> str:
    """A text that a spreadsheet does not take for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _outcome(line: ReceiptLine) -> Cell:
    shown = LOOKS[line.outcome]
    return Cell(said(OUTCOME_WORDS[line.outcome]), ink=shown.ink, icon=shown.icon)
