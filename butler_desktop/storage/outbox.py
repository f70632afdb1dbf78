"""The outbox: the acts made on a replica since it was last equal, and what became of each.

An act is ``queued`` while it stands in the journal and is not shared yet. One
that does not apply to what others did is ``held`` until the butler decides,
and the later ones of its order wait ``behind`` it; both are out of the journal
meanwhile and only here. In the end an act is ``shared`` or ``refused``.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, delete, exists, func, insert, select, update

from butler_desktop.domain.canonical import json_text
from butler_desktop.domain.changes import Change
from butler_desktop.storage.replica_schema import outbox
from butler_desktop.words import Words


class Standing(StrEnum):
    """What became of an act."""

    QUEUED = "queued"
    HELD = "held"
    BEHIND = "behind"
    SHARED = "shared"
    REFUSED = "refused"


OPEN = (Standing.QUEUED, Standing.HELD, Standing.BEHIND)
NO_REASON = Words("", "")
BEHIND_ANOTHER = Words("排在待处理的改动之后", "Waits behind an act that needs a decision")


@dataclass(frozen=True, slots=True)
class Posted:
    """One act in the outbox, as it was made. ``made_at`` is UTC."""

    act_id: str
    position: int
    order_id: str
    act: str
    actor: str
    station: str
    made_at: datetime
    changes: tuple[Change, ...]
    standing: Standing
    reason: Words
    decisions: dict[str, Any]


def queue(connection: Connection, acts: Iterable[dict[str, Any]]) -> None:
    """Puts acts that were just written into the journal to the end of the outbox.

    When nothing waits any more, a new count begins: what was told before goes.
    """
    if not connection.scalar(select(exists().where(_open()))):
        connection.execute(delete(outbox))
    last = connection.scalar(select(func.max(outbox.c.position))) or 0
    _insert(connection, acts, last)


def _insert(connection: Connection, acts: Iterable[dict[str, Any]], last: int) -> None:
    connection.execute(
        insert(outbox),
        [
            {
                "act_id": act["id"],
                "position": last + place,
                "order_id": act["order_id"],
                "act": act["act"],
                "actor": act["actor"],
                "station": act["station"],
                "made_at": act["at"],
                "changes": act["changes"],
                "standing": Standing.QUEUED,
                "reason": ["", ""],
                "decisions": {},
            }
            for place, act in enumerate(acts, start=1)
        ],
    )


def requeue(connection: Connection, rows: Iterable[dict[str, Any]], actor: str) -> None:
    """Counts rows of the journal as not shared any more: the shared database has lost them.

    They come before what was done here since. Whoever brings them back answers
    for them: ``actor``.
    """
    acts = [row | {"actor": actor} for row in rows]
    told_before = outbox.c.act_id.in_([act["id"] for act in acts])
    connection.execute(delete(outbox).where(told_before))
    first = connection.scalar(select(func.min(outbox.c.position))) or 1
    _insert(connection, acts, first - len(acts) - 1)


def posted(connection: Connection) -> tuple[Posted, ...]:
    """Every act in the outbox, in the order in which they were made."""
    return _read(connection, select(outbox))


def queued(connection: Connection) -> tuple[Posted, ...]:
    """The acts that stand in a journal here and are not shared yet, in order."""
    return _read(connection, select(outbox).where(outbox.c.standing == Standing.QUEUED))


def held_act(connection: Connection, act_id: str) -> Posted | None:
    """The act, where it waits for a decision."""
    is_it = (outbox.c.act_id == act_id, outbox.c.standing == Standing.HELD)
    return next(iter(_read(connection, select(outbox).where(*is_it))), None)


def open_acts(connection: Connection, order_id: str) -> tuple[Posted, ...]:
    """The acts on an order that are not shared or refused yet, in order."""
    return _read(connection, select(outbox).where(outbox.c.order_id == order_id, _open()))


def open_orders(connection: Connection) -> list[str]:
    """The orders with such acts, the one that has waited longest first."""
    rows = select(outbox.c.order_id).where(_open()).group_by(outbox.c.order_id)
    return list(connection.scalars(rows.order_by(func.min(outbox.c.position))))


def count(connection: Connection, *standings: Standing) -> int:
    """How many acts have one of these standings."""
    chosen = select(func.count()).where(outbox.c.standing.in_(standings))
    return connection.scalar(chosen) or 0


def queue_in_place_of(connection: Connection, posted: Posted, act: dict[str, Any]) -> None:
    """Puts an act that was just written into the journal where another one stood."""
    _insert(connection, [act], posted.position - 1)


def readdress(connection: Connection, act: Posted, order_id: str) -> None:
    """Makes an act one on another order: the one that others entered under the same number."""
    told = json_text([change.to_json() for change in act.changes])
    changes = json.loads(told.replace(f'"{act.order_id}"', f'"{order_id}"'))
    values = {"order_id": order_id, "changes": changes}
    connection.execute(update(outbox).where(outbox.c.act_id == act.act_id).values(values))


def settle(
    connection: Connection, act_id: str, standing: Standing, reason: Words = NO_REASON
) -> None:
    """Writes down what became of an act."""
    values = {"standing": standing, "reason": [reason.zh, reason.en]}
    connection.execute(update(outbox).where(outbox.c.act_id == act_id).values(values))


def hold(connection: Connection, acts: Sequence[Posted], reason: Words) -> None:
    """Has acts wait in this sequence: the first for a decision, the others behind it.

    One that waited for a decision before keeps the reason that it had.
    """
    positions = sorted(act.position for act in acts)
    standing = Standing.HELD
    for act, position in zip(acts, positions, strict=True):
        why = act.reason if act.standing is standing is Standing.HELD else reason
        values = {"position": position, "standing": standing, "reason": [why.zh, why.en]}
        connection.execute(update(outbox).where(outbox.c.act_id == act.act_id).values(values))
        standing, reason = Standing.BEHIND, BEHIND_ANOTHER


def decide(connection: Connection, act_id: str, decisions: dict[str, Any]) -> None:
    """Keeps what the butler has decided about a held act so far."""
    connection.execute(update(outbox).where(outbox.c.act_id == act_id).values(decisions=decisions))


def _open() -> Any:
    return outbox.c.standing.in_(OPEN)


def _read(connection: Connection, query: Select[Any]) -> tuple[Posted, ...]:
    return tuple(
        Posted(
            **{name: row[name] for name in row if name not in ("changes", "standing", "reason")},
            changes=tuple(Change.from_json(change) for change in row["changes"]),
            standing=Standing(row["standing"]),
            reason=Words(*row["reason"]),
        )
        for row in connection.execute(query.order_by(outbox.c.position, outbox.c.act_id)).mappings()
    )
