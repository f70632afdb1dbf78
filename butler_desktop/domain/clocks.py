"""Clocks: when each thing that was promised is due, and why then.

Source: process.md section 6, with the readings A4 to A6 of section 8 (bounds
inclusive, 30 minutes run past closing, a purchase before opening counts from
that day's opening). Times are UTC; reasons speak in Shanghai's time.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import PREPARED_IN, STATES, Clock, FilingState
from butler_desktop.domain.local_time import local
from butler_desktop.domain.order import Order
from butler_desktop.domain.pause import Pause
from butler_desktop.domain.preparation import prepared_by, stretches
from butler_desktop.domain.promise import Promise
from butler_desktop.domain.time_words import clock_text, moment_text, span_text
from butler_desktop.domain.workdays import WorkingCalendar
from butler_desktop.words import Words

FIRST_CONTACT_LIMIT = timedelta(minutes=30)
"""Service description 4.1; out of hours our target is the same time after the next opening."""

SUBMISSION_WORKING_DAYS = 1
"""Practice, not promised."""

CONFIRMATION_WORKING_DAYS = 2
"""Our proposal where customer and butler agree on nothing else."""

SMS_LIMIT = timedelta(hours=24)
AUTHORITY_WORKING_DAYS = 20

BEFORE_PREPARATION = (FilingState.CONTACTED, FilingState.COLLECTING)
"""The preparation clock stands still here: it starts when the content is complete."""

OTHER_SIDE_CLOCKS = (Clock.CONFIRMATION, Clock.SMS, Clock.AUTHORITY)
"""The customer's and the authority's time."""


class DueKind(StrEnum):
    """How a clock stands, whatever the time is."""

    RUNNING = "running"
    OTHER_SIDE = "other_side"
    STANDING = "standing"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Due:
    """One clock: when it began, when it is due, when it ended, and why then.

    ``started_at`` may lie ahead (an order paid at night). ``is_provisional``
    says that a day in between was judged by its weekday alone.
    """

    clock: Clock
    kind: DueKind
    at: datetime | None
    reason: Words
    started_at: datetime | None = None
    ended_at: datetime | None = None
    paused_at: datetime | None = None
    """Since when it stands still, having run before."""
    is_provisional: bool = False

    @property
    def is_late(self) -> bool:
        """Whether what was promised came after its time."""
        return self.ended_at is not None and self.at is not None and self.ended_at > self.at


def first_contact_due(paid_at: datetime, calendar: WorkingCalendar) -> Due:
    """When the customer must have been reached after a purchase at ``paid_at``."""
    if calendar.is_open(paid_at):
        at = paid_at + FIRST_CONTACT_LIMIT
        bought = moment_text(paid_at)
        reason = Words(
            f"{bought.zh} 购买，工作时段内 30 分钟，应于 {clock_text(at)} 前",
            f"Bought {bought.en}: 30 minutes within working hours, due by {clock_text(at)}",
        )
        return _due(Clock.FIRST_CONTACT, paid_at, at, reason, calendar)
    opening = calendar.next_opening(paid_at)
    at = opening + FIRST_CONTACT_LIMIT
    bought, opens = moment_text(paid_at), moment_text(opening)
    reason = Words(
        f"{bought.zh} 购买，不在工作时段，{opens.zh} 起计，应于 {clock_text(at)} 前",
        f"Bought {bought.en}, outside working hours: runs from {opens.en}, due by {clock_text(at)}",
    )
    due = _due(Clock.FIRST_CONTACT, opening, at, reason, calendar)
    return _with_provisional(due, calendar.is_provisional(paid_at, at))


def first_contact_kept(paid_at: datetime, contact_at: datetime, calendar: WorkingCalendar) -> Due:
    """How the first contact went: ``ended_at`` against ``at``."""
    due = first_contact_due(paid_at, calendar)
    started = due.started_at if due.started_at and due.started_at <= contact_at else paid_at
    return replace(due, kind=DueKind.KEPT, started_at=started, ended_at=contact_at)


def preparation_due(
    content_complete_at: datetime, calendar: WorkingCalendar, pauses: Iterable[Pause] = ()
) -> Due:
    """When the packet must be ready after the content was complete, the pauses not counted."""
    over = tuple(stretches(content_complete_at, pauses))
    at = prepared_by(content_complete_at, over, calendar)
    reason = _reason(Clock.PREPARATION, content_complete_at, at)
    if over:
        waits = " ".join(_pause_text(pause) for pause in over)
        times = Words(
            f"；其间等客户 {waits} 不计", f"; not counted, waiting for the customer: {waits}"
        )
        reason = reason + times
    return _due(Clock.PREPARATION, content_complete_at, at, reason, calendar)


def paused_due(
    content_complete_at: datetime,
    paused_at: datetime,
    why: str,
    calendar: WorkingCalendar,
    pauses: Iterable[Pause] = (),
) -> Due:
    """The preparation while the customer owes something: what has run of it, and since when not."""
    ran = calendar.working_time_between(content_complete_at, paused_at)
    for pause in stretches(content_complete_at, pauses):
        ran -= calendar.working_time_between(pause.since, pause.until)
    spent = span_text(ran, timedelta.max)
    since = moment_text(paused_at)
    reason = Words(
        f"已用 {spent.zh}，{since.zh} 起等客户补资料，补齐后继续计时",
        f"{spent.en} used; waiting for the customer since {since.en}, runs on after that",
    )
    if why.strip():
        reason = reason + Words(f"：{_one_line(why)}", f": {_one_line(why)}")
    return Due(
        Clock.PREPARATION,
        DueKind.STANDING,
        None,
        reason,
        content_complete_at,
        paused_at=paused_at,
    )


def promise_due(promise: Promise) -> Due:
    """When what was promised is to be done; in any state, by the wall clock."""
    made, at = moment_text(promise.made_at), moment_text(promise.at)
    reason = Words(f"{made.zh} 约定 {at.zh} 回电", f"Promised {made.en}: to call at {at.en}")
    if promise.note:
        reason = reason + Words(f"：{promise.note}", f": {promise.note}")
    return Due(Clock.PROMISE, DueKind.RUNNING, promise.at, reason, promise.made_at)


def confirmation_proposal(made_at: datetime, calendar: WorkingCalendar) -> datetime:
    """The confirmation deadline to propose for a packet made at ``made_at``."""
    return calendar.add_working_days(made_at, CONFIRMATION_WORKING_DAYS)


def filing_due(filing: Filing, order: Order, calendar: WorkingCalendar) -> Due | None:
    """The clock that the filing's state runs; None where none does."""
    since, complete_at = filing.state_since, filing.content_complete_at
    may_pause = filing.state in (FilingState.COLLECTING, *PREPARED_IN)
    if may_pause and complete_at is not None and filing.paused_at is not None:
        return paused_due(
            complete_at, filing.paused_at, filing.pause_reason, calendar, filing.pauses
        )
    if filing.state in BEFORE_PREPARATION:
        return _standing()
    match STATES[filing.state].clock:
        case Clock.FIRST_CONTACT:
            is_first = order.first_contact_at is None and order.paid_at is not None
            start = order.paid_at if is_first and order.paid_at else filing.requested_at
            return first_contact_due(start, calendar)
        case Clock.PREPARATION:
            return preparation_due(complete_at or since, calendar, filing.pauses)
        case Clock.CONFIRMATION if filing.confirmation_deadline:
            return _due(Clock.CONFIRMATION, since, filing.confirmation_deadline, None, calendar)
        case Clock.SUBMISSION:
            at = calendar.add_working_days(since, SUBMISSION_WORKING_DAYS)
            return _due(Clock.SUBMISSION, since, at, None, calendar)
        case Clock.SMS:
            start = filing.sms_sent_at or since
            return _due(Clock.SMS, start, start + SMS_LIMIT, None, calendar)
        case Clock.AUTHORITY:
            start = filing.sms_verified_at or since
            at = calendar.add_working_days(start, AUTHORITY_WORKING_DAYS)
            return _due(Clock.AUTHORITY, start, at, None, calendar)
        case _:
            return None


