"""The watcher: a colleague's acts appear, one's own are not told twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from butler_desktop.domain.changes import Changes
from butler_desktop.errors import ButlerError, StoreAway, StoreUnavailable
from butler_desktop.services.desk import desk_facts
from butler_desktop.storage.work import Work
from butler_desktop.ui.background import Background
from butler_desktop.ui.watcher import Watcher
from butler_desktop.words import Words
from tests.builders import a_dossier, a_workspace, renamed


class Post:
    """A desk with a watcher, and a colleague at another one on the same file."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
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
            self.watcher = Watcher(self.background, desk_facts(work).place)

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
