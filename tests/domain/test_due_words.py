from datetime import UTC, datetime, timedelta

import pytest

from butler_desktop.domain.clocks import (
    Due,
    first_contact_due,
    first_contact_kept,
    kept_due,
    preparation_due,
)
from butler_desktop.domain.due_words import DueCase, due_words
from butler_desktop.domain.filing_states import Clock
from butler_desktop.domain.local_time import SHANGHAI
from butler_desktop.domain.workdays import WorkingCalendar

CALENDAR = WorkingCalendar()


def at(text: str) -> datetime:
    """A time of 2026 in Shanghai."""
    moment = datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=SHANGHAI)
    return moment.astimezone(UTC)


NOW = at("03-18 10:42")
"""Wednesday 18 March 2026, as in the pictures of the window."""


def said(due: Due | None, now: datetime = NOW) -> tuple[DueCase, str]:
    assert due is not None
    text = due_words(due, now, CALENDAR)
    return text.case, text.words.zh


def contact(paid: str) -> Due:
    return first_contact_due(at(paid), CALENDAR)


def preparing(until: str) -> Due | None:
    return kept_due(Clock.PREPARATION, at("03-17 10:00"), at(until))


def confirming(until: str) -> Due | None:
    return kept_due(Clock.CONFIRMATION, at("03-16 10:00"), at(until))


def reviewing(verified: str) -> Due | None:
    start = at(verified)
    until = CALENDAR.add_working_days(start, 20)
    return kept_due(Clock.AUTHORITY, start, until)


def promised(until: str) -> Due | None:
    return kept_due(Clock.PROMISE, at("03-17 10:00"), at(until))


def verifying(until: str) -> Due | None:
    end = at(until)
    return kept_due(Clock.SMS, end - timedelta(hours=24), end)


@pytest.mark.parametrize(
    ("due", "case", "words"),
    [
        (contact("03-18 10:08"), DueCase.OVERDUE, "超 4 分"),
        (contact("03-18 10:29"), DueCase.SOON, "剩 17 分"),
        (contact("03-18 10:32"), DueCase.SOON, "剩 20 分"),
        (contact("03-18 10:33"), DueCase.LATER, "剩 21 分"),
        (preparing("03-18 12:00"), DueCase.SOON, "剩 1 时 18 分"),
        (preparing("03-18 12:42"), DueCase.SOON, "剩 2 时 00 分"),
        (preparing("03-18 14:47"), DueCase.LATER, "剩 4 时 05 分"),
        (preparing("03-18 16:02"), DueCase.LATER, "剩 5 时 20 分"),
        (preparing("03-18 17:30"), DueCase.LATER, "今天 17:30"),
        (preparing("03-19 10:00"), DueCase.LATER, "剩 7 时 18 分"),
        (preparing("03-19 12:00"), DueCase.LATER, "明天 12:00"),
        (preparing("03-20 12:00"), DueCase.LATER, "3月20日 12:00"),
        (preparing("03-16 17:30"), DueCase.OVERDUE, "超 1 天"),
        (preparing("03-13 17:30"), DueCase.OVERDUE, "超 2 天"),
        (preparing("03-17 17:30"), DueCase.OVERDUE, "超 1 时 12 分"),
        (confirming("03-19 18:00"), DueCase.OTHER_SIDE, "明天 18:00"),
        (confirming("03-20 12:00"), DueCase.OTHER_SIDE, "3月20日 12:00"),
        (confirming("03-18 18:00"), DueCase.SOON, "剩 7 时 18 分"),
        (reviewing("03-10 11:00"), DueCase.OTHER_SIDE, "第 6 个工作日"),
        (reviewing("03-18 09:00"), DueCase.OTHER_SIDE, "第 1 个工作日"),
        (verifying("03-18 16:52"), DueCase.SOON, "剩 6 时 10 分"),
        (verifying("03-19 10:40"), DueCase.SOON, "剩 23 时 58 分"),
        (verifying("03-18 09:42"), DueCase.OVERDUE, "超 1 时 00 分"),
        (kept_due(Clock.PREPARATION, None, None), DueCase.STANDING, "未计时"),
        (kept_due(Clock.PREPARATION, at("03-17 10:00"), None), DueCase.STANDING, "等客户，暂停"),
        (promised("03-18 15:00"), DueCase.LATER, "今天 15:00"),
        (promised("03-18 12:30"), DueCase.SOON, "剩 1 时 48 分"),
        (promised("03-20 10:00"), DueCase.LATER, "3月20日 10:00"),
        (promised("03-18 10:00"), DueCase.OVERDUE, "超 42 分"),
    ],
)
def test_what_each_clock_says(due: Due | None, case: DueCase, words: str) -> None:
    assert said(due) == (case, words)


