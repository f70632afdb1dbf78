"""The journal: one row for each act on an order, in the transaction of the act.

Rows are numbered per order without gaps; ``UNIQUE (order_id, revision)`` is
the compare-and-set. Each row's digest covers the order's previous digest, the
row, and the changes through their own salted digest:

    changes_digest = SHA-256(salt + RFC 8785(changes))
    digest         = SHA-256(previous digest + RFC 8785(row without changes and salt))

The first row's previous digest is 64 zeros. The database itself refuses to
change or delete a row.
"""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import rfc8785
from sqlalchemy import Connection, select

from butler_desktop.domain.changes import Change
from butler_desktop.domain.ids import new_id
from butler_desktop.storage.column_types import utc_text
from butler_desktop.storage.damage import told_as_damage
from butler_desktop.storage.schema import journal
from butler_desktop.words import Words

ORIGIN = "0" * 64
UNREADABLE = Words("订单的日志有一行读不出来。", "A row of the order's journal cannot be read.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One act as it stands in the journal. ``at`` is UTC."""

    id: str
    order_id: str
    revision: int
    act: str
    actor: str
    station: str
    at: datetime
    changes: tuple[Change, ...]
    salt: str
    changes_digest: str
    digest: str


def new_entry(  # noqa: PLR0913 - a row has these columns
    *,
    order_id: str,
    revision: int,
    act: str,
    actor: str,
    station: str,
    at: datetime,
    changes: tuple[Change, ...],
    previous_digest: str,
    act_id: str = "",
) -> dict[str, Any]:
    """The row of an act, digests included; an act that is put on anew keeps its id."""
    told = [change.to_json() for change in changes]
    salt = secrets.token_hex(16)
    row: dict[str, Any] = {
        "id": act_id or new_id(),
        "order_id": order_id,
        "revision": revision,
        "act": act,
        "actor": actor,
        "station": station,
        "at": at,
        "changes": told,
        "salt": salt,
        "changes_digest": digest_of_changes(salt, told),
    }
    row["digest"] = digest_of_row(previous_digest, row)
    return row


def digest_of_changes(salt: str, told: Any) -> str:
    """The salted digest of a row's changes."""
    return hashlib.sha256(salt.encode() + rfc8785.dumps(told)).hexdigest()


def digest_of_row(previous_digest: str, row: Mapping[str, Any]) -> str:
    """The chain's digest of a row, from the order's digest before it."""
    told = {
        name: row[name]
        for name in ("id", "order_id", "revision", "act", "actor", "station", "changes_digest")
    }
    told["at"] = utc_text(row["at"])
    return hashlib.sha256(previous_digest.encode() + rfc8785.dumps(told)).hexdigest()


def head(connection: Connection, order_id: str) -> tuple[int, str]:
    """The order's last revision and its digest; (0, ORIGIN) for an order without a journal."""
    row = connection.execute(
        select(journal.c.revision, journal.c.digest)
        .where(journal.c.order_id == order_id)
        .order_by(journal.c.revision.desc())
        .limit(1)
    ).first()
    return (row.revision, row.digest) if row else (0, ORIGIN)


def entries(connection: Connection, order_id: str) -> tuple[Entry, ...]:
    """The order's journal, oldest first. Raises StoreUnavailable where a row cannot be read."""
    rows = connection.execute(
        select(journal).where(journal.c.order_id == order_id).order_by(journal.c.revision)
    )
    with told_as_damage(UNREADABLE):
        return tuple(
            Entry(
                **{name: row[name] for name in row if name != "changes"},
                changes=tuple(Change.from_json(change) for change in row["changes"]),
            )
            for row in rows.mappings()
        )


def last_change(connection: Connection, order_id: str, after: int) -> Entry | None:
    """The newest act later than revision ``after`` that changed something; to look is no change."""
    found = [
        entry
        for entry in entries(connection, order_id)
        if entry.revision > after and any(change.fields for change in entry.changes)
    ]
    return found[-1] if found else None
