"""Bringing a database up to date: the schema's version, migrations, the copy made before.

Alembic is imported only when there is something to do: most starts have
nothing.
"""

import shutil
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from butler_desktop.errors import StoreTooNew
from butler_desktop.storage.database import Database
from butler_desktop.words import Words

HEAD = "0001"
"""The newest migration; a test compares it with the folder."""

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(database: Database) -> None:
    """Makes the schema, or brings it to ``HEAD`` after copying the file aside.

    Raises StoreTooNew for a database that a newer version made.
    """
    database.path.parent.mkdir(parents=True, exist_ok=True)
    with database.reading() as connection:
        version = schema_version(connection)
    if version == HEAD:
        return
    if version is not None and version > HEAD:
        raise StoreTooNew(
            Words(
                f"{database.path} 由更新版本的程序建立（结构 {version}，本程序到 {HEAD}）。",
                f"{database.path} was made by a newer version (schema {version}, here {HEAD}).",
            ),
            Words("请更新程序。", "Update the program."),
        )
    if version is not None:
        _copy_aside(database, version)
    with database.editing() as connection:
        # Another desk may have done it while this one waited for the lock.
        if schema_version(connection) != HEAD:
            _migrate(connection)


def schema_version(connection: Connection) -> str | None:
    """The migration that the database stands at; None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.execute(
        text("SELECT version_num FROM alembic_version")
    ).scalar()
    return version


def _copy_aside(database: Database, version: str) -> None:
    aside = database.path.with_name(f"{database.path.name}.before-{version}-to-{HEAD}")
    with database.editing() as connection:
        connection.exec_driver_sql("SELECT 1")
        shutil.copy2(database.path, aside)
        wal = database.path.with_name(database.path.name + "-wal")
        if wal.exists():
            shutil.copy2(wal, aside.with_name(aside.name + "-wal"))


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
