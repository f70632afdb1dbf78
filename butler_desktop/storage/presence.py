"""Presence in a shared database: one row for each desk, told anew every few seconds.

The database's clock counts. A desk that stops telling is not seen any more
after a while; its row is taken away by the next one that comes.
"""

from sqlalchemy import ColumnElement, Connection, delete, func, literal_column, select, update
from sqlalchemy.dialects.postgresql import insert

from butler_desktop.domain.presence import Doing, Presence
from butler_desktop.storage.column_types import UtcTime
from butler_desktop.storage.shared_schema import presence

FRESH = 45
"""A desk that has said nothing for so many seconds is gone."""

_NOW = func.clock_timestamp(type_=UtcTime())
_LONG_AGO = literal_column(f"clock_timestamp() - interval '{FRESH} seconds'", UtcTime())


def tell(
    connection: Connection, station: str, actor: str, filing_id: str, doing: Doing, minutes: int
) -> None:
    """Says where this desk is; who listens is told only if it is somewhere else than before."""
    p, told = presence.c, _written(doing, minutes)
    # A trigger tells of every statement that names these columns: an unchanged row names none.
    beat = update(presence).where(p.station == station, p.actor == actor)
    beat = beat.where(p.filing_id == filing_id, p.doing == told).values(at=_NOW)
    if connection.execute(beat).rowcount:
        return
    connection.execute(delete(presence).where(~_is_fresh(), p.station != station))
    values = {"actor": actor, "filing_id": filing_id, "doing": told, "at": _NOW}
    row = insert(presence).values(station=station, **values)
    connection.execute(row.on_conflict_do_update(index_elements=["station"], set_=values))


def leave(connection: Connection, station: str, actor: str) -> None:
    """Says that this desk is at no filing."""
    p = presence.c
    connection.execute(delete(presence).where(p.station == station, p.actor == actor))


def seen(connection: Connection, station: str) -> tuple[Presence, ...]:
    """Where the other desks are, by filing and name."""
    p = presence.c
    query = select(p.actor, p.filing_id, p.doing).where(p.station != station, _is_fresh())
    rows = connection.execute(query.order_by(p.filing_id, p.actor, p.station))
    return tuple(_read(row.actor, row.filing_id, row.doing) for row in rows)


def _is_fresh() -> ColumnElement[bool]:
    return presence.c.at > _LONG_AGO


def _written(doing: Doing, minutes: int) -> str:
    return f"{doing}:{minutes}" if minutes else doing.value


def _read(actor: str, filing_id: str, told: str) -> Presence:
    doing, _, minutes = told.partition(":")
    known = doing in list(Doing)  # a newer version may know more
    return Presence(actor, filing_id, Doing(doing) if known else Doing.LOOKING, int(minutes or 0))
