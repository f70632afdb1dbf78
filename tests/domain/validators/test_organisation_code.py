import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.validators import organisation_code


@pytest.mark.parametrize("text", ["D2143569-X", "d2143569x", " Ｄ2143569－X"])
def test_a_known_code(text: str) -> None:
    judged = organisation_code.validate(text)
    assert (judged.value, judged.is_right) == ("D2143569-X", True)


@pytest.mark.parametrize("text", ["D2143569-1", "D214356-X", "", "D2143569-XX"])
def test_wrong_codes(text: str) -> None:
    assert not organisation_code.validate(text).is_right


@given(st.text(organisation_code.ALPHABET, min_size=8, max_size=8))
def test_just_one_check_character_fits(first8: str) -> None:
    fitting = [c for c in "0123456789X" if organisation_code.validate(first8 + c).is_right]
    assert fitting == [organisation_code.check_character(first8)]


@given(st.text(max_size=20))
def test_nothing_raises(text: str) -> None:
    organisation_code.validate(text)
