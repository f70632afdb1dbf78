from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.validators import resident_id

TODAY = date(2026, 3, 18)


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """Right numbers, closed by the pure system of ISO 7064 MOD 11-2, reckoned step by step."""
    region = draw(st.sampled_from(sorted(resident_id.PROVINCES)))
    born = draw(st.dates(date(1920, 1, 1), TODAY))
    place, serial = draw(st.integers(0, 9999)), draw(st.integers(0, 999))
    first17 = f"{region}{place:04d}{born:%Y%m%d}{serial:03d}"
    remainder = 0
    for digit in first17:
        remainder = (remainder + int(digit)) * 2 % 11
    closing = (12 - remainder) % 11
    return first17 + ("X" if closing == 10 else str(closing))


@pytest.mark.parametrize("number", ["11010519491231002X", "360426199101010071"])
def test_known_numbers(number: str) -> None:
    assert resident_id.validate(number, TODAY).is_right


@given(numbers())
def test_numbers_closed_by_the_standard_are_right(number: str) -> None:
    assert resident_id.validate(number, TODAY).is_right


@given(numbers(), st.integers(0, 17), st.characters(min_codepoint=33, max_codepoint=126))
def test_any_one_changed_character_is_caught(number: str, place: int, other: str) -> None:
    changed = number[:place] + other + number[place + 1 :]
    assert resident_id.validate(changed).is_right is (changed.upper() == number)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("320102201002290018", "第 7 至 14 位“20100229”不是日期"),
        ("110105194912310021", "校验位不符，至少一位有误"),
        ("110105491231002", "15 位的旧身份证已停用，请用 18 位号码"),
        ("1101051949123100", "应为 18 位，现为 16 位"),
        ("11010519491231OO2X", "前 17 位应为数字，末位为数字或 X"),
        ("11010519491231002Y", "前 17 位应为数字，末位为数字或 X"),
        ("810000190001010018", "前两位“81”不是省份代码"),
    ],
)
def test_faults_say_what_is_wrong(text: str, said: str) -> None:
    fault = resident_id.validate(text).fault
    assert fault is not None
    assert fault.zh == said


def test_impossible_ages_are_faults_where_the_day_is_known() -> None:
    assert resident_id.validate("11010519491231002X", date(2071, 1, 2)).fault is not None
    assert resident_id.validate("11010519491231002X", date(1949, 12, 30)).fault is not None
    assert resident_id.validate("11010519491231002X", date(1949, 12, 31)).fault is None


def test_typing_is_tidied() -> None:
    assert resident_id.validate("110105 19491231 002ｘ").value == "11010519491231002X"


def test_the_number_tells_the_date_of_birth() -> None:
    assert resident_id.birth_date("11010519491231002X") == date(1949, 12, 31)
    assert resident_id.birth_date("1101051949") is None


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2010, 3, 18), date(2026, 3, 17), 15),
        (date(2010, 3, 18), date(2026, 3, 18), 16),
        (date(2008, 2, 29), date(2024, 2, 29), 16),
        (date(2008, 2, 29), date(2025, 2, 28), 16),
        (date(2008, 2, 29), date(2025, 3, 1), 17),
    ],
)
def test_ages(born: date, day: date, age: int) -> None:
    assert resident_id.age_on(born, day) == age


@given(st.text(max_size=30), st.dates())
def test_nothing_raises(text: str, today: date) -> None:
    resident_id.validate(text, today)
