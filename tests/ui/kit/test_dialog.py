"""Dialogs: the filled button names the act, a refusal closes nothing, Esc leaves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.buttons import Kind
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.line_field import LineField


@pytest.fixture
def dialog(qtbot: QtBot) -> Dialog:
    made = Dialog("提交到管局", "提交 3 条备案", sentence="提交后不能撤回。")
    made.field = LineField("受理编号")
    made.body.addWidget(made.field)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitExposed(made)
    return made


def test_the_first_field_has_the_keyboard(dialog: Dialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.field.edit.hasFocus)
    qtbot.keyClick(dialog.field.edit, Qt.Key.Key_Tab)
    assert dialog.cancel_button.hasFocus()
    qtbot.keyClick(dialog.cancel_button, Qt.Key.Key_Tab)
    assert dialog.act_button.hasFocus()


def test_the_act_does_not_close_by_itself(dialog: Dialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.acted):
        qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    dialog.strip.show_message("red", "还有 1 条没有确认。")
    assert dialog.strip.isVisible()
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_control_enter_acts_if_the_act_is_allowed(dialog: Dialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.acted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog.set_act("提交 0 条备案", enabled=False)
    with qtbot.assertNotEmitted(dialog.acted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_escape_and_cancel_reject(dialog: Dialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_filled_button_is_the_last(dialog: Dialog, qtbot: QtBot) -> None:
    other = dialog.add_button("只导出")
    qtbot.waitUntil(other.isVisible)
    assert dialog.cancel_button.x() < other.x() < dialog.act_button.x()
    assert dialog.act_button.kind is Kind.FILLED


def test_what_destroys_is_not_inviting(qtbot: QtBot) -> None:
    made = Dialog("作废第 2 版", "作废第 2 版", danger=True)
    qtbot.addWidget(made)
    assert made.act_button.kind is Kind.DANGER
