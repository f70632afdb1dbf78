"""The pane: one filing, one filled button, and the tab that stays."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.kit.buttons import Button, Kind
from butler_desktop.ui.kit.dialog import Dialog
from tests.ui.detail.desk import Desk


def filled(desk: Desk) -> list[str]:
    """What the filled buttons that can be seen say."""
    buttons = desk.pane.findChildren(Button)
    return [b.text() for b in buttons if b.kind is Kind.FILLED and b.isVisible()]


def test_nothing_is_chosen_at_first(desk: Desk) -> None:
    assert desk.pane._empty.isVisible()
    assert filled(desk) == []


def test_a_filing_is_shown_with_its_facts(desk: Desk) -> None:
    filing = desk.filing(S.INTERNAL_REVIEW)
    with desk.qtbot.waitSignal(desk.pane.title_changed) as title:
        desk.show(filing)
    view = desk.saved(filing)
    assert title.args == [f"{view.filing.number} 北京白露松间网络有限公司"]
    facts = desk.pane.head.facts.accessibleName()
    for words in (view.filing.number, "北京", view.order.number, "林晓雯"):
        assert words in facts
    assert desk.pane.stepper.accessibleName().endswith("3 / 7")


def test_what_is_on_the_screen_stays_until_the_next_is_read(desk: Desk) -> None:
    filing, other = desk.filing(form="F00"), desk.filing(form="F01")
    desk.show(filing)
    before = desk.pane.head.title
    desk.pane.show_filing(other)
    assert desk.pane.head.title == before
    desk.settle()
    assert desk.pane.head.title != before


def test_a_filing_passed_over_quickly_is_never_shown(desk: Desk) -> None:
    first, second, third = (desk.filing(form=f"F0{n}") for n in range(3))
    desk.show(first)
    seen: list[str] = []
    desk.pane.shown.connect(seen.append)
    desk.pane.show_filing(second)
    desk.pane.show_filing(third)
    desk.settle()
    assert seen == [third]


def test_the_tab_in_use_stays_with_the_next_filing(desk: Desk) -> None:
    desk.show(desk.filing(form="F00"))
    desk.pane.tabs.go_to(Tab.CONTACTS)
    desk.show(desk.filing(form="F01"))
    assert desk.pane.tab is Tab.CONTACTS
    assert desk.pane.tabs.contacts.isVisible()


def test_ctrl_tab_goes_through_the_tabs(desk: Desk) -> None:
    desk.show(desk.filing())
    desk.qtbot.keyClick(desk.pane, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert desk.pane.tab is Tab.MATERIALS
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    desk.qtbot.keyClick(desk.pane, Qt.Key.Key_Backtab, both)
    assert desk.pane.tab is Tab.FORM


@pytest.mark.parametrize("state", list(S))
def test_every_state_has_at_most_one_filled_button(desk: Desk, state: S) -> None:
    filing = desk.filing(state)
    desk.show(filing)
    view = desk.saved(filing)
    assert len(filled(desk)) == (1 if view.primary else 0)
    for tab in Tab:
        desk.pane.tabs.go_to(tab)
        desk.settle()
        assert len(filled(desk)) <= 1


def test_an_act_without_questions_is_done_at_once(desk: Desk) -> None:
    filing = desk.filing(S.RETURNED_BY_CUSTOMER, return_comment="手机号换了")
    desk.show(filing)
    desk.qtbot.keyClick(desk.pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.saved(filing).filing.state is S.PREPARING
    assert desk.pane.stepper.accessibleName().endswith("2 / 7")


def test_pressing_goes_to_the_first_missing_field(desk: Desk) -> None:
    filing = desk.filing(S.CONTACTED, form="")
    desk.show(filing)
    desk.pane.tabs.go_to(Tab.TIMELINE)
    desk.pane.panel.filled_button.click()
    desk.settle()
    assert desk.pane.tab is Tab.FORM
    assert desk.editor("province").has_focus
    assert desk.saved(filing).filing.state is S.CONTACTED


def test_pressing_goes_to_the_first_missing_paper(desk: Desk) -> None:
    desk.show(desk.filing(S.PREPARING))
    desk.pane.panel.filled_button.click()
    desk.settle()
    assert desk.pane.tab is Tab.MATERIALS
    assert desk.pane.tabs.materials.tab.list.chosen_kind()


def test_what_leaves_the_house_is_asked_about_first(desk: Desk) -> None:
    filing = desk.filing(S.READY_TO_SUBMIT)
    desk.show(filing)
    view = desk.pane.view
    assert view is not None
    row = next(o.row for o in (view.primary, *view.others) if o and o.row.irreversible)
    assert row.action is Action.SUBMIT
    desk.pane.desk.start(row)
    (dialog,) = desk.pane.window().findChildren(Dialog)
    assert view.filing.number in dialog.sentence.text()
    dialog.reject()
    desk.settle()
    assert desk.saved(filing).filing.state is S.READY_TO_SUBMIT


def test_a_refused_act_says_why_and_goes_there(desk: Desk) -> None:
    filing = desk.filing(S.READY_TO_SUBMIT)
    desk.show(filing)
    assert desk.pane.view is not None
    desk.pane.desk.acts.act(desk.pane.view, Action.SUBMIT, {})
    desk.settle()
    strip = desk.pane.tabs.strip
    assert strip.isVisible()
    assert "提交管局" in strip.text() or "Submit" in strip.text()
    strip.acted.emit("look")
    assert desk.pane.tab is Tab.PACKET
    assert not strip.isVisible()


def test_who_was_first_is_told_and_the_present_state_shown(desk: Desk) -> None:
    from butler_desktop.services.filings import act

    filing = desk.filing(S.RETURNED_BY_CUSTOMER)
    desk.show(filing)
    desk.colleague(act, filing, Action.RESUME_PREPARATION, {})
    desk.pane.panel.filled_button.click()
    desk.settle()
    strip = desk.pane.tabs.strip
    assert strip.isVisible()
    assert "周启明" in strip.text()
    assert "10:44" in strip.text()
    assert desk.pane.view is not None
    assert desk.pane.view.filing.state is S.PREPARING


def test_the_menu_offers_the_other_acts(desk: Desk) -> None:
    desk.show(desk.filing(S.INTERNAL_REVIEW))
    desk.pane._show_menu(QPoint(0, 0))
    (menu,) = desk.pane.findChildren(QMenu)
    view = desk.pane.view
    assert view is not None
    offered = [action.text() for action in menu.actions() if action.text()]
    for offer in view.others:
        is_offered = bool({offer.row.words.zh, offer.row.words.en} & set(offered))
        assert is_offered != offer.row.in_place, offer.row.action
    menu.close()


def test_the_number_can_be_copied(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    desk.pane.head.facts.copy_button.click()
    assert QGuiApplication.clipboard().text() == desk.saved(filing).filing.number


def test_the_order_is_a_link(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    with desk.qtbot.waitSignal(desk.pane.order_requested) as asked:
        desk.qtbot.keyClick(desk.pane.head.facts.order_link, Qt.Key.Key_Return)
    assert asked.args == [desk.saved(filing).order.id]


def test_in_focus_the_stage_stands_beside_the_name(desk: Desk) -> None:
    desk.show(desk.filing(S.INTERNAL_REVIEW))
    with desk.qtbot.waitSignal(desk.pane.focus_toggled) as toggled:
        desk.pane.head.focus_button.click()
    assert toggled.args == [True]
    desk.pane.set_focused(on=True)
    assert not desk.pane.stepper.isVisible()
    assert desk.pane.head._chip is not None
    assert desk.pane.head._chip.isVisible()
    with desk.qtbot.waitSignal(desk.pane.next_requested):
        desk.pane.head.next_button.click()


def test_f8_walks_what_must_be_mended(desk: Desk) -> None:
    from butler_desktop.services.filings import edit_form

    filing = desk.filing()
    bad = {"subject.certificate_number": "91110105MAXJR141G4", "subject_pic.mobile": "138"}
    with desk.workspace.editing() as work:
        edit_form(work, filing, bad)
    desk.show(filing)
    desk.qtbot.keyClick(desk.pane, Qt.Key.Key_F8)
    assert desk.editor("subject.certificate_number").has_focus
    desk.qtbot.keyClick(desk.pane, Qt.Key.Key_F8)
    assert desk.editor("subject_pic.mobile").has_focus
    desk.qtbot.keyClick(desk.pane, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert desk.editor("subject.certificate_number").has_focus


def test_the_clock_is_said_anew_each_minute(desk: Desk) -> None:
    desk.show(desk.filing(S.REQUESTED, form=""))
    before = desk.pane.panel._due.accessibleName()
    desk.clock.now = desk.clock.now.replace(minute=52)
    desk.pane.tick()
    desk.settle()
    assert desk.pane.panel._due.accessibleName() != before


def test_a_filing_that_is_gone_leaves_the_pane_empty(desk: Desk) -> None:
    desk.show(desk.filing())
    desk.show("01a20582-0000-7000-8000-000000000000")
    assert desk.pane._empty.isVisible()
    assert QApplication.activeModalWidget() is None
