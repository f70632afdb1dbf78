from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from butler_desktop.domain.clocks import Due, DueKind
from butler_desktop.domain.filing_states import Clock
from butler_desktop.domain.local_time import SHANGHAI
from butler_desktop.domain.today import Section, Task, ToDo, Waiting, day_start, section_of
from butler_desktop.domain.workdays import WorkingCalendar
from butler_desktop.words import Words
from tests.builders import NOW

NOTHING = Words("", "")


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=SHANGHAI).astimezone(UTC)


def a_due(until: datetime | None) -> Due:
    return Due(Clock.PREPARATION, DueKind.RUNNING, until, NOTHING)


def a_task(until: datetime | None) -> Task:
    return Task("o1", "f1", None, None, NOTHING, "云杉", NOTHING, "林晓雯", a_due(until))


@pytest.mark.parametrize(
    ("until", "section"),
    [
        (at("03-16 17:30"), Section.TODAY),
        (at("03-18 23:59"), Section.TODAY),
        (at("03-19 00:00"), Section.TOMORROW),
        (at("03-20 10:00"), Section.LATER),
        (None, Section.NO_TIME),
    ],
)
def test_under_which_day_something_stands(until: datetime | None, section: Section) -> None:
    assert section_of(a_due(until), NOW) is section
    assert section_of(None, NOW) is Section.NO_TIME


def test_what_is_late_and_what_falls_due_next() -> None:
    late, soon, far = (
        a_task(at("03-18 10:00")),
        a_task(at("03-18 11:00")),
        a_task(at("03-20 10:00")),
    )
    to_do = ToDo(NOW, (), Waiting(), (far, late, soon, a_task(None)), more=3)
    assert (to_do.count, to_do.overdue, to_do.next_due) == (7, 1, soon)
    assert replace(to_do, tasks=(late,)).next_due is None
    more = replace(to_do, waiting=Waiting(40, 30))
    assert (more.count, more.overdue) == (47, 31)


def test_the_day_begins_at_midnight_in_shanghai() -> None:
    assert day_start(NOW) == at("03-18 00:00")
    assert day_start(at("03-18 00:00")) == at("03-18 00:00")
    assert day_start(at("03-18 00:00") - timedelta(seconds=1)) == at("03-17 00:00")


@pytest.mark.parametrize(
    ("now", "closing"),
    [
        ("03-18 10:42", "03-17 17:30"),
        ("03-18 20:00", "03-17 17:30"),
        ("03-23 09:00", "03-20 17:30"),
        ("02-24 09:30", "02-14 17:30"),
    ],
)
def test_since_when_things_are_new(now: str, closing: str) -> None:
    assert WorkingCalendar().closing_before_today(at(now)) == at(closing)
    assert WorkingCalendar().is_working_day(date(2026, 2, 14)).is_working
