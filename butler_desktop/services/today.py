"""The day of a butler: whom to call, what to do, what has changed, how promises were kept."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from butler_desktop.domain.alarms import Alarm, alarms
from butler_desktop.domain.clocks import first_contact_due, promise_due
from butler_desktop.domain.filing_clocks import filing_clocks
from butler_desktop.domain.filing_states import STATES, Clock, FilingState
from butler_desktop.domain.masking import masked_phone
from butler_desktop.domain.next_words import next_words
from butler_desktop.domain.time_words import clock_text
from butler_desktop.domain.today import FirstContact, Task, Today, ToDo, day_start
from butler_desktop.domain.views import MY_TURN, SOON_DAYS, View
from butler_desktop.domain.worklist import BY_DUE, FilingFilter, FilingRow, ViewCount
from butler_desktop.services.today_changes import KINDS, change_lines
from butler_desktop.services.worklist import filing_rows
from butler_desktop.storage import listings
from butler_desktop.storage.promises import StandingPromise, standing_promises
from butler_desktop.storage.today import (
    acts_since,
    attainments,
    awaited_contacts,
    awaited_count,
    awaiting_orders,
)
from butler_desktop.storage.work import Work
from butler_desktop.words import Words

SHOWN = 200
"""Tasks that are listed; more are counted, the queue has them all."""

CONTACTS = 30
"""Customers who wait for the first call and are shown one by one; more are counted."""

ACTS = 400
"""Acts since the last working period that are looked at."""

SOON = timedelta(days=SOON_DAYS)


def today(work: Work, mine: bool) -> Today:
    """The page of the day: of who sits here, or of the whole team."""
    butler = work.actor if mine else None
    since = work.rulebook.calendar.closing_before_today(work.now)
    acts = acts_since(work, since, tuple(KINDS), butler, ACTS)
    return Today(
        to_do=_to_do(work, butler),
        since=since,
        changes=change_lines(acts, work.actor),
        attainments=attainments(work, day_start(work.now), butler),
    )


def alarms_now(work: Work) -> tuple[Alarm, ...]:
    """What has rung today for who sits here, the earliest first."""
    start = day_start(work.now)
    found = alarms(_to_do(work, work.actor), work.rulebook.calendar)
    return tuple(it for it in found if start <= it.at <= work.now)


def today_count(work: Work) -> ViewCount:
    """How much there is to do for who sits here, and how much of it is late."""
    found = _to_do(work, work.actor)
    return ViewCount(found.count, found.overdue)


def _to_do(work: Work, butler: str | None) -> ToDo:
    wanted = FilingFilter(view=View.MINE, mine_only=butler is not None)
    ids = listings.filing_ids(work, wanted, BY_DUE)
    rows = filing_rows(work, ids[:SHOWN])
    called = awaiting_orders(work, {row.order_id for row in rows if _is_requested(row)})
    others = (row for row in rows if not (_is_requested(row) and row.order_id in called))
    promised = standing_promises(work, butler=butler, until=work.now + SOON)
    tasks = [*_of_rows(work, others), *map(_of_promise, promised)]
    return ToDo(
        now=work.now,
        contacts=tuple(_contacts(work, butler)),
        waiting=awaited_count(work, butler),
        tasks=tuple(sorted(tasks, key=_when)),
        more=max(len(ids) - SHOWN, 0),
    )


def _is_requested(row: FilingRow) -> bool:
    return row.state is FilingState.REQUESTED


def _when(task: Task) -> datetime:
    at = task.due.at if task.due is not None else None
    return at or datetime.max.replace(tzinfo=UTC)


def _contacts(work: Work, butler: str | None) -> Iterator[FirstContact]:
    for it in awaited_contacts(work, butler, CONTACTS):
        yield FirstContact(
            it.order_id,
            it.filing_id,
            it.customer,
            f"{it.contact_name} {masked_phone(it.contact_phone)}",
            it.paid_at,
            it.site_count,
            first_contact_due(it.paid_at, work.rulebook.calendar),
        )


def _of_rows(work: Work, rows: Iterable[FilingRow]) -> Iterator[Task]:
    """What the states want; a promise that leads has a line of its own, so it is looked behind."""
    for row in rows:
        if row.due is None or row.due.clock is not Clock.PROMISE:
            yield _of_row(work, row)
            continue
        dossier = work.dossier_of(row.id)
        clocks = filing_clocks(dossier, dossier.filing(row.id), work.rulebook.calendar)
        own = next((due for due in clocks if due.clock is not Clock.PROMISE), None)
        is_soon = own is not None and own.at is not None and own.at <= work.now + SOON
        if row.state in MY_TURN or is_soon:
            yield _of_row(work, replace(row, due=own))


def _of_row(work: Work, row: FilingRow) -> Task:
    province = work.rulebook.provinces.named(row.province)
    return Task(
        order_id=row.order_id,
        filing_id=row.id,
        promise=None,
        stage=STATES[row.state].stage,
        words=next_words(row),
        customer=row.sponsor_name,
        about=province.short_words if province else Words("", ""),
        butler=row.butler,
        due=row.due,
    )


def _of_promise(standing: StandingPromise) -> Task:
    promise = standing.promise
    at = clock_text(promise.at)
    return Task(
        order_id=promise.order_id,
        filing_id=promise.filing_id,
        promise=promise,
        stage=None,
        words=Words(f"{at} 回电", f"Call at {at}"),
        customer=standing.customer,
        about=Words(promise.note, promise.note),
        butler=standing.butler,
        due=promise_due(promise),
    )
