import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.validators import permits


@pytest.mark.parametrize(
    ("paper", "number"),
    [
        ("hk_mo_residence_permit", "810000190001010018"),
        ("hk_mo_residence_permit", "82000019000101001X"),
        ("tw_residence_permit", "83000019000101002x"),
        ("hk_mo_travel_permit", "H12345678"),
        ("hk_mo_travel_permit", "M1234567801"),
        ("tw_travel_permit", "12345678"),
        ("tw_travel_permit", "1234567890B"),
        ("passport", "e 12345678"),
        ("foreign_permanent_id", "USA110082123456"),
        ("military_unit_code", "whatever"),
    ],
)
def test_numbers_that_fit(paper: str, number: str) -> None:
    assert permits.validate(paper, number).is_right


@pytest.mark.parametrize(
    ("paper", "number"),
    [
        ("hk_mo_residence_permit", "83000019000101002X"),
        ("hk_mo_residence_permit", "810000190001010019"),
        ("tw_residence_permit", "810000190001010018"),
        ("hk_mo_travel_permit", "H1234567"),
        ("hk_mo_travel_permit", "A12345678"),
        ("tw_travel_permit", "1234567"),
        ("passport", "E1"),
        ("passport", "护照号12345"),
        ("foreign_permanent_id", "US110082123456"),
        ("foreign_permanent_id", "911124198108030024X"),
    ],
)
def test_numbers_that_do_not_fit(paper: str, number: str) -> None:
    assert permits.validate(paper, number).fault is not None


def test_every_known_paper_is_a_persons_certificate(rulebook: Rulebook) -> None:
    personal = {
        row.id
        for row in rulebook.tables["certificate_type"]
        if row.attributes.get("person_certificate")
    }
    assert personal == set(permits.PAPERS) | {"resident_id"}


@given(st.sampled_from(sorted(permits.PAPERS)), st.text(max_size=30))
def test_nothing_raises(paper: str, text: str) -> None:
    permits.validate(paper, text)
