"""Order digests: what an order is, wherever it is kept, in one number each.

An order's digest covers every row of every table that hangs on it: each row as
RFC 8785 of its columns, the rows in an order that no database decides. JSON
and times count as the text that they are kept as, so that not even another
spelling of the same value passes.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Insert,
    RowMapping,
    Text,
    bindparam,
    cast,
    insert,
    literal,
    select,
    tuple_,
    type_coerce,
)
from sqlalchemy import Table as SqlTable

from butler_desktop.domain.canonical import canonical_bytes, canonical_digest
from butler_desktop.storage.column_types import UtcTime, utc_text
from butler_desktop.storage.schema import KIND_TABLES, journal

BLOCK = 1_000
"""Rows read and written at once."""

TABLES: Mapping[str, SqlTable] = {**KIND_TABLES, "journal": journal}
"""All that an order is, in the sequence in which it can be written."""

_PLACE = "place"  # a number that each database gives by itself
_SEQUENCES = {"search": (_PLACE,), "journal": ("order_id", "revision")}

Row = Mapping[str, Any]


class OrderDigests:
    """Takes in rows; knows then how many there are of each kind, and each order's digest."""

    def __init__(self) -> None:
        self.counts = dict.fromkeys(TABLES, 0)
        self._rows: dict[str, list[bytes]] = {}

    def add(self, kind: str, rows: Sequence[Row]) -> None:
        """Takes in rows of one kind."""
        self.counts[kind] += len(rows)
        owner = "id" if kind == "order" else "order_id"
        for row in rows:
            told = kind.encode() + b"\0" + canonical_bytes(dict(row))
            self._rows.setdefault(row[owner], []).append(hashlib.sha256(told).digest())

    def each(self) -> dict[str, str]:
        """The digest of each order, by its id."""
        return {
            order: hashlib.sha256(b"".join(sorted(rows))).hexdigest()
            for order, rows in sorted(self._rows.items())
        }

    def whole(self) -> str:
        """One digest of all."""
        return canonical_digest(self.each())


def read_all(connection: Connection) -> OrderDigests:
    """The digests of everything that a database holds."""
    digests = OrderDigests()
    for kind, rows in blocks(connection):
        digests.add(kind, rows)
    return digests


def blocks(connection: Connection) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Everything as it is kept, some rows of one kind at a time.

    Each block is asked for by where the last one ended: no cursor stays open
    over a network that may break.
    """
    for kind in TABLES:
        after: tuple[Any, ...] = ()
        while rows := _block(connection, kind, after):
            after = tuple(rows[-1][key] for key in _sequence(kind))
            yield kind, [_told(row) for row in rows]


def _block(connection: Connection, kind: str, after: tuple[Any, ...]) -> Sequence[RowMapping]:
    table, keys = TABLES[kind], [TABLES[kind].c[name] for name in _sequence(kind)]
    query = select(*(_kept(column, connection) for column in table.c))
    if after:
        query = query.where(tuple_(*keys) > tuple_(*map(literal, after)))
    return connection.execute(query.order_by(*keys).limit(BLOCK)).mappings().all()


def _sequence(kind: str) -> tuple[str, ...]:
    return _SEQUENCES.get(kind, ("id",))


def _told(row: RowMapping) -> dict[str, Any]:
    return {
        name: utc_text(value) if isinstance(value, datetime) else value
        for name, value in row.items()
        if name != _PLACE
    }


def written(kind: str) -> Insert:
    """The statement that writes rows as ``blocks`` gives them."""
    return insert(TABLES[kind]).values(
        {
            column.name: cast(bindparam(column.name, type_=Text()), column.type)
            if isinstance(column.type, (JSON, UtcTime))
            else bindparam(column.name)
            for column in TABLES[kind].c
            if column.name != _PLACE
        }
    )


def _kept(column: ColumnElement[Any], connection: Connection) -> ColumnElement[Any]:
    if isinstance(column.type, JSON):
        return cast(column, Text).label(column.name)
    if isinstance(column.type, UtcTime) and connection.dialect.name == "sqlite":
        return type_coerce(column, Text).label(column.name)
    return column
