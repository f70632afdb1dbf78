"""SQLite: the database of one desk, in one file.

Through ``sqlcipher3`` as the only driver, the same SQLite on every machine.
``BEGIN`` is ours (the driver's own does not roll back savepoints or a failed
migration): deferred for reading, IMMEDIATE for editing.
"""

from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from butler_desktop.domain.canonical import json_text
from butler_desktop.errors import ButlerError, StoreUnavailable
from butler_desktop.storage.database import Database
from butler_desktop.storage.moved import SAYS, moved
from butler_desktop.words import Words

BUSY_MS = 10_000
"""How long a desk waits while another writes."""

_EDIT = "butler_edit"
_OURS = {"alembic_version", "journal", "orders"}


class SqliteDatabase(Database):
    """The database in a file."""

    is_shared = False
    to_read = {_EDIT: False}  # noqa: RUF012 - never changed
    to_edit = {_EDIT: True}  # noqa: RUF012

    def __init__(self, path: Path) -> None:
        self.path = path
        self.engine = _engine(path)

    @property
    def name(self) -> str:
        return str(self.path)

    def copy_to(self, target: Path) -> None:
        """Copies what is committed, as of one moment, to ``target``; whole or not at all.

        Not as a file: on POSIX, closing that would drop the locks of all who
        have the database open in this process. Raises StoreUnavailable.
        """
        draft = target.with_name(target.name + ".part")
        try:
            draft.unlink(missing_ok=True)
            with self.reading() as ours, closing(sqlcipher3.dbapi2.connect(str(draft))) as copy:
                ours.connection.driver_connection.backup(copy)  # type: ignore[union-attr]
            draft.replace(target)
        except (OSError, sqlcipher3.dbapi2.Error) as error:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise StoreUnavailable(
                Words(f"留存不了 {target}：{error}。", f"{target} cannot be kept: {error}."),
                Words(
                    "腾出空间或检查权限后再打开。", "Make room or check permissions, then open it."
                ),
            ) from error

    def told(self, error: DBAPIError) -> ButlerError:
        text = str(error.orig).lower()
        place = self.name
        if SAYS in text:
            return moved(place, str(error.orig).partition(SAYS)[2])
        if "locked" in text or "busy" in text:
            return StoreUnavailable(
                Words(f"数据库 {place} 正被占用。", f"The database {place} is busy."),
                Words("稍后再试。", "Try again in a moment."),
            )
        if "full" in text:
            return StoreUnavailable(
                Words(
                    f"磁盘已满，没有写入 {place}。", f"The disk is full; {place} was not written."
                ),
                Words("腾出空间后再试。", "Make room and try again."),
            )
        if "readonly" in text or "read-only" in text:
            return StoreUnavailable(
                Words(f"没有写入 {place} 的权限。", f"{place} cannot be written."),
                Words("检查文件权限。", "Check its permissions."),
            )
        if "not a database" in text or "malformed" in text:
            return StoreUnavailable(
                Words(f"{place} 不是数据库或已损坏。", f"{place} is no database or is damaged."),
                Words("从备份恢复，或另选一个文件。", "Restore a backup or choose another file."),
            )
        return StoreUnavailable(
            Words(f"打不开数据库 {place}。", f"The database {place} cannot be used."),
            Words(f"数据库的说法：{error.orig}", f"The database says: {error.orig}"),
        )


def is_foreign(path: Path) -> bool:
    """Whether the file is another program's database, asked without a trace.

    Nothing is locked, recovered, or made beside the file; so a log that lies
    there is not read either, and a file with all in its log is not foreign.
    """
    if not path.is_file():
        return False
    place = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlcipher3.dbapi2.connect(place, uri=True)) as connection:
            found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            tables = {name for (name,) in found}
    except sqlcipher3.dbapi2.DatabaseError:
        return False  # no database, or a damaged one: whoever opens it will say so
    return bool(tables) and not tables >= _OURS


def _engine(path: Path) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=lambda: _connect(path),
        poolclass=QueuePool,
        json_serializer=json_text,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _connect(path: Path) -> Any:
    connection = sqlcipher3.dbapi2.connect(
        str(path), timeout=BUSY_MS / 1000, check_same_thread=False, isolation_level=None
    )
    for pragma in (
        f"busy_timeout = {BUSY_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _begin(connection: Connection) -> None:
    edit = connection.get_execution_options().get(_EDIT, True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if edit else "BEGIN")
