"""The database: every way in which it cannot be had is a sentence with something to do."""

import threading

import pytest
from sqlalchemy import URL

from butler_desktop.errors import StoreUnavailable
from butler_desktop.storage import sqlite
from butler_desktop.storage.sqlite import SqliteDatabase
from butler_desktop.storage.workspace import database_place, open_workspace
from tests.builders import a_dossier, a_workspace


@pytest.fixture
def workspace(tmp_path):
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


def said(refusal) -> str:
    return refusal.value.said("zh_CN")


@pytest.mark.sqlite
def test_a_database_that_another_desk_holds_is_busy(workspace, tmp_path, monkeypatch):
    monkeypatch.setattr(sqlite, "BUSY_MS", 20)
    other = SqliteDatabase(tmp_path / "butler.db")
    with workspace.database.editing(), pytest.raises(StoreUnavailable) as refusal, other.editing():
        pass
    other.close()
    assert "正被占用" in said(refusal)
    assert "稍后再试" in said(refusal)


def test_reading_goes_on_while_another_desk_writes(workspace, tmp_path):
    other = a_workspace(tmp_path)
    dossier = a_dossier()
    with workspace.editing() as work:
        work.save(None, dossier, "order.enter")
        with other.reading() as elsewhere:
            count = elsewhere.connection.exec_driver_sql("SELECT count(*) FROM orders")
            assert count.scalar() == 0
    with other.reading() as elsewhere:
        assert elsewhere.dossier(dossier.order.id).revision == 1
    other.close()


def test_one_reading_sees_one_moment(workspace, tmp_path):
    other = a_workspace(tmp_path)
    with workspace.reading() as work:
        before = work.connection.exec_driver_sql("SELECT count(*) FROM orders").scalar()
        with other.editing() as elsewhere:
            elsewhere.save(None, a_dossier(), "order.enter")
        after = work.connection.exec_driver_sql("SELECT count(*) FROM orders").scalar()
    assert (before, after) == (0, 0)
    other.close()


def test_threads_take_their_own_connections(workspace):
    """Ten threads save at once; each waits for the others, none fails."""
    failures = []

    def save() -> None:
        try:
            for _ in range(5):
                with workspace.editing() as work:
                    work.save(None, a_dossier(), "order.enter")
        except StoreUnavailable as error:
            failures.append(error)

    threads = [threading.Thread(target=save) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with workspace.reading() as work:
        assert work.connection.exec_driver_sql("SELECT count(*) FROM orders").scalar() == 50


@pytest.mark.sqlite
def test_a_file_that_may_not_be_written_is_told(workspace):
    with pytest.raises(StoreUnavailable) as refusal, workspace.editing() as work:
        work.connection.exec_driver_sql("PRAGMA query_only = ON")
        work.connection.exec_driver_sql("DELETE FROM orders")
    assert "没有写入" in said(refusal)
    assert "权限" in said(refusal)


@pytest.mark.sqlite
def test_a_full_disk_is_told_and_nothing_is_half_written(workspace):
    dossier = a_dossier()
    with pytest.raises(StoreUnavailable) as refusal, workspace.editing() as work:
        pages = work.connection.exec_driver_sql("PRAGMA page_count").scalar()
        work.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        work.save(None, dossier, "order.enter")
        for _ in range(200):
            work.save(None, a_dossier(), "order.enter")
    assert "磁盘已满" in said(refusal)
    with workspace.reading() as work:
        assert work.connection.exec_driver_sql("SELECT count(*) FROM orders").scalar() == 0


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "content", [b"a text file of some length\n" * 50, b"SQLite format 3\0 not"]
)
def test_a_file_that_is_no_database_is_told(tmp_path, content):
    (tmp_path / "butler.db").write_bytes(content)
    with pytest.raises(StoreUnavailable) as refusal:
        a_workspace(tmp_path)
    assert "不是数据库或已损坏" in said(refusal)
    assert (tmp_path / "butler.db").read_bytes() == content


@pytest.mark.sqlite
def test_a_database_with_a_damaged_page_is_told(tmp_path):
    workspace = a_workspace(tmp_path)
    with workspace.editing() as work:
        work.save_new([a_dossier() for _ in range(100)], "order.import")
    workspace.close()
    path = tmp_path / "butler.db"
    data = bytearray(path.read_bytes())
    data[4096 : 4096 * 4] = b"\xff" * (4096 * 3)
    path.write_bytes(data)
    workspace = SqliteDatabase(path)
    with pytest.raises(StoreUnavailable), workspace.reading() as connection:
        connection.exec_driver_sql("PRAGMA integrity_check").all()
        connection.exec_driver_sql("SELECT * FROM orders").all()
    workspace.close()


@pytest.mark.sqlite
def test_a_folder_in_its_place_is_told(tmp_path):
    (tmp_path / "butler.db").mkdir()
    with pytest.raises(StoreUnavailable) as refusal:
        a_workspace(tmp_path)
    assert str(tmp_path / "butler.db") in said(refusal)


@pytest.mark.sqlite
def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailable) as refusal:
        open_workspace(tmp_path / "file" / "butler.db", actor="x", station="x")
    assert "另选一个位置" in said(refusal)


@pytest.mark.sqlite
def test_folders_on_the_way_are_made(tmp_path):
    path = tmp_path / "a" / "b" / "butler.db"
    open_workspace(path, actor="x", station="x").close()
    assert path.is_file()


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("desk.db", "desk.db"),
        ("sqlite:///desk.db", "desk.db"),
        ("sqlite:////data/desk.db", "/data/desk.db"),
        ("C:\\data\\desk.db", "C:\\data\\desk.db"),
    ],
)
def test_a_path_and_an_sqlite_url_name_the_same_file(given, path):
    assert str(database_place(given)) == path


@pytest.mark.sqlite
@pytest.mark.parametrize("url", ["mysql://desk@server/butler", "sqlite://server/x"])
def test_an_address_of_something_else_is_told(url):
    with pytest.raises(StoreUnavailable) as refusal:
        database_place(url)
    assert url.split(":", maxsplit=1)[0] in said(refusal)


@pytest.mark.sqlite
def test_the_address_of_a_shared_database_names_butler_server_and_database():
    url = database_place("postgresql://%E6%9E%97%E6%99%93%E9%9B%AF@db.example/butler")
    assert isinstance(url, URL)
    assert (url.username, url.host, url.database) == ("林晓雯", "db.example", "butler")
