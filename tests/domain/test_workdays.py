from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.local_time import SHANGHAI, local
from butler_desktop.domain.workdays import DayVerdict, WorkingCalendar, YearFile

CALENDAR = WorkingCalendar()
MINUTE = timedelta(minutes=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).astimezone(UTC)


def moments(first: int = 2024, last: int = 2026) -> st.SearchStrategy[datetime]:
    """Whole minutes of the years that the library knows, as UTC."""
    days = st.dates(date(first, 1, 1), date(last, 12, 1))
    times = st.times().map(lambda t: t.replace(second=0, microsecond=0))
    return st.builds(lambda d, t: datetime.combine(d, t, SHANGHAI).astimezone(UTC), days, times)


def is_worked(minute: datetime) -> bool:
    """The oracle: whether the minute that begins here is working time."""
    here = local(minute)
    return CALENDAR.is_working_day(here.date()).is_working and time(9, 30) <= here.time() < time(
        17, 30
    )


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        ("2026-03-18", True),  # a Wednesday
        ("2026-03-21", False),  # a Saturday
        ("2026-01-01", False),  # New Year
        ("2026-02-17", False),  # Spring Festival
        ("2026-02-14", True),  # a Saturday worked for it
        ("2026-10-01", False),  # National Day
        ("2025-09-28", True),  # a Sunday worked for it
        ("2025-10-08", False),
    ],
)
def test_statutory_holidays_and_make_up_days(day: str, is_working: bool) -> None:
    assert CALENDAR.is_working_day(date.fromisoformat(day)) == DayVerdict(is_working, False)


@pytest.mark.parametrize("year", [2003, 2027, 2040])
def test_a_year_that_nobody_knows_follows_the_weekday_and_says_so(year: int) -> None:
    for day in (date(year, 1, 1) + timedelta(days=n) for n in range(14)):
        assert CALENDAR.is_working_day(day) == DayVerdict(day.weekday() < 5, True)


def test_a_year_file_corrects_and_completes() -> None:
    off, on = date(2027, 1, 1), date(2027, 1, 2)
    other = date(2027, 3, 1)
    known = YearFile(off=frozenset((off,)), on=frozenset((on,)))
    partial = WorkingCalendar(years={2027: known})
    assert partial.is_working_day(off) == DayVerdict(False, False)
    assert partial.is_working_day(on) == DayVerdict(True, False)
    assert partial.is_working_day(other) == DayVerdict(True, True)
    whole = WorkingCalendar(years={2027: YearFile(known.off, known.on, is_complete=True)})
    assert whole.is_working_day(other) == DayVerdict(True, False)


def test_a_year_file_overrules_the_library() -> None:
    calendar = WorkingCalendar(years={2026: YearFile(off=frozenset((date(2026, 3, 18),)))})
    assert not calendar.is_working_day(date(2026, 3, 18)).is_working
    assert calendar.is_working_day(date(2026, 3, 19)).is_working


def test_a_span_is_provisional_when_it_reaches_an_unknown_year() -> None:
    assert not CALENDAR.is_provisional(at("2026-03-18"), at("2026-12-31 23:59"))
    assert CALENDAR.is_provisional(at("2026-12-31 12:00"), at("2027-01-01 00:00"))
    assert CALENDAR.is_provisional(at("2028-03-18"), at("2027-03-18"))


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-03-18 09:29:59", False),
        ("2026-03-18 09:30", True),
        ("2026-03-18 17:30", True),
        ("2026-03-18 17:30:01", False),
        ("2026-03-21 10:00", False),
        ("2026-02-14 10:00", True),
    ],
)
def test_both_bounds_of_the_day_are_open(moment: str, is_open: bool) -> None:
    assert CALENDAR.is_open(at(moment)) is is_open


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        ("2026-03-18 08:00", "2026-03-18 09:30"),
        ("2026-03-18 09:30", "2026-03-18 09:30"),
        ("2026-03-18 10:00", "2026-03-19 09:30"),
        ("2026-03-20 18:00", "2026-03-23 09:30"),
        ("2026-02-13 18:00", "2026-02-14 09:30"),
        ("2026-02-14 18:00", "2026-02-24 09:30"),
    ],
)
def test_next_opening(moment: str, opening: str) -> None:
    assert CALENDAR.next_opening(at(moment)) == at(opening)


@given(moments())
def test_nothing_opens_between_a_moment_and_its_next_opening(moment: datetime) -> None:
    opening = CALENDAR.next_opening(moment)
    assert opening >= moment
    assert local(opening).time() == time(9, 30)
    assert CALENDAR.is_open(opening)
    if opening != moment:
        assert not any(
            CALENDAR.is_working_day(day).is_working
            for day in _days_between(local(moment).date(), local(opening).date())
        )


def _days_between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range(1, (last - first).days)]


@pytest.mark.parametrize(
    ("moment", "days", "expected"),
    [
        ("2026-03-18 14:47", 1, "2026-03-19 14:47"),
        ("2026-03-20 16:00", 1, "2026-03-23 16:00"),
        ("2026-03-18 20:00", 1, "2026-03-19 17:30"),
        ("2026-03-18 07:00", 1, "2026-03-19 09:30"),
        ("2026-03-21 11:00", 1, "2026-03-23 11:00"),
        ("2026-02-13 11:00", 2, "2026-02-24 11:00"),
        ("2026-03-10 11:00", 20, "2026-04-08 11:00"),
    ],
)
def test_working_days_later(moment: str, days: int, expected: str) -> None:
    assert CALENDAR.add_working_days(at(moment), days) == at(expected)


@given(moments(), st.integers(1, 40))
def test_working_days_are_counted_like_one_by_one(moment: datetime, count: int) -> None:
    end = CALENDAR.add_working_days(moment, count)
    assert CALENDAR.is_open(end)
    start_day, end_day = local(moment).date(), local(end).date()
    worked = [day for day in _days_between(start_day, end_day + timedelta(days=1))
              if CALENDAR.is_working_day(day).is_working]  # fmt: skip
    assert len(worked) == count
    assert CALENDAR.working_days_between(start_day, end_day) == count


@given(moments(2026, 2026), st.integers(0, 60 * 24 * 4))
def test_working_minutes_agree_with_counting_each_minute(start: datetime, span: int) -> None:
    end = start + span * MINUTE
    counted = sum(is_worked(start + n * MINUTE) for n in range(span))
    assert CALENDAR.working_minutes_between(start, end) == counted
    assert CALENDAR.working_minutes_between(end, start) == -counted


@given(moments(2026, 2026), st.integers(1, 60 * 20))
def test_added_working_time_agrees_with_counting_each_minute(start: datetime, span: int) -> None:
    minute, left = start, span
    while left:
        left -= is_worked(minute)
        minute += MINUTE
    assert CALENDAR.add_working_time(start, span * MINUTE) == minute


@given(moments(), st.timedeltas(timedelta(0), timedelta(days=4)))
def test_adding_and_measuring_are_inverse(start: datetime, span: timedelta) -> None:
    end = CALENDAR.add_working_time(start, span)
    assert CALENDAR.working_time_between(start, end) == span


def test_closing_counts_as_reached() -> None:
    assert CALENDAR.add_working_time(at("2026-03-18 16:30"), timedelta(hours=1)) == at(
        "2026-03-18 17:30"
    )
    assert CALENDAR.day_length == timedelta(hours=8)
