import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.validators import uscc

VALID = (
    "91110108TE5T000161",
    "92500105TE5T000169",
    "11320100TE5T000167",
    "12320000TE5T00016Y",
    "51310000TE5T00016R",
    "52330000TE5T00016Y",
    "53440000TE5T00016N",
    "31110000TE5T00016E",
    "N2370000TE5T00016X",
)


def codes() -> st.SearchStrategy[str]:
    """Right codes: their sum of values times powers of three is divisible by 31."""
    first17 = st.text(uscc.ALPHABET, min_size=17, max_size=17)
    return first17.map(lambda text: text + _closing(text))


def _closing(first17: str) -> str:
    """The oracle: the one character that makes the whole divisible, by trying each."""
    value, power = 0, 1
    for character in first17:
        value += uscc.ALPHABET.index(character) * power
        power *= 3
    (closing,) = [c for c in uscc.ALPHABET if (value + uscc.ALPHABET.index(c)) % 31 == 0]
    return closing


@pytest.mark.parametrize("code", VALID)
def test_known_codes(code: str) -> None:
    assert uscc.validate(code).is_right


@given(codes())
def test_the_check_character_agrees_with_trying_each(code: str) -> None:
    assert uscc.validate(code).is_right


@given(codes(), st.integers(0, 17), st.characters(min_codepoint=33, max_codepoint=126))
def test_any_one_changed_character_is_caught(code: str, place: int, other: str) -> None:
    changed = code[:place] + other + code[place + 1 :]
    assert uscc.validate(changed).is_right is (changed.upper() == code)


@given(codes(), st.integers(0, 16))
def test_two_swapped_neighbours_are_caught(code: str, place: int) -> None:
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert uscc.validate(swapped).is_right is (swapped == code)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("91110108TE5T00016", "应为 18 位，现为 17 位"),
        ("91110108TE5T0001611", "应为 18 位，现为 19 位"),
        ("", "应为 18 位，现为 0 位"),
        ("9I110108TE5T000161", "第 2 位“I”不是信用代码的字符"),
        ("91110108TE5T00016O", "第 18 位“O”不是信用代码的字符"),
        ("91110108TE5T00016V", "第 18 位“V”不是信用代码的字符"),
        ("91110108TE5T000162", "校验位不符，至少一位有误"),
    ],
)
def test_faults_say_what_is_wrong(text: str, said: str) -> None:
    fault = uscc.validate(text).fault
    assert fault is not None
    assert fault.zh == said


def test_typing_is_tidied() -> None:
    typed = "９１１１０１０８ te5t\u200b000161 "
    assert uscc.validate(typed) == uscc.validate("91110108TE5T000161")
    assert uscc.validate(typed).value == "91110108TE5T000161"


def test_the_code_tells_its_class_and_region() -> None:
    assert uscc.sponsor_kinds("53440000TE5T00016N") == ("foundation",)
    assert uscc.sponsor_kinds("N2370000TE5T00016X") == ()
    assert uscc.region("91110108TE5T000161") == "110108"


@given(st.text(max_size=40))
def test_nothing_raises(text: str) -> None:
    uscc.validate(text)
