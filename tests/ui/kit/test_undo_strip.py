"""The undo strip: ten seconds to take an act back."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.text import Link
from butler_desktop.ui.kit.undo_strip import SHOWN_FOR, UndoStrip


@pytest.fixture
def strip(page: QWidget) -> UndoStrip:
    page.resize(600, 400)
    return UndoStrip(page)


def test_an_act_can_be_taken_back_once(strip: UndoStrip) -> None:
    undone: list[int] = []
    strip.show_act("已转给何佳", lambda: undone.append(1))
    strip.findChild(Link).clicked.emit()
    strip.undo_now()
    assert undone == [1]
    assert not strip.isVisible()


def test_after_ten_seconds_it_goes(strip: UndoStrip, qtbot: QtBot) -> None:
    strip.show_act("已转给何佳", lambda: None)
    assert strip.isVisible()
    assert strip.clock.interval() == SHOWN_FOR == 10_000
    strip.clock.timeout.emit()
    assert not strip.isVisible()
    assert not strip.clock.isActive()


def test_a_newer_act_takes_the_place(strip: UndoStrip) -> None:
    undone: list[str] = []
    strip.show_act("一", lambda: undone.append("one"))
    strip.show_act("二", lambda: undone.append("two"))
    strip.undo_now()
    assert undone == ["two"]


def test_what_cannot_be_undone_offers_nothing(strip: UndoStrip) -> None:
    strip.show_act("已提交管局", None)
    assert strip.findChild(Link).isHidden()
    strip.undo_now()
    assert strip.isVisible()


def test_it_stays_at_the_foot(strip: UndoStrip, qtbot: QtBot) -> None:
    strip.show_act("已转给何佳", None)
    page = strip.parentWidget()
    page.resize(800, 700)
    qtbot.waitUntil(lambda: strip.geometry().bottom() > 650)
    assert abs(strip.geometry().center().x() - 400) <= 1


def test_long_words_stay_within_the_page(strip: UndoStrip, page: QWidget) -> None:
    page.resize(600, 400)
    strip.show_act("湖北晨曦启明软件" * 20, None)
    assert page.rect().contains(strip.geometry())
    assert strip._words.toolTip() == "湖北晨曦启明软件" * 20
    page.resize(400, 400)
    assert page.rect().contains(strip.geometry())
    strip.show_act("已完成", lambda: None)
    assert strip.width() < 300
    assert strip._words.width() >= strip._words.fontMetrics().horizontalAdvance("已完成")
