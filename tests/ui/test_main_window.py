"""The main window: places and the way between them, keys, areas, and what its bars say."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.logs import CrashReports
from butler_desktop.storage.rulebook import load_rulebook
from butler_desktop.ui.failures import Failures
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.buttons import Button
from butler_desktop.ui.kit.splitter import Splitter
from butler_desktop.ui.look import Look
from butler_desktop.ui.main_window import MainWindow
from butler_desktop.ui.places import ORDERS, SETTINGS
from tests.builders import NOW, Clock

KEY, CONTROL, SHIFT, ALT = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class TwoPanes(QWidget):
    """A page of a list and a detail."""

    def __init__(self) -> None:
        super().__init__()
        self.list, self.detail = QLineEdit(), QLineEdit()
        self.splitter = Splitter()
        for field in (self.list, self.detail):
            pane = QWidget()
            VBox(pane).addWidget(field)
            self.splitter.addWidget(pane)
        VBox(self).addWidget(self.splitter)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[MainWindow]:
    made = MainWindow(Failures(CrashReports(tmp_path)), clock)
    made.resize(1440, 900)
    made.panes = TwoPanes()
    made.place_chosen.connect(lambda _key: made.show_page(made.panes))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()
    shiboken6.delete(made)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    wanted = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        wanted |= modifier
    qtbot.keyClick(window.focusWidget() or window, key, wanted)


def test_the_way_between_places_goes_back_and_forward(qtbot: QtBot, window: MainWindow) -> None:
    window.go(ORDERS)
    window.go("queue:review")
    window.go("queue:review")  # the same place is no step
    assert window.top.back_button.isEnabled()
    press(qtbot, window, KEY.Key_Left, ALT)
    assert window.place == ORDERS
    assert window.navigation.key() == ORDERS
    assert not window.top.back_button.isEnabled()
    qtbot.mouseClick(window.top.forward_button, Qt.MouseButton.LeftButton)
    assert window.place == "queue:review"
    press(qtbot, window, KEY.Key_Left, ALT)
    window.go(SETTINGS)  # what lay ahead is forgotten
    assert not window.top.forward_button.isEnabled()


@pytest.mark.parametrize(
    ("key", "place"),
    [(KEY.Key_2, ORDERS), (KEY.Key_3, "queue:all"), (KEY.Key_Comma, SETTINGS)],
)
def test_keys_lead_to_places(qtbot: QtBot, window: MainWindow, key: Qt.Key, place: str) -> None:
    press(qtbot, window, key, CONTROL)
    assert window.place == place


def test_the_name_leads_to_the_settings(qtbot: QtBot, window: MainWindow) -> None:
    window.top.user.show_name("林晓雯")
    qtbot.mouseClick(window.top.user, Qt.MouseButton.LeftButton)
    assert window.place == SETTINGS


def test_control_k_and_a_press_on_the_search_want_the_palette(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.go(ORDERS)
    with qtbot.waitSignal(window.palette_wanted):
        press(qtbot, window, KEY.Key_K, CONTROL)
    with qtbot.waitSignal(window.palette_wanted):
        qtbot.mouseClick(window.top.search, Qt.MouseButton.LeftButton)


def test_the_first_page_takes_the_keyboard_and_f6_walks_the_areas(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.go(ORDERS)
    panes = window.panes
    assert QApplication.focusWidget() is panes.list
    press(qtbot, window, KEY.Key_F6)
    assert QApplication.focusWidget() is panes.detail
    press(qtbot, window, KEY.Key_F6)  # the status bar has nothing to press now
    assert window.top.isAncestorOf(QApplication.focusWidget())
    press(qtbot, window, KEY.Key_F6)
    assert window.navigation.isAncestorOf(QApplication.focusWidget())
    press(qtbot, window, KEY.Key_F6, SHIFT)
    assert window.top.isAncestorOf(QApplication.focusWidget())


def test_f6_leaves_out_a_pane_that_is_hidden(qtbot: QtBot, window: MainWindow) -> None:
    window.go(ORDERS)
    window.panes.splitter.widget(1).hide()
    press(qtbot, window, KEY.Key_F6)
    assert window.top.isAncestorOf(QApplication.focusWidget())


def test_the_navigation_folds_by_key(qtbot: QtBot, window: MainWindow) -> None:
    wide = window.navigation.width()
    press(qtbot, window, KEY.Key_Backslash, CONTROL)
    assert window.navigation.collapsed
    assert window.navigation.sizeHint().width() < wide


def test_zoom_is_set_by_key(qtbot: QtBot, window: MainWindow, worn: Look) -> None:
    press(qtbot, window, KEY.Key_Equal, CONTROL)
    assert worn.zoom == 1.1
    press(qtbot, window, KEY.Key_0, CONTROL)
    assert worn.zoom == 1.0


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (NOW, "6 时 48 分"),
        (NOW + timedelta(hours=8), "明天 9:30"),
        (datetime.fromisoformat("2026-03-20T18:00:00+08:00"), "3月23日"),
    ],
)
def test_the_working_time_says_what_is_left_or_when_it_begins(
    window: MainWindow, clock: Clock, now: datetime, told: str
) -> None:
    clock.now = now
    window.show_working_time(load_rulebook())
    assert told in window.top.working_time.accessibleName()


def test_the_title_bar_names_the_place_and_the_program(window: MainWindow) -> None:
    window.show_title("BA-2603-0418 杭州云杉智造科技有限公司")
    assert window.windowTitle().startswith("BA-2603-0418 杭州云杉智造科技有限公司 — ")


def test_everything_that_can_be_pressed_has_a_name(window: MainWindow) -> None:
    window.top.user.show_name("林晓雯")
    window.go(ORDERS)
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, Button | QLineEdit)
        and window.top.isAncestorOf(widget)
        and not widget.accessibleName()
    ]
    assert nameless == []


def test_closing_is_told_before_the_window_goes(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()


def test_a_year_whose_holidays_are_not_known_is_never_silent(
    window: MainWindow, clock: Clock
) -> None:
    clock.now = datetime(2026, 12, 30, 2, tzinfo=UTC)
    window.show_working_time(load_rulebook())
    assert "not known" not in window.top.working_time.accessibleName()
    clock.now = datetime(2028, 1, 5, 2, tzinfo=UTC)
    window.show_working_time(load_rulebook())
    assert "holidays not known" in window.top.working_time.accessibleName()
