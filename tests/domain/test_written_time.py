"""Written times: every form that exports use, and nothing that does not exist."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.local_time import SHANGHAI, local
from butler_desktop.domain.written_time import looks_like_time, parse_local_time

MOMENT = datetime(2026, 3, 18, 1, 58, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-18 09:58",
        "2026-03-18 09:58:00.000",
        "2026/3/18 9:58",
        "2026.3.18 9:58",
        "2026年3月18日 9:58",
        "2026年3月18日9时58分",
        "2026-03-18T09:58:00+08:00",
        "２０２６-03-18 09：58",
        " 2026-03-18\u3000 09:58 ",
        "20260318 0958",
        "20260318095800",
        "2026/3/18 上午9:58",
        "2026/3/18 9:58 AM",
        "46099.4152777778",
    ],
)
def test_times_are_read_in_every_form(text):
    assert parse_local_time(text) == MOMENT


@pytest.mark.parametrize(
    ("text", "hour"), [("下午1:00", 13), ("上午12:00", 0), ("下午12:00", 12), ("1:00 PM", 13)]
)
def test_halves_of_the_day(text, hour):
    assert local(parse_local_time(f"2026-03-18 {text}")).hour == hour


def test_a_day_alone_is_its_first_moment():
    for text in ("2026-03-18", "20260318", "46099"):
        assert parse_local_time(text) == datetime(2026, 3, 18, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    "text", ["2026-13-45 99:00", "2026-02-29", "2026-03-18 24:00", "0000-01-01", "20261318"]
)
def test_what_is_on_no_calendar_looks_like_a_time_and_is_none(text):
    assert parse_local_time(text) is None
    assert looks_like_time(text)


@pytest.mark.parametrize("text", ["", "明天", "123", "99999.5", "2026-03-18 今天", "1e5"])
def test_other_texts_are_no_times(text):
    assert parse_local_time(text) is None
    assert not looks_like_time(text)


@given(st.integers(20_000 * 86_400, 80_000 * 86_400 - 1))
def test_spreadsheet_days_are_read_to_the_second(seconds):
    at = datetime(1899, 12, 30, tzinfo=SHANGHAI) + timedelta(seconds=seconds)
    assert parse_local_time(f"{seconds / 86_400:.10f}") == at


@given(st.text(max_size=20))
def test_no_text_makes_reading_fail(text):
    at = parse_local_time(text)
    assert at is None or at.tzinfo is UTC
