"""The promises that stand, of all orders and filings."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select

from butler_desktop.domain.filing_states import STATES
from butler_desktop.domain.order_states import CLOSED_ORDER_STATES
from butler_desktop.domain.promise import Promise
from butler_desktop.storage.schema import contacts, filings, orders
from butler_desktop.storage.work import Work

_OPEN = [state.value for state, row in STATES.items() if row.is_open]


@dataclass(frozen=True, slots=True)
class StandingPromise:
    """A promise, to whom it was given, and who is in charge of it.

    ``number`` is the filing's or, where it is about none, the order's.
    """

    promise: Promise
    number: str
    customer: str
    butler: str


def standing_promises(
    work: Work, *, butler: str | None = None, until: datetime | None = None
) -> tuple[StandingPromise, ...]:
    """Those of one butler or of all, due before ``until`` (UTC), the nearest first.

    Nothing is promised any more about an order or a filing that has ended.
    """
    c, f, o = contacts.c, filings.c, orders.c
    in_charge = func.coalesce(f.butler, o.butler)
    is_open = or_(
        f.state.in_(_OPEN),
        f.id.is_(None) & o.state.not_in([state.value for state in CLOSED_ORDER_STATES]),
    )
    query = (
        select(
            *(c.id, c.order_id, c.filing_id, c.promise_at, c.promise_note, c.at, c.by),
            func.coalesce(f.number, o.number).label("number"),
            func.coalesce(f.sponsor_name, o.customer).label("customer"),
            in_charge.label("butler"),
        )
        .join(orders, o.id == c.order_id)
        .outerjoin(filings, f.id == c.filing_id)
        .where(c.promise_at.is_not(None), c.promise_end.is_(None), is_open)
        .order_by(c.promise_at, c.id)
    )
    if butler is not None:
        query = query.where(in_charge == butler)
    if until is not None:
        query = query.where(c.promise_at < until)
    return tuple(
        StandingPromise(Promise(*row[:7]), row.number, row.customer, row.butler)
        for row in work.connection.execute(query)
    )
