"""Verdict changes: where two rulebooks differ, and where they cannot."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.case import Case
from butler_desktop.domain.checks import findings
from butler_desktop.domain.province_rules import ProvinceRules
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.verdict_change import touched_provinces, verdict_change
from butler_desktop.storage.rulebook import load_rulebook
from tests.builders import a_dossier as built
from tests.builders import a_filing, an_order
from tests.services.scenario import form

OLD = load_rulebook()
TODAY = date(2026, 3, 18)
BEIJING = "110000"


def with_age(age: int, code: str = BEIJING) -> Rulebook:
    """The shipped rules, with another least age in one province."""
    rules = OLD.province_rules
    own = next(it for it in rules.of_province("440000") if it.key == "min_age")
    others = tuple(it for it in rules.of_province(code) if it.key != "min_age")
    provinces = {**rules.provinces, code: (*others, replace(own, value=age))}
    return replace(OLD, province_rules=ProvinceRules(rules.national, provinces))


def changed(new: Rulebook):
    filing = a_filing(an_order(), particulars=form())
    dossier = built().with_filing(filing)
    return verdict_change(dossier, filing, Case.of(dossier, filing), (OLD, new), TODAY)


def test_the_same_rules_change_nothing() -> None:
    assert touched_provinces(OLD, replace(OLD, version="2027", sources={})) == frozenset()
    assert changed(replace(OLD, version="2027")) is None


def test_what_one_province_rules_touches_it_alone() -> None:
    assert touched_provinces(OLD, with_age(99)) == {BEIJING}
    assert touched_provinces(OLD, replace(OLD, face_verification_hours=1)) is None
    national = ProvinceRules((), OLD.province_rules.provinces)
    assert touched_provinces(OLD, replace(OLD, province_rules=national)) is None


def test_a_stricter_rule_is_found_and_a_milder_one_lets_go() -> None:
    found = changed(with_age(99))
    assert found is not None
    assert {it.rule for it in found.added} == {"P10"}
    assert found.gone == ()
    strict, mild = with_age(99), OLD
    filing = a_filing(an_order(), particulars=form())
    dossier = built().with_filing(filing)
    back = verdict_change(dossier, filing, Case.of(dossier, filing), (strict, mild), TODAY)
    assert back is not None
    assert ({it.rule for it in back.gone}, back.added) == ({"P10"}, ())


def test_other_words_are_the_same_verdict() -> None:
    words = {key: replace(it, words=it.words) for key, it in OLD.checks.items()}
    words["P10"] = replace(words["P10"], confidence="low")
    assert changed(replace(OLD, checks=words)) is None


@pytest.mark.parametrize("code", ["440000", "310000"])
@given(age=st.integers(0, 120))
def test_outside_the_touched_provinces_verdicts_are_equal(code: str, age: int) -> None:
    new = with_age(age, code)
    assert BEIJING not in (touched_provinces(OLD, new) or ())
    assert findings(form(), OLD, TODAY) == findings(form(), new, TODAY)
