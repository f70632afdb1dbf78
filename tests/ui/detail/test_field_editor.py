"""Editors: what is typed is saved when it is settled, and never painted over."""

from dataclasses import replace

from PySide6.QtCore import Qt

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.errors import Refused
from butler_desktop.services.filings import edit_form
from butler_desktop.storage.work import Work
from butler_desktop.ui.kit.line_field import Edit, LineField
from butler_desktop.ui.kit.masked_field import MaskedField
from butler_desktop.words import Words
from tests.ui.detail.desk import Desk, commit, compose

NAME = "service.service_name"


def edit_of(desk: Desk, path: str) -> Edit:
    widget = desk.editor(path).widget
    assert isinstance(widget, LineField)
    return widget.edit


def leave(desk: Desk) -> None:
    desk.pane.tabs.bar.setFocus()
    desk.settle()


def links_of(desk: Desk, path: str) -> list[str]:
    return [link.text() for link in desk.editor(path).widget._finding._links]


def clashing(desk: Desk) -> str:
    """A filing whose name was typed here and saved by a colleague meanwhile."""
    filing = desk.filing()
    desk.show(filing)
    edit = edit_of(desk, NAME)
    edit.setFocus()
    edit.selectAll()
    commit(edit, "我写白露松间")
    desk.colleague(edit_form, filing, {NAME: "白露松间他写的"})
    leave(desk)
    return filing


def reveal(desk: Desk, path: str) -> None:
    field = desk.editor(path).widget
    assert isinstance(field, MaskedField)
    desk.qtbot.mouseClick(field._eye, Qt.MouseButton.LeftButton)
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
    commit(edit, "我写白露松间")
    desk.colleague(edit_form, filing, {NAME: "白露松间他写的", "service.domain": "new.example"})
    desk.pane.reload()
    desk.settle()
    assert edit.text() == "我写白露松间"
    note = desk.editor(NAME).widget._note
    assert note.isVisible()
    assert note.y() > edit.y()
    assert "周启明" in note.text()
    assert "10:44" in note.text()
    assert edit_of(desk, "service.domain").text() == "new.example"
    leave(desk)
    assert desk.value(filing, NAME) == "白露松间他写的"
    assert edit.text() == "我写白露松间"


def test_both_values_are_shown_with_who_and_when(desk: Desk) -> None:
    filing = clashing(desk)
    told = desk.editor(NAME).widget._finding._words.text()
    for part in ("周启明", "10:44", "白露松间他写的", "我写白露松间"):
        assert part in told
    assert links_of(desk, NAME) == ["Use mine", "Use theirs"]
    assert desk.pane.tabs.bar.hasFocus()
    assert desk.value(filing, NAME) == "白露松间他写的"


def test_mine_is_written_over_theirs_on_request(desk: Desk) -> None:
    filing = clashing(desk)
    desk.editor(NAME).widget.link_clicked.emit("mine")
    desk.settle()
    assert desk.value(filing, NAME) == "我写白露松间"
    assert not desk.editor(NAME).widget._finding.isVisible()
    assert desk.form._saving.drafts.of(filing) == {}


def test_theirs_stays_on_request(desk: Desk) -> None:
    filing = clashing(desk)
    desk.editor(NAME).widget.link_clicked.emit("theirs")
    desk.settle()
    assert edit_of(desk, NAME).text() == "白露松间他写的"
    assert not desk.editor(NAME).widget._finding.isVisible()
    assert desk.form._saving.drafts.of(filing) == {}


def test_a_third_value_is_asked_about_again(desk: Desk) -> None:
    filing = clashing(desk)
    desk.colleague(edit_form, filing, {NAME: "又改了"})
    desk.editor(NAME).widget.link_clicked.emit("mine")
    desk.settle()
    assert desk.value(filing, NAME) == "又改了"
    assert "又改了" in desk.editor(NAME).widget._finding._words.text()
    desk.editor(NAME).widget.link_clicked.emit("mine")
    desk.settle()
    assert desk.value(filing, NAME) == "我写白露松间"


def test_typing_on_in_a_clash_keeps_asking(desk: Desk) -> None:
    filing = clashing(desk)
    edit = edit_of(desk, NAME)
    edit.setFocus()
    commit(edit, "二")
    leave(desk)
    assert "二" in desk.editor(NAME).widget._finding._words.text()
    assert desk.value(filing, NAME) == "白露松间他写的"


