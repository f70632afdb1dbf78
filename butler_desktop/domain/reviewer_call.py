"""Reviewer calls: the authority's reviewer will call the customer, who can be reached until then.

When that time is past and nobody has settled the call, it is an alarm: the
reviewer who reaches nobody rejects the filing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from butler_desktop.domain.authority_note import AuthorityNote, NoteKind
from butler_desktop.words import Words

CALL_KINDS = (NoteKind.CALL, NoteKind.CALL_OVER)
OUTCOME_WORDS = {
    "answered": Words("已接听", "Answered"),
    "missed": Words("没有接到", "Missed"),
    "dropped": Words("不再来电", "No call any more"),
}


@dataclass(frozen=True, slots=True)
class ReviewerCall:
    """A call that is waited for. ``until`` is UTC."""

    until: datetime
    note: str
    by: str

    def is_past(self, now: datetime) -> bool:
        """Whether the customer can no longer be reached, as far as is known."""
        return now > self.until


def pending_call(
    notes: Iterable[AuthorityNote], submitted_at: datetime | None
) -> ReviewerCall | None:
    """The call that is still waited for in this submission; the newest time counts."""
    own = [it for it in notes if it.kind in CALL_KINDS and it.submitted_at == submitted_at]
    last = max(own, key=lambda it: it.id, default=None)  # ids sort by when they were made
    if last is None or last.until is None:
        return None
    return ReviewerCall(last.until, last.words, last.by)
