"""Authority notes: what happened outside the house after submission, as the butler saw it.

They only grow: two desks that note something at once both keep it, and what
counts is told from all of them.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class NoteKind(StrEnum):
    """What a note is about."""

    SMS_VERIFIED = "sms_verified"
    SMS_WRONG = "sms_wrong"
    """A wrong code was given."""
    SMS_RESENT = "sms_resent"
    STATUS = "status"
    """What the authority's or a provider's system says."""
    CALL = "call"
    """The reviewer is to call the customer."""
    CALL_OVER = "call_over"
    DUTY_DONE = "duty_done"


@dataclass(frozen=True, slots=True)
class AuthorityNote:
    """One note. Times UTC; ``about`` is a key of what its kind speaks of, or several by commas."""

    id: str
    kind: NoteKind
    at: datetime
    by: str
    about: str = ""
    words: str = ""
    source: str = ""
    until: datetime | None = None
    submitted_at: datetime | None = None
    """The submission that it belongs to."""