def test_the_same_value_from_both_needs_no_answer(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    edit = edit_of(desk, NAME)
    edit.setFocus()
    edit.selectAll()
    commit(edit, "云杉")
    desk.colleague(edit_form, filing, {NAME: "云杉"})
    leave(desk)
    assert not desk.editor(NAME).widget._finding.isVisible()
    assert desk.form._saving.drafts.of(filing) == {}


def test_another_field_of_the_colleague_is_repainted_and_nothing_moves(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    desk.form.go_to("access.access_provider")
    scroll = desk.form.verticalScrollBar()
    assert scroll.value() > 0
    before, focus = scroll.value(), desk.pane.focusWidget()
    desk.colleague(edit_form, filing, {"subject.trade_name": None, "province": "330000"})
    desk.pane.reload()
    desk.settle()
    assert desk.editor("province").widget.value() == "330000"
    assert scroll.value() == before
    assert desk.pane.focusWidget() is focus


def test_a_choice_of_both_is_asked_about_in_words(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    combo = desk.editor("province").widget
    desk.colleague(edit_form, filing, {"province": "330000"})
    combo.combo.setCurrentIndex(combo.combo.findData("420000"))
    combo.combo.activated.emit(combo.combo.currentIndex())
    desk.settle()
    told = desk.editor("province").widget._finding._words.text()
    assert "浙江" in told
    assert "湖北" in told
    assert desk.value(filing, "province") == "330000"
    desk.editor("province").widget.link_clicked.emit("mine")
    desk.settle()
    assert desk.value(filing, "province") == "420000"


def test_one_s_own_quick_saves_do_not_clash_with_each_other(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    edit = edit_of(desk, NAME)
    edit.setFocus()
    edit.selectAll()
    for letter in "白露松间":
        commit(edit, letter)
        desk.editor(NAME).widget.commit()
    desk.settle()
    assert desk.value(filing, NAME) == "白露松间"
    assert not desk.editor(NAME).widget._finding.isVisible()
    assert desk.form._saving.drafts.of(filing) == {}


def test_a_value_that_cannot_be_saved_stays_with_its_reason(desk: Desk) -> None:
    filing, other = desk.filing(S.READY_TO_SUBMIT), desk.filing(form="F01")
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
    commit(edit, "再试白露松间")
    desk.colleague(_moved, filing, S.SUBMITTED)
    leave(desk)
    assert desk.editor(NAME).widget._finding.isVisible()
    desk.colleague(_moved, filing, S.REWORK)
    desk.editor(NAME).widget.link_clicked.emit("save")
    desk.settle()
    assert desk.value(filing, NAME) == "再试白露松间"
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
    reveal(desk, path)
    assert edit.text() == number
    assert edit.hasFocus()
    field.clock.timeout.emit()
    assert edit.text() != number


def test_a_revealed_number_can_be_changed(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    path = "subject_pic.mobile"
    field, edit = desk.editor(path).widget, edit_of(desk, path)
    reveal(desk, path)
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
    reveal(desk, "subject_pic.mobile")
    desk.show(other)
    assert not field.is_revealed
    assert "****" in edit_of(desk, "subject_pic.mobile").text()


def test_each_reveal_is_on_record(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    reveal(desk, "subject_pic.mobile")
    last = desk.saved(filing).history[0]
    assert (last.act, last.actor) == ("filing.reveal:subject_pic.mobile", "林晓雯")
    assert desk.pane.view is not None
    assert desk.pane.view.history[0].act == last.act
    assert desk.editor("subject_pic.mobile").widget.is_revealed


def test_a_number_stays_masked_where_its_event_cannot_be_written(desk: Desk, monkeypatch) -> None:
    filing = desk.filing()
    desk.show(filing)

    def refused(*_args: object) -> None:
        raise Refused(Words("您的权限不允许这一步。", "Your role does not allow this."))

    monkeypatch.setattr(Work, "note", refused)
    reveal(desk, "subject_pic.mobile")
    field = desk.editor("subject_pic.mobile").widget
    assert not field.is_revealed
    assert "****" in field.edit.text()
    assert "不允许" in field._finding._words.text()


def test_a_reveal_that_comes_late_is_not_shown_in_another_filing(desk: Desk) -> None:
    filing, other = desk.filing(), desk.filing(form="F01")
    desk.show(filing)
    field = desk.editor("subject_pic.mobile").widget
    desk.qtbot.mouseClick(field._eye, Qt.MouseButton.LeftButton)
    desk.editor("subject_pic.mobile")._state = replace(
        desk.editor("subject_pic.mobile")._state, filing_id=other
    )
    desk.settle()
    assert not field.is_revealed


def _moved(work: Work, filing_id: str, state: S) -> None:
    before = work.dossier_of(filing_id)
    moved = replace(before.filing(filing_id), state=state)
    work.save(before, before.with_filing(moved), "filing.advance:submit")


def _submitted(work: Work, filing_id: str) -> None:
    _moved(work, filing_id, S.SUBMITTED)
