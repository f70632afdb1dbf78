"""The listener: wakes at once, finds its way back, and ends at once."""

import queue
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL

from butler_desktop.storage import listener as module
from butler_desktop.storage.listener import CHANNELS, JOURNAL, Listener
from butler_desktop.storage.postgres import PostgresDatabase
from butler_desktop.storage.sqlite import SqliteDatabase
from tests.postgres import Server

pytestmark = pytest.mark.sqlite


class Ear:
    """A listener on a database, and what it was called with."""

    def __init__(self, database: PostgresDatabase) -> None:
        self.calls: queue.Queue[str] = queue.Queue()
        self.database = database
        self.listener = Listener(self.calls.put)
        self.listener.begin(database)
        self.connected()

    def connected(self) -> None:
        """Waits until it is listening (again)."""
        assert {self.calls.get(timeout=10) for _ in CHANNELS} == set(CHANNELS)

    def close(self) -> None:
        self.listener.end()
        self.database.close()


@pytest.fixture
def url(server: Server) -> Iterator[URL]:
    made = server.made()
    yield made
    server.drop(made)


@pytest.fixture
def ear(url: URL) -> Iterator[Ear]:
    made = Ear(PostgresDatabase(url))
    yield made
    made.close()


def test_it_is_woken_within_a_blink(ear: Ear, server: Server, url: URL) -> None:
    server.sql(f"NOTIFY {JOURNAL}", url)
    assert ear.calls.get(timeout=1) == JOURNAL
    assert ear.listener.is_hearing


def test_it_ends_at_once_and_says_nothing_more(ear: Ear, server: Server, url: URL) -> None:
    begun = time.monotonic()
    ear.listener.end()
    assert time.monotonic() - begun < 0.1
    server.sql(f"NOTIFY {JOURNAL}", url)
    assert ear.calls.empty()
    assert not ear.listener.is_hearing


def test_it_ends_also_where_its_thread_sees_that_first(
    ear: Ear, server: Server, url: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    thread, over = ear.listener._thread, ear.listener._over
    assert thread is not None

    class SeenAtOnce(threading.Event):
        def set(self) -> None:
            over.set()
            server.sql(f"NOTIFY {JOURNAL}", url)
            thread.join(5)

    monkeypatch.setattr(ear.listener, "_over", SeenAtOnce())
    monkeypatch.setattr(ear.listener._over, "is_set", over.is_set)
    ear.listener.end()
    assert not thread.is_alive()


def test_its_connection_is_not_one_of_the_pool(ear: Ear) -> None:
    assert ear.database.engine.pool.checkedout() == 0  # type: ignore[attr-defined]


def test_it_survives_a_server_that_restarts(ear: Ear, server: Server, url: URL) -> None:
    server.stop()
    assert ear.calls.get(timeout=10) == JOURNAL  # who waited has to look by himself
    server.start()
    ear.connected()
    server.sql(f"NOTIFY {JOURNAL}", url)
    assert ear.calls.get(timeout=1) == JOURNAL


def test_it_waits_for_a_server_that_is_not_there_without_a_word(
    url: URL, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LONGEST_PAUSE", 0.5)
    server.stop()
    calls: queue.Queue[str] = queue.Queue()
    database = PostgresDatabase(url)
    ear = Listener(calls.put)
    ear.begin(database)
    server.start()
    assert calls.get(timeout=10) in CHANNELS
    ear.end()
    database.close()


def test_told_to_end_before_it_began_it_never_begins(url: URL) -> None:
    database = PostgresDatabase(url)
    ear = Listener(lambda _: None)
    ear.end()
    ear.begin(database)
    ear.end()
    assert not ear.is_hearing
    database.close()


def test_on_a_file_there_is_nobody_to_hear(tmp_path: Path) -> None:
    database = SqliteDatabase(tmp_path / "butler.db")
    ear = Listener(lambda _: None)
    ear.begin(database)
    ear.end()
    database.close()
