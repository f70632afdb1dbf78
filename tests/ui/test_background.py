"""The background: lanes, who hears of what, and that nothing begun is lost."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from butler_desktop.domain.changes import Changes
from butler_desktop.errors import ButlerError, NotFound, StoreAway, StoreUnavailable
from butler_desktop.ui.background import Background
from butler_desktop.words import Words

ACTED = Changes(frozenset(["filing"]), frozenset(["o1"]), frozenset(["f1"]))


class FakeWorkspace:
    """A workspace whose Works are their own log."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.told: Callable[[Changes], None] = lambda _changes: None
        self.is_closed = False

    @contextmanager
    def reading(self) -> Iterator[Any]:
        yield self

    @contextmanager
    def editing(self) -> Iterator[Any]:
        yield self
        self.told(ACTED)

    def telling(self, told: Callable[[Changes], None]) -> "FakeWorkspace":
        self.told = told
        return self

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def workspace() -> FakeWorkspace:
    return FakeWorkspace()


@pytest.fixture
def background(workspace: FakeWorkspace) -> Iterator[Background]:
    made = Background(lambda: workspace)
    made.open()
    yield made
    made.close()


@pytest.fixture
def owner() -> QObject:
    return QObject()


def until_idle(qtbot: QtBot, background: Background) -> None:
    if not background.is_idle:
        with qtbot.waitSignal(background.idle):
            pass


def note(work: FakeWorkspace, word: str) -> str:
    work.log.append(word)
    return word


def fail(_work: FakeWorkspace) -> None:
    raise NotFound(Words("没有", "none"))


def test_an_act_is_done_off_the_ui_thread_and_told_after_it(
    qtbot: QtBot, background: Background, workspace: FakeWorkspace, owner: QObject
) -> None:
    heard: list[Any] = []
    threads: list[Any] = []
    background.changed.connect(heard.append)

    def act(work: FakeWorkspace, word: str) -> str:
        threads.append(threading.current_thread())
        return note(work, word)

    def then(word: str) -> None:
        threads.append(QThread.currentThread())
        heard.append(word)

    background.do(owner, act, "done", then=then)
    until_idle(qtbot, background)
    assert workspace.log == ["done"]
    assert sorted(heard, key=str) == sorted([ACTED, "done"], key=str)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is owner.thread()


def test_acts_are_done_in_the_order_in_which_they_were_asked(
    qtbot: QtBot, background: Background, workspace: FakeWorkspace, owner: QObject
) -> None:
    words = [str(number) for number in range(20)]
    for word in words:
        background.do(owner, note, word)
    until_idle(qtbot, background)
    assert workspace.log == words


def test_a_newer_question_replaces_the_older_one_of_its_topic(
    qtbot: QtBot, background: Background, owner: QObject
) -> None:
    heard: list[str] = []
    gate = threading.Event()

    def slow(work: FakeWorkspace, word: str) -> str:
        gate.wait(5)
        return note(work, word)

    background.ask(owner, slow, "old", then=heard.append, topic="list")
    background.ask(owner, slow, "other", then=heard.append, topic="count")
    background.ask(owner, slow, "new", then=heard.append, topic="list")
    gate.set()
    until_idle(qtbot, background)
    assert sorted(heard) == ["new", "other"]


def test_a_forgotten_question_is_not_answered(
    qtbot: QtBot, background: Background, owner: QObject
) -> None:
    heard: list[str] = []
    background.ask(owner, note, "old", then=heard.append, topic="list")
    background.forget(owner, "list")
    until_idle(qtbot, background)
    assert heard == []


def test_what_was_asked_by_somebody_who_is_gone_is_dropped_but_not_what_it_changed(
    qtbot: QtBot, background: Background
) -> None:
    heard: list[Any] = []
    background.changed.connect(heard.append)
    gone = QObject()
    gate = threading.Event()
    background.do(gone, lambda _work: gate.wait(5), then=heard.append)
    shiboken6.delete(gone)
    gate.set()
    until_idle(qtbot, background)
    assert heard == [ACTED]


