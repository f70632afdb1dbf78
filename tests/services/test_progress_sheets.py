"""The customer's progress sheet says where the filing stands, and nothing that is internal."""

import pytest

from butler_desktop.documents.progress_page import render_progress
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.progress_sheet import NOW_WORDS, STEP_WORDS
from butler_desktop.domain.stage import STEPS
from butler_desktop.domain.transition import Action as A
from butler_desktop.services.filings import edit_form
from butler_desktop.services.history import history
from butler_desktop.services.progress_sheets import export_progress, sheet_of
from tests.documents.paper_reading import page_texts
from tests.services.scenario import do, reached

MARKER = "内部标记勿外传"


def test_every_state_and_step_has_words_for_the_customer() -> None:
    assert set(NOW_WORDS) == set(S)
    assert set(STEP_WORDS) == set(STEPS)


def test_nothing_that_is_written_inside_the_house_is_on_it(desk):
    filing_id = reached(desk, S.AUTHORITY_REVIEW)
    do(desk, filing_id, A.LOG_CONTACT, outcome="reached", note=MARKER, promise_note=MARKER)
    do(desk, filing_id, A.REJECT, reasons=MARKER)
    do(desk, filing_id, A.START_REWORK)
    remarks = {"service.service_remark": MARKER, "subject.subject_remark": MARKER}
    with desk.editing() as work:
        edit_form(work, filing_id, remarks)
    with desk.reading() as work:
        text = "".join(page_texts(render_progress(sheet_of(work, filing_id))))
        form = work.dossier_of(filing_id).filing(filing_id).particulars
    assert MARKER not in text
    for personal in (form.subject_pic.mobile, form.subject_pic.id_number):
        assert personal not in text
    assert "管局退回了备案，备案管家正在整改。" in text
    assert "改好后请您再次确认，重新提交管局" in text


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (S.COLLECTING, "请您按清单提供资料。"),
        (S.AWAITING_CONFIRMATION, "前）。"),
        (S.SMS_PENDING, "24小时内完成核验"),
        (S.APPROVED, "京ICP备2026001234号-1"),
        (S.WITHDRAWN, "本次备案已撤回。"),
    ],
)
@pytest.mark.sqlite
def test_it_says_what_is_awaited_and_what_was_reached_when(desk, state, said):
    filing_id = reached(desk, state)
    with desk.reading() as work:
        sheet = sheet_of(work, filing_id)
    (text,) = page_texts(render_progress(sheet))
    assert said in text
    assert "2026-03-1810:42" in text
    assert sheet.filing in text
    assert render_progress(sheet) == render_progress(sheet)


def test_it_is_exported_and_on_record(desk, tmp_path):
    filing_id = reached(desk, S.COLLECTING)
    path = export_progress(desk, filing_id, tmp_path / "进度单.pdf")
    assert path.read_bytes().startswith(b"%PDF")
    with desk.reading() as work:
        line = history(work, work.order_of(filing_id), filing_id)[0]
    assert line.words.zh == "导出进度单"
