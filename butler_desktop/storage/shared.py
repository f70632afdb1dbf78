"""A shared database from its owner's side: made, brought up to date, butlers added, looked at."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime

import psycopg
from sqlalchemy import Connection, func, inspect, select, text
from sqlalchemy.dialects.postgresql import insert

from butler_desktop.domain.role import Role
from butler_desktop.errors import Refused, StoreUnavailable
from butler_desktop.storage.postgres import PostgresDatabase
from butler_desktop.storage.roles import GROUPS, make_groups, refuse_without_roles
from butler_desktop.storage.schema import journal, orders
from butler_desktop.storage.shared_schema import desks, facts
from butler_desktop.storage.upgrade import HEAD, migrate, refuse_too_new, schema_version
from butler_desktop.storage.work import database_now
from butler_desktop.words import Words

UPGRADE_LOCK = 4_711_000
"""The advisory lock of who brings the schema up to date."""

EPOCH, BLOBS = "epoch", "blobs"
LONGEST_NAME = 63  # bytes, of a role in PostgreSQL


@dataclass(frozen=True, slots=True)
class DeskSeen:
    """A replica that the shared database knows. ``seen_at`` is UTC."""

    station: str
    mark: int
    actor: str
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class SharedStatus:
    """How a shared database stands. ``clock`` is its own, in UTC."""

    schema: str
    desks: tuple[DeskSeen, ...]
    orders: int
    journal_head: int
    """How many acts its journal holds."""
    clock: datetime
    blobs: str
    """Where the files lie; empty for in the database itself."""


def init_shared(database: PostgresDatabase, blobs: str | None = None) -> bool:
    """Makes schema and roles, or brings them up to date; returns whether anything changed.

    ``blobs`` names the place of the files anew. Raises StoreUnavailable for
    another program's database, StoreTooNew.
    """
    with database.editing() as connection:
        connection.execute(select(func.pg_advisory_xact_lock(UPGRADE_LOCK)))
        version = schema_version(connection)
        refuse_too_new(database, version)
        if version is None and inspect(connection).get_table_names():
            raise StoreUnavailable(
                Words(
                    f"{database.name} 里已有别的程序的表。",
                    f"{database.name} holds another program's tables.",
                ),
                Words("另建一个空库。", "Make an empty database."),
            )
        if version != HEAD:
            migrate(connection)
            make_groups(connection)
        is_reborn = _begin_epoch(connection)
        is_moved = blobs is not None and blobs != fact(connection, BLOBS)
        if blobs is not None and is_moved:
            _tell_fact(connection, BLOBS, blobs)
    return version != HEAD or is_reborn or is_moved


def add_butler(database: PostgresDatabase, name: str, role: Role, password: str = "") -> bool:
    """Gives somebody a login role of that right; returns whether the role is new.

    Somebody known gets the right in place of the one that he had. Raises Refused.
    """
    is_taken = name in GROUPS.values() or name.startswith("pg_")
    if not name.strip() or len(name.encode()) > LONGEST_NAME or "\0" in name or is_taken:
        raise Refused(
            Words(f"用户名“{name}”不能用。", f"“{name}” cannot be a name."),
            Words("用 1 至 21 个汉字，或 63 个字母以内。", "Use 1 to 63 bytes."),
        )
    with database.editing() as connection:
        refuse_without_roles(connection)
        # SQLAlchemy's own quoting doubles per cent signs, for statements with parameters.
        quoted = '"' + name.replace('"', '""') + '"'
        known = connection.scalar(
            text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": name}
        )
        if known is None:
            _ddl(connection, f"CREATE ROLE {quoted} LOGIN")
        for group in GROUPS.values():
            if group != GROUPS[role]:
                _ddl(connection, f"REVOKE {group} FROM {quoted}")
        _ddl(connection, f"GRANT {GROUPS[role]} TO {quoted}")
        if password:
            # Hashed here: a statement may end up in the server's log.
            driver = connection.connection.driver_connection
            if not isinstance(driver, psycopg.Connection):
                raise AssertionError("another driver than psycopg")
            secret = driver.pgconn.encrypt_password(
                password.encode(), name.encode(), b"scram-sha-256"
            ).decode()
            _ddl(connection, f"ALTER ROLE {quoted} PASSWORD '{secret}'")
    return known is None


def shared_status(database: PostgresDatabase) -> SharedStatus:
    """How the database stands."""
    with database.reading() as connection:
        rows = connection.execute(select(desks).order_by(desks.c.mark))
        return SharedStatus(
            schema=schema_version(connection) or "",
            desks=tuple(
                DeskSeen(row.station, row.mark, row.actor, row.seen_at.astimezone(UTC))
                for row in rows
            ),
            orders=connection.scalar(select(func.count()).select_from(orders)) or 0,
            journal_head=connection.scalar(select(func.count()).select_from(journal)) or 0,
            clock=database_now(connection),
            blobs=fact(connection, BLOBS),
        )


def fact(connection: Connection, name: str) -> str:
    """One of the team's facts; empty where it was never told."""
    return connection.scalar(select(facts.c.value).where(facts.c.name == name)) or ""


def epoch(connection: Connection) -> str:
    """Which life of the database this is; empty where it was restored and not looked at yet."""
    told = fact(connection, EPOCH)
    return told if told.startswith(_identity(connection) + "/") else ""


def _begin_epoch(connection: Connection) -> bool:
    """After a restore elsewhere the places in the journal mean nothing: they begin anew."""
    if epoch(connection):
        return False
    connection.exec_driver_sql("UPDATE journal SET xid = pg_current_xact_id()")
    _tell_fact(connection, EPOCH, f"{_identity(connection)}/{uuid.uuid4()}")
    return True


def _identity(connection: Connection) -> str:
    """The server's and the database's own identifiers: a restored copy has others."""
    query = "SELECT system_identifier::text || '/' || oid::text FROM pg_control_system(), "
    query += "pg_database WHERE datname = current_database()"
    return str(connection.scalar(text(query)))


def _tell_fact(connection: Connection, name: str, value: str) -> None:
    row = insert(facts).values(name=name, value=value)
    connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def _ddl(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(statement, execution_options={"no_parameters": True})
