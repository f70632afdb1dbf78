from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.time_words import (
    clock_text,
    day_text,
    moment_text,
    near_day_text,
    near_moment_text,
    span_text,
)

DAY = timedelta(hours=8)
NOW = datetime(2026, 3, 18, 2, 42, tzinfo=UTC)  # 10:42 in Shanghai


@pytest.mark.parametrize(
    ("minutes", "zh", "en"),
    [
        (0, "1 分", "1 min"),
        (1, "1 分", "1 min"),
        (59, "59 分", "59 min"),
        (60, "1 时 00 分", "1 h 00 min"),
        (78, "1 时 18 分", "1 h 18 min"),
        (479, "7 时 59 分", "7 h 59 min"),
        (480, "1 天", "1 day"),
        (1440, "3 天", "3 days"),
    ],
)
def test_spans(minutes: int, zh: str, en: str) -> None:
    words = span_text(timedelta(minutes=minutes), DAY)
    assert (words.zh, words.en) == (zh, en)


@given(st.timedeltas(timedelta(0), timedelta(days=300)))
def test_seconds_are_never_said(span: timedelta) -> None:
    whole = timedelta(minutes=span // timedelta(minutes=1))
    assert span_text(span, DAY) == span_text(whole, DAY)


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        (date(2026, 3, 17), "昨天", "Yesterday"),
        (date(2026, 3, 18), "今天", "Today"),
        (date(2026, 3, 19), "明天", "Tomorrow"),
        (date(2026, 3, 20), "3月20日", "20 Mar"),
        (date(2025, 12, 1), "2025年12月1日", "1 Dec 2025"),
    ],
)
def test_days(day: date, zh: str, en: str) -> None:
    words = near_day_text(day, date(2026, 3, 18))
    assert (words.zh, words.en) == (zh, en)


def test_moments_are_those_of_shanghai() -> None:
    late = datetime(2026, 3, 18, 16, 5, tzinfo=UTC)
    assert clock_text(late) == "0:05"
    assert moment_text(late).zh == "3月19日 0:05"
    assert near_moment_text(late, NOW).zh == "明天 0:05"
    assert near_moment_text(late, NOW).en == "Tomorrow 0:05"
    assert day_text(date(2026, 3, 9), with_year=True).en == "9 Mar 2026"
