from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.checks import ERROR, INFO, WARNING, Finding, findings, has_error
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook

TODAY = date(2026, 11, 22)


def rules(found: tuple[Finding, ...], severity: str = ERROR) -> set[str]:
    return {finding.rule for finding in found if finding.severity == severity}


@pytest.fixture
def check(rulebook: Rulebook) -> Any:
    """What is wrong with a form; the questions that it raises are another test's."""
    return lambda form, today=TODAY: tuple(
        it for it in findings(form, rulebook, today) if not it.is_asked
    )


PROVINCES_SAY = {"F09": {"W19", "W21"}}
"""Good forms that one province wants more of."""


@pytest.mark.parametrize("entry", [f"F{number:02d}" for number in range(12)])
def test_good_forms_have_no_error_but_a_provinces(
    entry: str, forms: dict[str, Particulars], check: Any
) -> None:
    found = check(forms[entry])
    said = {it.rule for it in found if not it.is_asked}
    assert said == PROVINCES_SAY.get(entry, set())
    assert all(it.ruled_by for it in found)
    assert not has_error(it for it in found if it.is_asked)


@pytest.mark.parametrize("entry", [f"F{number:02d}" for number in range(12, 44)])
def test_planted_faults_are_found(
    entry: str, forms: dict[str, Particulars], form_entries: list[dict[str, Any]], check: Any
) -> None:
    (expected,) = (set(e["expected_errors"]) for e in form_entries if e["id"] == entry)
    assert expected <= rules(check(forms[entry]))


@pytest.mark.parametrize("kind", ["first_filing", "new_service", "access_filing", "change_filing"])
def test_an_empty_form_is_incomplete_but_not_wrong(kind: str, check: Any) -> None:
    assert check(Particulars.empty(kind)) == ()


WRONG: list[tuple[str, str, Leaf, str, str]] = [
    # form, path, value, rule, severity
    ("F00", "subject.certificate_valid_from", "去年", "E01", ERROR),
    ("F00", "subject.sponsor_kind", "company", "E02", ERROR),
    ("F00", "service.languages", ("zh_hans", "klingon"), "E02", ERROR),
    ("F00", "province", "月球", "E02", ERROR),
    ("F00", "subject.sponsor_name", "云" * 101, "E03", ERROR),
    ("F00", "service_pic.emergency_phone", "88880000", "E04", ERROR),
    ("F00", "subject_pic.office_phone", "1", "E04", ERROR),
    ("F00", "subject_pic.id_valid_to", "2021-05-01", "E05", ERROR),
    ("F00", "existing_service_number", "京ICP备2023000001号-1", "K01", ERROR),
    ("F02", "existing_subject_number", "沪ICP备2023042067号", "K12", WARNING),
    ("F02", "existing_service_number", "粤ICP备2023042068号-1", "K13", ERROR),
    ("F03", "existing_service_number", None, "K13", ERROR),
    ("F02", "existing_subject_number", "粤ICP备12号", "K26", WARNING),
    ("F00", "subject.certificate_type", "resident_id", "S02", ERROR),
    ("F00", "subject.sponsor_kind", "foundation", "S03", WARNING),
    ("F00", "province", "310000", "S04", WARNING),
    ("F00", "province", "310000", "S05", ERROR),
    ("F00", "subject.registry_status", "revoked", "S08", ERROR),
    ("F01", "subject.certificate_number", "310115000123456", "S10", WARNING),
    ("F00", "subject.certificate_number", "110105000123456", "S01", ERROR),
    ("F04", "subject.mailing_address", "云南省昆明市翠湖路1号", "S13", ERROR),
    ("F04", "subject.certificate_number", "510104198807132898", "P05", ERROR),
    ("F00", "service_pic.id_type", "hk_mo_travel_permit", "P06", WARNING),
    ("F00", "subject_pic.id_valid_to", "2027-02-21", "P08", WARNING),
    ("F00", "service_pic.email", "other@sample.cn", "P15", WARNING),
    ("F00", "service_pic.id_number", "11010519820815936X", "P13", ERROR),
    ("F00", "subject_pic.mobile", "14812345678", "P19", WARNING),
    ("F04", "subject_pic.id_number", "110105198208159352", "P24", ERROR),
    ("F00", "service.domain", "1.2.3.4", "D01", ERROR),
    ("F00", "service.domain", "https://sample-demmmv.cn/", "D01", ERROR),
    ("F00", "service.domain", "a_b.cn", "D02", ERROR),
    ("F00", "service.domain", "sample.example", "D03", WARNING),
    ("F00", "service.domain_registrant_certificate_number", "123", "D07", ERROR),
    ("F00", "service.domain_realname_on", "2026-11-20", "D09", WARNING),
    ("F00", "service.dns_state", "unknown", "D13", ERROR),
    ("F02", "service.dns_state", "elsewhere", "D14", WARNING),
    ("F04", "service.service_contents", ("other", "blog_personal_space"), "", ""),
    ("F00", "service.service_contents", ("other",), "W20", ERROR),
    ("F00", "service.pre_approvals", ("news",), "W26", ERROR),
    ("F04", "service.pre_approvals", ("culture",), "W29", ERROR),
    ("F00", "access.ip_ranges", ("1.2.3.4", "1.2.3"), "I01", ERROR),
    ("F00", "access.ip_ranges", ("9.0.0.0-11.0.0.0",), "I02", ERROR),
    ("F00", "access.server_locations", (), "I09", ERROR),
    ("F08", "service.platforms", (), "A01", ERROR),
    ("F08", "service.platforms.android.package_name", "cn.sample-app.x", "A02", ERROR),
    ("F08", "service.platforms.ios.signature_fingerprint", "a" * 32, "A03", ERROR),
    ("F08", "service.platforms.android.public_key", None, "A04", ERROR),
    ("F08", "service.domains", ("a_b.cn",), "D02", ERROR),
    ("F00", "service.service_kind", "mini_program", "A09", ERROR),
]


