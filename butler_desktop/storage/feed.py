"""The feed: what was written into the journal since a desk last looked, by anybody.

A place in the journal is a text that only this module understands. In an
SQLite file, written by one desk at a time, it is the row that was written
last. On PostgreSQL transactions commit out of order: there it is the horizon,
the oldest transaction that was still under way; every row of an older one was
visible. A look gives the rows of that and later transactions, some of them for
the second time.
"""

from sqlalchemy import Connection, Integer, func, literal_column, select, text

from butler_desktop.storage.schema import journal

_row = literal_column("journal.rowid", Integer)
_HORIZON = text("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")


def place(connection: Connection) -> str:
    """Where the journal ends now."""
    if connection.dialect.name == "postgresql":
        return str(connection.scalar(_HORIZON))
    return str(connection.scalar(select(func.max(_row)).select_from(journal)) or 0)


def since(connection: Connection, seen: str) -> list[tuple[str, str]] | None:
    """The acts written after the place ``seen``: (id, order id).

    None where the place says nothing any more: the database was packed or
    restored.
    """
    now = int(place(connection))
    if now < int(seen):
        return None
    rows = select(journal.c.id, journal.c.order_id)
    if connection.dialect.name == "postgresql":
        rows = rows.where(text("journal.xid >= CAST(:seen AS xid8)").bindparams(seen=seen))
    else:
        rows = rows.where(_row > int(seen)).order_by(_row)
    return [(row.id, row.order_id) for row in connection.execute(rows)]
