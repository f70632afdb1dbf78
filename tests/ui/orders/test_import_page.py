"""The import page: from a file to orders, by mouse and keyboard."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from butler_desktop.domain.order_import import Judgement
from butler_desktop.ui.orders.import_foot import UNASSIGNED
from butler_desktop.ui.orders.import_steps import CHECK, COLUMNS, FILE, TAKE
from tests.ui.orders.conftest import ORDERS

LEFT = Qt.MouseButton.LeftButton


def click(desk, button):
    assert button.isVisible()
    desk.qtbot.mouseClick(button, LEFT)
    desk.settle()


def key(desk, which, modifiers=Qt.KeyboardModifier.NoModifier):
    desk.qtbot.keyClick(QApplication.focusWidget() or desk.page, which, modifiers)
    desk.settle()


def write(text):
    """Type over what is chosen, as an input method does."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def counts(desk):
    return {str(one): count for one, count in desk.page.check.preview.counts().items()}


def test_the_first_thing_is_to_choose_a_file(desk):
    assert desk.page.step == FILE
    assert desk.page.file.drop.button.hasFocus()
    dialog = desk.page.file.ask()
    with desk.qtbot.waitSignal(dialog.finished):
        dialog.fileSelected.emit(str(ORDERS / "orders.xlsx"))
        dialog.close()
    desk.settle()
    assert desk.page.step == CHECK


def test_a_good_file_is_taken_in_with_two_gestures(desk):
    desk.open("orders.xlsx")
    assert desk.page.foot.act_button.isEnabled()
    assert desk.page.check.filter.index() == 0
    click(desk, desk.page.foot.act_button)
    assert desk.page.step == TAKE
    assert len(desk.numbers()) == 40
    with desk.qtbot.waitSignal(desk.page.done):
        click(desk, desk.page.foot.act_button)
    assert desk.page.step == FILE


def test_in_a_team_it_asks_whose_the_orders_shall_be(desk):
    desk.open("orders.xlsx")
    assert not desk.page.foot.whose.isVisible()
    desk.page.start_again()
    desk.page.ask_whose()
    desk.open("orders.xlsx")
    foot = desk.page.foot
    assert foot.whose.isVisible()
    assert not foot.is_unassigned
    foot.whose.set_index(UNASSIGNED)
    foot.act_button.click()
    desk.settle()
    assert not foot.whose.isVisible()
    with desk.workspace.reading() as work:
        order_id = work.order_id(desk.numbers()[0])
        assert work.dossier(order_id).order.butler == ""


def test_a_file_can_be_dropped(desk):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(ORDERS / "orders-gb18030.csv"))])
    drop, none = desk.page.file.drop, Qt.KeyboardModifier.NoModifier
    copy, spot = Qt.DropAction.CopyAction, drop.rect().center()
    QApplication.sendEvent(drop, QDragEnterEvent(QPoint(spot), copy, data, LEFT, none))
    QApplication.sendEvent(drop, QDropEvent(QPointF(spot), copy, data, LEFT, none))
    desk.settle()
    assert counts(desk) == {"good": 15}


def test_a_damaged_file_is_refused_and_another_can_be_chosen(desk):
    desk.open("orders-damaged.xlsx")
    assert desk.page.step == FILE
    assert "orders-damaged.xlsx 已损坏" in desk.page.file.strip.text()
    desk.open("orders-utf8-bom.csv")
    assert desk.page.step == CHECK
    click(desk, desk.page.foot.back_button)
    click(desk, desk.page.foot.back_button)
    assert not desk.page.file.strip.isVisible()


def test_the_same_file_again_offers_nothing(desk):
    desk.open("orders.xlsx")
    click(desk, desk.page.foot.act_button)
    click(desk, desk.page.result.again_button)
    desk.open("orders.xlsx")
    assert counts(desk) == {"known": 40}
    assert not desk.page.foot.act_button.isEnabled()


def test_faulty_rows_come_first_and_the_rest_can_be_taken(desk):
    desk.open("orders-with-errors.xlsx")
    assert counts(desk) == {"good": 1, "error": 14}
    assert desk.page.check.filter.index() == 1
    assert desk.page.check.list.current_id() == 6
    click(desk, desk.page.foot.act_button)
    assert desk.numbers() == ["2026100801000101"]
    assert desk.page.result.export_button.isVisible()


def test_cures_by_alt_and_digit_go_from_fault_to_fault(desk):
    desk.open("orders-with-errors.xlsx")
    alt = Qt.KeyboardModifier.AltModifier
    here = desk.page.check.list.current_id
    key(desk, Qt.Key.Key_0, alt)
    assert here() == 7
    key(desk, Qt.Key.Key_1, alt)
    assert here() == 8
    assert desk.page.check.preview.row(7).judgement is Judgement.GOOD
    assert desk.page.check.preview.row(6).judgement is Judgement.LEFT_OUT
    key(desk, Qt.Key.Key_9, alt)
    assert here() == 8
    for _ in range(13):
        key(desk, Qt.Key.Key_0, alt)
    assert counts(desk) == {"good": 2, "left_out": 13}


