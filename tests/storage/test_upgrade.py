"""Upgrades: a fresh database, an old one, one of tomorrow, and a migration that breaks off."""

import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from butler_desktop.errors import StoreTooNew, StoreUnavailable
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.history import verify
from butler_desktop.storage import upgrade as upgrading
from butler_desktop.storage.replica_schema import replica_metadata
from butler_desktop.storage.schema import metadata
from butler_desktop.storage.sqlite import SqliteDatabase
from butler_desktop.storage.upgrade import HEAD, MIGRATIONS, schema_version, upgrade
from tests.builders import a_dossier, a_workspace
from tests.storage.locks import LOCKS, locks_on
from tests.storage.stocks import files_no_larger_than

pytestmark = pytest.mark.sqlite

OLD = Path(__file__).resolve().parents[1] / "data" / "databases"

BREAKS_OFF = '''"""Adds a table, then breaks off."""

import sqlalchemy as sa
from alembic import op

revision = "9000"
down_revision = "{head}"


def upgrade() -> None:
    op.create_table("half", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("UPDATE orders SET customer = 'half done'")
    {end}
'''


@pytest.fixture
def database(tmp_path):
    opened = SqliteDatabase(tmp_path / "butler.db")
    yield opened
    opened.close()


@pytest.fixture
def tomorrow(tmp_path, monkeypatch):
    """A program with one more migration; called with how that one ends."""

    def made(end: str) -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(MIGRATIONS, folder)
        script = BREAKS_OFF.format(head=HEAD, end=end)
        (folder / "versions" / "9000_half.py").write_text(script, "utf-8")
        monkeypatch.setattr(upgrading, "MIGRATIONS", folder)
        monkeypatch.setattr(upgrading, "HEAD", "9000")

    return made


def test_a_fresh_database_stands_at_the_newest_migration(database):
    upgrade(database)
    with database.reading() as connection:
        assert schema_version(connection) == HEAD
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_the_newest_migration_is_the_newest_file():
    names = sorted(path.stem for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert names[-1].startswith(f"{HEAD}_")
    assert all(re.match(r"\d{4}_[a-z_]+$", name) for name in names)


def _is_ours(name, kind, parents):
    """All but what the database keeps for its index of search terms."""
    return not (name or "").startswith("search_index")


def test_the_migrations_make_the_tables_that_the_program_knows(database):
    upgrade(database)
    with database.reading() as connection:
        options = {"compare_type": True, "include_name": _is_ours}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, [metadata, replica_metadata]) == []


def test_nothing_is_done_twice(database):
    upgrade(database)
    upgrade(database)
    assert list(database.path.parent.glob("*before*")) == []


def test_a_database_of_a_newer_program_is_left_alone(database):
    upgrade(database)
    with database.editing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9099'")
    with pytest.raises(StoreTooNew) as refusal:
        upgrade(database)
    assert "9099" in refusal.value.sentence.zh
    assert "更新程序" in refusal.value.said("zh_CN")


def test_an_old_database_is_kept_aside_before_it_changes(tmp_path, tomorrow):
    workspace = a_workspace(tmp_path)
    dossier = a_dossier()
    with workspace.editing() as work:
        work.save(None, dossier, "order.enter")
    tomorrow("pass")
    # The log is not yet written back: what is kept aside must hold it as well.
    upgrade(workspace.database)
    (aside,) = tmp_path.glob(f"*.before-{HEAD}-to-9000")
    kept = SqliteDatabase(aside)
    with kept.reading() as connection:
        assert schema_version(connection) == HEAD
        customers = connection.exec_driver_sql("SELECT customer FROM orders").scalars().all()
        assert customers == [dossier.order.customer]
    kept.close()
    with workspace.database.reading() as connection:
        assert schema_version(connection) == "9000"
    workspace.close()


def test_a_migration_that_breaks_off_leaves_the_old_database(tmp_path, tomorrow):
    workspace = a_workspace(tmp_path)
    with workspace.editing() as work:
        order_id = work.save(None, a_dossier(), "order.enter").order.id
    tomorrow("raise RuntimeError('the power is gone')")
    with pytest.raises(RuntimeError):
        upgrade(workspace.database)
    with workspace.reading() as work:
        assert schema_version(work.connection) == HEAD
        tables = work.connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
        assert "half" not in tables
        assert verify(work, order_id) == ()
    workspace.close()


def test_a_first_migration_that_breaks_off_leaves_an_empty_file(database, tomorrow):
    tomorrow("raise RuntimeError('the power is gone')")
    with pytest.raises(RuntimeError):
        upgrade(database)
    with database.reading() as connection:
        assert schema_version(connection) is None
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar() == 0


def test_without_room_for_the_copy_nothing_is_upgraded(tmp_path, tomorrow):
    workspace = a_workspace(tmp_path)
    with workspace.editing() as work:
        work.save_new([a_dossier() for _ in range(50)], "order.import")
    tomorrow("pass")
    with files_no_larger_than(50_000), pytest.raises(StoreUnavailable) as refusal:
        upgrade(workspace.database)
    assert "留存不了" in refusal.value.said("zh_CN")
    assert "腾出空间" in refusal.value.said("zh_CN")
    assert list(tmp_path.glob("*before*")) == []
    with workspace.reading() as work:
        assert schema_version(work.connection) == HEAD
    workspace.close()


@pytest.mark.skipif(not LOCKS.exists(), reason="asks Linux for the locks")
def test_keeping_it_aside_does_not_unlock_what_is_open(tmp_path, tomorrow):
    """On POSIX, closing a file drops all locks that the process has on it."""
    workspace = a_workspace(tmp_path)
    before = locks_on(tmp_path / "butler.db")
    tomorrow("pass")
    upgrade(workspace.database)
    assert before
    assert locks_on(tmp_path / "butler.db") == before
    workspace.close()


def test_another_programs_database_is_refused(database):
    with sqlite3.connect(database.path) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    with pytest.raises(StoreUnavailable, match="别的程序"):
        upgrade(database)


def test_a_place_without_a_database_can_be_left_as_it_is(database):
    with pytest.raises(StoreUnavailable, match="没有数据库"):
        upgrade(database, make=False)


@pytest.mark.parametrize("path", sorted(OLD.glob("*.db")), ids=lambda path: path.stem)
def test_the_database_of_every_release_opens_and_is_whole(tmp_path, path):
    shutil.copy(path, tmp_path / "butler.db")
    workspace = a_workspace(tmp_path)
    with workspace.reading() as work:
        assert schema_version(work.connection) == HEAD
        orders = work.connection.exec_driver_sql("SELECT id FROM orders").scalars().all()
        filings = work.connection.exec_driver_sql("SELECT id FROM filings").scalars().all()
        assert orders
        assert filings
        assert [verify(work, order) for order in orders] == [()] * len(orders)
        for filing in filings:
            assert filing_view(work, filing).history
    workspace.close()


def test_ratings_of_before_stay_on_their_filings(database):
    shutil.copy(OLD / "0011.db", database.path)
    with sqlite3.connect(database.path) as connection:
        connection.execute(
            "INSERT INTO ratings SELECT 'r1', order_id, id, 5, 4, '很快', due_at FROM filings"
            " WHERE due_at IS NOT NULL LIMIT 1"
        )
        kept = connection.execute("SELECT * FROM ratings").fetchall()
    connection.close()
    assert kept
    upgrade(database)
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT * FROM ratings").fetchall() == kept
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []


def test_this_release_has_its_database_among_them():
    assert (OLD / f"{HEAD}.db").exists()
