"""Each sure rule of each province: a filing that keeps it, and one that breaks it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from butler_desktop.domain.asked_question import asked_questions, digest_of
from butler_desktop.domain.case import Case
from butler_desktop.domain.checks import Finding, findings
from butler_desktop.domain.coexistence import coexisting, keys_of
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.examination import Examined
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.material import Material
from butler_desktop.domain.noted_fact import NotedFact
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.province_rules import ProvinceRule
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.validators.resident_id import check_character
from butler_desktop.storage.rulebook import load_rulebook
from tests.builders import a_filing, an_order

TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 1, tzinfo=UTC)
ELSEWHERE = "54"

NOT_REP: dict[str, Leaf] = {"subject_pic.is_legal_rep": False, "service_pic.is_legal_rep": False}
OTHER: dict[str, Leaf] = {
    "service_pic.name": "别人",
    "service_pic.id_number": "330106199909061800",
    "service_pic.mobile": "13900000001",
}
NOTHING_TO_BREAK = {
    "personal_residency_proofs": "names the proofs that the paper may be",
    "address_note": "tells how a place is written, and only informs",
    ("subject_pic_rule", "authorization_ok"): "permits",
    ("individual_business_rule", "enterprise"): "is how the program files it anyway",
    ("min_age", 16): "is the age that P09 wants everywhere",
}


def card(province: str, born: str = "19880713") -> str:
    first17 = f"{province[:2]}0102{born}289"
    return first17 + check_character(first17)


@dataclass
class Break:
    """What makes a form break a rule: values of the form, and what is known beside it."""

    values: dict[str, Leaf] = field(default_factory=dict)
    case: Callable[[Particulars, ProvinceRule], Case] | None = None
    entry: str = ""


def other_sponsor(form: Particulars, _: ProvinceRule) -> Case:
    row = {
        "number": "BA-1", "sponsor_name": "别家", "service_name": "", "filing_kind": "",
        "state": "collecting", **keys_of(form), "certificate_key": "another",
    }  # fmt: skip
    return Case(coexisting=coexisting(form, [row]))


def no_papers(*_: Any) -> Case:
    return Case(papers=())


def many_sites(form: Particulars, rule: ProvinceRule) -> Case:
    sites = rule.value["sites"] if isinstance(rule.value, dict) else rule.value
    order = an_order(ordered_site_count=sites + 1)
    filing = a_filing(order, particulars=form, site_count=sites + 1)
    return Case(papers=(), dossier=Dossier(order, (filing,)), filing=filing)


MINOR: dict[str, Leaf] = {
    f"{role}.id_number": card("11", "20100101") for role in ("subject_pic", "service_pic")
}
FOREIGN_CARD: dict[str, Leaf] = {"subject_pic.id_number": card(ELSEWHERE)}

BREAKS: dict[str, Break] = {
    "subject_pic_rule": Break({**NOT_REP, **OTHER}),
    "must_not_be_used_by_other_subject": Break(case=other_sponsor),
    "personal_remark_statement": Break({"service.service_remark": "记录个人的读书与旅行见闻"}),
    "personal_remark_required": Break({"service.service_remark": None}),
    "min_age": Break(MINOR),
    "minor_requires_guardian": Break(MINOR, no_papers),
    "personal_residency": Break(FOREIGN_CARD, no_papers),
    "legal_rep_holding_photo_if_non_local_id": Break(
        {"subject.legal_rep_id_number": card(ELSEWHERE)}, no_papers
    ),
    "public_institution_form_required": Break({"subject.sponsor_kind": "government"}, no_papers),
    "required_letter": Break(case=no_papers),
    "service_pic_authorization_if_not_legal_rep": Break({**NOT_REP, **OTHER}, no_papers),
    "travel_agency_licence_required": Break({"service.service_name": "云杉旅行社"}, no_papers),
    "sealed_statement_if_domains_over": Break(
        {"service.extra_domains": tuple(f"a{n}.cn" for n in range(6))}, no_papers
    ),
    "construction_plan_threshold": Break(case=many_sites),
    "max_sites_per_submission": Break(case=many_sites),
    "max_sites_total": Break(case=many_sites),
    "domain_min_validity_months": Break({"service.domain_expires_on": "2027-01-10"}),
    "pic_id_min_validity_months": Break(
        {"subject_pic.id_long_term": None, "subject_pic.id_valid_to": "2027-01-10"}
    ),
    "name_all_english_forbidden": Break({"service.service_name": "Sample Cloud"}),
    "mobile_local": Break({"subject_pic.mobile_is_local": False}),
    "foreign_registered_domain_accepted": Break({"service.domain_registrar": "GoDaddy"}),
    "national_word_needs_approval": Break({"service.service_name": "中国云杉智造"}),
    "domain_owner": Break({"service.domain_registrant_name": "LEGAL REP"}),
    "personal_blog_content_forbidden": Break(
        {"service.service_contents": ("blog_personal_space",)}
    ),
    "max_domains_per_site": Break({"service.extra_domains": ("a1.cn",)}),
}
ASKED = {
    "temporary_id_accepted": "F04",
    "new_service_pic_must_match_record": "F05",
    "name_must_match_live_site": "F03",
    "access_info_must_match_record": "F02",
    "filed_sites_must_be_live_with_footer": "F01",
    "change_sponsor": "F03",
}
"""Rules that only a look outside decides, and a form on which they ask."""

SURE = [rule for rule in load_rulebook().province_rules if rule.confidence == "high"]


def is_breakable(rule: ProvinceRule) -> bool:
    value = rule.value if isinstance(rule.value, (str, int)) else None
    is_named = rule.key in NOTHING_TO_BREAK or (rule.key, value) in NOTHING_TO_BREAK
    return rule.province != "national" and not is_named


def kept(forms: dict[str, Particulars], rulebook: Rulebook, rule: ProvinceRule, entry: str = ""):
    """A form of the province that keeps all of its rules."""
    personal = "personal" in rule.of
    form = forms[entry or ("F04" if personal else "F00")]
    province = rulebook.provinces.named(rule.province)
    place = f"{province.words.zh}中山市中心区人民路88号301室"
    remark = (
        rulebook.word_lists.statements["personal_site_statement"] + "记录读书与旅行的见闻和随笔"
    )
    values: dict[str, Leaf] = {
        "province": province.code,
        "subject.certificate_address": place,
        "subject.mailing_address": place,
        "subject_pic.mobile_is_local": True,
        "service_pic.mobile_is_local": True,
        "service.service_contents": ("other",) if personal else form.service.service_contents,
        "service.service_remark": remark if personal else form.service.service_remark,
    }
    if form.change_scope:
        values["change_scope"] = "both"
    if form.subject.sponsor_kind == "individual":
        number = card(province.code)
        values |= {f"{role}.id_number": number for role in ("subject_pic", "service_pic")}
        values["subject.certificate_number"] = number
    return with_values(form, values)


def with_values(form: Particulars, values: dict[str, Leaf]) -> Particulars:
    for path, value in values.items():
        said = form.subject.legal_rep_name if value == "LEGAL REP" else value
        form = form.with_value(path, said)
    return form


def by_rule(form: Particulars, rulebook: Rulebook, case: Case, rule: ProvinceRule) -> list[Finding]:
    found = findings(form, rulebook, TODAY, case=case)
    return [it for it in found if it.ruled_by == rule.id]


@pytest.mark.parametrize(
    "rule", [it for it in SURE if is_breakable(it) and it.key not in ASKED], ids=lambda it: it.id
)
def test_a_sure_rule_is_kept_and_broken(
    rule: ProvinceRule, forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    form = kept(forms, rulebook, rule)
    assert [it for it in by_rule(form, rulebook, Case(), rule) if not it.is_asked] == []
    how = BREAKS[rule.key]
    broken = with_values(form, how.values)
    case = how.case(broken, rule) if how.case else Case()
    hits = [it for it in by_rule(broken, rulebook, case, rule) if not it.is_asked]
    assert hits
    assert {it.severity for it in hits} <= {"error", "warning"}


@pytest.mark.parametrize("rule", [it for it in SURE if it.key in ASKED], ids=lambda it: it.id)
def test_a_sure_rule_asks_until_it_is_answered(
    rule: ProvinceRule, forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    form = kept(forms, rulebook, rule, ASKED[rule.key])
    paper = Material("m", "o", "f", "subject_pic_id", "a.jpg", "a" * 64, 9, "image/jpeg", AT, "林")
    case = Case(papers=(paper,))
    asked = [it for it in by_rule(form, rulebook, case, rule) if it.is_asked]
    assert asked
    examined = Examined(form, rulebook, TODAY, case)
    for question in asked_questions(examined):
        if question.place in {it.path for it in asked}:
            answer = question.question.sound_answer(question.ruled)
            noted = NotedFact(
                question.place, question.question.id, question.about, answer, TODAY.isoformat(), AT,
                "林", before=digest_of(question.question, question.about, examined),
            )  # fmt: skip
            case = replace(case, noted=(*case.noted, noted))
    assert [it for it in by_rule(form, rulebook, case, rule) if it.is_asked] == []


def test_nearly_all_provinces_have_a_sure_rule_that_is_tried() -> None:
    tried = {it.province for it in SURE if is_breakable(it)}
    assert len(tried) >= 20
    unknown = {it.key for it in SURE if is_breakable(it)} - set(BREAKS) - set(ASKED)
    assert unknown == set()
