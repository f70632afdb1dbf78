"""What a filled workbook would change: touched cells alone, and faults by cell."""

from dataclasses import replace

import pytest

from butler_desktop.domain.canonical import canonical_digest
from butler_desktop.domain.intake import Answer, FilledSheet, Hold, Sort, preview
from butler_desktop.domain.intake_sheet import intake_sheet
from butler_desktop.domain.particulars import Particulars
from butler_desktop.errors import ImportRefused


def filled(form, rulebook, *answers, **typed):
    """The sheet of a form as it comes back with some cells typed over."""
    sheet = intake_sheet("BA-1", form, rulebook.tables)
    typed = {path.replace("__", "."): text for path, text in typed.items()}
    return FilledSheet(
        "BA-1",
        sheet.digest,
        {row.path: row.mark for row in sheet.rows},
        (
            *(
                Answer(f"D{place}", row.path, typed.get(row.path, row.text))
                for place, row in enumerate(sheet.rows)
            ),
            *answers,
        ),
    )


def seen(sheet, form, rulebook):
    digest = canonical_digest(form.to_document())
    return preview(sheet, "BA-1", form, digest, rulebook.tables)


def retyped(sheet, path, text, sort):
    return replace(
        sheet,
        answers=tuple(
            replace(it, text=text, sort=sort) if it.path == path else it for it in sheet.answers
        ),
    )


def test_an_untouched_sheet_changes_nothing_whatever_the_form(forms, rulebook):
    for name, form in forms.items():
        found = seen(filled(form, rulebook), form, rulebook)
        assert (found.changes, found.faults, found.is_older) == ((), (), False), name


@pytest.mark.parametrize(
    ("path", "typed", "kept"),
    [
        ("subject_pic.mobile", "１３８ ００００ １２３４", "13800001234"),
        ("subject_pic.mobile", "+86 138-0000-1234", "13800001234"),
        ("service.domain", "https://Sample-Bailu.CN/index.html", "sample-bailu.cn"),
        ("service_pic.id_valid_to", "2031年5月6日", "2031-05-06"),
        ("province", "浙江", "330000"),
        ("province", "330000", "330000"),
        ("access.server_locations", "浙江省、北京市", ("330000", "110000")),
        ("service.languages", "英语　中文简体 日语", None),
        ("access.ip_ranges", "203.0.113.8\n203.0.113.9", ("203.0.113.8", "203.0.113.9")),
        ("service.is_commercial", "TRUE", True),
    ],
)
def test_answers_mean_what_typing_would(forms, rulebook, path, typed, kept):
    form = forms["F00"]
    if kept is None:
        kept = tuple(rulebook.tables["language"].find(it).id for it in typed.split())
    sheet = filled(form, rulebook, **{path.replace(".", "__"): typed})
    found = seen(sheet, form, rulebook)
    assert [(it.path, it.old, it.new) for it in found.ready] == [(path, form.get(path), kept)]
    assert found.faults == ()


@pytest.mark.parametrize(
    ("path", "text", "sort", "kept"),
    [
        ("subject_pic.mobile", "13800001234", Sort.NUMBER, "13800001234"),
        ("service_pic.id_valid_to", "2031-05-06", Sort.DATE, "2031-05-06"),
        ("service_pic.id_valid_to", "47974", Sort.NUMBER, "2031-05-06"),
        ("service_pic.id_valid_to", "20310506", Sort.NUMBER, "2031-05-06"),
    ],
)
def test_what_a_spreadsheet_makes_of_typing_is_understood(forms, rulebook, path, text, sort, kept):
    form = forms["F00"]
    (change,) = seen(retyped(filled(form, rulebook), path, text, sort), form, rulebook).ready
    assert change.new == kept


@pytest.mark.parametrize(
    ("path", "text", "sort", "reason"),
    [
        ("province", "火星", Sort.TEXT, "“备案省份”没有“火星”这个选项"),
        ("service.languages", "中文简体、火星语", Sort.TEXT, "没有“火星语”"),
        ("subject.has_seal", "也许", Sort.TEXT, "应答是或否"),
        ("service_pic.id_valid_to", "明年三月", Sort.TEXT, "应为日期"),
        ("service_pic.id_valid_to", "2031-02-30", Sort.TEXT, "应为日期"),
        ("subject_pic.id_number", "110101199003070000", Sort.NUMBER, "已变样"),
        ("service.service_name", "2026-03-04", Sort.DATE, "改成了日期"),
        ("service.service_name", '=HYPERLINK("x")', Sort.FORMULA, "公式"),
        ("service.service_name", "#REF!", Sort.ERROR, "错误值"),
    ],
)
def test_a_faulty_cell_is_told_with_its_value_and_reason(forms, rulebook, path, text, sort, reason):
    form = forms["F00"]
    found = seen(retyped(filled(form, rulebook), path, text, sort), form, rulebook)
    (fault,) = found.faults
    assert (fault.path, fault.value, found.changes) == (path, text, ())
    assert fault.cell.startswith("D")
    assert reason in fault.reason.zh
    assert fault.reason.en.isascii() or "“" in fault.reason.en


