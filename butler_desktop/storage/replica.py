"""What a file is a replica of: its shared database, its desk, and how far it has come."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from butler_desktop.storage.replica_schema import replica
from butler_desktop.storage.sqlite import SqliteDatabase


@dataclass(frozen=True, slots=True)
class Replica:
    """A file's tie to a shared database.

    ``place`` is the shared journal's place up to which everything is here;
    empty before the first round. ``rounds`` counts the rounds that were
    finished, here and in the shared database: where the two differ, one of
    them was restored. ``pause`` says why sync waits until somebody has looked.
    """

    shared_url: str
    actor: str
    station: str
    mark: int
    epoch: str
    place: str = ""
    blobs: str = ""
    """Where the team's files lie; empty for in the shared database itself."""
    rounds: int = 0
    pause: str = ""
    is_allowed: bool = False
    """The butler has looked at why sync waits, and lets the next round go on."""
    synced_at: datetime | None = None


def replica_of(database: SqliteDatabase) -> Replica | None:
    """What the file is a replica of; None for one that stands alone."""
    with database.reading() as connection:
        return read_replica(connection)


def read_replica(connection: Connection) -> Replica | None:
    """What the file is a replica of; None for one that stands alone."""
    names = [field.name for field in fields(Replica)]
    row = connection.execute(select(*(replica.c[name] for name in names))).mappings().first()
    return Replica(**row) if row else None


def tie(connection: Connection, to: Replica) -> None:
    """Makes the file a replica."""
    values = {field.name: getattr(to, field.name) for field in fields(Replica)}
    connection.execute(insert(replica), {"id": 1, **values})


def note(connection: Connection, **values: Any) -> None:
    """Writes down how far the replica has come."""
    connection.execute(update(replica).values(**values))
