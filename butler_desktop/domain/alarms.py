"""Alarms: when a clock of the day rings. Only in working time (features 9).

A time outside working hours is told at the last working moment before it, what
became overdue outside them at the next opening.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from butler_desktop.domain.clocks import Due
from butler_desktop.domain.due_words import SOON, SOON_FIRST_CONTACT
from butler_desktop.domain.filing_clocks import CLOCK_WORDS
from butler_desktop.domain.filing_states import Clock
from butler_desktop.domain.local_time import local
from butler_desktop.domain.time_words import clock_text, moment_text
from butler_desktop.domain.today import FirstContact, Task, ToDo
from butler_desktop.domain.workdays import WorkingCalendar
from butler_desktop.words import Words


class AlarmKind(StrEnum):
    """Why it rings."""

    SOON = "soon"
    NOW = "now"
    """What was promised is to be done."""
    OVERDUE = "overdue"


KINDS = {
    Clock.PROMISE: (AlarmKind.NOW,),
    Clock.AUTHORITY: (AlarmKind.OVERDUE,),
}
"""All others ring before their time, and when it is over."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm; ``id`` stays the same as long as the clock does. Times UTC."""

    id: str
    kind: AlarmKind
    at: datetime
    order_id: str
    filing_id: str | None
    words: Words
    customer: str


def alarms(to_do: ToDo, calendar: WorkingCalendar) -> tuple[Alarm, ...]:
    """All that rings for what there is to do, whenever it does, the earliest first."""
    items: tuple[FirstContact | Task, ...] = (*to_do.contacts, *to_do.tasks)
    timed = ((item, item.due) for item in items if item.due is not None)
    found = (alarm for item, due in timed for alarm in _of(item, due, calendar))
    return tuple(sorted(found, key=lambda it: (it.at, it.id)))


def rings_at(due: Due, kind: AlarmKind, calendar: WorkingCalendar) -> datetime | None:
    """When a clock rings (UTC), always in working time; None where it has no time."""
    at = due.at
    if at is None:
        return None
    if kind is AlarmKind.OVERDUE:
        return at if calendar.is_open(at) else calendar.next_opening(at)
    wanted = at
    if kind is AlarmKind.SOON:
        wanted = _soon(due, at, calendar)
    if due.started_at is not None:
        wanted = max(wanted, due.started_at)
    if calendar.is_open(wanted):
        return wanted
    before = calendar.last_working_moment(wanted)
    # A clock that began out of hours has no working moment before it.
    is_early = due.started_at is not None and before < due.started_at
    return calendar.next_opening(wanted) if is_early else before


def _soon(due: Due, at: datetime, calendar: WorkingCalendar) -> datetime:
    match due.clock:
        case Clock.FIRST_CONTACT:
            return at - SOON_FIRST_CONTACT
        case Clock.CONFIRMATION:
            opens = calendar.opens
            return local(at).replace(hour=opens.hour, minute=opens.minute, second=0, microsecond=0)
        case Clock.SMS:
            return at - SOON
        case _:
            return calendar.before_working_time(at, SOON)


def _of(item: FirstContact | Task, due: Due, calendar: WorkingCalendar) -> Iterator[Alarm]:
    subject = item.filing_id or item.order_id
    for kind in KINDS.get(due.clock, (AlarmKind.SOON, AlarmKind.OVERDUE)):
        at = rings_at(due, kind, calendar)
        if at is not None and due.at is not None:
            yield Alarm(
                id=f"{subject}:{due.clock}:{kind}:{due.at:%Y%m%dT%H%M%S}",
                kind=kind,
                at=at,
                order_id=item.order_id,
                filing_id=item.filing_id,
                words=_words(item, due, kind, at),
                customer=item.customer,
            )


def _words(item: FirstContact | Task, due: Due, kind: AlarmKind, at: datetime) -> Words:
    if due.at is None:
        raise AssertionError("an alarm without a time")
    name, until = CLOCK_WORDS[due.clock], clock_text(due.at)
    if kind is AlarmKind.OVERDUE:
        moment = moment_text(due.at)
        return Words(f"{name.zh}已超时（{moment.zh}）", f"{name.en} is overdue ({moment.en})")
    if kind is AlarmKind.NOW:
        told = item.words if isinstance(item, Task) else name
        about = item.about if isinstance(item, Task) else Words("", "")
        more = Words(f"：{about.zh}", f": {about.en}") if about.zh else Words("", "")
        early = Words("（不在工作时段，提前提醒）", " (out of hours, told before)")
        return told + more + (early if due.at - at > timedelta(minutes=1) else Words("", ""))
    return Words(f"{name.zh} {until} 到期", f"{name.en} is due at {until}")
