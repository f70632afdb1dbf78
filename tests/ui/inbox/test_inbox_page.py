"""What came back is dropped, sorted, looked at, answered by one key or filed by hand."""

from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.services.filings import edit_form
from butler_desktop.ui.inbox.inbox_rows import Fate
from tests.documents.reply_filling import filled
from tests.services.scans_back import one_pdf
from tests.services.scenario import state_of
from tests.ui.inbox.desk import InboxDesk

LICENCE = Path(__file__).parents[2] / "data" / "scans" / "business-licence.jpg"


def test_an_empty_inbox_says_what_it_is_for(desk: InboxDesk) -> None:
    assert desk.page.empty.isVisible()
    assert not desk.page.list.isVisible()
    assert not desk.page.side.confirm_button.isVisible()


def test_one_key_records_the_answer_of_the_signed_page(desk: InboxDesk) -> None:
    filing_id = desk.awaited()
    desk.take(scan_pdf=one_pdf(desk.pages(filing_id)[-2:]), photo_jpg=LICENCE.read_bytes())
    assert desk.fates() == [Fate.ANSWER, Fate.TRAY, Fate.FILED]
    assert desk.page.row.fate is Fate.ANSWER
    assert desk.page.side.canvas.sheet is not None
    desk.qtbot.keyClick(desk.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert state_of(desk.workspace, filing_id) is S.AWAITING_FACE_VERIFICATION
    with desk.workspace.reading() as work:
        packet = work.dossier_of(filing_id).latest_packet(filing_id)
    assert packet.confirmed_how == "paper"
    assert packet.evidence.startswith("回传第 7 页：scan.pdf，校验码 ")
    assert Fate.ANSWER not in desk.fates()
    desk.qtbot.keyClick(desk.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.crashes == []


def test_in_a_small_window_two_facts_stand_in_each_column(desk: InboxDesk) -> None:
    page = desk.page
    desk.take(last_jpg=desk.pages(desk.awaited())[-1])
    assert not page.list.is_narrow
    page.resize(816, 640)
    assert page.list.is_narrow
    assert page.list.width() > page.side.width()
    assert page.list.horizontalScrollBar().maximum() == 0
    cells = [column.cell(page.row) for column in page.model.columns()]
    assert cells[0].second == "last.jpg"
    assert cells[1].second == page.row.filed.sponsor
    page.resize(1232, 640)
    assert not page.list.is_narrow
    assert page.splitter.count() == 2


def test_a_page_that_was_overtaken_confirms_nothing(desk: InboxDesk) -> None:
    filing_id = desk.awaited()
    desk.take(last_jpg=desk.pages(filing_id)[-1])
    row = desk.go_to(Fate.ANSWER)
    with desk.workspace.editing() as work:
        edit_form(work, filing_id, {"service.service_name": "白露松间"})
    assert row.filed is not None
    desk.page.confirm()
    desk.settle()
    assert state_of(desk.workspace, filing_id) is S.INTERNAL_REVIEW
    assert desk.page.strip.isVisible()


def test_an_old_page_names_what_differs_now(desk: InboxDesk) -> None:
    filing_id = desk.awaited()
    old = desk.pages(filing_id)[0]
    with desk.workspace.editing() as work:
        edit_form(work, filing_id, {"service.service_name": "白露松间"})
    desk.take(old_jpg=old)
    row = desk.go_to(Fate.OUTDATED)
    assert "1 处不同：网站名称" in row.note.zh
    assert not desk.page.side.confirm_button.isVisible()


def test_the_return_opens_its_form_with_the_page_as_evidence(desk: InboxDesk) -> None:
    filing_id = desk.awaited()
    desk.take(last_jpg=desk.pages(filing_id)[-1])
    desk.go_to(Fate.ANSWER)
    with desk.qtbot.waitSignal(desk.page.return_wanted) as wanted:
        desk.page.side.return_button.click()
    assert wanted.args[0] == filing_id
    assert wanted.args[1]["how"] == "paper"


def test_a_sheet_of_the_tray_is_filed_by_hand_put_away_and_laid_back(desk: InboxDesk) -> None:
    filing_id = desk.awaited()
    desk.take(photo_jpg=LICENCE.read_bytes())
    desk.go_to(Fate.TRAY)
    side = desk.page.side
    side.hand.file_button.click()
    assert desk.fates() == [Fate.TRAY]
    side.hand.discard_button.click()
    desk.settle()
    assert desk.fates() == []
    desk.page.undo.undo_now()
    desk.settle()
    desk.go_to(Fate.TRAY)
    with desk.workspace.reading() as work:
        number = work.dossier_of(filing_id).filing(filing_id).number
    side.hand.number.set_value("BA-0000")
    side.hand.file_button.click()
    desk.settle()
    assert desk.page.strip.isVisible()
    side.hand.number.set_value(number)
    side.hand.page.set_value("7")
    side.hand.file_button.click()
    desk.settle()
    assert desk.fates() == [Fate.ANSWER]
    side.take_back_button.click()
    desk.settle()
    assert desk.fates() == [Fate.TRAY]


def test_a_filled_in_return_is_told_and_opens_its_form_by_the_one_key(desk: InboxDesk) -> None:
    filing_id = desk.awaited()
    texts = {"item_1": "form:service.service_name", "text_1": "白露松间", "signer": "沈先生"}
    desk.take(back_pdf=filled(desk.pdf(filing_id), ticks=("return",), texts=texts))
    row = desk.go_to(Fate.ANSWER)
    side = desk.page.side
    assert "退回" in row.note.zh
    assert "网站名称：白露松间" in side.filled_in.text()
    assert not side.confirm_button.isVisible()
    with desk.qtbot.waitSignal(desk.page.return_wanted) as wanted:
        desk.qtbot.keyClick(desk.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args[1]["marks"] == texts["item_1"]


def test_the_list_is_written_as_it_is_seen(desk: InboxDesk, tmp_path: Path) -> None:
    desk.awaited()
    assert not desk.page.export.button.isVisible()
    desk.take(photo_jpg=LICENCE.read_bytes())
    desk.page.export.button.click()
    (dialog,) = desk.page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "a.xlsx"))
    dialog.close()
    desk.settle()
    _, *rows = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0].iter_rows(values_only=True)
    (row,) = desk.page.rows
    shown = row.page_words.zh, None, row.note.zh, row.file_words.zh
    assert rows == [("待人工归档", *shown)]
