"""The sponsor, its addresses and persons by the rules of a province: each found, and not found."""

from datetime import date
from typing import Any

import pytest

from butler_desktop.domain.address import parsed
from butler_desktop.domain.case import Case
from butler_desktop.domain.checks import ERROR, INFO, WARNING, Finding, findings
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from tests.builders import a_filing, an_order

TODAY = date(2026, 11, 22)
BUSINESS: dict[str, Leaf] = {"subject.sponsor_kind": "individual_business"}
OTHER: dict[str, Leaf] = {
    "service_pic.name": "别人",
    "service_pic.id_number": "330106199909061800",
    "service_pic.mobile": "13900000001",
    "service_pic.email": "other@sample.cn",
    "service_pic.is_legal_rep": False,
}
NOT_REP: dict[str, Leaf] = {"subject_pic.is_legal_rep": False}
EIGHTEEN_TO_BE = "110105201001011234"


def with_values(form: Particulars, values: dict[str, Leaf]) -> Particulars:
    for path, value in values.items():
        form = form.with_value(path, value)
    return form


# form, what makes it fire, what it weighs; what makes it silent
CASES: list[tuple[str, str, dict[str, Leaf], str, dict[str, Leaf]]] = [
    ("K04", "F00", {"change_scope": "both"}, ERROR, {}),
    ("K09", "F00", {"service.extra_domains": ("sample.cn",)}, ERROR, {}),
    (
        "K23",
        "F07",
        {"province": "PROVINCE", "change_scope": "service"},
        WARNING,
        {"change_scope": "both"},
    ),
    (
        "S07",
        "F00",
        {
            "province": "330000",
            "subject.certificate_long_term": None,
            "subject.certificate_valid_to": "2027-02-01",
        },
        WARNING,
        {"subject.certificate_valid_to": "2027-02-22"},
    ),
    (
        "S07",
        "F00",
        {"subject.certificate_long_term": None, "subject.certificate_valid_to": "2027-02-01"},
        WARNING,
        {"subject.certificate_long_term": True},
    ),
    (
        "S11",
        "F00",
        {"subject.sponsor_name": "云杉（北京）科技(集团)有限公司"},
        WARNING,
        {"subject.sponsor_name": "云杉（北京）科技有限公司"},
    ),
    (
        "S11",
        "F00",
        {"subject.sponsor_name": "云杉\u200b科技有限公司"},
        WARNING,
        {"subject.sponsor_name": "云杉科技有限公司"},
    ),
    (
        "S14",
        "F00",
        {
            "province": "440000",
            "subject.certificate_address": "广东省广州市天河区体育路1号301",
            "subject.mailing_address": "广东省深圳市南山区科技路1号301",
        },
        WARNING,
        {"subject.mailing_address": "广东省广州市海珠区新港路1号301"},
    ),
    (
        "S15",
        "F00",
        {"subject.mailing_address": "北京市朝阳区建国路"},
        WARNING,
        {"subject.mailing_address": "北京市朝阳区建国路88号"},
    ),
    (
        "S15",
        "F00",
        {"province": "120000", "subject.mailing_address": "天津市空港经济区西三道88号301室"},
        INFO,
        {"subject.mailing_address": "天津市滨海新区空港经济区西三道88号301室"},
    ),
    (
        "S16",
        "F00",
        {"subject.mailing_address": "北京市市辖区朝阳区建国路88号"},
        WARNING,
        {"subject.mailing_address": "北京市朝阳区建国路88号"},
    ),
    (
        "S17",
        "F00",
        {"subject.mailing_address": "北京市朝阳区北京市朝阳区建国路88号"},
        WARNING,
        {"subject.mailing_address": "北京市朝阳区建国路88号"},
    ),
    (
        "S18",
        "F00",
        {
            "province": "SUPERIOR",
            "subject.sponsor_kind": "government",
            "subject.superior_unit": None,
        },
        WARNING,
        {"subject.superior_unit": "某某市人民政府"},
    ),
    (
        "S19",
        "F00",
        {**BUSINESS, "province": "110000", "subject.has_seal": False},
        WARNING,
        {"subject.has_seal": True},
    ),
    ("S20", "F00", {"subject.has_seal": False}, WARNING, {"subject.has_seal": True}),
    (
        "S21",
        "F00",
        {"province": "440000", "subject.certificate_type": "medical_license"},
        ERROR,
        {"province": "110000"},
    ),
    (
        "S23",
        "F04",
        {"subject.sponsor_name": "云杉商店"},
        ERROR,
        {"subject.sponsor_name": "沈云（个体工商户）"},
    ),
    ("P01", "F00", {"province": "120000", **NOT_REP}, ERROR, {"province": "620000"}),
    (
        "P01",
        "F00",
        {"province": "320000", **NOT_REP, **OTHER},
        ERROR,
        {"service_pic.name": None, "service_pic.id_number": None},
    ),
    (
        "P10",
        "F00",
        {"province": "330000", "subject_pic.id_number": "MINOR"},
        ERROR,
        {"province": "110000", "subject_pic.id_number": "110105198208159352"},
    ),
    (
        "P11",
        "F00",
        {"province": "120000", "service_pic.id_number": "11010519491231002X"},
        INFO,
        {"province": "110000"},
    ),
    (
        "P12",
        "F00",
        {"subject_pic.emergency_phone": "MOBILE"},
        ERROR,
        {"subject_pic.emergency_phone": "13900000009"},
    ),
    (
        "P17",
        "F00",
        {
            **OTHER,
            "service_pic.emergency_phone": "FIRST",
            "subject_pic.emergency_phone": "13900000001",
        },
        WARNING,
        {"subject_pic.emergency_phone": "13900000008"},
    ),
    (
        "P20",
        "F00",
        {"province": "430000", "subject_pic.mobile_is_local": False},
        ERROR,
        {"province": "110000"},
    ),
    ("P25", "F04", {"province": "140000"}, ERROR, {"province": "310000"}),
    (
        "P28",
        "F04",
        {"province": "350000", "subject_pic.id_type": "passport"},
        WARNING,
        {"subject_pic.id_type": "resident_id"},
    ),
    ("P29", "F00", {"province": "120000"}, INFO, {"province": "110000"}),
]


