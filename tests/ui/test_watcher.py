"""The watcher: a colleague's acts appear, one's own are not told twice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from butler_desktop.domain.changes import Changes
from butler_desktop.errors import ButlerError, StoreAway, StoreUnavailable
from butler_desktop.services.desk import News, desk_facts, news
from butler_desktop.storage.work import Work
from butler_desktop.ui.background import Background
from butler_desktop.ui.watcher import LONG_PAUSE_MS, PAUSE_MS, Watcher
from butler_desktop.words import Words
from tests.builders import a_dossier, a_workspace, renamed
from tests.engines import ENGINES, POSTGRESQL


class Post:
    """A desk with a watcher, and a colleague at another one on the same file."""

    def __init__(self, qtbot: QtBot, folder: Path, *, listens: bool = True) -> None:
        self.qtbot = qtbot
        self.mine, self.theirs = a_workspace(folder), a_workspace(folder, actor="周启明")
        self.dossier = a_dossier()
        with self.mine.editing() as work:
            work.save(None, self.dossier, "order.enter")
        self.background = Background(lambda: self.mine)
        self.background.open()
        self.heard: list[Changes] = []
        self.failed: list[ButlerError] = []
        self.background.changed.connect(self.heard.append)
        self.background.failed.connect(self.failed.append)
        with self.mine.reading() as work:
            self.watcher = Watcher(self.background, desk_facts(work).place, listens=listens)

    def rename(self, work: Work, name: str) -> None:
        before = work.dossier(self.dossier.order.id)
        work.save(before, renamed(before, name), "order.enter")

    def look(self) -> None:
        self.watcher.look()
        self.settle()

    def settle(self) -> None:
        if not self.background.is_idle:
            with self.qtbot.waitSignal(self.background.idle):
                pass

    def close(self) -> None:
        self.watcher.stop()
        self.background.close()
        self.theirs.close()


@pytest.fixture
def post(qtbot: QtBot, tmp_path: Path) -> Iterator[Post]:
    made = Post(qtbot, tmp_path)
    yield made
    made.close()


def test_nothing_new_is_not_told(post: Post) -> None:
    post.look()
    assert post.heard == []


def test_what_a_colleague_did_is_told_once_with_its_order_and_filings(post: Post) -> None:
    with post.theirs.editing() as work:
        post.rename(work, "杭州山溪科技有限公司")
    post.look()
    post.look()
    (changes,) = post.heard
    assert changes.order_ids == {post.dossier.order.id}
    assert changes.filing_ids == {post.dossier.filings[0].id}
    assert not changes.everything


def test_ones_own_act_is_told_by_the_act_alone(post: Post) -> None:
    owner = QObject()
    post.background.do(owner, post.rename, "杭州山溪科技有限公司")
    post.settle()
    post.look()
    assert len(post.heard) == 1


def test_a_colleagues_act_beside_ones_own_is_told(post: Post) -> None:
    owner = QObject()
    other = a_dossier()
    with post.theirs.editing() as work:
        work.save(None, other, "order.enter")
    post.background.do(owner, post.rename, "杭州山溪科技有限公司")
    post.settle()
    post.look()
    assert [changes.order_ids for changes in post.heard] == [
        {post.dossier.order.id},
        {other.order.id},
    ]


def test_many_orders_are_told_as_everything(post: Post) -> None:
    with post.theirs.editing() as work:
        work.save_new((a_dossier() for _ in range(120)), "order.import")
    post.look()
    assert [changes.everything for changes in post.heard] == [True]


def test_a_database_that_is_away_is_told_once(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise StoreUnavailable(Words("数据库不在", "The database is away"))

    monkeypatch.setattr("butler_desktop.ui.watcher.news", away)
    post.look()
    post.look()
    assert len(post.failed) == 1


def test_a_network_that_is_away_is_no_failure_and_when_it_is_back_all_is_read_again(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise StoreAway(Words("网络不通", "The network is away"))

    told: list[bool] = []
    post.watcher.away_changed.connect(told.append)
    with monkeypatch.context() as patched:
        patched.setattr("butler_desktop.ui.watcher.news", away)
        post.look()
        post.look()
    assert (told, post.failed, post.heard) == ([True], [], [])
    post.look()
    assert told == [True, False]
    assert [changes.everything for changes in post.heard] == [True]


def test_what_a_page_missed_is_asked_for_at_once(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise StoreAway(Words("网络不通", "The network is away"))

    monkeypatch.setattr("butler_desktop.ui.watcher.news", away)
    owner = QObject()
    with post.qtbot.waitSignal(post.watcher.away_changed):
        post.background.ask(owner, away, then=lambda _: None)
    post.settle()
    assert post.watcher.is_away


def test_it_looks_by_itself(post: Post) -> None:
    with post.theirs.editing() as work:
        post.rename(work, "杭州山溪科技有限公司")
    with post.qtbot.waitSignal(post.background.changed):
        pass


@pytest.fixture
def shared(qtbot: QtBot, tmp_path: Path) -> Iterator[Post]:
    """The same on a shared database."""
    with ENGINES.asked_for(POSTGRESQL):
        made = Post(qtbot, tmp_path)
        yield made
        made.close()


def heard_of(post: Post, act: Callable[[], None]) -> Changes:
    """What the pages are told of a colleague's act, within three seconds."""
    with post.qtbot.waitSignal(post.background.changed, timeout=3_000) as signal:
        act()
    (changes,) = signal.args
    assert isinstance(changes, Changes)
    return changes


