"""Due words: what a clock says on the screen at one moment (ux.md section 6).

Under an hour minutes, under a day of working time hours and minutes, else date
and time. Never seconds.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from butler_desktop.domain.clocks import AUTHORITY_WORKING_DAYS, Due, DueKind
from butler_desktop.domain.filing_states import Clock
from butler_desktop.domain.local_time import local
from butler_desktop.domain.time_words import HOUR, MINUTE, near_moment_text, span_text
from butler_desktop.domain.workdays import WorkingCalendar
from butler_desktop.words import Words

SOON_FIRST_CONTACT = timedelta(minutes=20)
SOON = timedelta(hours=2)
"""Of working time, for the clocks of the butler."""

WALL_CLOCKS = (Clock.FIRST_CONTACT, Clock.SMS, Clock.CONFIRMATION, Clock.PROMISE)
"""Clocks that run on outside working hours."""


class DueCase(StrEnum):
    """How pressing a time is; the window gives each its icon and colour."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    OTHER_SIDE = "other_side"
    STANDING = "standing"
    KEPT = "kept"
    LATE = "late"
    """Done, but past its time."""


@dataclass(frozen=True, slots=True)
class DueText:
    """A due time as it is shown; ``reason`` answers why it is that time."""

    case: DueCase
    words: Words
    reason: Words


def due_words(due: Due, now: datetime, calendar: WorkingCalendar) -> DueText:
    """What ``due`` says at ``now``."""
    case, words = _said(due, now, calendar)
    return DueText(case, words, due.reason)


def _said(due: Due, now: datetime, calendar: WorkingCalendar) -> tuple[DueCase, Words]:
    if due.kind is DueKind.KEPT:
        return _kept(due, calendar)
    if due.paused_at is not None:
        return DueCase.STANDING, Words("等客户，暂停", "Paused")
    if due.at is None or due.started_at is None:
        return DueCase.STANDING, Words("未计时", "Not running")
    if now > due.at:
        over = span_text(_passed(due.clock, due.at, now, calendar), calendar.day_length)
        return DueCase.OVERDUE, Words(f"超 {over.zh}", f"{over.en} over")
    if now < due.started_at:
        starts = near_moment_text(due.started_at, now)
        start_en = starts.en[0].lower() + starts.en[1:]
        return DueCase.STANDING, Words(f"{starts.zh} 起计", f"Starts {start_en}")
    if due.clock is Clock.AUTHORITY:
        return DueCase.OTHER_SIDE, _working_day(due.started_at, now, calendar)
    is_wall = due.clock in WALL_CLOCKS
    left = due.at - now if is_wall else calendar.working_time_between(now, due.at)
    return _running(due, due.at, left, now, calendar)


def _running(
    due: Due, at: datetime, left: timedelta, now: datetime, calendar: WorkingCalendar
) -> tuple[DueCase, Words]:
    is_today = local(at).date() == local(now).date()
    # The end of the day is said as such: 今天 17:30 needs no reckoning.
    is_day_end = is_today and local(at).time() == calendar.closes
    if _is_soon(due, left, is_today=is_today):
        return DueCase.SOON, _left(left)
    if due.kind is DueKind.OTHER_SIDE:
        return DueCase.OTHER_SIDE, near_moment_text(at, now)
    is_appointment = is_day_end or due.clock is Clock.PROMISE
    if left < calendar.day_length and not is_appointment:
        return DueCase.LATER, _left(left)
    return DueCase.LATER, near_moment_text(at, now)


def _is_soon(due: Due, left: timedelta, *, is_today: bool) -> bool:
    if due.clock is Clock.FIRST_CONTACT:
        return left <= SOON_FIRST_CONTACT
    if due.clock is Clock.CONFIRMATION:
        return is_today
    return due.clock is Clock.SMS or left <= SOON


def _left(left: timedelta) -> Words:
    """What is left, in hours however many (an SMS has 24), a begun minute counted whole."""
    whole = -(-left // MINUTE) * MINUTE
    span = span_text(whole, timedelta.max)
    return Words(f"剩 {span.zh}", f"{span.en} left")


def _passed(clock: Clock, at: datetime, now: datetime, calendar: WorkingCalendar) -> timedelta:
    """How long ``at`` is over: by the wall clock on the same day, else in working time."""
    if clock is Clock.SMS or local(at).date() == local(now).date():
        return now - at
    return calendar.working_time_between(at, now)


def _working_day(start: datetime, now: datetime, calendar: WorkingCalendar) -> Words:
    passed = calendar.working_days_between(local(start).date(), local(now).date())
    nth = min(max(passed, 1), AUTHORITY_WORKING_DAYS)
    return Words(f"第 {nth} 个工作日", f"Working day {nth}")


def _kept(due: Due, calendar: WorkingCalendar) -> tuple[DueCase, Words]:
    case = DueCase.LATE if due.is_late else DueCase.KEPT
    if due.started_at is None or due.ended_at is None:
        return case, Words("已完成", "Done")
    took = _passed(due.clock, due.started_at, due.ended_at, calendar)
    span = span_text(took, calendar.day_length)
    zh = f"{span.zh}钟" if took < HOUR else span.zh  # 8 分钟, but 1 时 08 分
    return case, Words(zh, span.en)
