"""Returned pages: what came back of a packet version, signed or not, as it came."""

from dataclasses import dataclass
from datetime import datetime

BY_CODE, BY_HAND = "code", "hand"
"""How it was known which page it is: by the code that it carries, or by somebody who looked."""

WHOLE = 0
"""The ``page`` of a file that came back whole, and the ``sheet`` that stands for all of one."""


@dataclass(frozen=True, slots=True)
class ReturnedPage:
    """One page of a packet version that came back. Times UTC.

    ``page`` is its number in the packet; ``sheet`` is which page of the file it
    is, from 1. The file is the untouched original, under ``sha256`` in the blob
    store; several pages may lie in one file. What was filed wrongly is never
    deleted: it has ``withdrawn_at``.
    """

    id: str
    order_id: str
    filing_id: str
    packet_id: str
    page: int
    sha256: str
    byte_size: int
    media_type: str
    file_name: str
    sheet: int
    known_by: str
    received_at: datetime
    received_by: str
    withdrawn_at: datetime | None = None

    @property
    def is_present(self) -> bool:
        """Whether it counts."""
        return self.withdrawn_at is None

    @property
    def is_whole(self) -> bool:
        """Whether it is a file that came back whole, not a page."""
        return self.page == WHOLE