def test_a_clock_that_has_not_begun_says_when_it_will() -> None:
    due = contact("03-17 20:00")
    assert said(due, at("03-17 21:00")) == (DueCase.STANDING, "明天 9:30 起计")
    assert said(due, at("03-18 08:00")) == (DueCase.STANDING, "今天 9:30 起计")
    assert said(due, at("03-18 09:43")) == (DueCase.SOON, "剩 17 分")
    assert due_words(due, at("03-17 21:00"), CALENDAR).words.en == "Starts tomorrow 9:30"


def test_the_moment_itself_is_still_in_time() -> None:
    due = contact("03-18 10:12")
    assert said(due) == (DueCase.SOON, "剩 1 分")
    assert said(due, NOW + timedelta(seconds=20)) == (DueCase.OVERDUE, "超 1 分")


def test_a_begun_minute_counts_whole_before_and_not_after() -> None:
    due = contact("03-18 10:29")
    assert said(due, NOW - timedelta(seconds=30)) == (DueCase.SOON, "剩 18 分")
    assert said(contact("03-18 10:08"), NOW + timedelta(seconds=59))[1] == "超 4 分"


@pytest.mark.parametrize(
    ("paid", "contacted", "case", "words"),
    [
        ("03-18 10:08", "03-18 10:16", DueCase.KEPT, "8 分钟"),
        ("03-18 10:08", "03-18 11:16", DueCase.LATE, "1 时 08 分"),
        ("03-17 20:08", "03-18 09:40", DueCase.KEPT, "10 分钟"),
        ("03-17 20:08", "03-17 20:12", DueCase.KEPT, "4 分钟"),
        ("03-16 10:00", "03-18 10:16", DueCase.LATE, "2 天"),
    ],
)
def test_how_long_the_first_contact_took(
    paid: str, contacted: str, case: DueCase, words: str
) -> None:
    assert said(first_contact_kept(at(paid), at(contacted), CALENDAR)) == (case, words)


def test_the_other_year_is_named() -> None:
    due = preparation_due(at("12-31 12:00"), CALENDAR)
    assert said(due, at("12-30 12:00"))[0] is DueCase.STANDING
    later = kept_due(Clock.CONFIRMATION, NOW, at("03-20 12:00").replace(year=2027))
    assert said(later) == (DueCase.OTHER_SIDE, "2027年3月20日 12:00")


def test_english_says_the_same() -> None:
    def english(due: Due | None) -> str:
        assert due is not None
        return due_words(due, NOW, CALENDAR).words.en

    assert english(contact("03-18 10:08")) == "4 min over"
    assert english(preparing("03-18 14:47")) == "4 h 05 min left"
    assert english(preparing("03-13 17:30")) == "2 days over"
    assert english(preparing("03-20 12:00")) == "20 Mar 12:00"
    assert english(confirming("03-19 18:00")) == "Tomorrow 18:00"
    assert english(reviewing("03-10 11:00")) == "Working day 6"


def test_the_reason_comes_along() -> None:
    due = contact("03-18 10:08")
    assert due_words(due, NOW, CALENDAR).reason == due.reason
