"""Text and links: roles and colours that follow the look, words that are not lost."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.look import Appearance, Look
from butler_desktop.ui.theme import DARK, LIGHT, colour


def ink(text: Text) -> object:
    return text.palette().color(QPalette.ColorRole.WindowText)


def test_words_follow_theme_and_zoom(qtbot: QtBot, worn: Look) -> None:
    text = Text("主办者", Role.META, "text_3")
    qtbot.addWidget(text)
    assert ink(text) == colour(LIGHT.text_3)
    worn.choose(Appearance.DARK)
    assert ink(text) == colour(DARK.text_3)
    worn.set_zoom(1.5)
    assert text.font().pixelSize() == 18
    text.set_ink("red")
    text.set_role(Role.BODY)
    assert ink(text) == colour(DARK.red.text)
    assert text.font().pixelSize() == 20


def test_words_of_a_customer_are_never_markup(qtbot: QtBot) -> None:
    text = Text("<b>云杉</b>")
    qtbot.addWidget(text)
    assert text.textFormat() is Qt.TextFormat.PlainText


def test_elided_words_can_be_read_as_a_whole(qtbot: QtBot) -> None:
    text = Text("杭州云杉智造科技有限公司", elide=True)
    qtbot.addWidget(text)
    assert text.toolTip() == "杭州云杉智造科技有限公司"
    assert text.minimumSizeHint().width() < 40


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_link_is_pressed_by_key(qtbot: QtBot, key: Qt.Key) -> None:
    link = Link("保留并说明")
    qtbot.addWidget(link)
    link.show()
    with qtbot.waitSignal(link.clicked):
        qtbot.keyClick(link, key)
    assert link.accessibleName() == "保留并说明"


def test_a_link_is_pressed_where_it_stands(qtbot: QtBot) -> None:
    link = Link("保留并说明")
    qtbot.addWidget(link)
    link.resize(link.sizeHint())
    link.show()
    with qtbot.waitSignal(link.clicked):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(link.clicked):
        qtbot.mousePress(link, Qt.MouseButton.LeftButton)
        qtbot.mouseRelease(link, Qt.MouseButton.LeftButton, pos=QPoint(500, 500))
