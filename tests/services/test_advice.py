"""The customer's advice: one page, in his words, nothing of the house or of others."""

import re
from dataclasses import replace

import pytest

from butler_desktop.documents.advice_page import render_advice
from butler_desktop.domain.advice_sheet import DISCLAIMER, AdviceLine, advice_sheet, advice_text
from butler_desktop.domain.case import Coexistence, Shared
from butler_desktop.domain.checks import Finding
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action as A
from butler_desktop.services import advice
from butler_desktop.services.advice import advice_of, export_advice
from butler_desktop.services.filings import act, edit_form
from butler_desktop.services.history import history
from butler_desktop.words import Words
from tests.documents.paper_reading import page_texts
from tests.services.scenario import reached

MARKER = "内部标记勿外传"
FAULTS = {
    "service.service_name": "中国云杉平台",
    "subject_pic.emergency_phone": "13800001234",
    "subject_pic.mobile": "13800001234",
    "service.domain_registrant_name": "别家公司",
}


def advised(desk, filing_id):
    with desk.reading() as work:
        return advice_of(work, filing_id)


def test_it_says_what_is_to_be_mended_and_what_the_authority_asks(desk):
    filing_id = reached(desk, S.COLLECTING)
    with desk.editing() as work:
        edit_form(work, filing_id, FAULTS)
    sheet = advised(desk, filing_id)
    (text,) = page_texts(render_advice(sheet))
    assert "高风险" in text
    assert "应急联系电话不能与手机号码相同" in text
    assert "北京管局一般15–17天（旧数据，仅供安排）" in text
    assert "不构成审批结论" in text
    assert sheet.rules in text
    assert sheet.asks
    assert "通过率" not in text
    assert "%" not in text
    weights = [it.weight for it in sheet.lines]
    assert weights == sorted(weights, key=["须改正", "请核对"].index)
    assert render_advice(sheet) == render_advice(sheet)


def test_nothing_of_the_house_nor_of_a_person_is_on_it(desk):
    filing_id = reached(desk, S.COLLECTING)
    remarks = {"service.service_remark": MARKER, "subject.subject_remark": MARKER}
    with desk.editing() as work:
        edit_form(work, filing_id, FAULTS | remarks)
        asked = {"question": "registry_fits", "answer": "differs", "words": MARKER}
        act(work, filing_id, A.NOTE_FACT, asked)
    sheet = advised(desk, filing_id)
    assert "公示系统中的登记信息与所填不一致" in [it.words for it in sheet.lines]
    with desk.reading() as work:
        form = work.dossier_of(filing_id).filing(filing_id).particulars
    for text in (advice_text(sheet), "".join(page_texts(render_advice(sheet)))):
        assert MARKER not in text
        for number in (form.subject_pic.mobile, form.subject_pic.id_number, form.service_pic.email):
            assert number not in text


def test_another_customer_is_not_named(desk, monkeypatch):
    filing_id = reached(desk, S.COLLECTING)
    other = Coexistence(
        Shared.MOBILE, "subject_pic.mobile", "BA-2026-9999", "别家有限公司", "别家",
        "first_filing", True, False, False,
    )  # fmt: skip
    facts_of = advice.facts_of

    def known(*args):
        facts = facts_of(*args)
        return replace(facts, coexisting=(other,))

    monkeypatch.setattr(advice, "facts_of", known)
    text = advice_text(advised(desk, filing_id))
    assert "其他主体" in text
    assert "别家有限公司" not in text
    assert "BA-2026-9999" not in text


@pytest.mark.sqlite
def test_numbers_in_a_sentence_are_masked(desk):
    filing_id = reached(desk, S.COLLECTING)
    told = Words("号码 13800001234、330102199003070011 与 a.b@mail.example 有误", "")
    finding = Finding("P18", "error", "subject_pic.mobile", told, "GK")
    with desk.reading() as work:
        form = work.dossier_of(filing_id).filing(filing_id).particulars
        sheet = advice_sheet("BA-1", form, work.rulebook, [finding], (), {}, work.now)
    assert sheet.lines[0].words == "号码 138****1234、3301**********0011 与 a****@mail.example 有误"


@pytest.mark.parametrize("count", [0, 1, 25, 120])
@pytest.mark.sqlite
def test_it_is_one_page_however_much_there_is(desk, count):
    sheet = advised(desk, reached(desk, S.COLLECTING))
    lines = tuple(
        AdviceLine(
            "网站 ・ 名称",
            f"第{number}处：" + "名称与主办者的关系须说明，" * (number % 4),
            "须改正",
        )
        for number in range(count)
    )
    papers = tuple(f"材料{number}（盖章）" for number in range(count))
    sheet = replace(sheet, lines=lines, papers=papers)
    (text,) = page_texts(render_advice(sheet))
    assert "".join(DISCLAIMER.split()) in text
    shown = [number for number in range(count) if f"第{number}处：" in text]
    if count > 20:
        left = re.search(r"另有(\d+)处未列出", text)
        assert left is not None
        assert len(shown) + int(left[1]) == count
        assert len(shown) >= 8
    else:
        assert len(shown) == count
    assert advice_text(sheet).count("【须改正】") == count


def test_it_is_exported_and_on_record(desk, tmp_path):
    filing_id = reached(desk, S.COLLECTING)
    path = export_advice(desk, filing_id, tmp_path / "意见.pdf")
    assert path.read_bytes().startswith(b"%PDF")
    text = export_advice(desk, filing_id, tmp_path / "意见.txt").read_text(encoding="utf-8")
    assert text.startswith("备案申请意见")
    with desk.reading() as work:
        line = history(work, work.order_of(filing_id), filing_id)[0]
    assert line.words.zh == "导出申请意见"
