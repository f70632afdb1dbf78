"""The background: lanes, who hears of what, and that nothing begun is lost."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from butler_desktop.errors import ButlerError, NotFound, StoreAway, StoreUnavailable
from butler_desktop.ui.background import Background
from butler_desktop.words import Words
from tests.ui.fake_workspace import ACTED, FakeWorkspace


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
