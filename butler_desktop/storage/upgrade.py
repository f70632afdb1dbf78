"""Bringing a database up to date: the schema's version, migrations, the copy made before.

Alembic is imported only when there is something to do: most starts have
nothing.
"""

import threading
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from butler_desktop.errors import StoreTooNew, StoreTooOld, StoreUnavailable
from butler_desktop.storage.database import Database
from butler_desktop.storage.sqlite import SqliteDatabase, is_foreign
from butler_desktop.words import Words

HEAD = "0014"
"""The newest migration; a test compares it with the folder."""

MIGRATIONS = Path(__file__).parent / "migrations"

_MIGRATING = threading.Lock()
"""Alembic keeps what it is at in a module: two threads would take it from each other."""


def upgrade(database: SqliteDatabase, *, make: bool = True) -> None:
    """Brings a file to ``HEAD`` after copying it aside; with ``make`` makes it anew.

    Raises StoreTooNew for a database that a newer version made, and
    StoreUnavailable for a file that holds none of ours.
    """
    path = database.path
    if is_foreign(path):
        raise _of_another_program(database)
    with database.reading() as connection:
        version = schema_version(connection)
        if version is None and inspect(connection).get_table_names():
            raise _of_another_program(database)  # all of which was in its log
    if version == HEAD:
        return
    if version is None and not make:
        raise none_there(path)
    refuse_too_new(database, version)
    if version is not None:
        database.copy_to(path.with_name(f"{path.name}.before-{version}-to-{HEAD}"))
    with database.editing() as connection:
        # Another desk may have done it while this one waited for the lock.
        if schema_version(connection) != HEAD:
            migrate(connection)


def check_version(database: Database) -> None:
    """Refuses a shared database that stands at another version: its owner brings it up to date.

    Raises StoreTooNew, StoreTooOld, and StoreUnavailable where nothing is set up.
    """
    with database.reading() as connection:
        version = schema_version(connection)
    refuse_too_new(database, version)
    if version is None:
        raise StoreUnavailable(
            Words(f"共享库 {database.name} 还没有建好。", f"{database.name} is not set up yet."),
            Words("请管理员运行 shared init。", "Have its owner run shared init."),
        )
    if version < HEAD:
        raise StoreTooOld(
            Words(
                f"共享库 {database.name} 还是旧结构 {version}（本程序需要 {HEAD}）。",
                f"{database.name} is at schema {version}; this program needs {HEAD}.",
            ),
            Words("请管理员运行 shared init。", "Have its owner run shared init."),
        )


def refuse_too_new(database: Database, version: str | None) -> None:
    """Raises StoreTooNew for a database that a newer program made."""
    if version is not None and version > HEAD:
        raise StoreTooNew(
            Words(
                f"{database.name} 由更新版本的程序建立（结构 {version}，本程序到 {HEAD}）。",
                f"{database.name} was made by a newer version (schema {version}, here {HEAD}).",
            ),
            Words("请更新程序。", "Update the program."),
        )


def _of_another_program(database: SqliteDatabase) -> StoreUnavailable:
    return StoreUnavailable(
        Words(f"{database.name} 是别的程序的数据库。", f"{database.name} is another program's."),
        Words("另选一个文件。", "Choose another file."),
    )


def none_there(path: Path) -> StoreUnavailable:
    """The refusal to work on a database that is not there."""
    return StoreUnavailable(
        Words(f"没有数据库 {path}。", f"There is no database {path}."),
        Words(
            "先用 import-orders 导入订单，或用 --database 指明位置。",
            "Take orders in with import-orders first, or name another place with --database.",
        ),
    )


def schema_version(connection: Connection) -> str | None:
    """The migration that the database stands at; None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.execute(
        text("SELECT version_num FROM alembic_version")
    ).scalar()
    return version


def migrate(connection: Connection) -> None:
    """Runs what lacks of the migrations, in the connection's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    with _MIGRATING:
        command.upgrade(config, "head")
