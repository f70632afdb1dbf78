"""Masked values tell customers apart and never give the whole away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.form import FIELDS, field_at
from butler_desktop.domain.masking import (
    masked,
    masked_email,
    masked_name,
    masked_number,
    masked_phone,
)


@pytest.mark.parametrize(
    ("path", "value", "shown"),
    [
        ("subject_pic.name", "沈知微", "沈**"),
        ("subject_pic.name", "𬭎", "*"),
        ("subject_pic.id_number", "330108198803181234", "3301**********1234"),
        ("subject.certificate_number", "91330108MA2ABCDX7K", "91330108MA2****X7K"),
        ("service_pic.mobile", "13800001234", "138****1234"),
        ("service_pic.emergency_phone", "0571-87654321", "057****4321"),
        ("service_pic.email", "shen@mail.example", "s****@mail.example"),
        ("service_pic.birth_date", "1988-03-18", "1988-**-**"),
    ],
)
def test_a_personal_field_shows_a_part(path: str, value: str, shown: str) -> None:
    assert masked(field_at(path), value) == shown


@given(st.text(min_size=1, max_size=30))
def test_no_masked_value_is_the_value(text: str) -> None:
    for mask in (masked_name, masked_phone, masked_number, masked_email):
        assert mask(text) != text or set(text) <= {"*"}


def test_every_personal_field_can_be_masked() -> None:
    personal = [field for field in FIELDS if field.personal and "*" not in field.path]
    assert personal
    for field in personal:
        assert masked(field, "abcdefgh1234567") != "abcdefgh1234567"
