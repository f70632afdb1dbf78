import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.validators import telephone


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0571-88880000", "0571-88880000"),
        ("（0571）88880000", "0571-88880000"),
        ("010-12345678-801", "010-12345678-801"),
        ("02112345678", "02112345678"),
        ("138 0013 8000", "13800138000"),
        ("+86 571 88880000", "057188880000"),
    ],
)
def test_tidied_values(text: str, value: str) -> None:
    assert telephone.validate(text).value == value


@pytest.mark.parametrize(
    "text", ["0571-88880000", "02112345678", "010-12345678-801", "13800138000"]
)
def test_numbers_that_can_be_rung(text: str) -> None:
    assert telephone.validate(text).is_right


@pytest.mark.parametrize("text", ["88880000", "0571-888", "12345678901", "", "电话"])
def test_numbers_that_cannot(text: str) -> None:
    assert telephone.validate(text).fault is not None


@given(st.text(max_size=30))
def test_nothing_raises(text: str) -> None:
    telephone.validate(text)
