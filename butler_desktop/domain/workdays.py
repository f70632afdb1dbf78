"""Working days and working hours: 09:30 to 17:30 on Chinese working days.

Statutory holidays and make-up days (调休) come from the library
chinesecalendar, corrected and extended by the rulebook's yearly files. A year
that neither knows follows the weekday and is provisional. Times are aware
datetimes in UTC, in and out; days are days in Shanghai.

Source: process.md section 6; bounds inclusive (reading A4 of section 8).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple

from butler_desktop.domain.local_time import SHANGHAI, local

ONE_DAY = timedelta(days=1)
SATURDAY = 5


class DayVerdict(NamedTuple):
    """Whether a day is worked, and whether that is only guessed from its weekday."""

    is_working: bool
    is_provisional: bool


@dataclass(frozen=True, slots=True)
class YearFile:
    """What the rulebook says of one year: days off, days on, and whether that is all."""

    off: frozenset[date] = frozenset()
    on: frozenset[date] = frozenset()
    is_complete: bool = False


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The working days and hours of the service."""

    years: Mapping[int, YearFile] = field(default_factory=dict, hash=False)
    opens: time = time(9, 30)
    closes: time = time(17, 30)
    _known: dict[date, DayVerdict] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def is_working_day(self, day: date) -> DayVerdict:
        """Whether people work on ``day``, and whether that is provisional."""
        if day not in self._known:
            self._known[day] = self._judged(day)
        return self._known[day]

    def _judged(self, day: date) -> DayVerdict:
        year = self.years.get(day.year, YearFile())
        if day in year.off or day in year.on:
            return DayVerdict(day in year.on, is_provisional=False)
        library = _library()
        is_known = day.year in library.years
        is_weekday = day.weekday() < SATURDAY
        is_working = day in library.on or (is_weekday and day not in library.off)
        return DayVerdict(is_working, not (is_known or year.is_complete))

    def is_provisional(self, start: datetime, end: datetime) -> bool:
        """Whether a day between the two times is only guessed from its weekday."""
        first, last = sorted((local(start).date(), local(end).date()))
        return any(
            self.is_working_day(date(year, 12, 31) if year < last.year else last).is_provisional
            for year in range(first.year, last.year + 1)
        )

    def is_open(self, at: datetime) -> bool:
        """Whether ``at`` lies in working hours, both bounds included."""
        here = local(at)
        is_working = self.is_working_day(here.date()).is_working
        return is_working and self.opens <= here.time() <= self.closes

    def next_opening(self, at: datetime) -> datetime:
        """The first opening at or after ``at``."""
        day = local(at).date()
        while not (self.is_working_day(day).is_working and self._opening(day) >= at):
            day += ONE_DAY
        return self._opening(day)

    def closing_before_today(self, at: datetime) -> datetime:
        """The closing of the last working day before the day of ``at``."""
        day = local(at).date() - ONE_DAY
        while not self.is_working_day(day).is_working:
            day -= ONE_DAY
        return self._closing(day)

    def last_working_moment(self, at: datetime) -> datetime:
        """``at`` where that is within working hours, else the last closing before it."""
        if self.is_open(at):
            return at
        day = local(at).date()
        while not (self.is_working_day(day).is_working and self._closing(day) <= at):
            day -= ONE_DAY
        return self._closing(day)

    def before_working_time(self, at: datetime, duration: timedelta) -> datetime:
        """The time from which ``duration`` of working time is left until ``at``."""
        left, day = duration, local(at).date()
        now = at
        while left > timedelta(0):
            if self.is_working_day(day).is_working:
                end = min(now, self._closing(day))
                available = max(end - self._opening(day), timedelta(0))
                if left <= available:
                    return end - left
                left -= available
            day -= ONE_DAY
            now = self._closing(day)
        return now

    def working_day_after(self, day: date, count: int = 1) -> date:
        """The ``count``-th working day after ``day``."""
        while count > 0:
            day += ONE_DAY
            count -= self.is_working_day(day).is_working
        return day

    def add_working_days(self, at: datetime, count: int) -> datetime:
        """The same clock time ``count`` working days later, clipped to working hours."""
        here = local(at)
        clock = min(max(here.time(), self.opens), self.closes)
        return _utc(self.working_day_after(here.date(), count), clock)

    def add_working_time(self, at: datetime, duration: timedelta) -> datetime:
        """The time at which ``duration`` of working time has passed since ``at``.

        A closing counts as reached, not as the next opening. Without any
        duration it is ``at`` itself.
        """
        left, day, now = duration, local(at).date(), at
        while left > timedelta(0):
            if self.is_working_day(day).is_working:
                start = max(now, self._opening(day))
                available = max(self._closing(day) - start, timedelta(0))
                if left <= available:
                    return start + left
                left -= available
            day += ONE_DAY
            now = self._opening(day)
        return now

    def working_time_between(self, start: datetime, end: datetime) -> timedelta:
        """The working time from ``start`` to ``end``; negative when ``end`` is before it."""
        if end < start:
            return -self.working_time_between(end, start)
        total, day, last = timedelta(0), local(start).date(), local(end).date()
        while day <= last:
            if self.is_working_day(day).is_working:
                begun, ended = max(start, self._opening(day)), min(end, self._closing(day))
                total += max(ended - begun, timedelta(0))
            day += ONE_DAY
        return total

    def working_minutes_between(self, start: datetime, end: datetime) -> int:
        """The whole working minutes from ``start`` to ``end``, rounded towards zero."""
        minutes = self.working_time_between(start, end) / timedelta(minutes=1)
        return int(minutes)

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days lie after ``start``, up to and including ``end``."""
        days = (start + ONE_DAY * step for step in range(1, (end - start).days + 1))
        return sum(self.is_working_day(day).is_working for day in days)

    @property
    def day_length(self) -> timedelta:
        """The working time of one working day."""
        return datetime.combine(date.min, self.closes) - datetime.combine(date.min, self.opens)

    def _opening(self, day: date) -> datetime:
        return _utc(day, self.opens)

    def _closing(self, day: date) -> datetime:
        return _utc(day, self.closes)


class _Library(NamedTuple):
    """What chinesecalendar knows: the years, the days off, the weekend days worked."""

    years: range
    off: frozenset[date]
    on: frozenset[date]


@cache
def _library() -> _Library:
    # Loaded when a day is first asked for: it costs 10 ms that the start can do without.
    from chinese_calendar.constants import holidays, workdays

    years = range(min(holidays).year, max(holidays).year + 1)
    return _Library(years, frozenset(holidays), frozenset(workdays))


def _utc(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, SHANGHAI).astimezone(UTC)
