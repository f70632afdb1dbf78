"""Findings: by how grave they are, each with the way to its field."""

from PySide6.QtCore import Qt

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action
from butler_desktop.services.filings import act, edit_form
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.detail.finding_row import FindingRow
from butler_desktop.ui.detail.picks_field import PicksField
from tests.services.scenario import reached
from tests.ui.detail.desk import Desk

FAULTS = {"subject_pic.mobile": "138", "service.service_name": "中国云杉平台"}


def shown(desk: Desk, filing_id: str) -> list[FindingRow]:
    desk.show(filing_id)
    desk.pane.tabs.go_to(Tab.FINDINGS)
    desk.settle()
    return desk.pane.tabs.findings.findChildren(FindingRow)


def test_a_good_form_says_so_once_all_is_looked_up(desk: Desk) -> None:
    filing = desk.filing()
    assert all(it.is_asked for it in desk.saved(filing).findings)
    asked = ",".join(it.place for it in desk.saved(filing).questions)
    with desk.workspace.editing() as work:
        act(work, filing, Action.NOTE_FACT, {"question": asked, "answer": "sound"})
    shown(desk, filing)
    assert desk.saved(filing).findings == ()
    assert desk.pane.tabs.findings._empty.isVisible()


def test_the_gravest_stand_first_and_lead_to_their_field(desk: Desk) -> None:
    filing = desk.filing()
    with desk.workspace.editing() as work:
        edit_form(work, filing, FAULTS)
    rows = shown(desk, filing)
    found = desk.saved(filing).findings
    assert len(rows) == len(found) >= 2
    assert not desk.pane.tabs.findings._empty.isVisible()
    row = next(row for row in rows if row._place == "form:subject_pic.mobile")
    desk.qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert desk.pane.tab is Tab.FORM
    assert desk.editor("subject_pic.mobile").has_focus


def test_the_link_works_by_keyboard(desk: Desk) -> None:
    filing = desk.filing()
    with desk.workspace.editing() as work:
        edit_form(work, filing, {"subject_pic.mobile": "138"})
    rows = shown(desk, filing)
    row = next(row for row in rows if row._place == "form:subject_pic.mobile")
    desk.qtbot.keyClick(row.link, Qt.Key.Key_Return)
    assert desk.editor("subject_pic.mobile").has_focus


def test_the_authoritys_words_are_quoted_unchanged(desk: Desk) -> None:
    words = "网站名称与主办单位无关联；服务备注过于简单。"
    shown(desk, desk.filing(S.REJECTED, rejection_reasons=words))
    card = desk.pane.tabs.findings._words
    assert card.isVisible()
    assert words in card._quote.text()
    shown(desk, desk.filing(S.COLLECTING, form="F01"))
    assert not card.isVisible()


def test_what_the_customer_marked_is_picked_on_the_card_and_walked_by_key(desk: Desk) -> None:
    filing = reached(desk.workspace, S.AWAITING_CONFIRMATION)
    desk.show(filing)
    desk.pane.desk.start_action(Action.RETURN_FOR_MODIFICATION)
    card = desk.pane.desk.card
    assert card is not None
    marks = card.fields["marks"]
    assert isinstance(marks, PicksField)
    marks.open_list()
    marks.boxes["form:service.service_name"].setChecked(True)
    marks.boxes["material:sponsor_cert"].setChecked(True)
    marks.close_list()
    with desk.qtbot.waitActive(desk.pane.window()):
        desk.pane.window().activateWindow()
    comment = card.fields["comment"]
    comment.set_value("名称与执照请改")
    card.filled.click()
    desk.settle()
    rows = shown(desk, filing)[:2]
    assert [row._place for row in rows] == ["form:service.service_name", "material:sponsor_cert"]
    desk.pane.desk.walk(1)
    desk.settle()
    assert desk.editor("service.service_name").has_focus
    with desk.workspace.editing() as work:
        edit_form(work, filing, {"service.service_name": "白露松间官方网站"})
    desk.pane.reload()
    desk.settle()
    told = [row.accessibleName().partition(" ")[0] for row in shown(desk, filing)]
    told = [it for it in told if it in ("Corrected", "Must")]
    assert told[-2:] == ["Corrected", "Must"]
    desk.pane.desk.walk(1)
    desk.settle()
    assert desk.pane.tab is Tab.MATERIALS
