"""The next action: one filled button that names its act, and red only when overdue."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.due import DueCase, DueText
from butler_desktop.ui.kit.next_action import NextAction
from butler_desktop.ui.theme import LIGHT


@pytest.fixture
def panel(qtbot: QtBot) -> NextAction:
    made = NextAction()
    qtbot.addWidget(made)
    made.resize(600, made.sizeHint().height())
    made.show()
    return made


def test_a_button_without_words_is_not_there(panel: NextAction) -> None:
    panel.show_buttons("初审通过，生成确认包", second="退回补材料")
    assert panel.filled_button.isVisible()
    assert panel.second_button.isVisible()
    panel.show_buttons()
    assert not panel.filled_button.isVisible()
    assert not panel.second_button.isVisible()


def test_the_buttons_act(panel: NextAction, qtbot: QtBot) -> None:
    panel.show_buttons("通过", second="退回")
    with qtbot.waitSignal(panel.acted):
        qtbot.mouseClick(panel.filled_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.second_acted):
        qtbot.mouseClick(panel.second_button, Qt.MouseButton.LeftButton)


def test_only_what_is_overdue_is_framed_in_red(
    panel: NextAction, colours: Callable[[QWidget], set[str]]
) -> None:
    panel.show_words("首次联系", "10:08 购买", DueText(DueCase.SOON, "剩 4 分"))
    assert LIGHT.red.text not in colours(panel)
    panel.show_words("首次联系", "10:08 购买", DueText(DueCase.OVERDUE, "超 4 分"))
    image = panel.grab().toImage()
    assert image.pixelColor(300, 0).name().upper() == LIGHT.red.text


def test_it_is_read_out_and_as_high_as_designed(panel: NextAction) -> None:
    panel.show_words("初审", "材料齐全")
    assert "初审" in panel.accessibleName()
    assert panel.sizeHint().height() == 62  # 60 between its lines


def test_both_buttons_fit_beside_the_words_of_the_usual_pane(panel: NextAction) -> None:
    panel.resize(570, 62)
    panel.show_words("初审", "材料齐全", DueText(DueCase.LATER, "今天 14:47 前 ・ 剩 4 时 05 分"))
    panel.show_buttons("初审通过，生成确认包", second="退回补材料")
    assert panel.second_button.isVisible()
    panel.resize(400, 62)
    assert panel.filled_button.isVisible()
    assert not panel.second_button.isVisible()
