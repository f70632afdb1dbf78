"""Rounds of sync in the window: when they begin, that no two run at once, and how they end."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.sync_status import Round
from butler_desktop.errors import StoreTooNew
from butler_desktop.services.progress import Progress
from butler_desktop.ui.background import Background
from butler_desktop.ui.sync import sync_rounds
from butler_desktop.ui.sync.sync_rounds import (
    LONG_PAUSE_MS,
    LONGEST_MS,
    PAUSE_MS,
    SOON_MS,
    SyncRounds,
)
from butler_desktop.words import Words

ACTED = Changes(frozenset(["filing"]), frozenset(["o1"]), acts=frozenset(["a1"]))


class FakeSpace:
    """A workspace that is asked for nothing."""

    @contextmanager
    def reading(self) -> Iterator[Any]:
        yield self

    def telling(self, _told: Callable[[Changes], None]) -> "FakeSpace":
        return self

    def close(self) -> None:
        pass


class Line:
    """A shared database as the rounds meet it."""

    def __init__(self) -> None:
        self.rounds, self.orders = 0, 1
        self.answer: Round | Exception = Round()
        self.goes_on = threading.Event()
        self.goes_on.set()

    def sync_round(self, _space: Any, progress: Progress) -> Round:
        self.rounds += 1
        self.goes_on.wait(10)
        for done in range(self.orders + 1):
            progress.step(done, self.orders)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Line:
    made = Line()
    monkeypatch.setattr(sync_rounds, "sync_round", made.sync_round)
    return made


@pytest.fixture
def rounds(line: Line) -> Iterator[SyncRounds]:
    background = Background(FakeSpace)  # type: ignore[arg-type]
    made = SyncRounds(background)
    yield made
    made.stop()
    line.goes_on.set()
    background.close()


def test_one_round_follows_the_other_after_a_pause(qtbot: QtBot, rounds: SyncRounds) -> None:
    with qtbot.waitSignal(rounds.ended):
        rounds.at_once()
    assert rounds.pause_ms == PAUSE_MS


def test_beside_a_listener_that_hears_the_pause_is_long(qtbot: QtBot, line: Line) -> None:
    background = Background(FakeSpace)  # type: ignore[arg-type]
    made = SyncRounds(background, is_called=lambda: True)
    with qtbot.waitSignal(made.ended):
        made.at_once()
    assert made.pause_ms == LONG_PAUSE_MS
    made.stop()
    background.close()


def test_after_an_act_the_next_one_comes_soon(qtbot: QtBot, rounds: SyncRounds, line: Line) -> None:
    with qtbot.waitSignal(rounds.ended):
        rounds.at_once()
    rounds._background.changed.emit(ACTED)
    assert rounds.pause_ms == SOON_MS
    with qtbot.waitSignal(rounds.ended, timeout=PAUSE_MS // 2):
        pass
    assert line.rounds == 2


def test_without_a_network_the_pauses_grow_and_acts_do_not_shorten_them(
    qtbot: QtBot, rounds: SyncRounds, line: Line
) -> None:
    line.answer = Round(offline=True)
    pauses = []
    for _ in range(6):
        with qtbot.waitSignal(rounds.ended):
            rounds.at_once()
        pauses.append(rounds.pause_ms)
    assert pauses[0] == PAUSE_MS
    assert pauses[-1] == LONGEST_MS
    assert pauses == sorted(pauses)
    rounds._background.changed.emit(ACTED)
    assert rounds.pause_ms == LONGEST_MS
    line.answer = Round()
    with qtbot.waitSignal(rounds.ended):
        rounds.at_once()
    assert rounds.pause_ms == PAUSE_MS


def test_no_two_rounds_run_at_once_and_what_is_asked_meanwhile_follows(
    qtbot: QtBot, rounds: SyncRounds, line: Line
) -> None:
    line.goes_on.clear()
    rounds.at_once()
    qtbot.waitUntil(lambda: line.rounds == 1)
    rounds.at_once()
    rounds.at_once()
    assert line.rounds == 1
    line.goes_on.set()
    with qtbot.waitSignals([rounds.ended, rounds.ended], timeout=PAUSE_MS - 500):
        pass
    assert line.rounds == 2


def test_a_fault_is_told_and_tried_again_late(qtbot: QtBot, rounds: SyncRounds, line: Line) -> None:
    line.answer = StoreTooNew(Words("版本更新", "newer"))
    with qtbot.waitSignal(rounds.failed) as told:
        rounds.at_once()
    assert told.args[0] is line.answer
    assert rounds.pause_ms == LONGEST_MS


def test_a_long_round_tells_each_percent_once_and_a_short_one_nothing(
    qtbot: QtBot, rounds: SyncRounds, line: Line
) -> None:
    told: list[tuple[int, int]] = []
    rounds.stepped.connect(lambda *step: told.append(step))
    with qtbot.waitSignal(rounds.ended):
        rounds.at_once()
    assert told == []
    line.orders = 1000
    with qtbot.waitSignal(rounds.ended):
        rounds.at_once()
    assert len(told) == 100
    assert told[-1] == (1000, 1000)


def test_after_a_bug_it_waits_until_it_is_asked(
    qtbot: QtBot, rounds: SyncRounds, line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    line.answer = ZeroDivisionError()
    with qtbot.waitSignal(rounds._background.crashed), caplog.at_level("CRITICAL"):
        rounds.at_once()
    qtbot.waitUntil(lambda: not rounds.is_running)
    line.answer = Round()
    with qtbot.waitSignal(rounds.ended):
        rounds.at_once()


def test_stopped_it_ends_at_its_next_step_and_tells_nothing(
    qtbot: QtBot, rounds: SyncRounds, line: Line
) -> None:
    line.goes_on.clear()
    rounds.at_once()
    qtbot.waitUntil(lambda: line.rounds == 1)
    with qtbot.assertNotEmitted(rounds.failed):
        rounds.stop()
        line.goes_on.set()
        qtbot.waitUntil(lambda: not rounds.is_running)
    rounds.at_once()
    assert line.rounds == 1
