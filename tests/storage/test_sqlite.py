"""A file of another program: refused as it lies there, not a byte of it changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from butler_desktop.errors import StoreUnavailable
from butler_desktop.storage.sqlite import is_foreign
from butler_desktop.storage.workspace import open_workspace
from tests.builders import a_dossier, a_workspace
from tests.storage.locks import LOCKS, locks_on

pytestmark = pytest.mark.sqlite


def a_foreign_file(path: Path, journal: str, *tables: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {journal}")
        for table in tables:
            connection.execute(f"CREATE TABLE {table} (version_num TEXT)")
            connection.execute(f"INSERT INTO {table} VALUES ('0001')")
        connection.commit()


def lying_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("tables", [("sheets",), ("alembic_version", "sheets"), ("orders",)])
@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
@pytest.mark.parametrize("make", [True, False])
def test_a_foreign_file_is_refused_as_it_is(
    tmp_path: Path, journal: str, tables: tuple[str, ...], make: bool
) -> None:
    a_foreign_file(tmp_path / "butler.db", journal, *tables)
    before = lying_in(tmp_path)
    with pytest.raises(StoreUnavailable, match="别的程序"):
        open_workspace(tmp_path / "butler.db", actor="x", station="x", make=make)
    assert lying_in(tmp_path) == before


@pytest.fixture
def open_elsewhere(tmp_path: Path) -> Iterator[Path]:
    """A file that its own program has open, with rows that only its log holds."""
    path = tmp_path / "butler.db"
    a_foreign_file(path, "WAL", "sheets")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO sheets VALUES ('in the log')")
        connection.commit()
        yield path


def test_a_foreign_file_in_use_keeps_its_log(open_elsewhere: Path) -> None:
    before = lying_in(open_elsewhere.parent)
    assert before["butler.db-wal"]
    with pytest.raises(StoreUnavailable, match="别的程序"):
        open_workspace(open_elsewhere, actor="x", station="x")
    assert lying_in(open_elsewhere.parent) == before


def test_a_foreign_file_that_is_only_a_log_yet_is_refused(tmp_path: Path) -> None:
    """Opening must read the log; its rows stay what they were, and none of ours come in."""
    path = tmp_path / "butler.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE sheets (title TEXT)")
        connection.commit()
        with pytest.raises(StoreUnavailable, match="别的程序"):
            open_workspace(path, actor="x", station="x")
        tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
        assert tables == [("sheets",)]


def test_our_own_file_is_known_while_all_of_it_is_still_in_the_log(tmp_path: Path) -> None:
    """As a power cut leaves it right after it was made."""
    workspace = a_workspace(tmp_path)
    with workspace.editing() as work:
        work.save(None, a_dossier(), "order.enter")
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for name, data in lying_in(tmp_path).items():
        if not name.endswith("-shm"):
            (crashed / name).write_bytes(data)
    workspace.close()
    again = a_workspace(crashed)
    with again.reading() as work:
        assert work.connection.exec_driver_sql("SELECT count(*) FROM orders").scalar() == 1
    again.close()


@pytest.mark.skipif(not LOCKS.exists(), reason="asks Linux for the locks")
def test_a_second_look_at_a_file_does_not_unlock_what_is_open(tmp_path: Path) -> None:
    """On POSIX, closing a file drops all locks that the process has on it."""
    workspace = a_workspace(tmp_path)
    before = locks_on(tmp_path / "butler.db")
    assert before
    assert not is_foreign(tmp_path / "butler.db")
    a_workspace(tmp_path).close()
    assert locks_on(tmp_path / "butler.db") == before
    workspace.close()
