"""Listings of orders: their ids in order, their rows with the four counts, their numbers."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, case, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from butler_desktop.domain.filing_states import DELIVERED_STATES, RELEASED_STATES
from butler_desktop.domain.order_states import CLOSED_ORDER_STATES
from butler_desktop.domain.worklist import NEWEST_PAID, OrderRow, Sorting
from butler_desktop.storage.listings import put_in_order
from butler_desktop.storage.schema import filings, orders, refunds
from butler_desktop.storage.work import Work

ORDER_SORTS: dict[str, ColumnElement[Any]] = {
    "paid": orders.c.paid_at,
    "number": orders.c.number,
    "customer": orders.c.customer,
    "ordered": orders.c.ordered_site_count,
    "contact": orders.c.first_contact_due,
}


def open_order_count(work: Work) -> int:
    """How many orders are in progress."""
    return work.connection.scalar(select(func.count()).where(_order_open())) or 0


def any_order(work: Work) -> bool:
    """Whether the workspace has any order at all."""
    return work.connection.scalar(select(orders.c.id).limit(1)) is not None


def late_order_count(work: Work) -> int:
    """How many open orders still wait for a first contact that is overdue."""
    o = orders.c
    late = and_(o.first_contact_at.is_(None), o.first_contact_due < work.now)
    return work.connection.scalar(select(func.count()).where(_order_open(), late)) or 0


def order_totals(work: Work, which: str) -> tuple[int, int, int, int, int]:
    """Ordered, delivered, in flight, remaining and refunded sites over a list of orders."""
    chosen = _which_orders(select(orders.c.id), which).scalar_subquery()
    ordered = work.connection.scalar(
        select(func.sum(orders.c.ordered_site_count)).where(orders.c.id.in_(chosen))
    )
    sums = _site_sums(chosen).subquery()
    delivered, in_flight = work.connection.execute(
        select(func.sum(sums.c.delivered), func.sum(sums.c.in_flight))
    ).one()
    refunded = work.connection.scalar(
        select(func.sum(refunds.c.site_count)).where(refunds.c.order_id.in_(chosen))
    )
    known = [int(value or 0) for value in (ordered, delivered, in_flight, refunded)]
    return known[0], known[1], known[2], known[0] - known[1] - known[2] - known[3], known[3]


def order_ids(
    work: Work, *, which: str = "open", text: str = "", sorting: Sorting = NEWEST_PAID
) -> list[str]:
    """The ids of the orders: ``open``, ``closed`` or ``all``."""
    query = _which_orders(select(orders.c.id), which)
    if text.strip():
        query = query.where(orders.c.search_text.contains(text.strip().lower(), autoescape=True))
    return list(work.connection.scalars(put_in_order(query, ORDER_SORTS, sorting)))


def order_rows(work: Work, ids: Sequence[str]) -> list[OrderRow]:
    """The rows of ``ids`` in their order, counts derived from the filings."""
    o = orders.c
    counted = {row.order_id: row for row in work.connection.execute(_site_sums(ids))}
    given_back: dict[str, int] = dict(
        work.connection.execute(
            select(refunds.c.order_id, func.sum(refunds.c.site_count))
            .where(refunds.c.order_id.in_(ids))
            .group_by(refunds.c.order_id)
        ).all()
    )
    found = {}
    for row in work.connection.execute(select(orders).where(o.id.in_(ids))).mappings():
        sums = counted.get(row["id"])
        delivered, in_flight = (sums.delivered, sums.in_flight) if sums else (0, 0)
        refunded = given_back.get(row["id"], 0)
        ordered = row["ordered_site_count"]
        found[row["id"]] = OrderRow(
            **{
                name: row[name]
                for name in (
                    "id",
                    "number",
                    "customer",
                    "contact_name",
                    "contact_phone",
                    "filing_kind",
                    "state",
                    "paid_fen",
                    "paid_at",
                    "first_contact_at",
                    "first_contact_due",
                )
            },
            ordered=ordered,
            delivered=delivered,
            in_flight=in_flight,
            remaining=ordered - delivered - in_flight - refunded,
            refunded=refunded,
        )
    return [found[id_] for id_ in ids if id_ in found]


def known_order_numbers(work: Work, numbers: Sequence[str]) -> set[str]:
    """Which of ``numbers`` are orders already."""
    known: set[str] = set()
    for start in range(0, len(numbers), 500):
        block = numbers[start : start + 500]
        known.update(
            work.connection.scalars(select(orders.c.number).where(orders.c.number.in_(block)))
        )
    return known


def customers_with_open_orders(work: Work) -> set[str]:
    """The names of customers who have an order in progress."""
    return set(work.connection.scalars(select(orders.c.customer).where(_order_open()).distinct()))


def _which_orders(query: Select[Any], which: str) -> Select[Any]:
    if which == "open":
        return query.where(_order_open())
    if which == "closed":
        return query.where(~_order_open())
    return query


def _site_sums(ids: Any) -> Select[Any]:
    f = filings.c
    delivered = f.state.in_([s.value for s in DELIVERED_STATES])
    released = f.state.in_([s.value for s in RELEASED_STATES])
    return (
        select(
            f.order_id,
            func.sum(case((delivered, f.site_count), else_=0)).label("delivered"),
            func.sum(case((or_(delivered, released), 0), else_=f.site_count)).label("in_flight"),
        )
        .where(f.order_id.in_(ids))
        .group_by(f.order_id)
    )


def _order_open() -> ColumnElement[bool]:
    return orders.c.state.not_in([state.value for state in CLOSED_ORDER_STATES])