def test_a_row_of_no_field_and_a_row_that_stands_twice_are_told(forms, rulebook):
    form = forms["F00"]
    twice = Answer("D90", "service.service_name", "别的名称")
    strange = (Answer("D91", "no.such", "x"), Answer("D92", "", "随手写的"))
    quiet = (Answer("D93", "no.such.other", ""), Answer("D94", "province", "北京市"))
    found = seen(filled(form, rulebook, twice, *strange, *quiet), form, rulebook)
    assert [fault.cell for fault in found.faults] == ["D90", "D91", "D92"]
    assert "另一处在" in found.faults[0].reason.zh


def test_a_butlers_correction_is_not_undone_by_an_untouched_cell(forms, rulebook):
    form = forms["F00"]
    sheet = filled(form, rulebook, service__service_remark="客户写的")
    now = form.with_value("service.service_name", "管家改的名")
    found = seen(sheet, now, rulebook)
    assert [it.path for it in found.changes] == ["service.service_remark"]
    assert found.is_older


def test_what_both_have_changed_is_held_and_so_is_what_was_emptied(forms, rulebook):
    form = forms["F00"]
    sheet = filled(form, rulebook, service__service_name="客户的名", subject__mailing_address="")
    found = seen(sheet, form.with_value("service.service_name", "管家的名"), rulebook)
    assert {it.path: it.hold for it in found.changes} == {
        "service.service_name": Hold.CHANGED_SINCE,
        "subject.mailing_address": Hold.CLEARED,
    }
    assert found.ready == ()
    same = seen(sheet, form.with_value("service.service_name", "客户的名"), rulebook)
    assert [it.path for it in same.changes] == ["subject.mailing_address"]


def test_a_value_typed_again_in_another_spelling_is_no_change(forms, rulebook):
    form = forms["F00"]
    mobile = form.subject_pic.mobile
    sheet = filled(form, rulebook, subject_pic__mobile=f"+86 {mobile}")
    now = form.with_value("subject_pic.mobile", "13900009999")
    assert seen(sheet, now, rulebook).changes == ()


def test_an_empty_form_is_filled_with_what_its_kind_needs(forms, rulebook):
    form = Particulars.empty("first_filing")
    answers = {
        "subject__sponsor_kind": "个体工商户",
        "subject__trade_name": "南屿",
        "service__service_kind": "网站",
        "service__domain": "nanyu.example",
        "service__sdk_services": "地图",
    }
    found = seen(filled(form, rulebook, **answers), form, rulebook)
    assert [it.path for it in found.ready] == [
        "subject.sponsor_kind",
        "subject.trade_name",
        "service.service_kind",
        "service.domain",
    ]
    (fault,) = found.faults
    assert (fault.path, fault.value) == ("service.sdk_services", "地图")
    assert "不用填" in fault.reason.zh


def test_the_paper_of_a_name_is_that_of_the_sponsor(rulebook):
    """Several papers are called the same: the sponsor of the same sheet says which."""
    form = Particulars.empty("first_filing")
    answers = {"subject__sponsor_kind": "事业单位", "subject__certificate_type": "组织机构代码证"}
    found = seen(filled(form, rulebook, **answers), form, rulebook)
    assert found.ready[1].new == "org_code_cert_institution"


def test_details_go_with_their_record(forms, rulebook):
    form = next(form for form in forms.values() if form.service.platforms)
    key = form.service.platforms[0].key
    detail = f"service.platforms.{key}.package_name"
    other = "iOS" if key != "ios" else "Android"
    typed = {"service__platforms": other, detail.replace(".", "__"): "cn.example.other"}
    found = seen(filled(form, rulebook, **typed), form, rulebook)
    assert [it.path for it in found.changes] == ["service.platforms"]
    assert [it.path for it in found.faults] == [detail]
    typed.pop("service__platforms")
    found = seen(filled(form, rulebook, **typed), form, rulebook)
    assert [it.path for it in found.ready] == [detail]
    assert rulebook.tables.words("app_platform", key).zh in found.ready[0].field.words.zh


def test_another_filings_sheet_is_told(forms, rulebook):
    form = forms["F00"]
    with pytest.raises(ImportRefused, match="属于备案 BA-1，不是 BA-2"):
        preview(filled(form, rulebook), "BA-2", form, "", rulebook.tables)
