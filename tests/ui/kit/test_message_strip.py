"""Message strips: a sentence with its cure, gone when it is closed or cleared."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.theme import LIGHT


@pytest.fixture
def strip(qtbot: QtBot) -> MessageStrip:
    made = MessageStrip()
    qtbot.addWidget(made)
    made.resize(600, 60)
    return made


def test_it_is_hidden_until_there_is_something_to_say(strip: MessageStrip) -> None:
    assert strip.isHidden()
    strip.show_message("amber", "离线：3 项待同步")
    assert strip.isVisible()
    assert strip.accessibleName() == "离线：3 项待同步"
    strip.clear()
    assert strip.isHidden()


@pytest.mark.parametrize("level", ["red", "amber", "blue", "green"])
def test_it_wears_its_level(
    strip: MessageStrip, level: str, colours: Callable[[QWidget], set[str]]
) -> None:
    strip.show_message(level, "证件已过期 108 天。", title="已过期。")
    assert {LIGHT.tint(level).ground, LIGHT.tint(level).text} <= colours(strip)
    assert strip.accessibleName() == "已过期。证件已过期 108 天。"


def test_the_cures_act(strip: MessageStrip, qtbot: QtBot) -> None:
    strip.show_message("red", "证件已过期", (("ask", "请客户重拍"), ("replace", "替换文件")))
    button = strip.cures()[1]
    with qtbot.waitSignal(strip.acted) as acted:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert acted.args == ["replace"]


def test_a_newer_message_takes_the_place_of_the_older_one(strip: MessageStrip) -> None:
    strip.show_message("red", "一", (("a", "甲"),))
    strip.show_message("blue", "二")
    assert strip.text() == "二"
    assert strip.cures() == []


def test_a_button_stays_while_the_figures_run(strip: MessageStrip) -> None:
    strip.show_message("blue", "1 / 9", (("cancel", "取消"),))
    button = strip.cures()[0]
    strip.show_message("blue", "2 / 9", (("cancel", "取消"),))
    assert strip.text() == "2 / 9"
    assert strip.cures() == [button]


def test_only_a_closable_strip_can_be_closed(strip: MessageStrip, qtbot: QtBot) -> None:
    close = strip.findChild(IconButton)
    strip.show_message("red", "证件已过期")
    assert close.isHidden()
    strip.show_message("blue", "已导入 116 行", closable=True)
    with qtbot.waitSignal(strip.closed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert strip.isHidden()


def test_a_long_sentence_makes_it_higher(strip: MessageStrip) -> None:
    strip.show_message("blue", "短")
    low = strip.sizeHint().height()
    strip.show_message("blue", "改动只在本次导入中生效，原文件不变。" * 8)
    strip.resize(300, 60)
    assert strip.minimumSizeHint().height() > low