def kept_due(clock: str, started_at: datetime | None, at: datetime | None) -> Due | None:
    """The clock of a filing that leads, from what a list keeps of it.

    It cannot tell pauses, nor whether the times are provisional; ``filing_clocks`` can.
    """
    if not clock:
        return None
    if started_at is None:
        return _standing()
    which = Clock(clock)
    if at is None:
        reason = Words("等客户补资料，停止计时", "Waiting for the customer, the clock stands still")
        return Due(which, DueKind.STANDING, None, reason, started_at, paused_at=started_at)
    return Due(which, _kind(which), at, _reason(which, started_at, at), started_at)


def _standing() -> Due:
    reason = Words(
        "资料齐全后开始计 1 个工作日的加工时限",
        "One working day of preparation runs once the content is complete",
    )
    return Due(Clock.PREPARATION, DueKind.STANDING, None, reason)


def _kind(clock: Clock) -> DueKind:
    return DueKind.OTHER_SIDE if clock in OTHER_SIDE_CLOCKS else DueKind.RUNNING


def _due(
    clock: Clock,
    start: datetime,
    at: datetime,
    reason: Words | None,
    calendar: WorkingCalendar,
) -> Due:
    is_provisional = clock is not Clock.SMS and calendar.is_provisional(start, at)
    due = Due(clock, _kind(clock), at, reason or _reason(clock, start, at), start)
    return _with_provisional(due, is_provisional)