@pytest.mark.parametrize(("entry", "path", "value", "rule", "severity"), WRONG)
def test_one_wrong_value_is_found(
    entry: str,
    path: str,
    value: Leaf,
    rule: str,
    severity: str,
    forms: dict[str, Particulars],
    check: Any,
) -> None:
    found = check(forms[entry].with_value(path, value))
    if rule:
        assert rule in rules(found, severity)
    else:
        assert all(it.is_asked for it in found)


FINGERPRINT = "5D:41:40:2A:BC:4B:2A:76:B9:71:9D:91:10:17:C5:92"

RIGHT: list[tuple[str, str, Leaf]] = [
    ("F00", "subject.certificate_number", " 91110105maxjr141g3 "),
    ("F00", "service.domain_registrant_name", "张海燕"),
    ("F00", "service.home_url", "https://www.sample-demmmv.cn/"),
    ("F08", "service.platforms.android.signature_fingerprint", FINGERPRINT),
    ("F00", "subject_pic.id_valid_to", "2027-02-22"),
    ("F00", "subject_pic.emergency_phone", "010-88880000"),
    ("F00", "service.domain_realname_on", "2026-11-19"),
    ("F02", "service.dns_state", "none"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "path", "value"), RIGHT)
def test_what_is_right_is_let_pass(
    entry: str, path: str, value: Leaf, forms: dict[str, Particulars], check: Any
) -> None:
    assert check(forms[entry].with_value(path, value)) == ()


def test_days_that_pass_make_findings(forms: dict[str, Particulars], check: Any) -> None:
    form = forms["F00"]
    assert rules(check(form, date(2041, 3, 1))) == {"D10"}
    assert rules(check(form, date(2041, 3, 1)), WARNING) == {"P08"}
    late = check(form, date(2041, 5, 4))
    said = [finding.message.zh for finding in late if finding.rule == "P07"]
    assert said == ["主体负责人证件已过期 2 天", "网站负责人证件已过期 2 天"]


def test_a_child_is_not_in_charge(forms: dict[str, Particulars], check: Any) -> None:
    assert "P09" in rules(check(forms["F08"], date(2016, 11, 19)))
    assert "P09" not in rules(check(forms["F08"], date(2016, 11, 20)))


def test_an_expired_permit_and_a_mistyped_number(forms: dict[str, Particulars], check: Any) -> None:
    form = forms["F00"].with_value("service.pre_approvals", ("news",))
    form = form.with_value("service.pre_approvals.news.number", "国新网许可〔2020〕1号")
    form = form.with_value("service.pre_approvals.news.valid_to", "2026-11-21")
    assert rules(check(form)) == {"W27"}
    slip = forms["F00"].with_value("service_pic.id_number", "110105198208159353")
    assert "P16" in rules(check(slip), WARNING)


def test_findings_follow_the_form(forms: dict[str, Particulars], check: Any) -> None:
    form = forms["F00"].with_value("access.ip_ranges", ("10.0.0.1",))
    form = form.with_value("subject.certificate_number", "1").with_value("service.domain", "cn")
    found = check(form)
    assert [finding.path for finding in found] == [
        "subject.certificate_number",
        "service.domain",
        "service.domain_registrant_certificate_number",
        "access.ip_ranges",
    ]
    assert has_error(found)
    assert not has_error(())


def test_findings_speak_both_languages_and_name_their_source(
    forms: dict[str, Particulars], check: Any
) -> None:
    for form in forms.values():
        for finding in check(form):
            assert finding.message.zh
            assert finding.message.en
            assert "{" not in finding.message.zh + finding.message.en
            assert finding.source
            form.get(finding.path)


@given(data=st.data())
def test_no_value_makes_a_check_fail(
    data: st.DataObject, forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    form = forms[data.draw(st.sampled_from(sorted(forms)))]
    paths = [path for path, value in form.leaves() if isinstance(value, str)]
    for path in data.draw(st.lists(st.sampled_from(paths), max_size=4)):
        form = form.with_value(path, data.draw(st.text(max_size=20)))
    for finding in findings(form, rulebook, data.draw(st.dates())):
        assert finding.is_asked or form.get(finding.path) is form.get(finding.path)
        assert finding.severity in (ERROR, WARNING, INFO)
