"""The index of kept scans: which files belong to a filing, and how large they are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from butler_desktop.storage.schema import materials

BLOCK = 500
"""Filings asked for at once; databases bound the number of values in a statement."""


@dataclass(frozen=True, slots=True)
class KeptScan:
    """A file that counts; its bytes lie in the blob store, here or only in the shared one."""

    sha256: str
    file_name: str
    byte_size: int


def present_scans(
    connection: Connection, filing_ids: Sequence[str]
) -> dict[str, tuple[KeptScan, ...]]:
    """The scans that count, by filing, in the order in which they were attached."""
    found = defaultdict[str, list[KeptScan]](list)
    columns = (materials.c.filing_id, materials.c.sha256, materials.c.file_name)
    for start in range(0, len(filing_ids), BLOCK):
        chosen = materials.c.filing_id.in_(filing_ids[start : start + BLOCK])
        rows = connection.execute(
            select(*columns, materials.c.byte_size)
            .where(chosen, materials.c.withdrawn_at.is_(None))
            .order_by(materials.c.attached_at)
        )
        for filing_id, sha256, file_name, byte_size in rows:
            found[filing_id].append(KeptScan(sha256, file_name, byte_size))
    return {filing_id: tuple(scans) for filing_id, scans in found.items()}
