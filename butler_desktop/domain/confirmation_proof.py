"""Confirmation proof (确认凭证): how one packet version came to count as confirmed.

What was shown, when and by which channel it was delivered, who was reminded of
which deadline, who set it and why, when it counted as confirmed, and where all
that stands in the journal. Of the records alone, so that it can be made again.
Source: service description 3.2.3, process.md A8 and A9.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from butler_desktop.domain.canonical import canonical_bytes, canonical_digest
from butler_desktop.domain.records import to_record

FORMAT = 1
AUTOMATIC = "截止时间已过，客户未退回，自动确认"
TEAM_CLOCK = "共享数据库的时钟"
DESK_CLOCK = "登记时工作站的时钟"


@dataclass(frozen=True, slots=True)
class ProofStep:
    """Something that was done about it: when (UTC), by whom, what. Texts as printed."""

    at: datetime
    by: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationProof:
    """The proof of one version. ``packet_digest`` and ``file_sha256`` name what was shown.

    ``entry`` and ``entry_digest`` are the row of the order's journal that made
    it count.
    """

    format: int = FORMAT
    filing: str
    order: str
    sponsor: str
    service_name: str
    version: int
    pages: int
    packet_digest: str
    file_sha256: str
    deadline: datetime | None
    steps: tuple[ProofStep, ...]
    confirmed_at: datetime
    how: str
    recorded_by: str
    clock: str
    entry: int
    entry_digest: str

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the canonical bytes."""
        return canonical_digest(to_record(self))

    def canonical_bytes(self) -> bytes:
        """The proof in the one spelling of RFC 8785."""
        document: dict[str, Any] = to_record(self)
        return canonical_bytes(document)
