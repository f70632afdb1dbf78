"""Moments are read back in all the ways in which they are written."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.local_time import iso_local
from butler_desktop.domain.time_reading import read_moment
from butler_desktop.domain.time_words import moment_text, near_moment_text
from tests.builders import NOW


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10:30", "2026-03-18T10:30"),
        ("今天 9:05", "2026-03-18T09:05"),
        ("明天 17：30", "2026-03-19T17:30"),
        ("后天 9:30", "2026-03-20T09:30"),
        ("Tomorrow 9:30", "2026-03-19T09:30"),
        ("3月20日 周五 10:00", "2026-03-20T10:00"),
        ("3月20日（周五）10:00", "2026-03-20T10:00"),
        ("20 Mar 10:00", "2026-03-20T10:00"),
        ("20 Mar Fri 10:00", "2026-03-20T10:00"),
        ("20 March 2027 10:00", "2027-03-20T10:00"),
        ("3-20 10:00", "2026-03-20T10:00"),
        ("2026/3/20 10:00", "2026-03-20T10:00"),
        ("2026-03-20T10:00+08:00", "2026-03-20T10:00"),
        ("12月31日 10:00", "2025-12-31T10:00"),
        ("1月2日 10:00", "2026-01-02T10:00"),
    ],
)
def test_what_people_type_is_a_moment(typed: str, meant: str) -> None:
    assert (iso_local(read_moment(typed, NOW)) or "").startswith(meant)


@pytest.mark.parametrize("typed", ["", "3月20日", "25:00", "10:60", "2月30日 10:00", "某天 10:00"])
def test_what_names_no_moment_is_none(typed: str) -> None:
    assert read_moment(typed, NOW) is None


@given(st.integers(min_value=-100_000, max_value=100_000))
def test_what_the_program_writes_it_reads(minutes: int) -> None:
    at = NOW + timedelta(minutes=minutes)
    for words in (moment_text(at), near_moment_text(at, NOW)):
        assert read_moment(words.zh, NOW) == at
        assert read_moment(words.en, NOW) == at


def test_the_moment_is_utc() -> None:
    assert read_moment("10:42", NOW) == datetime(2026, 3, 18, 2, 42, tzinfo=UTC)
