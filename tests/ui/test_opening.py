"""Opening the workspace: tried again while the network is away, once for all tries."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from butler_desktop.errors import StoreAway, StoreUnavailable
from butler_desktop.ui.background import Background
from butler_desktop.words import Words
from tests.ui.fake_workspace import FakeWorkspace


@pytest.fixture
def workspace() -> FakeWorkspace:
    return FakeWorkspace()


@pytest.fixture
def owner() -> QObject:
    return QObject()


@pytest.fixture
def network(workspace: FakeWorkspace) -> Iterator[tuple[Background, list[bool]]]:
    """A background whose workspace is away until the list says otherwise."""
    there = [False]

    def opening() -> FakeWorkspace:
        if not there[0]:
            raise StoreAway(Words("连不上", "away"))
        return workspace

    made = Background(opening)
    made.opening.pause.setInterval(0)
    yield made, there
    made.close()


def test_a_network_that_is_away_at_the_start_is_tried_again(
    qtbot: QtBot, owner: QObject, network: tuple[Background, list[bool]]
) -> None:
    background, there = network
    heard: list[Any] = []
    background.failed.connect(heard.append)
    background.ask(owner, lambda work: work, then=heard.append)
    with qtbot.waitSignals([background.away] * 2):
        background.open()
    assert heard == []
    there[0] = True
    with qtbot.waitSignal(background.ready):
        background.opening.again()
    qtbot.waitUntil(lambda: background.is_idle)
    assert [type(it) for it in heard] == [FakeWorkspace]


def test_two_tries_at_once_open_one_workspace(
    qtbot: QtBot, owner: QObject, workspace: FakeWorkspace
) -> None:
    goes_on, opened = threading.Event(), list[None]()

    def opening() -> FakeWorkspace:
        goes_on.wait(10)
        return workspace

    background = Background(opening)
    background.ready.connect(lambda: opened.append(None))
    background.open()
    background.opening.again()
    background.do(owner, lambda _work: None)  # behind them in their lane
    with qtbot.waitSignal(background.idle):
        goes_on.set()
    assert (len(opened), background.is_idle) == (1, True)
    background.close()


def test_a_window_closed_while_the_network_is_away_ends(
    qtbot: QtBot, owner: QObject, network: tuple[Background, list[bool]], workspace: FakeWorkspace
) -> None:
    background, _ = network
    background.ask(owner, lambda work: work, then=pytest.fail)
    with qtbot.waitSignal(background.away):
        background.open()
    background.close()
    assert not workspace.is_closed


def test_a_workspace_that_cannot_be_opened_is_told_and_not_tried_again(
    qtbot: QtBot,
) -> None:
    tries: list[int] = []

    def opening() -> Any:
        tries.append(1)
        raise StoreUnavailable(Words("没有建好", "not set up"))

    background = Background(opening)
    with qtbot.waitSignals([background.failed, background.unopened]):
        background.open()
    background.opening.again()
    background.close()
    assert tries == [1]