def _with_provisional(due: Due, is_provisional: bool) -> Due:
    if not is_provisional or due.is_provisional:
        return due
    note = Words(
        "；该年放假安排未公布，按周一至周五推算",
        "; the holidays of that year are not known, Monday to Friday assumed",
    )
    return replace(due, reason=due.reason + note, is_provisional=True)


REASONS = {
    Clock.FIRST_CONTACT: Words(
        "{start} 起计，工作时段内 30 分钟，应于 {at} 前",
        "Runs from {start}: 30 minutes within working hours, due by {at}",
    ),
    Clock.PREPARATION: Words(
        "{start} 资料齐全，1 个工作日，应于 {at} 前",
        "Content complete {start}: one working day, due by {at}",
    ),
    Clock.CONFIRMATION: Words(
        "{start} 交客户确认，约定截止 {at}",
        "With the customer since {start}, agreed until {at}",
    ),
    Clock.SUBMISSION: Words(
        "{start} 起可提交，1 个工作日，应于 {at} 前",
        "Ready to submit since {start}: one working day, due by {at}",
    ),
    Clock.SMS: Words(
        "{start} 发出核验短信，24 小时内完成，至 {at}",
        "SMS sent {start}: 24 hours, until {at}",
    ),
    Clock.PROMISE: Words(
        "{start} 约定 {at} 回电",
        "Promised {start}: to call at {at}",
    ),
    Clock.AUTHORITY: Words(
        "自 {start} 起管局审核，不超过 20 个工作日，至 {at}",
        "With the authority since {start}: it has 20 working days, until {at}",
    ),
}


def _reason(clock: Clock, start: datetime, at: datetime) -> Words:
    return REASONS[clock].filled(start=moment_text(start), at=moment_text(at))


def _pause_text(pause: Pause) -> str:
    """When one waited: ``3-16 15:00–3-17 11:00``, in both languages alike."""
    since, until = local(pause.since), local(pause.until)
    day = "" if since.date() == until.date() else f"{until.month}-{until.day} "
    start = f"{since.month}-{since.day} {clock_text(pause.since)}"
    return f"{start}–{day}{clock_text(pause.until)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
