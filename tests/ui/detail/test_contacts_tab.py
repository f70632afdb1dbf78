"""Contacts: the record with its promises, and logging one more."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.telling import Occasion
from butler_desktop.services.contacts import log_contact
from butler_desktop.ui.detail.contact_row import ContactRow
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.detail.script_dialog import ScriptDialog
from butler_desktop.ui.kit.text_field import TextField
from tests.services.scenario import reached
from tests.ui.detail.desk import Desk, commit


def test_an_empty_record_says_what_it_is_for(desk: Desk) -> None:
    desk.show(desk.filing())
    desk.pane.tabs.go_to(Tab.CONTACTS)
    tab = desk.pane.tabs.contacts
    assert tab._empty.isVisible()
    assert tab.log_button.isVisible()


def test_a_contact_tells_what_was_said_and_promised(desk: Desk) -> None:
    filing = desk.filing()
    given = {"note": "材料周二发来", "promise_at": "2026-03-20 10:00", "promise_note": "讲人脸核验"}
    with desk.workspace.editing() as work:
        log_contact(work, filing, Outcome.REACHED, given)
    desk.show(filing)
    desk.pane.tabs.go_to(Tab.CONTACTS)
    (row,) = desk.pane.tabs.contacts.findChildren(ContactRow)
    for words in ("材料周二发来", "10:42", "林晓雯", "10:00", "讲人脸核验"):
        assert words in row.accessibleName()


def test_one_more_is_logged_from_the_button(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    desk.pane.tabs.go_to(Tab.CONTACTS)
    desk.pane.tabs.contacts.log_button.click()
    card = desk.pane.desk.card
    assert card is not None
    assert not desk.pane.tabs.contacts.log_button.isVisible()
    card.fields["outcome"].set_value("reached")
    note = card.fields["note"]
    assert isinstance(note, TextField)
    commit(note.lines, "问了域名证书")
    card.filled.click()
    desk.settle()
    assert [c.note for c in desk.saved(filing).contacts] == ["问了域名证书"]
    assert desk.pane.tabs.contacts.log_button.isVisible()


def test_a_closed_filing_takes_no_contact(desk: Desk) -> None:
    desk.show(desk.filing(S.WITHDRAWN))
    desk.pane.tabs.go_to(Tab.CONTACTS)
    assert not desk.pane.tabs.contacts.log_button.isVisible()
    desk.pane.desk.log_contact()
    assert desk.pane.desk.card is None


def test_the_text_for_the_customer_is_copied_and_ticked_as_told(desk: Desk) -> None:
    filing = reached(desk.workspace, S.SMS_PENDING)
    desk.show(filing)
    desk.pane.tabs.go_to(Tab.CONTACTS)
    told = desk.pane.tabs.contacts.told
    told.links[Occasion.SMS, "copy"].clicked.emit()
    assert "24 小时内" in QApplication.clipboard().text()
    assert desk.pane.tabs.strip.isVisible()
    told.links[Occasion.SMS, "tick"].clicked.emit()
    card = desk.pane.desk.card
    assert card is not None
    assert card.fields["message"].value() == "sms"
    card.fields["how"].set_value("wechat")
    card.filled.click()
    desk.settle()
    assert (Occasion.SMS, "tick") not in told.links
    assert (Occasion.SMS, "copy") in told.links


def test_the_progress_sheet_is_written_where_the_butler_says(desk: Desk, tmp_path: Path) -> None:
    filing = desk.filing()
    desk.show(filing)
    desk.pane.tabs.go_to(Tab.CONTACTS)
    desk.pane.tabs.contacts.told.sheet_button.click()
    (dialog,) = desk.pane.findChildren(QFileDialog)
    dialog.reject()
    desk.pane.desk.sheets.export(filing, tmp_path / "sheet.pdf")
    desk.settle()
    assert (tmp_path / "sheet.pdf").exists()
    assert "sheet.pdf" in desk.pane.tabs.strip.text()


def test_the_script_of_a_call_is_shown_and_copied(desk: Desk) -> None:
    filing = reached(desk.workspace, S.SMS_PENDING)
    desk.show(filing)
    desk.pane.tabs.go_to(Tab.CONTACTS)
    told = desk.pane.tabs.contacts.told
    told.links[Occasion.SMS, "script"].clicked.emit()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ScriptDialog)
    assert len(dialog.ticks) == 6
    dialog.act_button.click()
    assert QApplication.clipboard().text().startswith("1. 需要核验的：")
    dialog.reject()
    assert (Occasion.CONFIRM, "script") not in told.links
