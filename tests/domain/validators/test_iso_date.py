from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.validators import iso_date


@pytest.mark.parametrize(
    "text",
    ["2026-03-08", "2026/3/8", "2026.3.8", "2026年3月8日", "２０２６－０３－０８", "20260308"],
)
def test_one_day_in_many_clothes(text: str) -> None:
    judged = iso_date.validate(text)
    assert (judged.value, judged.is_right) == ("2026-03-08", True)


@pytest.mark.parametrize("text", ["", "2026-02-30", "3月8日", "长期", "2026-13-01", "202638"])
def test_what_is_no_day(text: str) -> None:
    assert iso_date.validate(text).fault is not None


def test_permanent_is_a_tick_of_its_own() -> None:
    fault = iso_date.validate("长期").fault
    assert fault is not None
    assert "勾选" in fault.zh


@given(st.dates())
def test_every_day_is_read_back(day: date) -> None:
    assert iso_date.parsed(day.isoformat()) == day
    assert iso_date.validate(f"{day.year:04d}{day:%m%d}").value == day.isoformat()


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_months_later(day: date, months: int) -> None:
    later = iso_date.months_after(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and (later.day >= 28))


@given(st.text(max_size=20))
def test_nothing_raises(text: str) -> None:
    iso_date.validate(text)
    iso_date.parsed(text)
