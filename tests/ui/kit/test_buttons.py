"""Buttons: how loud they are, their keys, and room for their words at each zoom."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.buttons import Button, Kind, Size, shown_keys
from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.look import Look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import LIGHT

Colours = Callable[[QWidget], set[str]]


def test_a_filled_button_is_filled_and_a_plain_one_is_not(qtbot: QtBot, colours: Colours) -> None:
    button = Button("导出 PDF", Kind.FILLED)
    qtbot.addWidget(button)
    assert LIGHT.accent_fill in colours(button)
    button.set_kind(Kind.PLAIN)
    assert LIGHT.accent_fill not in colours(button)
    assert LIGHT.border_strong in colours(button)


def test_a_disabled_filled_button_is_not_filled(qtbot: QtBot, colours: Colours) -> None:
    button = Button("导出 PDF", Kind.FILLED)
    qtbot.addWidget(button)
    button.setEnabled(False)
    assert LIGHT.accent_fill not in colours(button)


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", list(Size))
def test_words_icon_and_shortcut_have_room(
    zoom: float, size: Size, worn: Look, qtbot: QtBot
) -> None:
    worn.set_zoom(zoom)
    button = Button("通过", icon="check", shortcut="Ctrl+Return", size=size)
    qtbot.addWidget(button)
    bare = Button("通过", size=size)
    qtbot.addWidget(bare)
    keys = paint.width_of(Role.META, "Ctrl ↵")
    assert button.sizeHint().width() >= bare.sizeHint().width() + keys + size.icon
    assert button.sizeHint().height() == size.height >= px(24)


def test_enter_and_space_press_it(qtbot: QtBot) -> None:
    button = Button("通过")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_what_it_says_is_its_accessible_name(qtbot: QtBot) -> None:
    button = Button("通过")
    qtbot.addWidget(button)
    button.set_words("催收 4 项材料", "Ctrl+Return")
    assert button.accessibleName() == "催收 4 项材料"


@pytest.mark.parametrize(
    ("keys", "shown"),
    [("Ctrl+Return", "Ctrl ↵"), ("Esc", "Esc"), ("Shift+F8", "Shift F8"), ("", "")],
)
def test_shortcuts_as_they_are_shown(keys: str, shown: str) -> None:
    assert shown_keys(keys) == shown


def test_an_icon_button_has_a_name_a_tooltip_and_a_target_of_28(qtbot: QtBot) -> None:
    button = IconButton("maximize-2", "专注", shortcut="F11")
    qtbot.addWidget(button)
    assert button.accessibleName() == "专注"
    assert button.toolTip() == "专注  F11"
    assert button.sizeHint().width() == button.sizeHint().height() == 28


def test_the_dot_of_news_is_red(qtbot: QtBot, colours: Colours) -> None:
    button = IconButton("bell", "通知")
    qtbot.addWidget(button)
    button.set_mark(True)
    assert LIGHT.red.text in colours(button)


def test_the_focus_ring_can_be_seen(qtbot: QtBot, colours: Colours) -> None:
    for button in (Button("通过"), IconButton("bell", "通知")):
        qtbot.addWidget(button)
        button.show()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(button.hasFocus)
        assert LIGHT.focus in colours(button)
