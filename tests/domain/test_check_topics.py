"""Subjects that need a permit: what is found, where, and what settles it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from butler_desktop.domain.case import FORM_ALONE, Case
from butler_desktop.domain.checks import Finding, findings
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.material import Material
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook

TODAY = date(2026, 11, 22)
SCOPE, REMARK = "subject.business_scope", "service.service_remark"
CONTENTS, APPROVALS = "service.service_contents", "service.pre_approvals"
AT = datetime(2026, 11, 20, tzinfo=UTC)

COMMITTED = Case(
    papers=(
        Material(
            "m", "o", "f", "not_involved_commitment", "c.png", "0" * 64, 1, "image/png", AT, "b"
        ),
    )
)


@pytest.fixture
def found_in(forms: dict[str, Particulars], rulebook: Rulebook):
    def examine(
        rule: str,
        province: str,
        values: dict[str, Leaf],
        case: Case = FORM_ALONE,
        entry: str = "F00",
    ) -> list[Finding]:
        row = rulebook.provinces.named(province)
        assert row is not None
        form = forms[entry].with_value("province", row.code)
        for path, value in values.items():
            form = form.with_value(path, value)
        return [it for it in findings(form, rulebook, TODAY, case=case) if it.rule == rule]

    return examine


def test_a_word_is_told_with_its_place_its_subject_and_what_settles_it(found_in) -> None:
    (found,) = found_in("W23", "北京", {SCOPE: "软件开发；教育咨询；会议服务"})
    assert found.severity == "warning"
    assert found.path == SCOPE
    assert found.message.zh == (
        "经营范围“教育咨询”，涉及“教育培训”。"
        "须有“教育部门前置审批文件”；不涉及的附不涉及前置审批承诺书"
    )


def test_the_service_itself_speaks_before_the_scope(found_in) -> None:
    values = {SCOPE: "动漫制作", "service.service_name": "白露松间音乐馆"}
    (found,) = found_in("W23", "北京", values)
    assert found.path == "service.service_name"
    assert found.message.zh.startswith("服务名称“音乐”、经营范围“动漫”，涉及“文化”")
    (found,) = found_in("W23", "北京", {CONTENTS: ("online_payment",)})
    assert found.path == CONTENTS
    assert "涉及“金融”" in found.message.zh


SCOPES = {
    "信托业务": "金融", "校外培训": "教育培训", "展览服务": "文化", "期刊发行": "出版",
    "中草药收购": "药品和医疗器械", "影视制作": "视听节目", "游戏开发": "游戏", "时政评论": "新闻",
    "BBS 运营": "论坛社区", "网约车经营": "网约车", "佛教用品": "宗教", "诊所服务": "医疗保健",
    "旅行社业务": "旅行社", "公开募捐": "慈善募捐",
}  # fmt: skip


@pytest.mark.parametrize(("scope", "topic"), SCOPES.items())
def test_every_subject_is_found(scope: str, topic: str, found_in) -> None:
    (found,) = found_in("W23", "北京", {SCOPE: scope})
    assert f"涉及“{topic}”" in found.message.zh


def test_a_permit_or_the_commitment_settles_it(found_in) -> None:
    scope = {SCOPE: "校外培训"}
    assert found_in("W23", "北京", scope | {APPROVALS: ("after_school_training",)}) == []
    assert found_in("W23", "北京", scope | {APPROVALS: ("education",)}) == []
    assert len(found_in("W23", "北京", scope | {APPROVALS: ("news",)})) == 1
    assert found_in("W23", "北京", scope, COMMITTED) == []
    assert len(found_in("W23", "北京", scope, Case(papers=()))) == 1
    assert found_in("W23", "北京", {SCOPE: "旅行社业务", APPROVALS: ("culture",)}) == []


def test_what_a_remark_denies_is_not_said(found_in) -> None:
    assert found_in("W23", "北京", {REMARK: "展示本单位产品，不涉及新闻、出版、教育等内容。"}) == []
    assert len(found_in("W23", "北京", {REMARK: "不涉及出版。发布时政新闻。"})) == 1


def test_provinces_that_take_no_commitment_say_so(found_in) -> None:
    (found,) = found_in("W23", "湖北", {SCOPE: "校外培训"})
    assert "不接受承诺书" in found.message.zh
    assert found.ruled_by.startswith("hubei.")
    (forum,) = found_in("W23", "河北", {SCOPE: "论坛运营"})
    (faith,) = found_in("W23", "宁夏", {SCOPE: "佛教用品"})
    (money,) = found_in("W23", "河南", {SCOPE: "信托业务"})
    assert all("不接受承诺书" in it.message.zh for it in (forum, faith, money))
    (other,) = found_in("W23", "河南", {SCOPE: "校外培训"})
    assert "不涉及的附不涉及前置审批承诺书" in other.message.zh


def test_private_persons_are_not_sent_for_a_permit(found_in) -> None:
    (found,) = found_in("W23", "四川", {"service.service_name": "晨曦的游戏笔记"}, entry="F04")
    assert found.message.zh.endswith("涉及“游戏”。删去相关文字，或附不涉及前置审批承诺书")


def test_finance_needs_its_licence_where_the_province_says_so(found_in) -> None:
    scope = {SCOPE: "理财咨询"}
    (found,) = found_in("W24", "浙江", scope)
    assert (found.severity, found.path) == ("warning", APPROVALS)
    assert found_in("W24", "浙江", scope | {APPROVALS: ("finance",)}) == []
    assert found_in("W24", "浙江", scope, COMMITTED) == []
    assert found_in("W24", "浙江", {}) == []
    assert found_in("W24", "北京", scope) == []
    (offline,) = found_in("W24", "江西", scope)
    assert (offline.severity, offline.path) == ("info", "subject.sponsor_name")
    assert found_in("W24", "江西", {"service.service_name": "白露松间理财"}) == []


def test_a_permit_of_another_unit_warns(found_in, forms: dict[str, Particulars]) -> None:
    holder = f"{APPROVALS}.news.holder"
    values = {APPROVALS: ("news",), holder: "北京别家有限公司"}
    (found,) = found_in("W28", "北京", values)
    assert (found.severity, found.path) == ("warning", holder)
    own = forms["F00"].subject.sponsor_name
    assert found_in("W28", "北京", values | {holder: own}) == []
    assert found_in("W28", "北京", {APPROVALS: ("news",)}) == []
    assert replace(COMMITTED, papers=None) == FORM_ALONE
