"""What the page of the day asks: who waits for a call, what was done, how clocks were kept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from butler_desktop.domain.changes import Change
from butler_desktop.domain.clocks import SMS_LIMIT
from butler_desktop.domain.filing_states import PREPARED_IN, Clock, FilingState
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.pause import Pause
from butler_desktop.domain.preparation import prepared_by
from butler_desktop.domain.records import from_record
from butler_desktop.domain.today import Attainment, Waiting
from butler_desktop.storage.schema import filings, journal, orders, packets
from butler_desktop.storage.work import Work

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AwaitedContact:
    """An order whose customer was not reached yet, with its first filing. Times UTC."""

    order_id: str
    number: str
    filing_id: str | None
    customer: str
    contact_name: str
    contact_phone: str
    paid_at: datetime
    site_count: int


@dataclass(frozen=True, slots=True)
class Act:
    """One row of the journal, with the customer it is about."""

    order_id: str
    act: str
    actor: str
    at: datetime
    customer: str
    changes: tuple[Change, ...]


def awaited_contacts(work: Work, butler: str | None, limit: int) -> tuple[AwaitedContact, ...]:
    """Who waits for the first contact, of one butler or of all; the most pressing first."""
    o, f = orders.c, filings.c
    first = (
        select(func.min(f.id))
        .where(f.order_id == o.id, f.state == FilingState.REQUESTED.value)
        .scalar_subquery()
    )
    query = select(
        *(o.id, o.number, first, o.customer, o.contact_name, o.contact_phone, o.paid_at),
        o.ordered_site_count,
    ).where(*_awaits(butler))
    found = work.connection.execute(query.order_by(o.first_contact_due, o.id).limit(limit))
    return tuple(AwaitedContact(*row) for row in found)


def awaited_count(work: Work, butler: str | None) -> Waiting:
    """How many wait for the first contact."""
    late = func.count().filter(orders.c.first_contact_due < work.now)
    row = work.connection.execute(select(func.count(), late).where(*_awaits(butler))).one()
    return Waiting(row[0], row[1])


def awaiting_orders(work: Work, order_ids: Iterable[str]) -> set[str]:
    """Which of these orders wait for the first contact."""
    wanted = (orders.c.id.in_(list(order_ids)), *_awaits(None))
    return set(work.connection.scalars(select(orders.c.id).where(*wanted)))


def acts_since(
    work: Work, since: datetime, acts: Sequence[str], butler: str | None, limit: int
) -> Iterator[Act]:
    """What was done since then, newest first: ``acts`` by anybody, all else by others.

    Of what one butler is or was just made to be in charge of, or of all.
    """
    j, o, f = journal.c, orders.c, filings.c
    wanted: list[ColumnElement[bool]] = [
        j.at > since,
        or_(j.act.in_(acts), j.actor != work.actor),
        j.act.not_like("%.reveal:%"),
    ]
    if butler is not None:
        of_filing = select(f.order_id).where(f.butler == butler)
        wanted.append(or_(o.butler == butler, o.id.in_(of_filing)))
    query = (
        select(j.order_id, j.act, j.actor, j.at, o.customer, j.changes)
        .join(orders, o.id == j.order_id)
        .where(*wanted)
        .order_by(j.at.desc(), j.id.desc())
        .limit(limit)
    )
    for row in work.connection.execute(query):
        yield Act(*row[:5], tuple(Change.from_json(change) for change in row.changes))


def attainments(work: Work, start: datetime, butler: str | None) -> tuple[Attainment, ...]:
    """How the promises of the day that began at ``start`` (UTC) were kept until now."""
    return (
        _first_contacts(work, start, butler),
        _preparations(work, start, butler),
        _sms(work, start, butler),
    )


def _awaits(butler: str | None) -> list[ColumnElement[bool]]:
    o = orders.c
    wanted = [
        o.first_contact_at.is_(None),
        o.paid_at.is_not(None),
        o.state == OrderState.PAID.value,
    ]
    return wanted if butler is None else [*wanted, o.butler == butler]


def _first_contacts(work: Work, start: datetime, butler: str | None) -> Attainment:
    o = orders.c
    is_met = o.first_contact_at.is_not(None)
    wanted = [
        o.first_contact_due >= start,
        o.first_contact_due < start + ONE_DAY,
        or_(is_met, and_(o.first_contact_due < work.now, o.state == OrderState.PAID.value)),
    ]
    if butler is not None:
        wanted.append(o.butler == butler)
    kept = func.count().filter(o.first_contact_at <= o.first_contact_due)
    row = work.connection.execute(select(kept, func.count()).where(*wanted)).one()
    return Attainment(Clock.FIRST_CONTACT, row[0], row[1])


def _preparations(work: Work, start: datetime, butler: str | None) -> Attainment:
    """Packets made today against their working day, and what is overdue since today."""
    f, p = filings.c, packets.c
    made = (
        select(f.content_complete_at, f.pauses, p.made_at)
        .join(filings, f.id == p.filing_id)
        .where(p.made_at >= start, f.content_complete_at <= p.made_at, *_of(butler))
    )
    rows = work.connection.execute(made).all()
    late = select(func.count()).where(
        f.state.in_([state.value for state in PREPARED_IN]),
        f.due_clock == Clock.PREPARATION.value,
        f.due_at >= start,
        f.due_at < work.now,
        *_of(butler),
    )
    missed = work.connection.scalar(late) or 0
    kept = sum(_is_in_time(work, row) for row in rows)
    return Attainment(Clock.PREPARATION, kept, len(rows) + missed)


def _is_in_time(work: Work, row: Any) -> bool:
    pauses = [from_record(Pause, it) for it in row.pauses]
    due = prepared_by(row.content_complete_at, pauses, work.rulebook.calendar)
    return bool(row.made_at <= due)


def _sms(work: Work, start: datetime, butler: str | None) -> Attainment:
    f = filings.c
    verified = select(f.sms_sent_at, f.sms_verified_at).where(
        f.sms_verified_at >= start, f.sms_sent_at.is_not(None), *_of(butler)
    )
    rows = work.connection.execute(verified).all()
    kept = sum(row.sms_verified_at <= row.sms_sent_at + SMS_LIMIT for row in rows)
    expired = select(func.count()).where(
        f.state == FilingState.SMS_EXPIRED.value, f.state_since >= start, *_of(butler)
    )
    return Attainment(Clock.SMS, kept, len(rows) + (work.connection.scalar(expired) or 0))


def _of(butler: str | None) -> list[ColumnElement[bool]]:
    return [] if butler is None else [filings.c.butler == butler]
