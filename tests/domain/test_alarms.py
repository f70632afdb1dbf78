"""Alarms ring in working time and nowhere else."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.alarms import AlarmKind, alarms, rings_at
from butler_desktop.domain.clocks import Due, DueKind, first_contact_due, preparation_due
from butler_desktop.domain.filing_states import Clock
from butler_desktop.domain.local_time import SHANGHAI
from butler_desktop.domain.today import Task, ToDo, Waiting
from butler_desktop.domain.workdays import WorkingCalendar
from butler_desktop.words import Words
from tests.builders import NOW

CALENDAR = WorkingCalendar()
NOTHING = Words("", "")
SOON, NOW_, OVERDUE = AlarmKind.SOON, AlarmKind.NOW, AlarmKind.OVERDUE


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=SHANGHAI).astimezone(UTC)


def a_due(clock: Clock, until: str, start: str = "03-10 10:00") -> Due:
    return Due(clock, DueKind.RUNNING, at(until), NOTHING, at(start))


@pytest.mark.parametrize(
    ("due", "kind", "rings"),
    [
        (first_contact_due(at("03-18 10:08"), CALENDAR), SOON, "03-18 10:18"),
        (first_contact_due(at("03-18 10:08"), CALENDAR), OVERDUE, "03-18 10:38"),
        (first_contact_due(at("03-18 17:29"), CALENDAR), SOON, "03-18 17:30"),
        (first_contact_due(at("03-18 17:29"), CALENDAR), OVERDUE, "03-19 09:30"),
        (first_contact_due(at("03-18 20:00"), CALENDAR), SOON, "03-19 09:40"),
        (preparation_due(at("03-17 15:00"), CALENDAR), SOON, "03-18 13:00"),
        (preparation_due(at("03-17 10:00"), CALENDAR), SOON, "03-17 16:00"),
        (a_due(Clock.CONFIRMATION, "03-18 18:00"), SOON, "03-18 09:30"),
        (a_due(Clock.CONFIRMATION, "03-18 18:00"), OVERDUE, "03-19 09:30"),
        (a_due(Clock.CONFIRMATION, "03-22 18:00"), SOON, "03-20 17:30"),  # a Sunday
        (a_due(Clock.SMS, "03-18 22:00"), SOON, "03-18 17:30"),
        (a_due(Clock.PROMISE, "03-18 15:00"), NOW_, "03-18 15:00"),
        (a_due(Clock.PROMISE, "03-18 20:00"), NOW_, "03-18 17:30"),
        (a_due(Clock.PROMISE, "03-19 08:00"), NOW_, "03-18 17:30"),
        (a_due(Clock.PROMISE, "03-18 20:00", "03-18 19:00"), NOW_, "03-19 09:30"),
    ],
)
def test_when_a_clock_rings(due: Due, kind: AlarmKind, rings: str) -> None:
    assert rings_at(due, kind, CALENDAR) == at(rings)


MOMENTS = st.integers(0, 90 * 24 * 60).map(lambda n: at("01-01 00:00") + timedelta(minutes=n))


@given(MOMENTS, st.integers(1, 20 * 24 * 60), st.sampled_from(Clock), st.sampled_from(AlarmKind))
def test_no_alarm_outside_working_hours(
    start: datetime, minutes: int, clock: Clock, kind: AlarmKind
) -> None:
    due = Due(clock, DueKind.RUNNING, start + timedelta(minutes=minutes), NOTHING, start)
    rings = rings_at(due, kind, CALENDAR)
    assert rings is not None
    assert CALENDAR.is_open(rings)


def a_task(clock: Clock, until: datetime, name: str) -> Task:
    due = Due(clock, DueKind.RUNNING, until, NOTHING, until - timedelta(days=3))
    words = Words("15:00 回电", "Call at 15:00")
    return Task("o1", name, None, None, words, "云杉", Words("讲步骤", "steps"), "林晓雯", due)


def test_a_simulated_month_is_silent_at_night_and_each_alarm_rings_once() -> None:
    start, minute = at("02-10 00:00"), timedelta(minutes=1)
    tasks = tuple(
        a_task(clock, start + timedelta(hours=5 * n + 1, minutes=7 * n), f"{clock}{n}")
        for n in range(120)
        for clock in (Clock.PREPARATION, Clock.CONFIRMATION, Clock.PROMISE, Clock.SMS)
    )
    ringing = alarms(ToDo(start, (), Waiting(), tasks, 0), CALENDAR)
    rang: list[str] = []
    for n in range(31 * 24 * 60):
        now = start + n * minute
        new = [it.id for it in ringing if now - minute < it.at <= now]
        assert not new or CALENDAR.is_open(now) or CALENDAR.is_open(now - minute), now
        rang += new
    assert len(rang) == len(set(rang)) > 700


def test_what_it_says() -> None:
    late = a_task(Clock.PREPARATION, at("03-18 09:40"), "f1")
    promise = a_task(Clock.PROMISE, at("03-18 20:00"), "f2")
    found = alarms(ToDo(NOW, (), Waiting(), (late, promise), 0), CALENDAR)
    told = {it.kind: it.words.zh for it in found}
    assert told == {
        SOON: "材料加工 9:40 到期",
        OVERDUE: "材料加工已超时（3月18日 9:40）",
        NOW_: "15:00 回电：讲步骤（不在工作时段，提前提醒）",
    }
    assert all(it.filing_id for it in found)