@pytest.fixture
def found(rulebook: Rulebook, forms: dict[str, Particulars]) -> Any:
    def examined(entry: str, values: dict[str, Leaf], **case: Any) -> tuple[Finding, ...]:
        form = with_values(forms[entry], values)
        return findings(form, rulebook, TODAY, case=Case(**case))

    return examined


def province_ruling(rulebook: Rulebook, key: str) -> str:
    return next(rule.province for rule in rulebook.province_rules if rule.key == key)


@pytest.mark.parametrize(("rule", "entry", "fires", "weighs", "silences"), CASES)
def test_a_rule_fires_and_does_not(
    rule: str,
    entry: str,
    fires: dict[str, Leaf],
    weighs: str,
    silences: dict[str, Leaf],
    forms: dict[str, Particulars],
    rulebook: Rulebook,
    found: Any,
) -> None:
    stands: dict[str, Leaf] = {
        "PROVINCE": province_ruling(rulebook, "change_service_only_supported"),
        "SUPERIOR": province_ruling(rulebook, "superior_unit_name_required"),
        "MOBILE": forms[entry].subject_pic.mobile,
        "FIRST": forms[entry].subject_pic.mobile,
        "MINOR": "330106200907060014",
    }
    fires = {path: stands.get(str(value), value) for path, value in fires.items()}
    assert weighs in {it.severity for it in found(entry, fires) if it.rule == rule}
    if silences:
        now = {it.rule for it in found(entry, fires | silences)}
    else:
        now = {it.rule for it in found(entry, {})}
    assert rule not in now


@pytest.mark.parametrize(
    ("ruled", "values", "fires"),
    [
        ("enterprise_needs_trade_name", {"subject.trade_name": None}, True),
        ("enterprise_needs_trade_name", {"subject.trade_name": "云杉"}, False),
        ("enterprise_operator_as_pic", NOT_REP, True),
        ("enterprise_operator_as_pic", {"subject_pic.is_legal_rep": True}, False),
        ("enterprise_name_suffix_if_no_trade_name", {"subject.trade_name": None}, True),
        ("enterprise_operator_name_with_reason", {"subject.subject_remark": "无字号"}, False),
        ("enterprise", {"subject.trade_name": None}, False),
        ("personal_if_no_trade_name", {"subject.trade_name": None}, True),
    ],
)
def test_individual_businesses_are_filed_as_each_province_wants(
    ruled: str, values: dict[str, Leaf], fires: bool, rulebook: Rulebook, found: Any
) -> None:
    provinces = {
        it.province for it in rulebook.province_rules
        if it.key == "individual_business_rule" and it.value == ruled
    }  # fmt: skip
    assert provinces
    for province in provinces:
        hits = found("F00", {**BUSINESS, "province": province, "subject.has_seal": True} | values)
        assert any(it.rule == "S19" for it in hits) is fires


