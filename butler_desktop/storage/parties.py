"""Parties: which order, customer and filing an act in the outbox is about, in people's words.

What an act made itself is not in the tables where the act is held: then the
act tells it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, select

from butler_desktop.domain.changes import CREATE
from butler_desktop.storage import outbox
from butler_desktop.storage.outbox import Posted
from butler_desktop.storage.schema import (
    contacts,
    filings,
    materials,
    orders,
    packets,
    ratings,
    returned_pages,
)
from butler_desktop.storage.work import Work

BLOCK = 500
"""Ids asked for in one statement."""

Facts = dict[str, Any]


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
    made = _made(outbox.posted(work.connection))
    touched = [change.id for act in acts for change in act.changes]
    owners = {
        id_: facts["filing_id"]
        for table in (materials, packets, returned_pages, ratings, contacts)
        for id_, facts in _named(work, touched, table.c.id, table.c.filing_id).items()
    }
    owners |= {id_: facts["filing_id"] for id_, facts in made.items() if "filing_id" in facts}
    of_orders = made | _named(
        work, [act.order_id for act in acts], orders.c.id, orders.c.number, orders.c.customer
    )
    filing_ids = [*touched, *(id_ for id_ in owners.values() if id_)]
    of_filings = made | _named(work, filing_ids, filings.c.id, filings.c.number)
    return {act.act_id: _parties(act, of_orders, of_filings, owners) for act in acts}


def _parties(
    act: Posted, of_orders: dict[str, Facts], of_filings: dict[str, Facts], owners: dict[str, str]
) -> Parties:
    order = of_orders.get(act.order_id, {})
    ids = [
        change.id if change.kind == "filing" else owners.get(change.id) for change in act.changes
    ]
    filing_id = next((id_ for id_ in ids if id_), "")
    number = of_filings.get(filing_id, {}).get("number", "")
    return Parties(order.get("number", ""), order.get("customer", ""), filing_id, number)


def _named(
    work: Work, ids: Sequence[str], key: Column[str], *columns: Column[str]
) -> dict[str, Facts]:
    wanted = list(dict.fromkeys(ids))
    found: dict[str, Facts] = {}
    for start in range(0, len(wanted), BLOCK):
        rows = select(key, *columns).where(key.in_(wanted[start : start + BLOCK]))
        found |= {row[key.name]: dict(row) for row in work.connection.execute(rows).mappings()}
    return found


def _made(acts: Iterable[Posted]) -> dict[str, Facts]:
    """The values that the acts made, as they made them, by id."""
    return {
        change.id: {path: new for path, (_, new) in change.fields.items()}
        for act in acts
        for change in act.changes
        if change.op == CREATE
    }
