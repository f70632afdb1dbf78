import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.validators import mobile


@pytest.mark.parametrize(
    "text",
    [
        "13800138000",
        "+86 138 0013 8000",
        "0086-13800138000",
        "8613800138000",
        "１３８００１３８０００",
    ],
)
def test_one_number_in_many_clothes(text: str) -> None:
    judged = mobile.validate(text)
    assert (judged.value, judged.is_right) == ("13800138000", True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("13800138", "手机号只有 8 位"),
        ("138001380001", "手机号有 12 位"),
        ("12345678901", "没有 12 开头的手机号"),
        ("1380013800o", "手机号应只有数字"),
        ("", "手机号应只有数字"),
    ],
)
def test_faults_say_what_is_wrong(text: str, said: str) -> None:
    fault = mobile.validate(text).fault
    assert fault is not None
    assert fault.zh == said


def test_ranges_that_the_sms_may_miss_are_warned_of(rulebook: Rulebook) -> None:
    ranges = rulebook.mobile_ranges
    assert mobile.validate("13800138000", ranges).warning is None
    assert mobile.validate("14800138000", ranges).warning is not None
    assert mobile.validate("17000138000", ranges).warning is not None
    assert mobile.validate("17000138000").warning is None


@given(st.from_regex(r"1[3-9]\d{9}", fullmatch=True).filter(str.isascii))
def test_every_number_of_the_form_is_right(number: str) -> None:
    assert mobile.validate(number).is_right


@given(st.text(max_size=30))
def test_nothing_raises(text: str) -> None:
    mobile.validate(text)
