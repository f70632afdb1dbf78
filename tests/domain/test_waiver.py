"""Waivers: what several desks said of one is all there, in whatever order it arrives."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.waiver import Waiver, standing_waivers, waiver_at

AT = datetime(2026, 11, 22, tzinfo=UTC)
FIRST = Waiver("1", "D06", "form:service.domain", "d1", "母公司持有", AT, "林晓雯")
AGREED = replace(FIRST, second="周启明")
GONE = replace(FIRST, withdrawn_at=AT, withdrawn_by="林晓雯")
LATER = replace(FIRST, withdrawn_at=AT + timedelta(days=1), withdrawn_by="周启明")
ANEW = replace(FIRST, id="2", at=AT + timedelta(hours=1), reason="又核对过")


@given(st.permutations([FIRST, AGREED, ANEW]))
def test_what_was_agreed_to_elsewhere_counts(given_in_turn: list[Waiver]) -> None:
    assert set(standing_waivers(given_in_turn)) == {AGREED, ANEW}
    assert waiver_at(given_in_turn, "D06", "form:service.domain", "d1") == ANEW


@given(st.permutations([FIRST, AGREED, GONE, LATER, ANEW]))
def test_what_was_withdrawn_anywhere_stays_withdrawn(given_in_turn: list[Waiver]) -> None:
    assert standing_waivers(given_in_turn) == (ANEW,)


def test_it_holds_for_one_rule_one_place_and_what_stood_there() -> None:
    assert waiver_at((FIRST,), "D06", "form:service.domain", "d1") == FIRST
    assert waiver_at((FIRST,), "D07", "form:service.domain", "d1") is None
    assert waiver_at((FIRST,), "D06", "form:service.home_url", "d1") is None
    assert waiver_at((FIRST,), "D06", "form:service.domain", "d2") is None
