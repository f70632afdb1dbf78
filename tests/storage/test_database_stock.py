"""Blobs in the shared database: piece by piece, resumed, and held against any client."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import URL, Connection, event

from butler_desktop.domain.role import Role
from butler_desktop.errors import ButlerError, Refused, StoreAway, StoreUnavailable
from butler_desktop.storage.database_stock import PIECE, DatabaseStock
from butler_desktop.storage.postgres import PostgresDatabase
from butler_desktop.words import Words
from tests.postgres import Server
from tests.storage.stocks import a_blob

pytestmark = pytest.mark.sqlite  # the server is asked for by name


@pytest.fixture
def shared(server: Server) -> Iterator[URL]:
    url = server.made()
    yield server.signed_in(url, "王小明")
    server.drop(url)


@pytest.fixture
def database(shared: URL) -> Iterator[PostgresDatabase]:
    opened = PostgresDatabase(shared)
    yield opened
    opened.close()


class Cut:
    """A database whose connection breaks at the transaction number ``at``."""

    def __init__(self, database: PostgresDatabase, at: int, how: str) -> None:
        self._database, self._at, self._how = database, at, how
        self._number = 0
        self.name = database.name

    @contextmanager
    def _some(self, kind: str) -> Iterator[Connection]:
        self._number += 1
        if self._number == self._at and self._how == "before":
            raise _away()
        with getattr(self._database, kind)() as connection:
            yield connection
            if self._number == self._at and self._how == "within":
                raise _away()
        if self._number == self._at:
            raise _away()

    def reading(self) -> Any:
        return self._some("reading")

    def editing(self) -> Any:
        return self._some("editing")


def _away() -> StoreAway:
    return StoreAway(Words("断了。", "Cut."))


@contextmanager
def pieces_sent(database: PostgresDatabase) -> Iterator[list[int]]:
    """The numbers of the pieces that are sent meanwhile."""
    sent: list[int] = []

    def heard(conn: Any, cursor: Any, statement: str, given: Any, *rest: Any) -> None:
        if statement.startswith("INSERT INTO blob_pieces"):
            sent.append(given["piece"])

    event.listen(database.engine, "before_cursor_execute", heard)
    yield sent
    event.remove(database.engine, "before_cursor_execute", heard)


def fetched(stock: DatabaseStock, sha256: str, folder: Path) -> bytes:
    target = folder / f"fetched {sha256}"
    stock.fetch(sha256, target)
    data = target.read_bytes()
    target.unlink()
    return data


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 5 * PIECE + 9])
def test_any_size_comes_out_as_it_went_in(
    database: PostgresDatabase, tmp_path: Path, size: int
) -> None:
    stock = DatabaseStock(database)
    sha256, path = a_blob(tmp_path, os.urandom(size))
    assert not stock.holds(sha256)
    stock.store(sha256, path)
    assert stock.holds(sha256)
    assert fetched(stock, sha256, tmp_path) == path.read_bytes()
    with pieces_sent(database) as sent:
        stock.store(sha256, path)
    assert sent == []


@pytest.mark.parametrize("how", ["before", "within", "after"])
def test_a_store_that_breaks_off_anywhere_leaves_all_or_nothing_and_goes_on(
    database: PostgresDatabase, tmp_path: Path, how: str
) -> None:
    whole = DatabaseStock(database)
    with pieces_sent(database) as sent:
        for at in count(1):
            sent.clear()
            sha256, path = a_blob(tmp_path, os.urandom(3 * PIECE + 1))
            try:
                DatabaseStock(Cut(database, at, how)).store(sha256, path)  # type: ignore[arg-type]
                broke = False
            except StoreAway:
                broke = True
            if whole.holds(sha256):
                assert fetched(whole, sha256, tmp_path) == path.read_bytes()
            whole.store(sha256, path)
            assert fetched(whole, sha256, tmp_path) == path.read_bytes()
            lost = 1 if how == "within" else 0  # the piece in the air is sent again
            assert len(sent) <= 4 + lost, f"cut at {at}"
            if not broke:
                assert at > 4
                return


@pytest.mark.parametrize("how", ["before", "within", "after"])
def test_a_fetch_that_breaks_off_anywhere_goes_on(
    database: PostgresDatabase, tmp_path: Path, how: str
) -> None:
    stock = DatabaseStock(database)
    sha256, path = a_blob(tmp_path, os.urandom(3 * PIECE + 1))
    stock.store(sha256, path)
    for at in count(1):
        target = tmp_path / f"fetched{at}"
        try:
            DatabaseStock(Cut(database, at, how)).fetch(sha256, target)  # type: ignore[arg-type]
        except StoreAway:
            assert not target.exists()
            part = target.with_name(target.name + ".part")
            assert not part.exists() or path.read_bytes().startswith(part.read_bytes())
            assert at < 3 or part.stat().st_size >= (at - 2) * PIECE - PIECE
            stock.fetch(sha256, target)
            assert target.read_bytes() == path.read_bytes()
        else:
            assert at > 4
            assert target.read_bytes() == path.read_bytes()
            return


def test_a_piece_of_somebody_elses_making_is_found_and_replaced(
    database: PostgresDatabase, tmp_path: Path
) -> None:
    stock = DatabaseStock(database)
    sha256, path = a_blob(tmp_path, os.urandom(2 * PIECE + 1))
    data = path.read_bytes()
    stock._put(sha256, 0, data[:PIECE])
    stock._put(sha256, 1, b"x" * PIECE)
    stock._put(sha256, 7, b"y")
    with pieces_sent(database) as sent:
        stock.store(sha256, path)
    assert sorted(sent) == [1, 2]
    assert fetched(stock, sha256, tmp_path) == data


def test_desks_that_bring_in_the_same_blob_at_once_do_no_harm(shared: URL, tmp_path: Path) -> None:
    desks = [PostgresDatabase(shared) for _ in range(4)]
    sha256, path = a_blob(tmp_path, os.urandom(4 * PIECE))
    ready, wrong = threading.Barrier(len(desks)), list[ButlerError]()

    def store(desk: PostgresDatabase) -> None:
        ready.wait()
        try:
            DatabaseStock(desk).store(sha256, path)
        except ButlerError as error:
            wrong.append(error)

    threads = [threading.Thread(target=store, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert fetched(DatabaseStock(desks[0]), sha256, tmp_path) == path.read_bytes()
    for desk in desks:
        desk.close()


def test_what_nobody_brought_is_told_as_gone(database: PostgresDatabase, tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="没有附件") as refused:
        DatabaseStock(database).fetch("ab" * 32, tmp_path / "fetched")
    assert not isinstance(refused.value, StoreAway)


def test_no_client_makes_a_blob_whole_that_is_not_or_touches_one_that_is(
    database: PostgresDatabase, shared: URL, server: Server, tmp_path: Path
) -> None:
    stock = DatabaseStock(database)
    sha256, path = a_blob(tmp_path, os.urandom(PIECE + 1))
    part = "ab" * 32
    stock.store(sha256, path)
    stock._put(part, 0, b"half")
    owner = shared.set(username="owner")
    refused = {
        f"INSERT INTO blobs VALUES ('{part}', 4)": shared,
        f"DELETE FROM blob_pieces WHERE sha256 = '{sha256}'": shared,
        f"UPDATE blobs SET byte_size = 3 WHERE sha256 = '{sha256}'": owner,
        f"UPDATE blob_pieces SET data = 'x' WHERE sha256 = '{sha256}'": owner,
        f"DELETE FROM blobs WHERE sha256 = '{sha256}'": owner,
    }
    for statement, who in refused.items():
        with pytest.raises(psycopg.Error) as answer:
            server.sql(statement, who)
        assert answer.value.sqlstate == "BU001", statement
    server.sql(f"INSERT INTO blob_pieces VALUES ('{sha256}', 9, 'more')", shared)  # is passed over
    assert server.sql(f"SELECT count(*) FROM blob_pieces WHERE sha256 = '{sha256}'", shared) == [
        (2,)
    ]
    assert fetched(stock, sha256, tmp_path) == path.read_bytes()


def test_an_auditor_reads_and_brings_nothing_in(
    database: PostgresDatabase, shared: URL, server: Server, tmp_path: Path
) -> None:
    sha256, path = a_blob(tmp_path, b"licence")
    DatabaseStock(database).store(sha256, path)
    auditor = PostgresDatabase(server.signed_in(shared.set(username="owner"), "审计", Role.AUDITOR))
    try:
        assert fetched(DatabaseStock(auditor), sha256, tmp_path) == b"licence"
        with pytest.raises(Refused, match="权限"):
            DatabaseStock(auditor).store(*a_blob(tmp_path, b"another"))
    finally:
        auditor.close()
