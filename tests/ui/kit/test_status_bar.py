"""The status bar: facts at both ends; those with a key can be pressed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.status_bar import StatusBar, StatusItem


def parts(bar: StatusBar) -> list[str]:
    found = [part for part in bar.findChildren(QAbstractButton) if part.parent() is bar]
    return [part.accessibleName() for part in sorted(found, key=lambda part: part.x())]


def test_facts_stand_at_both_ends_in_their_order(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.resize(1024, 25)
    bar.show_left([StatusItem("17 条"), StatusItem("1 条超时", "triangle-alert")])
    bar.show_right([StatusItem("共享库 已连接", "database"), StatusItem("缩放 100%")])
    bar.show()
    qtbot.waitExposed(bar)
    assert parts(bar) == ["17 条", "1 条超时", "共享库 已连接", "缩放 100%"]
    bar.show_left([StatusItem("5 条")])
    qtbot.waitUntil(lambda: parts(bar) == ["5 条", "共享库 已连接", "缩放 100%"])


def test_only_a_fact_with_a_key_can_be_reached_and_pressed(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show_left([StatusItem("17 条"), StatusItem("导出 8 / 12", "loader-circle", key="task")])
    bar.show()
    plain, task = (part for part in bar.findChildren(QAbstractButton))
    assert plain.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert task.focusPolicy() is Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(bar.item_clicked) as clicked:
        qtbot.mouseClick(task, Qt.MouseButton.LeftButton)
    assert clicked.args == ["task"]