def act_of(post: Post, name: str) -> Callable[[], None]:
    def act() -> None:
        with post.theirs.editing() as work:
            post.rename(work, name)

    return act


def test_a_colleagues_act_is_heard_of_without_looking(
    shared: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("butler_desktop.ui.watcher.PAUSE_MS", 3_600_000)
    shared.qtbot.waitUntil(lambda: shared.watcher.is_hearing)
    shared.look()
    shared.watcher.timer.stop()
    changes = heard_of(shared, act_of(shared, "杭州山溪科技有限公司"))
    assert changes.order_ids == {shared.dossier.order.id}


def test_beside_a_listener_it_looks_seldom(shared: Post) -> None:
    shared.qtbot.waitUntil(lambda: shared.watcher.is_hearing)
    shared.look()
    assert shared.watcher.timer.interval() == LONG_PAUSE_MS


def test_without_a_listener_a_colleagues_act_is_seen_by_looking(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with ENGINES.asked_for(POSTGRESQL):
        post = Post(qtbot, tmp_path, listens=False)
        post.look()
        assert not post.watcher.is_hearing
        assert post.watcher.timer.interval() == PAUSE_MS
        changes = heard_of(post, act_of(post, "杭州山溪科技有限公司"))
        assert changes.order_ids == {post.dossier.order.id}
        post.close()


def test_after_a_restart_of_the_server_it_hears_again(shared: Post) -> None:
    shared.qtbot.waitUntil(lambda: shared.watcher.is_hearing)
    ENGINES.server.stop()
    shared.qtbot.waitUntil(lambda: not shared.watcher.is_hearing)
    ENGINES.server.start()
    shared.qtbot.waitUntil(lambda: shared.watcher.is_hearing)
    shared.settle()
    shared.heard.clear()
    act_of(shared, "杭州山溪科技有限公司")()
    shared.qtbot.waitUntil(
        lambda: any(it.order_ids == {shared.dossier.order.id} for it in shared.heard), timeout=3_000
    )
    assert shared.failed == []


def test_a_burst_is_one_look_and_one_more(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(work: Work, seen: str, known: frozenset[str]) -> News:
        asked.append(seen)
        return news(work, seen, known)

    monkeypatch.setattr("butler_desktop.ui.watcher.news", counted)
    for _ in range(50):
        post.watcher.look()
    post.settle()
    assert len(asked) == 2
