"""Segments: exactly one is chosen, by mouse or by arrows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.segments import Segments


@pytest.fixture
def segments(qtbot: QtBot) -> Segments:
    made = Segments(["只看我的", "全组", "全部"], "范围")
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def test_the_mouse_chooses_where_it_presses(segments: Segments, qtbot: QtBot) -> None:
    with qtbot.waitSignal(segments.chosen) as chosen:
        spot = QPoint(segments.width() - 10, 10)
        qtbot.mouseClick(segments, Qt.MouseButton.LeftButton, pos=spot)
    assert chosen.args == [2]
    with qtbot.assertNotEmitted(segments.chosen):
        qtbot.mouseClick(segments, Qt.MouseButton.LeftButton, pos=spot)


def test_arrows_walk_and_stop_at_the_ends(segments: Segments, qtbot: QtBot) -> None:
    for _ in range(5):
        qtbot.keyClick(segments, Qt.Key.Key_Right)
    assert segments.index() == 2
    for _ in range(5):
        qtbot.keyClick(segments, Qt.Key.Key_Left)
    assert segments.index() == 0


def test_setting_sends_nothing_and_is_read_out(segments: Segments, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segments.chosen):
        segments.set_index(1)
    assert segments.accessibleName() == "范围 全组"


def test_new_counts_take_the_room_they_need(segments: Segments) -> None:
    before = segments.sizeHint().width()
    segments.set_words(["只看我的 17", "全组 58", "全部 120"])
    assert segments.sizeHint().width() > before


def test_wide_segments_share_the_width(qtbot: QtBot) -> None:
    made = Segments(["已接通", "未接通", "号码有误"], wide=True, ticked=True, height=30)
    qtbot.addWidget(made)
    made.resize(300, 30)
    made.set_index(-1)
    for x, index in ((20, 0), (150, 1), (280, 2)):
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(x, 15))
        assert made.index() == index
