"""Packet versions: each confirmation packet that was made for a filing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

CHANGED = "changed"
"""Why a version is void whose filing was changed; the names of what was may stand behind."""
NAMED = 3
"""Changes that a void paper names; more are counted."""
BY_DEADLINE = "deadline"
"""How the system confirms: a deadline that has passed, beside the channels of people."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """The customer was told until when to answer. Times UTC; ``how`` is a channel's key."""

    at: datetime
    by: str
    how: str
    deadline: datetime
    """The deadline that was told: of another one it says nothing."""


@dataclass(frozen=True, slots=True)
class PacketVersion:
    """One version of a filing's confirmation packet. Times UTC.

    ``content`` is the document of ``PacketContent``; ``digest`` the SHA-256 of
    its canonical bytes, which is printed on each page; ``pdf_sha256`` names the
    stored file. ``confirmed_values_digest`` covers only what the customer
    confirms (form and material hashes), so that it can be compared with the
    present filing whatever the version or the date of making.
    """

    id: str
    order_id: str
    filing_id: str
    version: int
    content: dict[str, Any]
    digest: str
    confirmed_values_digest: str
    pdf_sha256: str
    page_count: int
    made_at: datetime
    made_by: str
    delivered_at: datetime | None = None
    delivered_by: str = ""
    delivered_how: str = ""
    reminders: tuple[Reminder, ...] = ()
    confirmed_at: datetime | None = None
    confirmed_how: str = ""
    returned_at: datetime | None = None
    returned_how: str = ""
    return_comment: str = ""
    answered_by: str = ""
    """Who of the customer's confirmed or returned it."""
    evidence: str = ""
    """What proves the answer beside the returned pages: a recording's number, who was called."""
    voided_at: datetime | None = None
    void_reason: str = ""

    def reminder_of(self, deadline: datetime | None) -> Reminder | None:
        """The last time that the customer was reminded of this deadline."""
        told = [it for it in self.reminders if it.deadline == deadline]
        return max(told, key=lambda it: it.at, default=None)

    @property
    def void_words(self) -> str:
        """Why it is void, as its paper says it; empty where it is not."""
        if self.voided_at is None:
            return ""
        newer = self.void_reason.removeprefix("v")
        if newer.isdecimal():
            return f"已由第 {newer} 版替代"
        labels = self.changed_labels.split("、")
        told = "、".join(labels[:NAMED]) + (f" 等 {len(labels)} 项" if len(labels) > NAMED else "")
        return f"内容有改动：{told}" if told else "确认后内容有改动"

    @property
    def changed_labels(self) -> str:
        """What was changed that made it void, as the paper calls it; empty where not told."""
        reason, _, labels = self.void_reason.partition(":")
        return labels if reason == CHANGED else ""
