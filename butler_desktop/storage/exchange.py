"""The exchange: what a replica asks of the shared database, and what it writes on both sides.

Each function is some statements in a transaction that the caller holds.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, delete, func, insert, or_, select, text, update

from butler_desktop.domain.changes import Change, Records
from butler_desktop.domain.dossier import Dossier, to_records
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.errors import StoreUnavailable
from butler_desktop.storage.dossiers import load_dossier, rows_of, write_rows
from butler_desktop.storage.journal import ORIGIN, digest_of_changes, digest_of_row
from butler_desktop.storage.outbox import Standing
from butler_desktop.storage.replica_schema import outbox
from butler_desktop.storage.schema import KIND_TABLES, filings, journal, orders
from butler_desktop.storage.shared_schema import desks
from butler_desktop.words import Words

Row = dict[str, Any]
BLOCK = 200
"""Orders asked for in one statement."""


@dataclass(frozen=True, slots=True)
class Head:
    """The end of an order's journal."""

    revision: int = 0
    digest: str = ORIGIN


def heads(connection: Connection, order_ids: Sequence[str] | None = None) -> dict[str, Head]:
    """The heads of these orders, or of all."""
    j = journal.c
    newest = select(j.order_id, func.max(j.revision).label("revision")).group_by(j.order_id)
    if order_ids is not None:
        newest = newest.where(j.order_id.in_(order_ids))
    return _heads(connection, newest)


def _heads(connection: Connection, newest: Select[Any]) -> dict[str, Head]:
    j, last = journal.c, newest.subquery()
    rows = select(j.order_id, j.revision, j.digest).join(
        last, and_(last.c.order_id == j.order_id, last.c.revision == j.revision)
    )
    return {row.order_id: Head(row.revision, row.digest) for row in connection.execute(rows)}


def shared_heads(connection: Connection, order_ids: Sequence[str] | None = None) -> dict[str, Head]:
    """Up to where the journals here are shared, of these orders or of all."""
    j = journal.c
    own = select(outbox.c.act_id).where(outbox.c.standing == Standing.QUEUED)
    newest = select(j.order_id, func.max(j.revision).label("revision"))
    newest = newest.where(j.id.not_in(own)).group_by(j.order_id)
    if order_ids is not None:
        newest = newest.where(j.order_id.in_(order_ids))
    return _heads(connection, newest)


def digests_at(connection: Connection, revisions: Mapping[str, int]) -> dict[str, str]:
    """The digest of each of these orders at a revision."""
    found: dict[str, str] = {}
    wanted, j = list(revisions.items()), journal.c
    for start in range(0, len(wanted), BLOCK):
        block = wanted[start : start + BLOCK]
        at = or_(*(and_(j.order_id == id_, j.revision == revision) for id_, revision in block))
        rows = connection.execute(select(j.order_id, j.digest).where(at))
        found |= {row.order_id: row.digest for row in rows}
    return found


def rows_after(connection: Connection, known: Mapping[str, int]) -> dict[str, list[Row]]:
    """The journal rows of these orders later than the revision known of each, in order."""
    found: dict[str, list[Row]] = {}
    wanted = list(known.items())
    j = journal.c
    for start in range(0, len(wanted), BLOCK):
        block = wanted[start : start + BLOCK]
        later = or_(*(and_(j.order_id == id_, j.revision > seen) for id_, seen in block))
        rows = select(journal).where(later).order_by(j.order_id, j.revision)
        for row in connection.execute(rows).mappings():
            found.setdefault(row["order_id"], []).append(dict(row))
    return found


def check_chain(head: Head, rows: Sequence[Row]) -> None:
    """Refuses rows that do not continue the chain. Raises StoreUnavailable."""
    revision, digest = head.revision, head.digest
    for row in rows:
        revision += 1
        fits = (
            row["revision"] == revision
            and digest_of_changes(row["salt"], row["changes"]) == row["changes_digest"]
            and digest_of_row(digest, row) == row["digest"]
        )
        if not fits:
            raise StoreUnavailable(
                Words(
                    "共享库的日志与本机的接不上，这个订单没有同步。",
                    "The shared journal does not continue the one here; nothing was taken.",
                ),
                Words("请管理员用 journal 订单号 --verify 核对。", "Check it with journal."),
            )
        digest = row["digest"]


