"""Tidings: what the shared database tells a replica at the start of a round."""

from dataclasses import dataclass

from butler_desktop.domain.merge import withdrawals
from butler_desktop.domain.sync_status import MANY_WITHDRAWN, Pause
from butler_desktop.storage import exchange, feed, outbox
from butler_desktop.storage.database import Database
from butler_desktop.storage.exchange import Head, Row
from butler_desktop.storage.replica import Replica
from butler_desktop.storage.shared import BLOBS, epoch, fact
from butler_desktop.storage.work import Work, Workspace


@dataclass(frozen=True, slots=True)
class Tidings:
    """What the shared database tells a replica, all of one moment."""

    place: str
    epoch: str
    blobs: str
    rounds: int | None
    """Of this desk; None where the shared database does not know it."""
    lost: tuple[str, ...]
    """Orders of which the shared database no longer has what is here."""
    rows: dict[str, list[Row]]


def ask(workspace: Workspace, shared: Database, known: Replica) -> tuple[Tidings, Pause | None]:
    """All that the shared database has to tell, and why it should not be taken at once."""
    with shared.reading() as there, workspace.reading() as here:
        rounds = exchange.rounds_of(there, known.station)
        life = epoch(there)
        place = feed.place(there)
        pause = _restored(known, rounds, life)
        acts = feed.since(there, known.place) if known.place and pause is None else None
        if acts is None:
            ids = None
            theirs = exchange.heads(there)
        else:
            ids = list({order_id for _, order_id in acts})
            theirs = {}
        mine: dict[str, Head] = {}
        for block in [None] if ids is None else _blocks(ids):
            mine |= exchange.shared_heads(here.connection, block)
        if ids is None:
            ids = [id_ for id_ in theirs if theirs[id_] != mine.get(id_)]
            known_of = {id_: mine[id_].revision for id_ in ids if id_ in mine}
            there_then = exchange.digests_at(there, known_of)
            lost = tuple(
                id_
                for id_, head in mine.items()
                if theirs.get(id_) != head and there_then.get(id_) != head.digest
            )
        else:
            lost = ()
        seen = {id_: mine.get(id_, Head()).revision for id_ in ids}
        rows = exchange.rows_after(there, seen)
        is_looked_at = allowed(known) is Pause.MASS_WITHDRAWAL
        if pause is None and not is_looked_at and _takes_much_away(here, rows):
            pause = Pause.MASS_WITHDRAWAL
        blobs = fact(there, BLOBS)
    return Tidings(place, life, blobs, rounds, lost, rows), pause


def allowed(known: Replica) -> Pause | None:
    """What the butler has looked at and lets pass."""
    return Pause(known.pause) if known.is_allowed and known.pause else None


def _takes_much_away(here: Work, rows: dict[str, list[Row]]) -> bool:
    """Whether this batch would withdraw many values, there or here."""
    own = {act.act_id: act for act in outbox.queued(here.connection)}
    coming = sum(
        withdrawals(exchange.changes_of(row))
        for many in rows.values()
        for row in many
        if row["id"] not in own
    )
    going = sum(withdrawals(act.changes) for act in own.values())
    return max(coming, going) > MANY_WITHDRAWN


def _restored(known: Replica, rounds: int | None, life: str) -> Pause | None:
    """Whether one side is older than the other knows it. A lost answer is one round."""
    if known.epoch != life or rounds is None or rounds < known.rounds:
        return Pause.RESTORED_THERE
    return Pause.RESTORED_HERE if rounds > known.rounds + 1 else None


def _blocks(ids: list[str]) -> list[list[str]]:
    return [ids[at : at + exchange.BLOCK] for at in range(0, len(ids), exchange.BLOCK)]
