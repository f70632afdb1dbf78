"""The form: saved field by field, never painted over what is typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.services.filings import edit_form
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.field import SAVE_AFTER
from butler_desktop.ui.kit.line_field import Edit, LineField
from tests.ui.detail.desk import Desk, commit

NAME = "service.service_name"
REMARK = "service.service_remark"


def edit_of(desk: Desk, path: str) -> Edit:
    widget = desk.editor(path).widget
    assert isinstance(widget, LineField)
    return widget.edit


def leave(desk: Desk) -> None:
    desk.pane.tabs.bar.setFocus()
    desk.settle()


def test_a_field_is_saved_when_it_is_left(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    edit = edit_of(desk, NAME)
    edit.setFocus()
    edit.selectAll()
    commit(edit, "云杉智造𬭎")
    assert desk.value(filing, NAME) == "白露松间企业门户"
    leave(desk)
    assert desk.value(filing, NAME) == "云杉智造𬭎"
    assert desk.saved(filing).history[0].act == "filing.edit"


def test_text_is_saved_a_second_after_the_last_key(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    edit = edit_of(desk, NAME)
    edit.setFocus()
    with desk.qtbot.waitSignal(desk.background.changed, timeout=SAVE_AFTER + 4000):
        commit(edit, "新")
    desk.settle()
    assert desk.value(filing, NAME).startswith("新")
    assert edit.hasFocus()


def test_a_choice_is_saved_at_once(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    combo = desk.editor("province").widget
    assert isinstance(combo, ComboField)
    combo.combo.setFocus()
    desk.qtbot.keyClick(combo.combo, Qt.Key.Key_Down)
    combo.combo.activated.emit(combo.combo.currentIndex())
    desk.settle()
    assert desk.value(filing, "province") == combo.value() != "110000"


def test_fields_come_and_go_without_moving_the_keyboard(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    path = "subject_pic.is_legal_rep"
    assert desk.form.editor("subject.legal_rep_id_number") is None
    answer = desk.editor(path).widget
    answer.setFocus()
    receiver = answer.focusProxy()
    desk.qtbot.keyClick(receiver, Qt.Key.Key_Right)
    desk.settle()
    assert desk.value(filing, path) is False
    assert desk.editor("subject.legal_rep_id_number").widget.isVisible()
    assert receiver.hasFocus()


def test_records_have_fields_of_their_own(desk: Desk) -> None:
    filing = desk.filing()
    desk.show(filing)
    picks = desk.editor("service.pre_approvals").widget
    picks.open_list()
    keys = list(picks.boxes)
    assert keys[0] == "none"
    picks.boxes["none"].setChecked(False)
    picks.boxes[keys[1]].setChecked(True)
    picks.close_list()
    desk.pane.activateWindow()  # the platform of the tests forgets who was active
    desk.settle()
    assert desk.value(filing, "service.pre_approvals") == (keys[1],)
    detail = f"service.pre_approvals.{keys[1]}.number"
    edit = edit_of(desk, detail)
    edit.setFocus()
    commit(edit, "浙B2-20260001")
    leave(desk)
    assert desk.value(filing, detail) == "浙B2-20260001"


def test_what_is_typed_goes_to_the_filing_it_was_typed_for(desk: Desk) -> None:
    filing, other = desk.filing(), desk.filing(form="F01")
    desk.show(filing)
    edit = edit_of(desk, NAME)
    edit.setFocus()
    edit.selectAll()
    commit(edit, "第一条的名称")
    before = desk.value(other, NAME)
    desk.show(other)
    assert desk.value(filing, NAME) == "第一条的名称"
    assert desk.value(other, NAME) == before == edit.text()


def test_editors_are_reused_from_filing_to_filing(desk: Desk) -> None:
    filing, other = desk.filing(), desk.filing(form="F01")
    desk.show(filing)
    before = desk.editor(NAME)
    desk.show(other)
    assert desk.editor(NAME) is before


def test_a_filing_with_the_authority_can_only_be_read(desk: Desk) -> None:
    desk.show(desk.filing(S.AUTHORITY_REVIEW))
    assert edit_of(desk, NAME).isReadOnly()
    assert not desk.editor("province").widget.combo.isEnabled()
    desk.qtbot.mouseClick(desk.editor("subject_pic.mobile").widget._eye, Qt.MouseButton.LeftButton)
    assert edit_of(desk, "subject_pic.mobile").isReadOnly()


def test_a_finding_stands_under_its_field_and_in_the_heading(desk: Desk) -> None:
    filing = desk.filing()
    with desk.workspace.editing() as work:
        edit_form(work, filing, {"subject_pic.id_number": "110105198208159351"})
    desk.show(filing)
    field = desk.editor("subject_pic.id_number").widget
    assert field._finding.isVisible()
    assert field.focusProxy().accessibleDescription()
    section = desk.form._sections["subject_pic"]
    assert "1" in section._head._status.text()


def test_choices_are_those_of_the_rest_of_the_form(desk: Desk) -> None:
    desk.show(desk.filing())
    combo = desk.editor("subject.certificate_type").widget.combo
    offered = {combo.itemData(row) for row in range(combo.count())}
    assert "business_license" in offered
    assert "passport" not in offered


def test_columns_follow_the_width(desk: Desk) -> None:
    desk.show(desk.filing())
    left, right = (desk.editor(p).widget for p in ("filing_kind", "province"))
    assert left.y() == right.y()
    desk.pane.resize(520, 800)
    desk.qtbot.waitUntil(lambda: left.y() < right.y())
    assert left.width() == right.width() > 400


def test_tab_goes_through_the_fields_in_their_order(desk: Desk) -> None:
    desk.show(desk.filing())
    edit = edit_of(desk, "subject.sponsor_name")
    edit.setFocus()
    desk.qtbot.keyClick(edit, Qt.Key.Key_Tab)
    seen: list[QWidget | None] = [desk.pane.focusWidget()]
    assert seen[0] in desk.editor("subject.certificate_number").widget.findChildren(QWidget)


def test_a_star_marks_what_must_still_be_filled(desk: Desk) -> None:
    filing = desk.filing(form="")
    desk.show(filing)
    assert desk.editor("subject.sponsor_name").widget.label.endswith("*")
    assert not desk.editor("service_code").widget.label.endswith("*")
    edit = edit_of(desk, "subject.sponsor_name")
    edit.setFocus()
    commit(edit, "杭州云杉智造科技有限公司")
    leave(desk)
    assert not desk.editor("subject.sponsor_name").widget.label.endswith("*")


def test_the_heading_says_how_far_and_when_it_was_saved(desk: Desk) -> None:
    filing = desk.filing(form="")
    desk.show(filing)
    status = desk.form._sections["filing"]._head._status
    assert "1/2" in status.text()
    with desk.workspace.editing() as work:
        edit_form(work, filing, {"province": "330000"})
    desk.pane.reload()
    desk.settle()
    assert "2/2" in status.text()
    assert "10:42" in status.text()
