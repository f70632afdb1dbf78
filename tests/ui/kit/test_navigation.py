"""The navigation: places, counts that warn, own filters, collapsing, keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.domain.stage import Stage
from butler_desktop.ui.kit.nav_button import NavButton, NavEntry
from butler_desktop.ui.kit.navigation import Navigation
from butler_desktop.ui.look import Look
from butler_desktop.ui.theme import LIGHT

PLACES = (
    NavEntry("today", "今日", "sun"),
    NavEntry("queue", "备案队列", "list-checks"),
    NavEntry("mine", "我的待办", "user", level=1),
    NavEntry("review", "待初审", stage=Stage.REVIEW, level=1),
)


@pytest.fixture
def navigation(qtbot: QtBot) -> Navigation:
    made = Navigation()
    made.set_entries(PLACES, [NavEntry("settings", "设置", "settings")])
    made.set_own_filters([NavEntry("own", "含前置审批", "bookmark")])
    qtbot.addWidget(made)
    made.resize(made.sizeHint().width(), 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def button(navigation: Navigation, key: str) -> NavButton:
    return next(b for b in navigation.findChildren(NavButton) if b.entry.key == key)


def test_pressing_a_place_goes_there(navigation: Navigation, qtbot: QtBot) -> None:
    with qtbot.waitSignal(navigation.chosen) as chosen:
        qtbot.mouseClick(button(navigation, "mine"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["mine"]
    assert navigation.key() == "mine"
    assert button(navigation, "mine").isChecked()
    assert not button(navigation, "today").isChecked()


def test_arrows_walk_and_enter_goes(navigation: Navigation, qtbot: QtBot) -> None:
    button(navigation, "today").setFocus()
    qtbot.waitUntil(button(navigation, "today").hasFocus)
    qtbot.keyClick(button(navigation, "today"), Qt.Key.Key_Up)
    assert button(navigation, "settings").hasFocus()
    qtbot.keyClick(button(navigation, "settings"), Qt.Key.Key_Down)
    qtbot.keyClick(button(navigation, "today"), Qt.Key.Key_Down)
    with qtbot.waitSignal(navigation.chosen) as chosen:
        qtbot.keyClick(button(navigation, "queue"), Qt.Key.Key_Return)
    assert chosen.args == ["queue"]


def test_a_count_warns_before_the_total_and_stays_at_nought(
    navigation: Navigation, colours: Callable[[QWidget], set[str]]
) -> None:
    navigation.set_counts({"mine": (17, 1), "review": (0, 0)})
    assert LIGHT.red.text in colours(button(navigation, "mine"))
    assert "17" in button(navigation, "mine").accessibleName()
    assert button(navigation, "review").accessibleName().endswith("0")
    assert button(navigation, "today").accessibleName() == "今日"


def test_counts_move_nothing(navigation: Navigation) -> None:
    navigation.select("mine")
    before = button(navigation, "review").pos()
    navigation.set_counts({"mine": (1, 0), "review": (12345, 67)})
    assert button(navigation, "review").pos() == before
    assert navigation.key() == "mine"


def test_collapsed_it_shows_icons_and_marks_the_place_above(navigation: Navigation) -> None:
    navigation.select("mine")
    navigation.set_collapsed(True)
    assert navigation.sizeHint().width() == 48
    assert not button(navigation, "mine").isVisible()
    assert not button(navigation, "own").isVisible()
    assert button(navigation, "queue").isChecked()
    assert button(navigation, "queue").toolTip() == "备案队列"
    navigation.set_collapsed(False)
    assert navigation.sizeHint().width() == 208
    assert button(navigation, "mine").isVisible()
    assert not button(navigation, "queue").isChecked()


def test_own_filters_can_be_changed_and_added(navigation: Navigation, qtbot: QtBot) -> None:
    with qtbot.waitSignal(navigation.menu_wanted) as wanted:
        button(navigation, "own").customContextMenuRequested.emit(QPoint(3, 3))
    assert wanted.args is not None
    assert wanted.args[0] == "own"
    navigation.set_own_filters([])
    assert "own" not in {b.entry.key for b in navigation.findChildren(NavButton) if b.isVisible()}


def test_at_200_percent_it_is_twice_as_wide(navigation: Navigation, worn: Look) -> None:
    worn.set_zoom(2.0)
    assert navigation.sizeHint().width() == 416
    assert button(navigation, "mine").sizeHint().height() == 56
