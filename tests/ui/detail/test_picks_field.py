"""Many known values: one list, one act, however many ticks."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from butler_desktop.ui.detail.picks_field import PicksField

CHOICES = [("zh", "中文"), ("en", "英语"), ("ja", "日语")]


@pytest.fixture
def field(qtbot: QtBot) -> PicksField:
    made = PicksField("语言类别", CHOICES)
    qtbot.addWidget(made)
    made.show()
    made.set_value(("en",))
    return made


def test_it_shows_the_words_of_what_is_chosen(field: PicksField) -> None:
    assert field.value() == ("en",)
    assert field._box.text() == "英语"


def test_picking_several_is_one_commit(field: PicksField, qtbot: QtBot) -> None:
    heard: list[object] = []
    field.committed.connect(lambda: heard.append(field.value()))
    qtbot.keyClick(field._box, Qt.Key.Key_Down)
    assert set(field.boxes) == {"zh", "en", "ja"}
    field.boxes["zh"].click()
    field.boxes["ja"].click()
    assert heard == []
    field.close_list()
    assert heard == [("zh", "en", "ja")]


def test_closing_without_a_change_commits_nothing(field: PicksField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.committed):
        field.open_list()
        qtbot.keyClick(field._list, Qt.Key.Key_Escape)
    assert field.value() == ("en",)


def test_the_keyboard_walks_the_list(field: PicksField, qtbot: QtBot) -> None:
    field.open_list()
    shown = field._list
    assert shown is not None
    shown.activateWindow()
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert not field.boxes


def test_a_value_that_is_offered_no_more_is_kept(field: PicksField) -> None:
    field.set_value(("old", "en"))
    field.open_list()
    field.boxes["zh"].click()
    field.close_list()
    assert field.value() == ("zh", "en", "old")
