"""Parties: which order, customer and filing an act in the outbox is about, in people's words.

What an act made itself may not be in the tables, where the act is held: then
the act tells it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from butler_desktop.domain.changes import CREATE
from butler_desktop.domain.dossier import Dossier
from butler_desktop.storage import exchange, outbox
from butler_desktop.storage.outbox import Posted
from butler_desktop.storage.work import Work


@dataclass(frozen=True, slots=True)
class Parties:
    """Who an act is about; the filing's id and number are empty for one on the order."""

    order_number: str = ""
    customer: str = ""
    filing_id: str = ""
    filing_number: str = ""


def parties_of(work: Work, acts: Iterable[Posted]) -> dict[str, Parties]:
    """The parties of each act, by its id."""
    acts = tuple(acts)
    dossiers = {
        order_id: exchange.present(work.connection, order_id)
        for order_id in {act.order_id for act in acts}
    }
    made = _made(outbox.posted(work.connection))
    return {act.act_id: _parties(act, dossiers[act.order_id], made) for act in acts}


def _parties(act: Posted, dossier: Dossier | None, made: dict[str, dict[str, Any]]) -> Parties:
    told = made.get(act.order_id, {})
    number = dossier.order.number if dossier else str(told.get("number", ""))
    customer = dossier.order.customer if dossier else str(told.get("customer", ""))
    numbers = {f.id: f.number for f in dossier.filings} if dossier else {}
    owners = {
        value.id: value.filing_id
        for values in ((dossier.materials, dossier.packets, dossier.ratings) if dossier else ())
        for value in values
    }
    for change in act.changes:
        owner = made.get(change.id, {}).get("filing_id") or owners.get(change.id)
        filing_id = change.id if change.kind == "filing" else owner
        if filing_id:
            filing_number = numbers.get(filing_id) or made.get(filing_id, {}).get("number", "")
            return Parties(number, customer, filing_id, str(filing_number))
    return Parties(number, customer)


def _made(acts: Iterable[Posted]) -> dict[str, dict[str, Any]]:
    """The values that the acts made, as they made them, by id."""
    return {
        change.id: {path: new for path, (_, new) in change.fields.items()}
        for act in acts
        for change in act.changes
        if change.op == CREATE
    }
