"""Listings: what lists and counts show, read without loading whole dossiers.

A list is an array of ids in the wanted order, and its rows fetched in blocks
by id: any number of filings costs the first block and the ids.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, and_, case, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from butler_desktop.domain.clocks import kept_due
from butler_desktop.domain.filing_states import (
    OPEN_STATES,
    STATES,
    FilingState,
)
from butler_desktop.domain.views import MY_TURN, SOON_DAYS, View, view_states
from butler_desktop.domain.worklist import (
    BY_DUE,
    FilingFilter,
    FilingRow,
    Sorting,
    ViewCount,
)
from butler_desktop.storage.schema import filings, orders, packets
from butler_desktop.storage.work import Work

FILING_SORTS: dict[str, ColumnElement[Any]] = {
    "due": filings.c.due_at,
    "number": filings.c.number,
    "sponsor": filings.c.sponsor_name,
    "domain": filings.c.domain,
    "province": filings.c.province,
    "kind": filings.c.filing_kind,
    "state": case(
        {state.value: place for place, state in enumerate(STATES)}, value=filings.c.state
    ),
    "butler": filings.c.butler,
}


def filing_ids(work: Work, wanted: FilingFilter, sorting: Sorting = BY_DUE) -> list[str]:
    """The ids of the filings that ``wanted`` lets through, in order."""
    return list(work.connection.scalars(put_in_order(_wanted(work, wanted), FILING_SORTS, sorting)))


def first_filing_ids(
    work: Work, wanted: FilingFilter, sorting: Sorting = BY_DUE, limit: int = 256
) -> list[str]:
    """The first of them: what a list shows while the rest is being counted."""
    query = put_in_order(_wanted(work, wanted), FILING_SORTS, sorting).limit(limit)
    return list(work.connection.scalars(query))


def filing_rows(work: Work, ids: Sequence[str]) -> list[FilingRow]:
    """The rows of ``ids`` in their order; ids that are gone are left out."""
    f = filings.c
    found = {
        row["id"]: _filing_row(row)
        for row in work.connection.execute(
            select(
                f.id,
                f.number,
                f.order_id,
                orders.c.number.label("order_number"),
                f.sponsor_name,
                f.service_name,
                f.domain,
                f.filing_kind,
                f.province,
                f.state,
                f.state_since,
                f.butler,
                f.due_at,
                f.clock_started_at,
                f.due_clock,
            )
            .join(orders, orders.c.id == f.order_id)
            .where(f.id.in_(ids))
        ).mappings()
    }
    return [found[id_] for id_ in ids if id_ in found]


def filing_count(work: Work, wanted: FilingFilter) -> int:
    """How many filings ``wanted`` lets through."""
    found = _wanted(work, wanted).subquery()
    return work.connection.scalar(select(func.count()).select_from(found)) or 0


def overdue_count(work: Work, wanted: FilingFilter) -> int:
    """How many of the filings that ``wanted`` lets through are overdue."""
    late = _wanted(work, wanted).where(filings.c.due_at < work.now).subquery()
    return work.connection.scalar(select(func.count()).select_from(late)) or 0


def filings_due(work: Work, states: Sequence[FilingState]) -> list[str]:
    """The ids of the filings in one of ``states`` whose clock has run out, the oldest first."""
    f = filings.c
    late = select(f.id).where(f.state.in_([s.value for s in states]), f.due_at <= work.now)
    return list(work.connection.scalars(late.order_by(f.due_at, f.id)))


def view_counts(work: Work) -> dict[View, ViewCount]:
    """How many filings each view of the navigation shows, in one query."""
    f = filings.c
    mine = and_(f.butler == work.actor, _wants_butler(work))
    late = and_(f.due_at.is_not(None), f.due_at < work.now)
    query = select(
        f.state,
        func.count(),
        func.sum(case((late, 1), else_=0)),
        func.sum(case((mine, 1), else_=0)),
        func.sum(case((and_(mine, late), 1), else_=0)),
    ).group_by(f.state)
    counts = {view: [0, 0] for view in View}
    for state, total, overdue, own, own_late in work.connection.execute(query):
        for view in View:
            if FilingState(state) in view_states(view):
                some = (own, own_late) if view is View.MINE else (total, overdue)
                counts[view][0] += some[0]
                counts[view][1] += some[1]
    return {view: ViewCount(total, late) for view, (total, late) in counts.items()}


@dataclass(frozen=True, slots=True)
class OpenFiling:
    """A filing that is still on its way: where it is found, and whose rules it follows."""

    filing_id: str
    order_id: str
    province: str


def open_filings(work: Work) -> list[OpenFiling]:
    """Every filing that is not at an end, those of one order together."""
    f = filings.c
    query = select(f.id, f.order_id, f.province).where(
        f.state.in_([it.value for it in OPEN_STATES])
    )
    return [OpenFiling(*row) for row in work.connection.execute(query.order_by(f.order_id, f.id))]


def filings_of_orders(work: Work, order_ids: Iterable[str]) -> list[str]:
    """The ids of the filings that belong to these orders."""
    return list(
        work.connection.scalars(select(filings.c.id).where(filings.c.order_id.in_(order_ids)))
    )


def _wanted(work: Work, wanted: FilingFilter) -> Select[Any]:
    f = filings.c
    query = select(f.id)
    if wanted.order_id:
        query = query.where(f.order_id == wanted.order_id)
    elif wanted.view is not None:
        query = query.where(f.state.in_([s.value for s in view_states(wanted.view)]))
    if wanted.view is View.MINE:
        query = query.where(_wants_butler(work))
    if wanted.mine_only:
        query = query.where(f.butler == work.actor)
    if wanted.text.strip():
        query = query.where(f.search_text.contains(wanted.text.strip().lower(), autoescape=True))
    if wanted.provinces:
        query = query.where(f.province.in_(wanted.provinces))
    if wanted.kinds:
        query = query.where(f.filing_kind.in_(wanted.kinds))
    if wanted.states:
        query = query.where(f.state.in_([s.value for s in wanted.states]))
    if wanted.due_within_days is not None:
        query = query.where(f.due_at <= work.now + timedelta(days=wanted.due_within_days))
    return query


def _wants_butler(work: Work) -> ColumnElement[bool]:
    """A butler acts next, or it is due soon whoever acts."""
    f = filings.c
    soon = work.now + timedelta(days=SOON_DAYS)
    return or_(f.state.in_([state.value for state in MY_TURN]), f.due_at <= soon)


def put_in_order(
    query: Select[Any], sorts: dict[str, ColumnElement[Any]], sorting: Sorting
) -> Select[Any]:
    """The query with its rows in a wanted order, empty values last."""
    column = sorts[sorting.key]
    # Written so that an index which stands in this order is walked, and nothing is sorted.
    order = column.desc() if sorting.descending else column.asc()
    (id_,) = query.selected_columns
    then = id_.desc() if sorting.descending else id_.asc()
    return query.order_by(order.nulls_last(), then)


def _filing_row(row: Any) -> FilingRow:
    state = FilingState(row["state"])
    return FilingRow(
        **{
            name: row[name]
            for name in (
                "id",
                "number",
                "order_id",
                "order_number",
                "sponsor_name",
                "service_name",
                "domain",
                "filing_kind",
                "province",
                "state_since",
                "butler",
            )
        },
        state=state,
        due=kept_due(row["due_clock"], row["clock_started_at"], row["due_at"]),
    )


@dataclass(frozen=True, slots=True)
class PacketPlace:
    """Which packet of which filing, and the SHA-256 of its file."""

    id: str
    filing_id: str
    version: int
    pdf_sha256: str


def packet_by_digest(work: Work, digest: str) -> PacketPlace | None:
    """The packet version whose content has this digest."""
    p = packets.c
    row = work.connection.execute(
        select(p.id, p.filing_id, p.version, p.pdf_sha256).where(p.digest == digest)
    ).first()
    return PacketPlace(*row) if row else None
