"""Filter chips: set ones can be removed, by the cross or by a key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.filter_chip import FilterChip, FilterState


@pytest.fixture
def chip(qtbot: QtBot) -> FilterChip:
    made = FilterChip("到期：3 天内", FilterState.SET)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def test_the_cross_removes_and_does_not_open(chip: FilterChip, qtbot: QtBot) -> None:
    spot = QPoint(chip.width() - 12, chip.height() // 2)
    with qtbot.waitSignal(chip.removed), qtbot.assertNotEmitted(chip.clicked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=spot)


def test_its_words_open_the_choices(chip: FilterChip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chip.clicked), qtbot.assertNotEmitted(chip.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(15, 13))


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_key_removes_a_set_filter_only(chip: FilterChip, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, key)
    chip.show_filter("到期", FilterState.EMPTY)
    assert chip.state is FilterState.EMPTY
    with qtbot.assertNotEmitted(chip.removed):
        qtbot.keyClick(chip, key)
    assert chip.accessibleName() == "到期"


def test_a_set_filter_needs_more_room_than_an_empty_one(chip: FilterChip) -> None:
    wide = chip.sizeHint().width()
    chip.show_filter("到期：3 天内", FilterState.EMPTY)
    assert chip.sizeHint().width() < wide
    assert chip.sizeHint().height() == 26
