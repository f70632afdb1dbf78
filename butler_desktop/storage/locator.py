"""The locator's index: which orders and filings are proposed for what was typed.

The terms of each record stand in ``search_terms``, written and rolled back
with the record. SQLite keeps an FTS5 index beside that table by triggers;
PostgreSQL indexes the same terms as a ``tsvector`` with GIN. Both are asked for
beginnings of terms alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, select, text

from butler_desktop import resources
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.initials import Initials
from butler_desktop.domain.locator import Fact, Query
from butler_desktop.domain.locator_facts import (
    FILING_KEYS,
    ORDER_KEYS,
    facts,
    filing_facts,
    order_facts,
)
from butler_desktop.domain.locator_terms import FILING, ORDER, Probe, probes, terms
from butler_desktop.storage.schema import filings, orders

MOST = 100
"""Records that are proposed at most, the newest first: the locator judges each."""

PERSONS = ("subject_pic", "service_pic")
"""The persons of a form who have a telephone number."""

SQLITE = text(
    "SELECT t.id FROM search_index AS i JOIN search_terms AS t ON t.place = i.rowid"
    " WHERE search_index MATCH :asked ORDER BY i.rowid DESC LIMIT :most"
)
POSTGRESQL_NEWEST = text(
    "SELECT id FROM (SELECT * FROM search_terms ORDER BY place DESC LIMIT :looked_at) AS newest"
    " WHERE array_to_tsvector(string_to_array(terms, ' ')) @@ CAST(:asked AS tsquery)"
    " ORDER BY place DESC LIMIT :most"
)
POSTGRESQL = text(
    "WITH found AS MATERIALIZED (SELECT id, place FROM search_terms"
    " WHERE array_to_tsvector(string_to_array(terms, ' ')) @@ CAST(:asked AS tsquery))"
    " SELECT id FROM found ORDER BY place DESC LIMIT :most"
)
LOOKED_AT = 600
"""How many of the newest records PostgreSQL reads before it asks its index.

The index gives all that fits, in no order: of what nearly every record has
that is far too much, and the newest records alone have enough of it.
"""


@lru_cache(maxsize=1)
def initials() -> Initials:
    """The table of initials that is shipped."""
    path = resources.folder("initials") / "initials.txt"
    with path.open(encoding="utf-8") as lines:
        return Initials.from_lines(lines)


def search_rows(dossier: Dossier) -> dict[tuple[str, str], dict[str, Any]]:
    """The rows of ``search_terms`` that a dossier stands for, by (kind, id)."""
    order = dossier.order
    found = {order.id: terms(ORDER, order_facts(order), initials())}
    for filing in dossier.filings:
        found[filing.id] = terms(FILING, filing_facts(filing, order), initials())
    return {
        ("search", id_): {"id": id_, "order_id": order.id, "terms": those}
        for id_, those in found.items()
    }


def proposed(connection: Connection, mark: str, query: Query, most: int = MOST) -> list[str]:
    """The ids of the records of one ``mark`` that may fit, the newest first."""
    groups = probes(mark, query)
    if not groups:
        return []
    if connection.dialect.name != "postgresql":
        return list(connection.scalars(SQLITE, {"asked": _fts_query(groups), "most": most}))
    given = {"asked": _tsquery(groups), "most": most}
    newest = connection.scalars(POSTGRESQL_NEWEST, {**given, "looked_at": LOOKED_AT}).all()
    return list(newest if len(newest) == most else connection.scalars(POSTGRESQL, given))


def _fts_query(groups: Sequence[Sequence[Probe]]) -> str:
    def asked(probe: Probe) -> str:
        return f'"{probe.text}"' if probe.is_whole else f'"{probe.text}" *'

    return " AND ".join(f"({' OR '.join(map(asked, group))})" for group in groups)


def _tsquery(groups: Sequence[Sequence[Probe]]) -> str:
    def asked(probe: Probe) -> str:
        return f"'{probe.text}'" if probe.is_whole else f"'{probe.text}':*"

    return " & ".join(f"({' | '.join(map(asked, group))})" for group in groups)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record to judge: by what it can be found, and for a filing how pressing it is."""

    facts: tuple[Fact, ...]
    state: str = ""
    due_at: datetime | None = None


def filings_to_judge(
    connection: Connection, ids: Sequence[str], *, phones: bool
) -> dict[str, Candidate]:
    """The filings, with telephone numbers only where ``phones``."""
    f, form = filings.c, filings.c.particulars
    own = ("id", "number", "sponsor_name", "domain", "service_name", "state", "due_at")
    numbers = (f.subject_number, f.service_number, orders.c.number.label("order_number"))
    columns: list[Any] = [*(f[name] for name in own), *numbers, orders.c.customer]
    if phones:
        columns.append(orders.c.contact_phone)
        columns += [form[who]["mobile"].as_string().label(who) for who in PERSONS]
    query = select(*columns).join(orders, orders.c.id == f.order_id).where(f.id.in_(ids))
    told = ("contact_phone", *PERSONS) if phones else ()
    return {
        row["id"]: Candidate(
            facts(FILING_KEYS, row, [row[key] for key in told]), row["state"], row["due_at"]
        )
        for row in map(dict, connection.execute(query).mappings())
    }


def orders_to_judge(
    connection: Connection, ids: Sequence[str], *, phones: bool
) -> dict[str, Candidate]:
    """The orders, with the telephone number only where ``phones``."""
    o = orders.c
    query = select(o.id, o.number, o.customer, o.contact_name, o.contact_phone).where(o.id.in_(ids))
    return {
        row["id"]: Candidate(facts(ORDER_KEYS, row, (row["contact_phone"],) if phones else ()))
        for row in map(dict, connection.execute(query).mappings())
    }