def test_fixes_are_offered_where_they_are_sure(found: Any) -> None:
    hits = found("F00", {"subject.mailing_address": "北京市市辖区朝阳区建国路88号"})
    (fix,) = [it.fix for it in hits if it.rule == "S16"]
    assert (fix.path, fix.value) == ("subject.mailing_address", "北京市朝阳区建国路88号")


def test_a_question_is_asked_of_a_number_that_nobody_ticked(found: Any) -> None:
    asked = [it for it in found("F00", {"province": "430000"}) if it.rule == "P20"]
    assert asked
    assert all(it.is_asked and it.severity == WARNING for it in asked)
    ticked = {"subject_pic.mobile_is_local": True, "service_pic.mobile_is_local": True}
    assert not [it for it in found("F00", {"province": "430000", **ticked}) if it.rule == "P20"]


@pytest.mark.parametrize(
    ("state", "told"), [(FilingState.AUTHORITY_REVIEW, True), (FilingState.COLLECTING, False)]
)
def test_phones_must_answer_while_the_authority_reviews(
    state: FilingState, told: bool, found: Any
) -> None:
    hits = found("F00", {}, filing=a_filing(an_order(), state=state))
    assert any(it.rule == "P31" for it in hits) is told


@pytest.mark.parametrize(
    ("text", "city", "district", "detail"),
    [
        ("浙江省杭州市滨江区江南大道88号", "杭州市", "滨江区", "江南大道88号"),
        ("北京市朝阳区建国路88号", "北京", "朝阳区", "建国路88号"),
        ("吉林省延边朝鲜族自治州延吉市光明街1号", "延边朝鲜族自治州", "延吉市", "光明街1号"),
        ("内蒙古自治区锡林郭勒盟锡林浩特市1号", "锡林郭勒盟", "锡林浩特市", "1号"),
        ("新疆维吾尔自治区喀什地区喀什市人民路1号", "喀什地区", "喀什市", "人民路1号"),
        ("江苏省苏州市昆山市前进路1号", "苏州市", "昆山市", "前进路1号"),
        ("人民路1号", "", "", "人民路1号"),
        ("广东省东莞市长安镇城市花园12号", "东莞市", "", "长安镇城市花园12号"),
        ("广东省东莞市南城街道工业园区3号楼", "东莞市", "", "南城街道工业园区3号楼"),
    ],
)
def test_an_address_falls_into_its_parts(
    text: str, city: str, district: str, detail: str, rulebook: Rulebook
) -> None:
    found = parsed(text, rulebook.provinces)
    assert (found.city_name, found.district, found.detail) == (city, district, detail)


@pytest.mark.parametrize(
    "address",
    ["江西省南昌市西湖区江西大厦12号301室", "海南省海口市龙华区海南大道1号301室"],
)
def test_a_street_called_like_its_province_is_no_repetition(address: str, found: Any) -> None:
    hits = found("F00", {"subject.mailing_address": address})
    assert not [it for it in hits if it.rule in ("S15", "S17")]


def test_heilongjiang_takes_another_person_only_for_both_roles(found: Any) -> None:
    hits = found("F00", {"province": "230000", **NOT_REP, **OTHER})
    assert any(it.rule == "P01" for it in hits)
    hits = found("F00", {"province": "230000", **NOT_REP})
    assert not any(it.rule == "P01" for it in hits)


@pytest.mark.parametrize(
    ("remark", "asked"), [("公司在88号楼", True), ("手机为集团统一号码", False)]
)
def test_a_number_from_elsewhere_needs_its_reason(remark: str, asked: bool, found: Any) -> None:
    hits = found("F00", {"province": "610000", "service.service_remark": remark})
    assert any(it.rule == "P20" for it in hits) is asked


@pytest.mark.parametrize("name", ["云杉 智造科技有限公司", "云杉★科技有限公司"])
def test_signs_and_gaps_in_a_name(name: str, found: Any) -> None:
    (hit,) = [it for it in found("F00", {"subject.sponsor_name": name}) if it.rule == "S11"]
    assert hit.fix.value in ("云杉智造科技有限公司", "云杉科技有限公司")
    latin = {"subject.sponsor_name": "云杉 Yunshan Tech 有限公司"}
    assert not [it for it in found("F00", latin) if it.rule == "S11"]


def test_two_different_persons_with_one_address_of_mail(found: Any) -> None:
    same = {**OTHER, "service_pic.email": None, "subject_pic.email": "one@sample.cn"}
    assert not any(it.rule == "P14" for it in found("F00", same))
    same["service_pic.email"] = "ONE@sample.cn"
    assert any(it.rule == "P14" for it in found("F00", same))
