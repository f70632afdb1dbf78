"""Integrity: whether an order's journal is whole and says what the rows say."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, String, cast, select

from butler_desktop.domain.canonical import json_text
from butler_desktop.domain.changes import Records, applied
from butler_desktop.domain.dossier import from_records
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.errors import NotFound, StoreUnavailable
from butler_desktop.storage.column_types import utc_text
from butler_desktop.storage.dossiers import load_dossier, rows_of
from butler_desktop.storage.journal import ORIGIN, digest_of_changes, digest_of_row, entries
from butler_desktop.storage.schema import KIND_TABLES, journal
from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class JournalFault:
    """One thing that is wrong, at ``revision`` (0: the whole journal)."""

    revision: int
    message: Words


def verify_journal(
    connection: Connection, order_id: str, rulebook: Rulebook
) -> tuple[JournalFault, ...]:
    """What is wrong with the order's journal: gaps, digests, rows that replaying does not give."""
    try:
        faults = _chain_faults(connection, order_id)
    except (ValueError, TypeError):
        # A changed byte can make a row unreadable: that is a fault of the journal as well.
        return (JournalFault(0, Words("有一行日志已无法读取", "A row cannot be read")),)
    if faults:
        return faults
    records: Records = {}
    revision = 0
    for entry in entries(connection, order_id):
        records = applied(records, entry.changes)
        revision = entry.revision
    if not records:
        return (JournalFault(0, Words("没有日志", "There is no journal")),)
    replayed = from_records(records, revision)
    try:
        is_same = replayed == load_dossier(connection, order_id)
        is_same = is_same and rows_of(replayed, rulebook) == _present_rows(connection, order_id)
    except (StoreUnavailable, NotFound, ValueError, TypeError):
        # So can a value that was changed behind the journal's back.
        is_same = False
    if not is_same:
        message = Words("重放日志得不到现有的数据", "Replaying does not give the present rows")
        return (JournalFault(0, message),)
    return ()


def _chain_faults(connection: Connection, order_id: str) -> tuple[JournalFault, ...]:
    faults = []
    previous = ORIGIN
    for expected, row in enumerate(_journal_rows(connection, order_id), start=1):
        if row["revision"] != expected:
            faults.append(_fault(expected, "缺少一行", "a row is missing"))
            break
        if digest_of_changes(row["salt"], row["changes"]) != row["changes_digest"]:
            faults.append(_fault(expected, "改动的内容与校验码不符", "the changes were altered"))
        if digest_of_row(previous, dict(row)) != row["digest"]:
            faults.append(_fault(expected, "这一行与校验链不符", "the row does not fit the chain"))
        previous = row["digest"]
    return tuple(faults)


def _journal_rows(connection: Connection, order_id: str) -> Iterator[RowMapping]:
    """The rows as they were written.

    Raises ValueError where the stored text is another than the one that the
    program writes for the same value: a reader would forgive that, a seal must not.
    """
    query = select(
        journal,
        cast(journal.c.at, String).label("at_text"),
        cast(journal.c.changes, String).label("changes_text"),
    )
    own = query.where(journal.c.order_id == order_id).order_by(journal.c.revision)
    at_is_text = connection.dialect.name == "sqlite"
    for row in connection.execute(own).mappings():
        is_same = json_text(row["changes"]) == row["changes_text"]
        if not is_same or (at_is_text and utc_text(row["at"]) != row["at_text"]):
            raise ValueError(f"revision {row['revision']} is not as it was written")
        yield row


def _present_rows(
    connection: Connection, order_id: str
) -> dict[tuple[str, str], dict[str, object]]:
    found = {}
    for kind, table in KIND_TABLES.items():
        column = table.c.id if kind == "order" else table.c.order_id
        for row in connection.execute(select(table).where(column == order_id)).mappings():
            found[kind, row["id"]] = {k: v for k, v in row.items() if k != "place"}
    return found


def _fault(revision: int, zh: str, en: str) -> JournalFault:
    return JournalFault(revision, Words(f"第 {revision} 版：{zh}", f"Revision {revision}: {en}"))
