"""Rebase: one order of a replica brought to the shared journal, its own acts on top again.

All in the caller's one transaction on the replica's file.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from butler_desktop.domain.changes import CREATE, Change, Changes, Records, applied, difference
from butler_desktop.domain.dossier import KINDS, Dossier, from_records
from butler_desktop.domain.merge import reverted
from butler_desktop.domain.replay import Unfit, replayed
from butler_desktop.storage import exchange, journal, outbox
from butler_desktop.storage.column_types import utc_text
from butler_desktop.storage.exchange import Head, Row
from butler_desktop.storage.outbox import NO_REASON, Posted, Standing
from butler_desktop.storage.work import Work
from butler_desktop.sync.desk_rules import DeskRules
from butler_desktop.words import Words

BY_WHOM = ("id", "butler", "entered_at")
ENTERED_ALREADY = Words("别人已登记同样的订单", "Somebody entered the same order")
ALREADY = Words("别人已做了同样的改动", "Somebody made the same change")


@dataclass(slots=True)
class Shelf:
    """An order while it is rebased: what is shared of it, and what was put on so far."""

    order_id: str
    before: Dossier | None
    """As it was here when the work began."""
    dossier: Dossier | None
    head: Head
    taken_back: tuple[Row, ...] = ()
    """Own rows that stood on top of what is shared."""
    rows: list[Row] = field(default_factory=list)
    """Rows to be written: shared ones, then own ones."""


def rebase(work: Work, order_id: str, rows: Sequence[Row] = ()) -> Changes:
    """Puts shared ``rows`` on, then the own acts again; tells what changed.

    Raises StoreUnavailable where the rows do not continue what is here.
    """
    shelf = opened(work, order_id)
    fresh = [row for row in rows if row["revision"] > shelf.head.revision]
    exchange.check_chain(shelf.head, fresh)
    records = exchange.records_of(shelf.dossier)
    for row in fresh:
        records = applied(records, exchange.changes_of(row))
        shelf.rows.append(row)
        shelf.head = Head(row["revision"], row["digest"])
    if fresh:
        _make_way(work, order_id, records, fresh[0])
    shelf.dossier = _dossier(records, shelf.head)
    exchange.take_back(work.connection, [row["id"] for row in shelf.taken_back])
    arrived = {row["id"] for row in fresh}
    waiting = []
    for act in outbox.open_acts(work.connection, order_id):
        if act.act_id in arrived:
            outbox.settle(work.connection, act.act_id, Standing.SHARED)
        else:
            waiting.append(act)
    put_again(work, shelf, waiting)
    return written(work, shelf)


def hold_up(work: Work, order_id: str, reason: Words) -> Changes:
    """Takes all own acts on an order back; the first needs a decision because of ``reason``."""
    shelf = opened(work, order_id)
    exchange.take_back(work.connection, [row["id"] for row in shelf.taken_back])
    stood, waited = _in_sequence(shelf, outbox.open_acts(work.connection, order_id))
    outbox.hold(work.connection, [*waited, *stood], reason)
    return written(work, shelf)


def put_again(work: Work, shelf: Shelf, acts: Sequence[Posted]) -> None:
    """Decides the acts again, one on the other; the first that is unfit holds the rest up.

    Those that stood in the journal come first: what was done while another act
    was held was done on what stands here, and does not wait for it. One of them
    that falls back does: it waits behind what is older.
    """
    stood, waited = _in_sequence(shelf, acts)
    for place, act in enumerate(stood):
        reason = _put_one(work, shelf, act)
        if reason is not None:
            outbox.hold(work.connection, [*waited, *stood[place:]], reason)
            return
    for place, act in enumerate(waited):
        reason = _put_one(work, shelf, act)
        if reason is not None:
            outbox.hold(work.connection, waited[place:], reason)
            return


def _in_sequence(shelf: Shelf, acts: Sequence[Posted]) -> tuple[list[Posted], list[Posted]]:
    """Those that stood in the journal, as they stood there, and those that waited."""
    places = {row["id"]: place for place, row in enumerate(shelf.taken_back)}
    stood = [act for act in acts if act.standing is Standing.QUEUED]
    stood.sort(key=lambda act: places.get(act.act_id, len(places)))
    return stood, [act for act in acts if act.standing is not Standing.QUEUED]


def _put_one(work: Work, shelf: Shelf, act: Posted) -> Words | None:
    """Puts one act on again; why not, where it does not apply."""
    try:
        after = replayed(act, shelf.dossier, DeskRules(work, act), utc_text(act.made_at))
    except Unfit as unfit:
        return unfit.reason
    is_new = put(shelf, after, act)
    standing, reason = (Standing.QUEUED, NO_REASON) if is_new else (Standing.SHARED, ALREADY)
    outbox.settle(work.connection, act.act_id, standing, reason)
    return None


def put(shelf: Shelf, after: Dossier, act: Posted) -> bool:
    """Puts an act's result on top; False where it changes nothing any more."""
    changes = difference(exchange.records_of(shelf.dossier), exchange.records_of(after))
    if not changes:
        if any(change.fields for change in act.changes):
            return False
        changes = act.changes  # somebody looked at a value
    row = journal.new_entry(
        order_id=shelf.order_id,
        revision=shelf.head.revision + 1,
        act=act.act,
        actor=act.actor,
        station=act.station,
        at=act.made_at,
        changes=changes,
        previous_digest=shelf.head.digest,
        act_id=act.act_id,
    )
    shelf.rows.append(row)
    shelf.head = Head(row["revision"], row["digest"])
    shelf.dossier = replace(after, revision=row["revision"])
    return True