def test_a_cell_is_put_right_in_place_by_typing(desk):
    desk.open("orders-with-errors.xlsx")
    check = desk.page.check
    while check.list.current_id() != 11:
        key(desk, Qt.Key.Key_F8)
    assert check.fix.fields["paid"].edit.hasFocus()
    write("550")
    key(desk, Qt.Key.Key_Return)
    assert check.preview.row(11).judgement is Judgement.GOOD
    assert check.list.current_id() == 12
    key(desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_what_was_typed_is_kept_when_the_row_is_left_by_key(desk):
    desk.open("orders-with-errors.xlsx")
    check = desk.page.check
    while check.list.current_id() != 13:
        key(desk, Qt.Key.Key_F8)
    write("13812345678")
    key(desk, Qt.Key.Key_F8)
    assert check.preview.row(13).judgement is Judgement.GOOD
    assert check.list.current_id() == 14
    assert all(row.judgement is Judgement.ERROR for row in check.preview.rows[9:])


def test_walking_through_the_faults_changes_nothing(desk):
    desk.open("orders-with-errors.xlsx")
    check = desk.page.check
    before = check.preview
    for _ in range(16):
        key(desk, Qt.Key.Key_F8)
    for _ in range(3):
        key(desk, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert check.preview is before
    assert not check.undo_button.isEnabled()
    assert check.list.current_id() == 19


def test_corrections_can_be_taken_back_one_by_one(desk):
    desk.open("orders-with-errors.xlsx")
    check = desk.page.check
    check.fix.apply_cure(0)
    check.fix.apply_cure(1)
    assert counts(desk) == {"good": 2, "error": 12, "left_out": 1}
    click(desk, check.undo_button)
    assert counts(desk) == {"good": 1, "error": 13, "left_out": 1}
    click(desk, check.undo_button)
    assert counts(desk) == {"good": 1, "error": 14}
    assert check.list.current_id() == 6
    assert not check.undo_button.isEnabled()


def test_the_filter_counts_add_up_and_keep_a_corrected_row_in_view(desk):
    desk.open("orders-with-errors.xlsx")
    check = desk.page.check
    check.filter.choose(0)
    assert len(check.model.ids()) == 15
    check.filter.choose(4)
    assert list(check.model.ids()) == [5]
    check.filter.choose(1)
    assert 5 in check.model.ids()
    assert check.list.current_id() == 6
    check.fix.apply_cure(0)
    assert 6 in check.model.ids()
    check.filter.choose(5)
    assert list(check.model.ids()) == [6]
    click(desk, check.undo_button)
    assert len(check.model.ids()) == 15


def test_a_table_with_other_titles_is_matched_by_hand(desk, tmp_path):
    text = (ORDERS / "orders-utf8-bom.csv").read_text(encoding="utf-8-sig")
    path = tmp_path / "other.csv"
    path.write_text(text.replace("联系人", "经办", 1), encoding="utf-8")
    desk.page.open_file(path)
    desk.settle()
    page = desk.page
    assert page.step == COLUMNS
    assert not page.foot.act_button.isEnabled()
    combo = page.columns.fields["contact_name"].combo
    combo.setCurrentIndex(combo.findText("经办", Qt.MatchFlag.MatchStartsWith))
    combo.activated.emit(combo.currentIndex())
    click(desk, page.foot.act_button)
    assert page.step == CHECK
    assert counts(desk) == {"good": 15}
    page.start_again()
    page.open_file(path)
    desk.settle()
    assert page.step == CHECK  # what it was called is known now
    click(desk, page.foot.back_button)
    assert page.columns.forget.isVisible()
    assert "经办" in page.columns._learnt.text()
    page.columns.forget.clicked.emit()
    desk.settle()
    assert page.step == COLUMNS
    assert not page.columns.forget.isVisible()
    assert not page.foot.act_button.isEnabled()


def test_the_examples_beside_the_columns_are_masked(desk):
    desk.open("orders-utf8-bom.csv")
    click(desk, desk.page.foot.back_button)
    shown = [field.combo.currentText() for field in desk.page.columns.fields.values()]
    assert "联系电话 ・ 186****9889" in shown
    assert not any("18645479889" in text or "contact16@" in text for text in shown)


def test_faulty_rows_are_exported_with_their_reasons(desk, tmp_path):
    desk.open("orders-with-errors.xlsx")
    path = tmp_path / "rows.csv"
    dialog = desk.page.ask_export()
    with desk.qtbot.waitSignal(dialog.finished):
        dialog.fileSelected.emit(str(path))
        dialog.close()
    desk.settle()
    assert "与第 5 行订单号重复" in path.read_text(encoding="utf-8-sig")
    assert desk.page.strip.isVisible()
    desk.page.export(Path(tmp_path / "none" / "rows.csv"))
    desk.settle()
    assert "写不了" in desk.page.strip.text()


def test_cancelling_an_import_takes_nothing_and_keeps_the_rows(desk):
    desk.open("orders.xlsx")
    gate = Event()
    desk.background.run(desk.page, lambda _workspace: gate.wait(timeout=20))
    desk.page.foot.act_button.click()
    assert desk.page.step == TAKE
    desk.page.result.cancel_button.click()
    gate.set()
    desk.settle()
    assert desk.page.step == CHECK
    assert desk.numbers() == []
    assert "已取消" in desk.page.strip.text()
    click(desk, desk.page.foot.act_button)
    assert len(desk.numbers()) == 40


def test_leaving_forgets_the_file(desk):
    desk.open("orders.xlsx")
    with desk.qtbot.waitSignal(desk.page.done):
        click(desk, desk.page.foot.cancel_button)
    assert desk.page.step == FILE
    assert desk.page.status == ""


def test_leaving_while_a_file_is_read_does_not_come_back(desk):
    desk.page.open_file(ORDERS / "orders.xlsx")
    desk.page.foot.cancel_button.click()
    desk.settle()
    assert desk.page.step == FILE


@pytest.mark.parametrize("name", ["orders.xlsx", "orders-with-errors.xlsx"])
def test_every_row_is_a_sentence_for_readers(desk, name):
    desk.open(name)
    model = desk.page.check.model
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    desk.qtbot.waitUntil(lambda: bool(model.value_at(0)))
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("5，")
    assert "可导入" in spoken
