"""The time for preparing, and every other clock against an oracle that counts minutes."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate

import chinese_calendar
import pytest

from butler_desktop.domain.clocks import (
    AUTHORITY_WORKING_DAYS,
    DueKind,
    confirmation_proposal,
    filing_due,
    first_contact_due,
    preparation_due,
)
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.local_time import SHANGHAI, local
from butler_desktop.domain.pause import Pause
from butler_desktop.domain.preparation import paused, prepared_by, resumed, stretches
from butler_desktop.domain.workdays import WorkingCalendar
from tests.builders import a_filing, an_order

CALENDAR = WorkingCalendar()
MINUTE = timedelta(minutes=1)
DAY = 24 * 60
OPENS, CLOSES = 9 * 60 + 30, 17 * 60 + 30
FIRST = date(2025, 1, 1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).astimezone(UTC)


class Oracle:
    """Two years as a row of minutes, each open or not; it knows nothing of our calendar."""

    def __init__(self) -> None:
        days = [FIRST + timedelta(days=n) for n in range(2 * 365)]
        self.works = [chinese_calendar.is_workday(day) for day in days]
        minutes = range(DAY)
        self.open = [works and OPENS <= m < CLOSES for works in self.works for m in minutes]
        self.passed = list(accumulate(self.open, initial=0))

    def moment(self, minute: int) -> datetime:
        return datetime.combine(FIRST, time(), SHANGHAI).astimezone(UTC) + minute * MINUTE

    def first_contact(self, paid: int) -> int:
        """The minute of closing still counts as within hours."""
        day, clock = divmod(paid, DAY)
        if not (self.works[day] and clock == CLOSES):
            while not self.open[paid]:
                paid += 1
        return paid + 30

    def same_time_later(self, start: int, days: int) -> int:
        day, clock = divmod(start, DAY)
        while days:
            day += 1
            days -= self.works[day]
        return day * DAY + min(max(clock, OPENS), CLOSES)

    def prepared(self, start: int, pauses: Sequence[tuple[int, int]]) -> int:
        due = self.same_time_later(start, 1)
        for since, until in pauses:
            if since < due:
                lost = self.passed[until] - self.passed[since]
                while lost:
                    lost -= self.open[due]
                    due += 1
        return due


def pauses_after(chance: random.Random, start: int) -> list[tuple[int, int]]:
    found, at_ = [], start
    for _ in range(chance.randrange(4)):
        since = at_ + chance.randrange(2 * DAY)
        at_ = since + chance.choice((1, 30, chance.randrange(1, 4 * DAY)))
        found.append((since, at_))
    return found


def test_clocks_equal_an_oracle_of_minutes_in_ten_thousand_cases() -> None:
    oracle, chance = Oracle(), random.Random(20260318)
    for _ in range(10_000):
        start = chance.randrange(len(oracle.open) - 60 * DAY)
        if chance.random() < 0.2:  # at the very bounds
            start = start // DAY * DAY + chance.choice((OPENS - 1, OPENS, CLOSES, CLOSES + 1))
        began = oracle.moment(start)
        pauses = pauses_after(chance, start)
        waits = [Pause(oracle.moment(since), oracle.moment(until)) for since, until in pauses]
        chance.shuffle(waits)
        assert first_contact_due(began, CALENDAR).at == oracle.moment(oracle.first_contact(start))
        assert prepared_by(began, waits, CALENDAR) == oracle.moment(
            oracle.prepared(start, pauses)
        ), (local(began), waits)
        agreed = oracle.moment(oracle.same_time_later(start, 2))
        assert confirmation_proposal(began, CALENDAR) == agreed
        review = a_filing(
            an_order(), state=FilingState.AUTHORITY_REVIEW, sms_verified_at=began, state_since=began
        )
        due = filing_due(review, an_order(), CALENDAR)
        assert due is not None
        end = oracle.same_time_later(start, AUTHORITY_WORKING_DAYS)
        assert due.at == oracle.moment(end)


def preparing(**values: object) -> Filing:
    complete = {"state": FilingState.PREPARING, "content_complete_at": at("2026-03-16 10:00")}
    return a_filing(an_order(), **(complete | values))


def test_the_reason_names_the_pauses() -> None:
    waits = (
        Pause(at("2026-03-16 15:00"), at("2026-03-16 16:00"), "营业执照"),
        Pause(at("2026-03-16 17:00"), at("2026-03-17 11:00"), "授权书"),
    )
    due = preparation_due(at("2026-03-16 10:00"), CALENDAR, waits)
    assert due.at == at("2026-03-17 13:00")
    assert due.reason.zh == (
        "3月16日 10:00 资料齐全，1 个工作日，应于 3月17日 13:00 前"
        "；其间等客户 3-16 15:00–16:00 3-16 17:00–3-17 11:00 不计"
    )


def test_while_the_customer_owes_something_the_clock_stands() -> None:
    waiting = paused(preparing(), at("2026-03-16 11:30"), "授权书\n要盖章")
    due = filing_due(waiting, an_order(), CALENDAR)
    assert due is not None
    assert (due.kind, due.at, due.paused_at) == (DueKind.STANDING, None, at("2026-03-16 11:30"))
    assert due.reason.zh == (
        "已用 1 时 30 分，3月16日 11:30 起等客户补资料，补齐后继续计时：授权书 要盖章"
    )
    assert paused(waiting, at("2026-03-16 14:00"), "more") is waiting


def test_it_runs_on_with_what_was_left() -> None:
    waiting = paused(preparing(), at("2026-03-16 11:30"), "授权书")
    running = resumed(waiting, at("2026-03-16 13:30"))
    assert (running.paused_at, running.pause_reason) == (None, "")
    assert running.pauses == (Pause(at("2026-03-16 11:30"), at("2026-03-16 13:30"), "授权书"),)
    due = filing_due(running, an_order(), CALENDAR)
    assert due is not None
    assert due.at == at("2026-03-17 12:00")
    assert resumed(running, at("2026-03-16 14:00")) is running


@pytest.mark.parametrize(
    ("since", "until"),
    [("2026-03-16 18:00", "2026-03-17 09:00"), ("2026-03-17 10:00", "2026-03-18 16:00")],
)
def test_nights_and_what_comes_too_late_add_nothing(since: str, until: str) -> None:
    start = at("2026-03-16 10:00")
    assert prepared_by(start, [Pause(at(since), at(until))], CALENDAR) == at("2026-03-17 10:00")


def test_a_pause_that_two_desks_ended_counts_once() -> None:
    start, since = at("2026-03-16 10:00"), at("2026-03-16 11:00")
    twice = [Pause(since, at("2026-03-16 12:00")), Pause(since, at("2026-03-16 12:30"))]
    assert prepared_by(start, twice, CALENDAR) == at("2026-03-17 11:30")
    assert [it.until - it.since for it in stretches(start, twice)] == [60 * MINUTE, 30 * MINUTE]


def test_pauses_of_the_round_before_do_not_count() -> None:
    before = Pause(at("2026-03-12 10:00"), at("2026-03-13 10:00"))
    assert prepared_by(at("2026-03-16 10:00"), [before], CALENDAR) == at("2026-03-17 10:00")