def written(work: Work, shelf: Shelf) -> Changes:
    """Writes the order as it is now; tells what changed."""
    exchange.write_dossier(work.connection, shelf.before, shelf.dossier, work.rulebook)
    exchange.put_on(work.connection, shelf.rows)
    filings = {f.id for it in (shelf.before, shelf.dossier) if it for f in it.filings}
    acts = frozenset(row["id"] for row in shelf.rows)
    return Changes(frozenset(KINDS), frozenset([shelf.order_id]), frozenset(filings), acts=acts)


def on_top(work: Work, order_id: str) -> Shelf:
    """The order as it is here, own acts included, ready to have another put on."""
    dossier = exchange.present(work.connection, order_id)
    head = exchange.heads(work.connection, [order_id]).get(order_id, Head())
    return Shelf(order_id, dossier, dossier, head)


def _make_way(work: Work, order_id: str, records: Records, entered: Row) -> None:
    """An order that others entered comes in: one made here under its number has to wait.

    Where both were entered with the same facts, as from one file, there is nothing to
    decide: what was done on the one here goes on with theirs.
    """
    number = records["order", order_id]["number"]
    rival = exchange.order_with_number(work.connection, number)
    if rival is not None and rival != order_id:
        taken = Words(f"订单 {number} 已由别人登记", f"{number} was entered by somebody else")
        work.changes |= hold_up(work, rival, taken)
        first, *later = outbox.open_acts(work.connection, rival)
        mine, theirs = (_order_facts(it) for it in (first.changes, exchange.changes_of(entered)))
        if mine and mine == theirs:
            outbox.settle(work.connection, first.act_id, Standing.SHARED, ENTERED_ALREADY)
            for act in later:
                outbox.readdress(work.connection, act, order_id)
    for (kind, id_), leaves in records.items():
        if kind != "filing":
            continue
        found = exchange.filing_with_number(work.connection, leaves["number"])
        if found is not None and found[0] != id_ and found[1] != order_id:
            taken = Words("备案编号已被占用", "The filing's number is taken")
            work.changes |= hold_up(work, found[1], taken)


def _order_facts(changes: Sequence[Change]) -> dict[str, Any]:
    """What an act entered of an order, but for who did it and when; none for another act."""
    if [(it.kind, it.op) for it in changes] != [("order", CREATE)]:
        return {}
    return {path: new for path, (_, new) in changes[0].fields.items() if path not in BY_WHOM}


def opened(work: Work, order_id: str) -> Shelf:
    """The order without the acts that are not shared."""
    dossier = exchange.present(work.connection, order_id)
    own = {
        act.act_id
        for act in outbox.open_acts(work.connection, order_id)
        if act.standing is Standing.QUEUED
    }
    if not own:
        head = exchange.heads(work.connection, [order_id]).get(order_id, Head())
        return Shelf(order_id, dossier, dossier, head)
    rows = exchange.journal_rows(work.connection, order_id)
    queued = tuple(row for row in rows if row["id"] in own)
    shared = rows[: len(rows) - len(queued)]
    head = Head(shared[-1]["revision"], shared[-1]["digest"]) if shared else Head()
    records: Records = exchange.records_of(dossier)
    for row in reversed(queued):
        records = reverted(records, exchange.changes_of(row))
    return Shelf(order_id, dossier, _dossier(records, head), head, queued)


def _dossier(records: Records, head: Head) -> Dossier | None:
    return from_records(records, head.revision) if records else None