def test_a_refusal_goes_to_its_owner_or_else_to_the_window(
    qtbot: QtBot, background: Background, owner: QObject
) -> None:
    told: list[tuple[str, Any]] = []
    background.failed.connect(lambda error: told.append(("window", error)))
    background.do(owner, fail, failed=lambda error: told.append(("owner", error)))
    background.do(owner, fail)
    until_idle(qtbot, background)
    assert [place for place, _ in told] == ["owner", "window"]
    assert all(isinstance(error, NotFound) for _, error in told)


def test_a_bug_is_told_as_a_bug(qtbot: QtBot, background: Background, owner: QObject) -> None:
    crashed: list[BaseException] = []
    background.crashed.connect(crashed.append)
    background.ask(owner, lambda _work: 1 // 0, then=lambda _: None)
    until_idle(qtbot, background)
    assert [type(error) for error in crashed] == [ZeroDivisionError]


def test_something_long_gets_the_workspace_and_a_computation_nothing(
    qtbot: QtBot, background: Background, workspace: FakeWorkspace, owner: QObject
) -> None:
    heard: list[Any] = []
    background.run(owner, lambda given, word: (given, word), "long", then=heard.append)
    background.compute(owner, sum, (1, 2), then=heard.append)
    until_idle(qtbot, background)
    assert (workspace, "long") in heard
    assert 3 in heard


def test_closing_finishes_what_was_begun(workspace: FakeWorkspace, owner: QObject) -> None:
    background = Background(lambda: workspace)
    for number in range(10):
        background.do(owner, note, str(number))
    background.close()
    assert workspace.log == [str(number) for number in range(10)]
    assert workspace.is_closed


def test_a_workspace_that_cannot_be_opened_is_told(qtbot: QtBot) -> None:
    def closed() -> FakeWorkspace:
        raise StoreUnavailable(Words("打不开", "closed"))

    background = Background(closed)
    ready: list[bool] = []
    background.ready.connect(lambda: ready.append(True))
    with qtbot.waitSignal(background.failed):
        background.open()
    background.close()
    assert ready == []


def be_away(*_: object) -> None:
    raise StoreAway(Words("网络不通。", "The network is away."))


def test_a_network_that_is_away_is_told_for_an_act_and_not_for_a_question(
    qtbot: QtBot, background: Background, owner: QObject
) -> None:
    told: list[ButlerError] = []
    missed: list[bool] = []
    background.failed.connect(told.append)
    background.missed.connect(lambda: missed.append(True))
    background.ask(owner, be_away, then=lambda _: None)
    until_idle(qtbot, background)
    assert told == []
    background.do(owner, be_away)
    until_idle(qtbot, background)
    assert [error.said("zh_CN") for error in told] == ["没有写入：网络不通。"]
    assert len(missed) == 2


def test_a_round_of_sync_waits_for_nothing_long_and_no_act_waits_for_a_round(
    qtbot: QtBot, background: Background, workspace: FakeWorkspace, owner: QObject
) -> None:
    goes_on, round_goes_on = threading.Event(), threading.Event()
    begun: list[str] = []
    background.run(owner, lambda _space: goes_on.wait(10))
    with qtbot.waitSignal(background.changed):
        background.sync(owner, lambda _space: (begun.append("round"), round_goes_on.wait(10)))
        background.do(owner, note, "act")
    assert workspace.log == ["act"]
    qtbot.waitUntil(lambda: begun == ["round"])
    round_goes_on.set()
    goes_on.set()
    until_idle(qtbot, background)


def test_small_files_are_written_in_order_and_need_no_database(
    qtbot: QtBot, background: Background, owner: QObject
) -> None:
    written: list[int] = []
    for number in range(20):
        background.keep(owner, written.append, number)
    if not background.is_idle:
        with qtbot.waitSignal(background.idle):
            pass
    assert written == list(range(20))


def test_closing_finishes_the_files_and_takes_no_more(
    background: Background, owner: QObject
) -> None:
    written: list[int] = []
    background.keep(owner, written.append, 1)
    background.close()
    background.keep(owner, written.append, 2)
    assert written == [1]


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
