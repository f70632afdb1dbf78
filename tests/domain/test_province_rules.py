from typing import Any

import pytest

from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.province_rules import ProvinceRule, ProvinceRules
from butler_desktop.domain.rulebook import Rulebook


def form(province: str = "110000", sponsor: str | None = "enterprise", **more: Any) -> Particulars:
    made = Particulars(province=province, filing_kind=more.get("kind", "first_filing"))
    return made.with_value("subject.sponsor_kind", sponsor)


def test_every_province_is_ruled_and_told_apart(rulebook: Rulebook) -> None:
    rules = list(rulebook.province_rules)
    assert len({rule.id for rule in rules}) == len(rules)
    assert set(rulebook.province_rules.provinces) == {it.code for it in rulebook.provinces}
    assert all(rulebook.province_rules.of_province(it.code) for it in rulebook.provinces)


def test_a_province_stands_for_the_national_rule(rulebook: Rulebook) -> None:
    everywhere = rulebook.province_rules.ruling(form("210000")).get("subject_pic_rule")
    gansu = rulebook.province_rules.ruling(form("620000")).get("subject_pic_rule")
    assert everywhere is not None
    assert gansu is not None
    assert (gansu.province, gansu.value) == ("620000", "authorization_ok")


def test_the_narrower_group_counts() -> None:
    broad = ProvinceRule("a", "110000", "min_age", 16, confidence="high")
    narrow = ProvinceRule("b", "110000", "min_age", 18, of=frozenset({"org"}))
    rules = ProvinceRules((), {"110000": (broad, narrow)})
    assert rules.ruling(form()).get("min_age") is narrow
    assert rules.ruling(form(sponsor="individual")).get("min_age") is broad
    assert rules.ruling(form(sponsor=None)).all("min_age") == (broad,)


@pytest.mark.parametrize(("kind", "counts"), [("first_filing", True), ("change_filing", False)])
def test_a_rule_of_other_kinds_does_not_count(kind: str, counts: bool) -> None:
    rule = ProvinceRule("a", "110000", "x", True, kinds=frozenset({"first_filing"}))
    ruling = ProvinceRules((), {"110000": (rule,)}).ruling(form(kind=kind))
    assert (ruling.get("x") is rule) is counts


def test_papers_add_up(rulebook: Rulebook) -> None:
    letters = rulebook.province_rules.ruling(form("320000")).all("required_letter")
    assert {name for letter in letters for name in letter.value} == {
        "domain_certificate",
        "authenticity_notice",
        "authenticity_commitment",
    }


def test_how_sure_a_rule_is_bounds_what_it_may_do() -> None:
    weighs = {sure: ProvinceRule("a", "1", "x", 1, confidence=sure).severity for sure in SURE}
    assert weighs == {"high": "error", "medium": "warning", "low": "info"}


SURE = ("high", "medium", "low")
