"""Check boxes and radio buttons: what is on is filled, and all of it can be pressed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.check_box import CheckBox, RadioButton
from butler_desktop.ui.look import Appearance, Look
from butler_desktop.ui.theme import DARK, LIGHT

Colours = Callable[[QWidget], set[str]]


@pytest.fixture(params=[CheckBox, RadioButton])
def box(request: pytest.FixtureRequest, qtbot: QtBot) -> CheckBox | RadioButton:
    made: CheckBox | RadioButton = request.param("约定回电")
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def test_what_is_on_is_filled_with_the_accent(
    box: CheckBox | RadioButton, colours: Colours, worn: Look
) -> None:
    box.clearFocus()
    assert LIGHT.accent_fill not in colours(box)
    box.setChecked(True)
    assert LIGHT.accent_fill in colours(box)
    worn.choose(Appearance.DARK)
    assert DARK.accent_fill in colours(box)
    box.setEnabled(False)
    assert DARK.accent_fill not in colours(box)


def test_the_words_can_be_pressed_too(box: CheckBox | RadioButton, qtbot: QtBot) -> None:
    spot = QPoint(box.width() - 12, box.height() // 2)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=spot)
    assert box.isChecked()
    assert box.accessibleName() == "约定回电"
    assert box.sizeHint().height() >= 24


def test_a_part_is_told_from_the_whole(qtbot: QtBot) -> None:
    box = CheckBox()
    qtbot.addWidget(box)
    box.setTristate(True)
    box.setCheckState(Qt.CheckState.PartiallyChecked)
    part = box.grab().toImage()
    box.setCheckState(Qt.CheckState.Checked)
    assert part != box.grab().toImage()


def test_the_focus_ring_can_be_seen(
    box: CheckBox | RadioButton, qtbot: QtBot, colours: Colours
) -> None:
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    assert LIGHT.focus in colours(box)
