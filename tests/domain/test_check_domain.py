"""Domains: suffixes, labels, registrants and days, each rule firing and not firing."""

from datetime import date

import pytest

from butler_desktop.domain.checks import Finding, findings
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook

TODAY = date(2026, 11, 22)
DOMAIN, HOME = "service.domain", "service.home_url"
KIND, EXPIRES = "subject.sponsor_kind", "service.domain_expires_on"
REGISTRANT, REGISTRAR = "service.domain_registrant_name", "service.domain_registrar"
HEAD, STRANGER = "张海燕", "王五"


def found_in(
    form: Particulars, rulebook: Rulebook, province: str, values: dict[str, Leaf]
) -> dict[str, Finding]:
    row = rulebook.provinces.named(province)
    assert row is not None
    form = form.with_value("province", row.code)
    for path, value in values.items():
        form = form.with_value(path, value)
    return {it.rule: it for it in findings(form, rulebook, TODAY) if not it.is_asked}


CASES: list[tuple[str, dict[str, Leaf], str, str]] = [
    # province, values on F00, rule, severity; none where it must not fire
    ("北京", {DOMAIN: "sample.org"}, "D03", "warning"),
    ("北京", {DOMAIN: "sample.example"}, "D03", "warning"),
    ("北京", {DOMAIN: "晨曦.网店"}, "D03", ""),
    ("北京", {DOMAIN: "sample.com.cn"}, "D03", ""),
    ("北京", {DOMAIN: "sample.asia"}, "D04", "info"),
    ("北京", {DOMAIN: "sample.com"}, "D04", ""),
    ("四川", {DOMAIN: "sample.asia"}, "D04", ""),
    ("四川", {REGISTRAR: "GoDaddy.com, LLC"}, "D05", "warning"),
    ("湖南", {REGISTRAR: "namecheap"}, "D05", "error"),
    ("湖南", {REGISTRAR: "天翼云（样本）"}, "D05", ""),
    ("湖南", {REGISTRAR: None}, "D05", ""),
    ("北京", {REGISTRANT: HEAD}, "D06", ""),
    ("山东", {REGISTRANT: HEAD}, "D06", ""),
    ("重庆", {REGISTRANT: HEAD}, "D06", "warning"),
    ("宁夏", {REGISTRANT: HEAD}, "D06", "error"),
    ("北京", {REGISTRANT: STRANGER}, "D06", "error"),
    ("重庆", {REGISTRANT: STRANGER}, "D06", "error"),
    ("北京", {EXPIRES: "2026-11-21"}, "D10", "error"),
    ("北京", {EXPIRES: "2026-11-21"}, "D11", ""),
    ("北京", {EXPIRES: "2027-02-21"}, "D11", "warning"),
    ("北京", {EXPIRES: "2027-02-22"}, "D11", ""),
    ("上海", {EXPIRES: "2027-02-21"}, "D11", "error"),
    ("四川", {EXPIRES: "2027-02-21"}, "D11", "warning"),
    ("北京", {EXPIRES: "2027-01-23"}, "D12", "warning"),  # 17 days and 45
    ("北京", {EXPIRES: "2027-01-24"}, "D12", ""),
    ("江苏", {EXPIRES: "2027-01-24"}, "D12", "warning"),  # 30 days and 45
    ("北京", {HOME: "www.sample-other.cn"}, "D15", "error"),
    ("广东", {HOME: "www.sample-demmmv.cn;m.sample-demmmv.cn"}, "D15", "error"),
    ("广东", {HOME: "https://www.sample-demmmv.cn/index.html"}, "D15", ""),
    ("浙江", {KIND: "government"}, "D16", "warning"),
    ("浙江", {KIND: "government", DOMAIN: "sample.gov.cn"}, "D16", ""),
    ("浙江", {KIND: "government", DOMAIN: "样本.政务"}, "D16", ""),
    ("浙江", {KIND: "government", DOMAIN: "样本.政务.cn"}, "D16", ""),
    ("浙江", {KIND: "public_institution", DOMAIN: "sample.com"}, "D16", "warning"),
    ("浙江", {KIND: "public_institution", DOMAIN: "样本.公益"}, "D16", ""),
    ("浙江", {DOMAIN: "sample.com"}, "D16", ""),
    ("四川", {KIND: "government", DOMAIN: "sample.com"}, "D16", ""),
    ("北京", {DOMAIN: "sample.gov.cn"}, "D17", "error"),
    ("北京", {DOMAIN: "样本.政务"}, "D17", "error"),
    ("北京", {DOMAIN: "sample.mil.cn"}, "D17", "error"),
    ("北京", {KIND: "government", DOMAIN: "sample.gov.cn"}, "D17", ""),
    ("北京", {KIND: "defense_institution", DOMAIN: "sample.mil.cn"}, "D17", ""),
    ("北京", {DOMAIN: "sample.org.cn"}, "D17", "info"),
    ("北京", {KIND: "foundation", DOMAIN: "sample.org.cn"}, "D17", ""),
    ("北京", {DOMAIN: "中国茶.cn"}, "D18", "warning"),
    ("北京", {DOMAIN: "晨曦.中国"}, "D18", ""),
    ("北京", {DOMAIN: "中国茶.cn", "subject.sponsor_name": "中国茶研究会"}, "D18", ""),
    ("四川", {DOMAIN: "中国茶.cn"}, "D18", ""),
]


