"""Editors: what is typed is saved when it is settled, and never painted over."""

from dataclasses import replace

from PySide6.QtCore import Qt

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.services.filings import edit_form
from butler_desktop.storage.work import Work
from butler_desktop.ui.kit.line_field import Edit, LineField
from butler_desktop.ui.kit.masked_field import MaskedField
from tests.ui.detail.desk import Desk, commit, compose

NAME = "service.service_name"


def edit_of(desk: Desk, path: str) -> Edit:
    widget = desk.editor(path).widget
    assert isinstance(widget, LineField)
    return widget.edit


def leave(desk: Desk) -> None:
    desk.pane.tabs.bar.setFocus()
    desk.settle()


def test_a_text_being_typed_keeps_its_cursor_while_it_is_saved(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    edit = edit_of(desk, NAME)
    edit.setFocus()
    edit.setText("")
    commit(edit, "云杉 ")
    desk.editor(NAME).widget.commit()
    desk.settle()
    assert desk.value(filing, NAME) == "云杉"
    assert (edit.text(), edit.cursorPosition()) == ("云杉 ", 3)
    leave(desk)
    assert edit.text() == "云杉"


def test_nothing_is_saved_while_an_input_method_composes(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    editor, edit = desk.editor(NAME), edit_of(desk, NAME)
    edit.setFocus()
    edit.selectAll()
    commit(edit, "云")
    compose(edit, "shan")
    editor.widget._rested()
    assert desk.background.is_idle
    commit(edit, "杉")
    editor.widget._rested()
    desk.settle()
    assert desk.value(filing, NAME) == "云杉"


def test_a_colleagues_change_does_not_touch_what_is_being_typed(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    edit = edit_of(desk, NAME)
    edit.setFocus()
    edit.selectAll()
    commit(edit, "我在写")
    desk.colleague(edit_form, filing, {NAME: "周启明写的", "service.domain": "new.example"})
    desk.pane.reload()
    desk.settle()
    assert edit.text() == "我在写"
    assert "周启明" in desk.editor(NAME).widget._note.text()
    assert edit_of(desk, "service.domain").text() == "new.example"
    leave(desk)
    assert desk.value(filing, NAME) == "我在写"


def test_a_value_that_cannot_be_saved_stays_with_its_reason(desk: Desk) -> None:
    filing, other = desk.filing(S.READY_TO_SUBMIT), desk.filing()
    desk.show(filing)
    edit = edit_of(desk, NAME)
    edit.setFocus()
    edit.selectAll()
    commit(edit, "来不及了")
    desk.colleague(_submitted, filing)
    leave(desk)
    assert edit.text() == "来不及了"
    told = desk.editor(NAME).widget._finding
    assert told.isVisible()
    assert desk.value(filing, NAME) == "白露松间企业门户"
    desk.show(other)
    assert not told.isVisible()
    desk.show(filing)
    assert edit.text() == "来不及了"
    desk.editor(NAME).widget.link_clicked.emit("discard")
    desk.settle()
    assert edit.text() == "白露松间企业门户"


def test_a_draft_can_be_saved_again(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    edit = edit_of(desk, NAME)
    edit.setFocus()
    edit.selectAll()
    commit(edit, "再试一次")
    desk.colleague(_moved, filing, S.SUBMITTED)
    leave(desk)
    assert desk.editor(NAME).widget._finding.isVisible()
    desk.colleague(_moved, filing, S.REWORK)
    desk.editor(NAME).widget.link_clicked.emit("retry")
    desk.settle()
    assert desk.value(filing, NAME) == "再试一次"
    assert not desk.editor(NAME).widget._finding.isVisible()


def test_a_personal_number_is_masked_until_it_is_asked_for(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    path = "subject_pic.id_number"
    field, edit = desk.editor(path).widget, edit_of(desk, path)
    number = desk.value(filing, path)
    assert isinstance(field, MaskedField)
    assert edit.text() == f"{number[:4]}**********{number[-4:]}"
    assert edit.isReadOnly()
    desk.qtbot.mouseClick(field._eye, Qt.MouseButton.LeftButton)
    assert edit.text() == number
    assert edit.hasFocus()
    field.clock.timeout.emit()
    assert edit.text() != number


def test_a_revealed_number_can_be_changed(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    path = "subject_pic.mobile"
    field, edit = desk.editor(path).widget, edit_of(desk, path)
    desk.qtbot.mouseClick(field._eye, Qt.MouseButton.LeftButton)
    edit.selectAll()
    desk.qtbot.keyClicks(edit, "13900001111")
    leave(desk)
    assert desk.value(filing, path) == "13900001111"
    field.hide_value()
    assert edit.text() == "139****1111"


def test_another_filing_hides_what_was_revealed(desk: Desk) -> None:
    filing, other = desk.filing(), desk.filing(form="F01")
    desk.show(filing)
    field = desk.editor("subject_pic.mobile").widget
    desk.qtbot.mouseClick(field._eye, Qt.MouseButton.LeftButton)
    desk.show(other)
    assert not field.is_revealed
    assert "****" in edit_of(desk, "subject_pic.mobile").text()


def _moved(work: Work, filing_id: str, state: S) -> None:
    before = work.dossier_of(filing_id)
    moved = replace(before.filing(filing_id), state=state)
    work.save(before, before.with_filing(moved), "filing.advance:submit")


def _submitted(work: Work, filing_id: str) -> None:
    _moved(work, filing_id, S.SUBMITTED)
