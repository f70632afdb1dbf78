"""The first run: each way to begin, by mouse and by key."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, SignalInstance
from pytestqt.qtbot import QtBot

from butler_desktop.ui.look import Look
from butler_desktop.ui.startup.first_run_page import FirstRunPage
from butler_desktop.ui.startup.first_run_step import Step


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[FirstRunPage]:
    made = FirstRunPage("林晓雯")
    qtbot.addWidget(made)
    made.resize(1232, 800)
    made.show()
    yield made
    made.close()


WAYS: list[Callable[[FirstRunPage], tuple[object, SignalInstance]]] = [
    lambda page: (page.import_button, page.import_wanted),
    lambda page: (page.place_button, page.settings_wanted),
    lambda page: (page.enter_link, page.order_entry_wanted),
    lambda page: (page.demo_link, page.demo_wanted),
    lambda page: (page.shared_link, page.shared_wanted),
]


@pytest.mark.parametrize("way", WAYS, ids=["import", "place", "enter", "demo", "team"])
def test_each_way_to_begin(qtbot: QtBot, page: FirstRunPage, way: Callable) -> None:
    part, signal = way(page)
    with qtbot.waitSignal(signal):
        qtbot.mouseClick(part, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(signal):
        qtbot.keyClick(part, Qt.Key.Key_Space)


def test_three_steps_and_the_keyboard_on_the_next_one(page: FirstRunPage) -> None:
    assert len(page.findChildren(Step)) == 3
    assert page.focusProxy() is page.import_button


def test_while_the_demo_is_loaded_nothing_else_begins(page: FirstRunPage) -> None:
    page.set_busy(True)
    assert not page.demo_link.isEnabled()
    assert not page.import_button.isEnabled()
    page.set_busy(False)
    assert page.import_button.isEnabled()


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_nothing_is_cut_off_at_any_zoom(
    qtbot: QtBot, page: FirstRunPage, worn: Look, zoom: float
) -> None:
    worn.set_zoom(zoom)
    page.resize(816, 634)
    steps = page.findChildren(Step)
    qtbot.waitUntil(
        lambda: all(step.mapTo(page, step.rect().topRight()).x() < page.width() for step in steps)
    )
    assert all(step.width() >= step.minimumSizeHint().width() for step in steps)


def test_a_teams_database_is_no_place_for_samples(qtbot: QtBot) -> None:
    page = FirstRunPage("林晓雯", is_shared=True)
    qtbot.addWidget(page)
    page.show()
    assert page.enter_link.isVisible()
    assert not page.demo_link.isVisible()
    assert not page.shared_link.isVisible()
    page.close()
