"""Loading and saving dossiers: values of the domain to rows and back."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, bindparam, insert, select, update

from butler_desktop.domain.dossier import KINDS, Dossier
from butler_desktop.domain.records import from_record, to_record
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.worklist import filing_projection, order_projection
from butler_desktop.errors import NotFound
from butler_desktop.storage.column_types import utc_text
from butler_desktop.storage.damage import told_as_damage
from butler_desktop.storage.journal import head
from butler_desktop.storage.locator import search_rows
from butler_desktop.storage.schema import KIND_TABLES
from butler_desktop.words import Words

PLACES = {
    "filing": "filings",
    "material": "materials",
    "packet": "packets",
    "returned_page": "returned_pages",
    "contact": "contacts",
    "rating": "ratings",
    "refund": "refunds",
}
"""Where the values of a kind stand in a dossier."""

UNREADABLE = Words("订单的内容读不出来。", "The order's content cannot be read.")


def _of_an_order(kind: str) -> Select[Any]:
    table = KIND_TABLES[kind]
    owner = table.c.id if kind == "order" else table.c.order_id
    return select(table).where(owner == bindparam("owner")).order_by(table.c.id)


_QUERIES = {kind: _of_an_order(kind) for kind in ("order", *PLACES)}
"""Built once: every act begins with them."""


def load_dossier(connection: Connection, order_id: str) -> Dossier:
    """The order with everything on it, as of the transaction's snapshot.

    Raises NotFound, and StoreUnavailable where a value cannot be read.
    """
    revision, _ = head(connection, order_id)
    with told_as_damage(UNREADABLE):
        orders = _values(connection, "order", order_id)
        parts = {
            place: tuple(_values(connection, kind, order_id)) for kind, place in PLACES.items()
        }
    if not orders:
        raise NotFound(Words("没有这个订单。", "There is no such order."))
    return Dossier(orders[0], revision=revision, **parts)


def _values(connection: Connection, kind: str, order_id: str) -> list[Any]:
    rows = connection.execute(_QUERIES[kind], {"owner": order_id}).mappings()
    return [_from_row(kind, row) for row in rows]


def _from_row(kind: str, row: RowMapping) -> Any:
    record = {
        name: utc_text(value) if isinstance(value, datetime) else value
        for name, value in row.items()
    }
    return from_record(KINDS[kind], record)


def rows_of(dossier: Dossier, rulebook: Rulebook) -> dict[tuple[str, str], dict[str, Any]]:
    """Every row that the dossier stands for, projections included, by (kind, id)."""
    order = dossier.order
    rows = {
        ("order", order.id): _to_row("order", order) | order_projection(order, rulebook.calendar)
    }
    for kind, place in PLACES.items():
        for value in getattr(dossier, place):
            row = _to_row(kind, value)
            if kind == "filing":
                row |= filing_projection(value, dossier, rulebook.calendar)
            rows[kind, value.id] = row
    return rows | search_rows(dossier)


def _to_row(kind: str, value: Any) -> dict[str, Any]:
    columns = KIND_TABLES[kind].c
    record = to_record(value)
    return {
        name: held if isinstance(held := getattr(value, name), datetime) else kept
        for name, kept in record.items()
        if name in columns
    }


def write_rows(
    connection: Connection,
    before: dict[tuple[str, str], dict[str, Any]],
    after: dict[tuple[str, str], dict[str, Any]],
) -> None:
    """Brings the database from the rows ``before`` to the rows ``after``."""
    for (kind, id_), row in after.items():
        old = before.get((kind, id_))
        if old is None:
            connection.execute(insert(KIND_TABLES[kind]), row)
        elif changed := {k: v for k, v in row.items() if old[k] != v}:
            table = KIND_TABLES[kind]
            connection.execute(update(table).where(table.c.id == id_).values(changed))


def insert_rows(connection: Connection, rows: Iterable[tuple[str, dict[str, Any]]]) -> None:
    """Inserts many new rows, one statement a table."""
    by_table: dict[Table, list[dict[str, Any]]] = {}
    for kind, row in rows:
        by_table.setdefault(KIND_TABLES[kind], []).append(row)
    for table, many in by_table.items():
        connection.execute(insert(table), many)
