"""What the buttons at a finding do: answer, mend, let pass with the reason, and the way back."""

from PySide6.QtWidgets import QAbstractButton

from butler_desktop.domain.checks import Finding
from butler_desktop.domain.transition import Action
from butler_desktop.services.filings import act, edit_form
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.detail.finding_row import DAY, FindingRow
from butler_desktop.ui.detail.question_group import QuestionGroup
from butler_desktop.ui.kit.date_field import DateField
from butler_desktop.ui.kit.text import Link
from tests.services.scenario import attach_all
from tests.ui.detail.desk import Desk

FRESH = "service.domain_realname_on"
REGISTRANT = "service.domain_registrant_name"


def shown(desk: Desk, filing: str) -> None:
    desk.show(filing)
    desk.pane.tabs.go_to(Tab.FINDINGS)
    desk.settle()


def row_of(desk: Desk, place: str) -> FindingRow:
    return desk.pane.tabs.findings._rows[place]


def press(desk: Desk, place: str, key: str) -> None:
    part = row_of(desk, place).acts[key]
    if isinstance(part, QAbstractButton):
        part.click()
    else:
        assert isinstance(part, Link)
        part.clicked.emit()
    desk.settle()


def finding(desk: Desk, filing: str, rule: str) -> Finding | None:
    return next((it for it in desk.saved(filing).findings if it.rule == rule), None)


def count(desk: Desk) -> str:
    view = desk.pane.view
    assert view is not None
    return str(sum(it.is_open and it.severity != "info" for it in view.findings))


def with_fresh_name(desk: Desk) -> str:
    filing = desk.filing()
    with desk.workspace.editing() as work:
        edit_form(work, filing, {FRESH: "2026-03-17"})
    shown(desk, filing)
    return filing


def test_one_click_answers_with_today_and_can_be_undone(desk: Desk) -> None:
    filing = desk.filing()
    shown(desk, filing)
    before = int(count(desk))
    press(desk, "fact:domain_on_record", "answer:none")
    assert finding(desk, filing, "K02") is None
    (fact,) = desk.saved(filing).filing.noted_facts
    assert fact.checked_on == "2026-03-18"
    assert int(count(desk)) == before - 1
    desk.pane.desk.findings.undo.undo_now()
    desk.settle()
    assert finding(desk, filing, "K02") is not None
    assert int(count(desk)) == before


def test_what_was_seen_on_another_day_is_noted_with_that_day(desk: Desk) -> None:
    filing = desk.filing()
    shown(desk, filing)
    (group,) = desk.pane.tabs.findings.findChildren(QuestionGroup)
    group.other_day.clicked.emit()
    assert group.day.isVisible()
    group.day.edit.setText("2026-03-16")
    press(desk, "fact:domain_on_record", "answer:none")
    assert desk.saved(filing).filing.noted_facts[0].checked_on == "2026-03-16"


def test_all_that_is_seen_at_one_place_is_answered_at_once(desk: Desk) -> None:
    filing = desk.filing(form="F01")
    shown(desk, filing)
    (group,) = desk.pane.tabs.findings.findChildren(QuestionGroup)
    asked = len([it for it in desk.saved(filing).findings if it.is_asked])
    group.all_sound[-1].clicked.emit()
    desk.settle()
    still = [it for it in desk.saved(filing).findings if it.is_asked]
    assert 0 < len(still) < asked - 1


def test_the_day_of_a_letter_is_typed_in_its_row(desk: Desk) -> None:
    filing = desk.filing()
    attach_all(desk.workspace, filing)
    shown(desk, filing)
    place = next(it.place for it in desk.saved(filing).questions if it.question.asks_day)
    field = row_of(desk, place).acts[DAY]
    assert isinstance(field, DateField)
    field.edit.setText("2026.3.10")
    field.commit()
    desk.settle()
    assert desk.saved(filing).filing.noted_facts[0].answer == "2026-03-10"


def test_a_bad_answer_is_a_finding_and_stands_under_its_field(desk: Desk) -> None:
    filing = desk.filing()
    shown(desk, filing)
    press(desk, "fact:domain_on_record", "answer:other")
    bad = finding(desk, filing, "K02")
    assert bad is not None
    assert bad.bars
    desk.pane.tabs.go_to(Tab.FORM)
    desk.settle()
    assert desk.editor("service.domain").widget._finding.isVisible()
    desk.pane.tabs.go_to(Tab.FINDINGS)
    press(desk, "fact:domain_on_record", "again")
    again = finding(desk, filing, "K02")
    assert again is not None
    assert again.is_asked


