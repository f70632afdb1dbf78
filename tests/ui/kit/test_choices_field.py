"""Choices of several."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.choices_field import ChoicesField

Shown = Callable[[QWidget], QWidget]


def test_several_choices_keep_their_order(qtbot: QtBot, shown: Shown) -> None:
    field = ChoicesField("服务", [("a", "甲"), ("b", "乙"), ("c", "丙")])
    shown(field)
    field.set_value(("c", "a"))
    assert field.value() == ("a", "c")
    with qtbot.waitSignal(field.committed):
        qtbot.keyClick(field.focusProxy(), Qt.Key.Key_Space)
    assert field.value() == ("c",)
    field.set_choices([("c", "丙"), ("d", "丁")])
    assert field.value() == ("c",)
