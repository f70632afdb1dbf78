"""What the lists and the navigation ask: ids in order, rows by id, counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from butler_desktop.domain.filing_states import LOCKED_STATES, FilingState
from butler_desktop.domain.views import View
from butler_desktop.domain.worklist import FilingFilter, FilingRow, OrderRow, Sorting, ViewCount
from butler_desktop.services.tray import Tray
from butler_desktop.storage import listings, order_listings
from butler_desktop.storage.calls import calls_past
from butler_desktop.storage.duties import duties_overdue
from butler_desktop.storage.reminders import reminders_due
from butler_desktop.storage.returned_index import answers_waiting
from butler_desktop.storage.work import Work

Row = TypeVar("Row")

BLOCK = 500
"""Rows fetched at once; databases bound the number of values in a statement."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers in the navigation."""

    views: dict[View, ViewCount]
    open_orders: int
    late_orders: int
    returned: int
    """Returned papers that want a hand."""


@dataclass(frozen=True, slots=True)
class SiteTotals:
    """The sum line above the order list."""

    ordered: int = 0
    delivered: int = 0
    in_flight: int = 0
    remaining: int = 0
    refunded: int = 0


def counts(work: Work) -> Counts:
    """The numbers in the navigation, as of now."""
    return Counts(
        listings.view_counts(work),
        order_listings.open_order_count(work),
        order_listings.late_order_count(work),
        len(answers_waiting(work)) + len(Tray(work.blobs.folder).sheets()),
    )


def filing_ids(work: Work, wanted: FilingFilter, sorting: Sorting) -> list[str]:
    """The ids of a list of filings, in order."""
    return listings.filing_ids(work, wanted, sorting)


def first_filings(work: Work, wanted: FilingFilter, sorting: Sorting) -> list[FilingRow]:
    """The first block of a list of filings: what is shown while the rest is counted."""
    return filing_rows(work, listings.first_filing_ids(work, wanted, sorting))


def overdue_count(work: Work, wanted: FilingFilter) -> int:
    """How many filings of a list are overdue."""
    return listings.overdue_count(work, wanted)


def filing_rows(work: Work, ids: Sequence[str]) -> list[FilingRow]:
    """The rows of a block of a list of filings."""
    rows = listings.filing_rows(work, ids)
    waiting = [row.id for row in rows if row.state is FilingState.AWAITING_CONFIRMATION]
    due = reminders_due(work, waiting) if waiting else {}
    away = [row.id for row in rows if row.state in LOCKED_STATES]
    calls = calls_past(work, away) if away else {}
    approved = [row.id for row in rows if row.state is FilingState.APPROVED]
    duties = duties_overdue(work, approved) if approved else {}
    return [
        replace(
            row,
            is_to_remind=row.id in due,
            misses_call=row.id in calls,
            owes_duty=row.id in duties,
        )
        if row.id in due or row.id in calls or row.id in duties
        else row
        for row in rows
    ]


def chosen_filing_rows(work: Work, ids: Sequence[str]) -> list[FilingRow]:
    """The rows of any number of filings, to be copied."""
    return _in_blocks(work, listings.filing_rows, ids)


def all_filing_rows(work: Work, wanted: FilingFilter, sorting: Sorting) -> list[FilingRow]:
    """Every row of a list of filings, for the command line."""
    return _in_blocks(work, listings.filing_rows, listings.filing_ids(work, wanted, sorting))


def all_order_rows(work: Work, sorting: Sorting) -> list[OrderRow]:
    """Every row of the order list, for the command line."""
    ids = order_listings.order_ids(work, which="all", sorting=sorting)
    return _in_blocks(work, order_listings.order_rows, ids)


def orders_with_sites(work: Work, sorting: Sorting) -> list[OrderRow]:
    """The open orders that still have a site to start."""
    ids = order_listings.order_ids(work, which="open", sorting=sorting)
    return [row for row in _in_blocks(work, order_listings.order_rows, ids) if row.remaining > 0]


def order_ids(work: Work, which: str, text: str, sorting: Sorting) -> list[str]:
    """The ids of a list of orders; ``which`` is ``open``, ``closed`` or ``all``."""
    return order_listings.order_ids(work, which=which, text=text, sorting=sorting)


def order_rows(work: Work, ids: Sequence[str]) -> list[OrderRow]:
    """The rows of a block of the order list."""
    return order_listings.order_rows(work, ids)


def order_totals(work: Work, which: str) -> SiteTotals:
    """The sum over a list of orders."""
    return SiteTotals(*order_listings.order_totals(work, which))


def _in_blocks(
    work: Work, rows: Callable[[Work, Sequence[str]], list[Row]], ids: Sequence[str]
) -> list[Row]:
    blocks = (ids[start : start + BLOCK] for start in range(0, len(ids), BLOCK))
    return [row for block in blocks for row in rows(work, block)]