def test_a_finding_is_let_pass_with_the_reason_and_withdrawn(desk: Desk) -> None:
    filing = with_fresh_name(desk)
    place = f"form:{FRESH}"
    press(desk, place, "keep")
    dialog = desk.pane.desk.findings.dialog
    assert dialog is not None
    assert not dialog.act_button.isEnabled()
    dialog.reason.set_value("已电话核对")
    dialog.reason.edited.emit()
    assert dialog.second.isHidden()
    dialog.act_button.click()
    desk.settle()
    kept = finding(desk, filing, "D09")
    assert kept is not None
    assert kept.waiver is not None
    row = row_of(desk, place)
    assert "已电话核对" in row.shown.words
    assert row.shown.is_done
    press(desk, place, "withdraw")
    withdrawn = finding(desk, filing, "D09")
    assert withdrawn is not None
    assert withdrawn.is_open
    desk.pane.desk.findings.undo.undo_now()
    desk.settle()
    again = finding(desk, filing, "D09")
    assert again is not None
    assert again.waiver is not None


def test_under_the_field_a_link_lets_it_pass(desk: Desk) -> None:
    filing = with_fresh_name(desk)
    desk.pane.tabs.go_to(Tab.FORM)
    desk.settle()
    desk.editor(FRESH).widget.link_clicked.emit("keep")
    dialog = desk.pane.desk.findings.dialog
    assert dialog is not None
    dialog.reason.set_value("已电话核对")
    dialog.act_button.setEnabled(True)
    dialog.act_button.click()
    desk.settle()
    kept = finding(desk, filing, "D09")
    assert kept is not None
    assert kept.waiver is not None
    assert desk.editor(FRESH).widget._finding.isHidden()


def test_where_two_must_agree_the_first_asks_and_the_second_is_named(desk: Desk) -> None:
    filing = desk.filing()
    with desk.workspace.editing() as work:
        edit_form(work, filing, {REGISTRANT: "北京别家公司"})
    shown(desk, filing)
    place = f"form:{REGISTRANT}"
    press(desk, place, "keep")
    dialog = desk.pane.desk.findings.dialog
    assert dialog is not None
    dialog.reason.set_value("母公司持有")
    dialog.reason.edited.emit()
    assert not dialog.second.isHidden()
    dialog.act_button.click()
    desk.settle()
    waits = finding(desk, filing, "D06")
    assert waits is not None
    assert waits.bars
    assert "母公司持有" in row_of(desk, place).shown.words
    press(desk, place, "agree")
    dialog = desk.pane.desk.findings.dialog
    assert dialog is not None
    dialog.second.set_value("林晓雯")  # who asked does not agree himself
    dialog.second.edited.emit()
    dialog.act_button.click()
    desk.settle()
    assert dialog.strip.isVisible()
    dialog.second.set_value("周启明")
    dialog.act_button.click()
    desk.settle()
    agreed = finding(desk, filing, "D06")
    assert agreed is not None
    assert not agreed.bars


def test_f8_walks_to_the_question_and_puts_the_keyboard_on_its_answer(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    with desk.qtbot.waitActive(desk.pane.window()):
        desk.pane.window().activateWindow()
    desk.pane.desk.walk(1)
    desk.settle()
    assert desk.pane.tab is Tab.FINDINGS
    first = desk.saved(filing).findings[0].place
    assert any(it.hasFocus() for it in row_of(desk, first).acts.values())


def test_what_was_looked_up_is_folded_and_can_be_looked_up_again(desk: Desk) -> None:
    filing = desk.filing()
    with desk.workspace.editing() as work:
        given = {"question": "domain_on_record", "answer": "none"}
        act(work, filing, Action.NOTE_FACT, given)
    shown(desk, filing)
    rows = desk.pane.tabs.findings.findChildren(FindingRow)
    (done,) = [it for it in rows if it.shown.is_done]
    assert not done.isVisible()
    done.pressed.emit("again")
    desk.settle()
    assert finding(desk, filing, "K02") is not None


def test_one_click_puts_in_the_value_that_mends_it_and_one_takes_it_back(desk: Desk) -> None:
    filing = desk.filing()
    name = "service.service_name"
    with desk.workspace.editing() as work:
        edit_form(work, filing, {name: "白露松间★官网"})
    shown(desk, filing)
    assert "白露松间官网" in row_of(desk, f"form:{name}").shown.buttons[0][1]
    press(desk, f"form:{name}", "fix")
    assert desk.value(filing, name) == "白露松间官网"
    desk.pane.desk.findings.undo.undo_now()
    desk.settle()
    assert desk.value(filing, name) == "白露松间★官网"
    desk.pane.tabs.go_to(Tab.FORM)
    desk.settle()
    desk.editor(name).widget.link_clicked.emit("fix")
    desk.settle()
    assert desk.value(filing, name) == "白露松间官网"
    assert str(desk.editor(name).widget.value()) == "白露松间官网"


def test_a_fix_never_writes_over_what_a_colleague_wrote_meanwhile(desk: Desk) -> None:
    filing = desk.filing()
    name = "service.service_name"
    with desk.workspace.editing() as work:
        edit_form(work, filing, {name: "白露松间★官网"})
    shown(desk, filing)
    with desk.workspace.editing() as work:
        edit_form(work, filing, {name: "白露山居网"})
    press(desk, f"form:{name}", "fix")
    assert desk.value(filing, name) == "白露山居网"
    assert desk.pane.tabs.strip.isVisible()
