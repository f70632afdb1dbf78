"""Empty places: one sentence, at most one button."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.empty_state import EmptyState


def test_the_one_button_acts_and_may_be_missing(qtbot: QtBot) -> None:
    state = EmptyState("没有待客户确认的备案。", "清除筛选")
    qtbot.addWidget(state)
    state.resize(600, 400)
    state.show()
    with qtbot.waitSignal(state.acted):
        qtbot.mouseClick(state.button, Qt.MouseButton.LeftButton)
    state.show_words("生成确认包后会出现在这里。")
    assert state.button.isHidden()
    assert state.accessibleName() == "生成确认包后会出现在这里。"
