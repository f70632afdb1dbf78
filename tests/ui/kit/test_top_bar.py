"""The top bar: ways back, search, sync, the butler; each can be reached and read out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.sync_pill import SyncState
from butler_desktop.ui.kit.top_bar import TopBar
from butler_desktop.ui.look import Look, look
from butler_desktop.ui.theme import LIGHT


@pytest.fixture
def bar(qtbot: QtBot) -> TopBar:
    made = TopBar()
    qtbot.addWidget(made)
    made.resize(1440, 46)
    made.user.show_name("林晓雯")
    made.show()
    qtbot.waitExposed(made)
    return made


def test_ways_are_open_only_where_they_lead_somewhere(bar: TopBar, qtbot: QtBot) -> None:
    bar.set_way(True, False)
    with qtbot.waitSignal(bar.back):
        qtbot.mouseClick(bar.back_button, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(bar.forward):
        qtbot.mouseClick(bar.forward_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.navigation_toggled):
        qtbot.mouseClick(bar.toggle, Qt.MouseButton.LeftButton)


def test_the_search_begins_where_the_page_does(bar: TopBar) -> None:
    assert bar.search.x() == pytest.approx(218, abs=1)  # navigation of 208, then 10
    assert bar.search.width() == 440


def test_the_search_is_pressed_by_hand_and_by_key(bar: TopBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.search.clicked):
        qtbot.mouseClick(bar.search, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down):
        with qtbot.waitSignal(bar.search.clicked):
            qtbot.keyClick(bar.search, key)


@pytest.mark.parametrize("state", list(SyncState))
def test_sync_is_told_in_words_and_colour(bar: TopBar, state: SyncState) -> None:
    bar.sync.show_state(state, "离线 · 3 项待同步")
    image = bar.sync.grab().toImage()
    seen = {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }
    ink = QColor(look().theme.token(state.value[1]))
    assert any(_is_near(QColor(it), ink) for it in seen)
    assert bar.sync.accessibleName() == "离线 · 3 项待同步"
    tinted = state in (SyncState.OFFLINE, SyncState.CHOOSING, SyncState.PAUSED)
    assert (LIGHT.amber.ground in seen) is tinted


def _is_near(one: QColor, other: QColor) -> bool:
    """The thinnest strokes are never drawn in their full colour."""
    return all(abs(a - b) < 8 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


def test_every_part_has_a_name(bar: TopBar) -> None:
    bar.sync.show_state(SyncState.ALONE, "未连接共享库")
    parts = (bar.toggle, bar.back_button, bar.search, bar.sync, bar.notices, bar.user)
    assert all(part.accessibleName() for part in parts)


def test_at_200_percent_nothing_is_clipped(bar: TopBar, worn: Look) -> None:
    worn.set_zoom(2.0)
    bar.resize(1440, bar.sizeHint().height())
    assert bar.sizeHint().height() == 92
    assert bar.search.width() >= bar.search.minimumSizeHint().width()
    assert bar.user.geometry().right() <= bar.width()
