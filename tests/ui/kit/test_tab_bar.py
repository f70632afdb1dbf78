"""Tabs: chosen by mouse, arrows or step; counts where they help."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.tab_bar import TabBar


@pytest.fixture
def tabs(qtbot: QtBot) -> TabBar:
    made = TabBar(["备案信息", "材料", "时间线"])
    qtbot.addWidget(made)
    made.resize(500, made.sizeHint().height())
    made.show()
    return made


def test_mouse_arrows_and_steps_choose(tabs: TabBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tabs.chosen) as chosen:
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=QPoint(110, 18))
    assert chosen.args == [1]
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.index() == 2
    tabs.step(1)
    assert tabs.index() == 0
    tabs.step(-1)
    assert tabs.index() == 2


def test_a_press_beside_the_tabs_chooses_nothing(tabs: TabBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tabs.chosen):
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=QPoint(480, 18))


def test_counts_are_read_out_and_the_chosen_tab_stays(tabs: TabBar) -> None:
    tabs.set_index(1)
    tabs.set_count(1, "7/9")
    assert tabs.accessibleName() == "材料 7/9"
    tabs.set_tabs(["备案信息", "材料"], ["", "8/9"])
    assert tabs.index() == 1
    assert tabs.accessibleName() == "材料 8/9"


def test_too_narrow_the_chosen_tab_stays_in_view(tabs: TabBar, qtbot: QtBot) -> None:
    tabs.resize(130, 36)
    tabs.set_index(2)
    with qtbot.assertNotEmitted(tabs.chosen):
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=QPoint(90, 18))
    assert tabs.index() == 2
