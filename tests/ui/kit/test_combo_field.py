"""Choices of one: saved at once."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.combo_field import ComboField

Shown = Callable[[QWidget], QWidget]


def test_a_choice_is_saved_at_once_and_stays(qtbot: QtBot, shown: Shown) -> None:
    field = ComboField("性质", [("company", "企业"), ("person", "个人")])
    shown(field)
    assert field.value() is None
    with qtbot.waitSignal(field.committed):
        qtbot.keyClick(field.combo, Qt.Key.Key_Down)
    assert field.value() == "company"
    field.set_choices([("agency", "机关"), ("company", "企业")])
    assert field.value() == "company"
    field.set_choices([("agency", "机关")])
    assert field.value() is None
