"""Progress: nothing under 150 ms, a thin bar after it, and a meter for tasks."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.progress import APPEARS_AFTER, BusyBar, Meter
from butler_desktop.ui.theme import LIGHT


@pytest.fixture
def bar(page: QWidget) -> BusyBar:
    page.resize(400, 300)
    return BusyBar(page)


def test_what_comes_quickly_shows_no_bar(bar: BusyBar) -> None:
    bar.start()
    assert bar.patience.isActive()
    assert bar.patience.interval() == APPEARS_AFTER == 150
    bar.stop()
    assert not bar.patience.isActive()
    assert not bar.isVisible()


def test_what_takes_longer_shows_one_at_the_top(bar: BusyBar, qtbot: QtBot) -> None:
    bar.start()
    qtbot.waitUntil(bar.isVisible)
    assert bar.geometry().getRect() == (0, 0, 400, 2)
    bar.start()
    assert not bar.patience.isActive()
    bar.stop()
    assert not bar.isVisible()


@pytest.mark.parametrize(("part", "said"), [(0, "0%"), (0.5, "50%"), (1, "100%"), (7, "100%")])
def test_a_meter_tells_its_part(part: float, said: str, qtbot: QtBot) -> None:
    meter = Meter(8)
    qtbot.addWidget(meter)
    meter.show_part(part)
    assert meter.accessibleName() == said


def test_a_meter_is_filled_as_far_as_its_part(
    qtbot: QtBot, colours: Callable[[QWidget], set[str]]
) -> None:
    meter = Meter(8)
    qtbot.addWidget(meter)
    meter.resize(200, 8)
    meter.show_part(0)
    assert LIGHT.accent_fill not in colours(meter)
    meter.show_part(0.6)
    image = meter.grab().toImage()
    assert image.pixelColor(100, 4).name().upper() == LIGHT.accent_fill
    assert image.pixelColor(150, 4).name().upper() == LIGHT.border
