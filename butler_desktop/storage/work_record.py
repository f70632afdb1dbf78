"""Reading the records of the work: what filings went through, from their journals."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ScalarSelect, String, cast, func, or_, select

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.pause import Pause
from butler_desktop.domain.preparation import prepared_by
from butler_desktop.domain.records import from_record
from butler_desktop.domain.work_record import (
    CallRecord,
    FilingRecord,
    Move,
    Prepared,
    RatingRecord,
    Returned,
    WorkRecord,
)
from butler_desktop.domain.workdays import WorkingCalendar
from butler_desktop.storage.schema import filings, journal, orders, ratings
from butler_desktop.storage.work import Work


def work_record(work: Work, since: datetime | None) -> WorkRecord:
    """The records of all that was worked on since then (UTC), each from its very beginning."""
    return WorkRecord(work.now, _filings(work, since), _calls(work), _ratings(work))


@dataclass(slots=True)
class _Past:
    """What a journal told so far of one filing."""

    moves: list[Move] = field(default_factory=list)
    prepared: list[Prepared] = field(default_factory=list)
    returned: list[Returned] = field(default_factory=list)
    complete_at: datetime | None = None
    pauses: tuple[Pause, ...] = ()

    def follow(self, at: datetime, new: Mapping[str, Any], calendar: WorkingCalendar) -> None:
        """One act's new values."""
        if "pauses" in new:
            self.pauses = tuple(from_record(Pause, it) for it in new["pauses"])
        if "state" in new:
            self._move(at, FilingState(new["state"]), new, calendar)
        if "content_complete_at" in new:
            self.complete_at = _time(new["content_complete_at"])

    def _move(
        self, at: datetime, state: FilingState, new: Mapping[str, Any], calendar: WorkingCalendar
    ) -> None:
        if state is FilingState.APPROVED:
            at = _time(new.get("approved_at")) or at
        self.moves.append(Move(at, state))
        if state is FilingState.AWAITING_CONFIRMATION and self.complete_at is not None:
            due = prepared_by(self.complete_at, self.pauses, calendar)
            self.prepared.append(Prepared(at, due))
        elif state is FilingState.REJECTED:
            self.returned.append(Returned(at, new.get("rejection_reasons") or ""))
        elif state is FilingState.SMS_EXPIRED:
            self.returned.append(Returned(at, ""))


def _filings(work: Work, since: datetime | None) -> tuple[FilingRecord, ...]:
    f = filings.c
    pasts = _pasts(work, since)
    rows = work.connection.execute(select(f.id, f.province, f.filing_kind, f.butler, f.state))
    found = []
    for row in rows:
        past = pasts.get(row.id, _Past())
        found.append(
            FilingRecord(
                row.id,
                row.province,
                row.filing_kind,
                row.butler,
                FilingState(row.state),
                tuple(past.moves),
                tuple(past.prepared),
                tuple(past.returned),
            )
        )
    return tuple(found)


def _pasts(work: Work, since: datetime | None) -> dict[str, _Past]:
    """By filing; the acts that only changed a form, by far the most, are not even read."""
    j = journal.c
    text = cast(j.changes, String)
    query = (
        select(j.at, j.changes)
        .where(or_(text.like('%"state"%'), text.like('%"pauses"%')))
        .order_by(j.order_id, j.revision)
    )
    if since is not None:
        query = query.where(j.order_id.in_(select(j.order_id).where(j.at > since)))
    pasts: dict[str, _Past] = {}
    for row in work.connection.execute(query):
        for change in row.changes:
            if change["kind"] == "filing":
                past = pasts.setdefault(change["id"], _Past())
                past.follow(row.at, _new(change["fields"]), work.rulebook.calendar)
    return pasts


def _new(fields: Mapping[str, Iterable[Any]]) -> dict[str, Any]:
    """The new values of an act's fields; a side of the journal is a list of one, or of none."""
    return {path: new[0] for path, (_, new) in fields.items() if new}


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _calls(work: Work) -> tuple[CallRecord, ...]:
    o = orders.c
    query = select(
        o.butler,
        o.filing_kind,
        _first_province(),
        o.paid_at,
        o.first_contact_due,
        o.first_contact_at,
    ).where(o.paid_at.is_not(None), o.first_contact_due.is_not(None))
    rows = work.connection.execute(query)
    return tuple(CallRecord(row[0], row[1], row[2] or "", *row[3:]) for row in rows)


def _ratings(work: Work) -> tuple[RatingRecord, ...]:
    """Those of filings as the filing is; those of an order as its calls are."""
    o, f, r = orders.c, filings.c, ratings.c
    stars = (r.response_speed, r.service_quality)
    of_filings = select(r.filing_id, r.at, f.butler, f.filing_kind, f.province, *stars).join(
        filings, f.id == r.filing_id
    )
    province = func.coalesce(_first_province(), "")
    of_orders = (
        select(r.filing_id, r.at, o.butler, o.filing_kind, province, *stars)
        .join(orders, o.id == r.order_id)
        .where(r.filing_id.is_(None))
    )
    rows = (*work.connection.execute(of_filings), *work.connection.execute(of_orders))
    return tuple(RatingRecord(*row) for row in rows)


def _first_province() -> ScalarSelect[Any]:
    """The province of an order's first filing."""
    f = filings.c
    mine = select(f.province).where(f.order_id == orders.c.id)
    return mine.order_by(f.id).limit(1).scalar_subquery()