@pytest.mark.parametrize(("province", "values", "rule", "severity"), CASES)
def test_domains(
    province: str,
    values: dict[str, Leaf],
    rule: str,
    severity: str,
    forms: dict[str, Particulars],
    rulebook: Rulebook,
) -> None:
    found = found_in(forms["F00"], rulebook, province, values)
    assert (found[rule].severity if rule in found else "") == severity


FIXES: list[tuple[str, str, str, str]] = [
    # path, what is typed, rule, what the button writes
    (DOMAIN, "https://sample-demmmv.cn/about", "D01", "sample-demmmv.cn"),
    (DOMAIN, "www.sample-demmmv.cn", "D01", "sample-demmmv.cn"),
    (DOMAIN, "www.晨曦茶馆.中国", "D01", "晨曦茶馆.中国"),
    (HOME, "www.sample-other.cn", "D15", "www.sample-demmmv.cn"),
]


@pytest.mark.parametrize(("path", "typed", "rule", "value"), FIXES)
def test_what_is_sure_is_mended_with_one_click(
    path: str, typed: str, rule: str, value: str, forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    found = found_in(forms["F00"], rulebook, "北京", {path: typed})[rule]
    assert found.fix is not None
    assert (found.fix.path, found.fix.value) == (path, value)
    assert rule not in found_in(forms["F00"], rulebook, "北京", {path: value})


def test_what_cannot_be_known_is_not_mended(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    for typed in ("1.2.3.4", "a_b.cn", "com.cn"):
        found = found_in(forms["F00"], rulebook, "北京", {DOMAIN: typed})
        assert (found.get("D01") or found["D02"]).fix is None


def test_a_private_persons_domain_is_the_persons_own(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    found = found_in(forms["F04"], rulebook, "四川", {REGISTRANT: STRANGER})["D06"]
    assert found.message.zh.endswith("须为主办者本人")


def test_without_an_estimate_the_decision_is_expected_within_the_legal_time(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    form = forms["F00"].with_value("province", None)
    soon = form.with_value(EXPIRES, "2026-12-31")
    (found,) = (it for it in findings(soon, rulebook, TODAY) if it.rule == "D12")
    assert "预计 2026-12-18 前审结" in found.message.zh


APP_CASES: list[tuple[dict[str, Leaf], str]] = [
    ({}, ""),
    ({"service.domains": ()}, "error"),
    ({"service.domains": (), "service.platforms.android.domains": ("a.sample.cn",)}, ""),
    ({"service.domains": (), REGISTRANT: None}, ""),
    ({REGISTRANT: STRANGER}, "error"),
]


@pytest.mark.parametrize(("values", "severity"), APP_CASES)
def test_an_apps_domain_is_told_and_its_own(
    values: dict[str, Leaf], severity: str, forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    found = found_in(forms["F08"], rulebook, "四川", values)
    assert (found["A06"].severity if "A06" in found else "") == severity