def changes_of(row: Row) -> tuple[Change, ...]:
    """The changes of a journal row."""
    return tuple(Change.from_json(change) for change in row["changes"])


def present(connection: Connection, order_id: str) -> Dossier | None:
    """The order as it is here; None where it is not here."""
    known = select(orders.c.id).where(orders.c.id == order_id)
    if connection.scalar(known) is None:
        return None
    return load_dossier(connection, order_id)


def journal_rows(connection: Connection, order_id: str) -> list[Row]:
    """The order's journal, oldest first, as it is kept."""
    rows = select(journal).where(journal.c.order_id == order_id).order_by(journal.c.revision)
    return [dict(row) for row in connection.execute(rows).mappings()]


def digests_of(connection: Connection, act_ids: Iterable[str]) -> dict[str, str]:
    """The digests of these acts, of those that stand in the journal."""
    rows = select(journal.c.id, journal.c.digest).where(journal.c.id.in_(list(act_ids)))
    return {row.id: row.digest for row in connection.execute(rows)}


def take_back(connection: Connection, act_ids: Iterable[str]) -> None:
    """Takes acts that are not shared out of the journal; the database refuses any other."""
    connection.execute(delete(journal).where(journal.c.id.in_(list(act_ids))))


def put_on(connection: Connection, rows: Sequence[Row]) -> None:
    """Writes journal rows as they are."""
    if rows:
        connection.execute(insert(journal), rows)


def write_dossier(
    connection: Connection, before: Dossier | None, after: Dossier | None, rulebook: Rulebook
) -> None:
    """Brings an order's rows from one value to another; what is no longer there is taken away."""
    rows_before = rows_of(before, rulebook) if before else {}
    rows_after = rows_of(after, rulebook) if after else {}
    gone = rows_before.keys() - rows_after.keys()
    for kind in reversed(KIND_TABLES):
        ids = [id_ for of, id_ in gone if of == kind]
        if ids:
            table = KIND_TABLES[kind]
            connection.execute(delete(table).where(table.c.id.in_(ids)))
    write_rows(connection, rows_before, rows_after)


def records_of(dossier: Dossier | None) -> Records:
    """The order's records; none for an order that is not here."""
    return to_records(dossier) if dossier else {}


def order_with_number(connection: Connection, number: str) -> str | None:
    """The id of the order that has this number."""
    return connection.scalar(select(orders.c.id).where(orders.c.number == number))


def filing_with_number(connection: Connection, number: str) -> tuple[str, str] | None:
    """The id of the filing that has this number, and that of its order."""
    named = select(filings.c.id, filings.c.order_id).where(filings.c.number == number)
    row = connection.execute(named).first()
    return (row.id, row.order_id) if row else None


def hold(connection: Connection, order_id: str) -> Head:
    """The order's head on the shared database; others wait with it until the commit."""
    connection.execute(select(orders.c.id).where(orders.c.id == order_id).with_for_update())
    return heads(connection, [order_id]).get(order_id, Head())


# desks


def rounds_of(connection: Connection, station: str) -> int | None:
    """How many rounds the shared database knows of this desk; None for an unknown desk."""
    return connection.scalar(select(desks.c.rounds).where(desks.c.station == station))


def add_desk(connection: Connection, station: str, actor: str, at: datetime, had: int = 0) -> int:
    """Makes a desk known; returns the mark of its numbers, above the one that it ``had``."""
    connection.execute(text("LOCK TABLE desks IN SHARE ROW EXCLUSIVE MODE"))
    mark = max(connection.scalar(select(func.max(desks.c.mark))) or 0, had) + 1
    row = {"station": station, "mark": mark, "actor": actor, "rounds": 0, "seen_at": at}
    connection.execute(insert(desks).values(row))
    return mark


def end_round(connection: Connection, station: str, rounds: int) -> None:
    """Notes that the desk has finished a round."""
    values = {"rounds": rounds, "seen_at": func.clock_timestamp()}
    connection.execute(update(desks).where(desks.c.station == station).values(values))
