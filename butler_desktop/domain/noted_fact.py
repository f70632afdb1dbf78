"""Noted facts: what a butler looked up outside, with the day, since no program can look there.

The ministry's record, the registry, the registrar, a site's foot: no open
interface answers for them. A fact counts for some days, then one should look again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

STALE_DAYS = 7
"""So many days a noted fact counts unless its question says otherwise (our proposal)."""


@dataclass(frozen=True, slots=True)
class NotedFact:
    """One answer: the question's key, what it is about, what was seen, the day, and by whom."""

    id: str
    fact: str
    """A key of the rulebook's questions."""
    about: str
    """A kind of paper, where the question is asked of each; empty for the filing."""
    answer: str
    """The key of an answer; an ISO day where a day is asked; empty: taken back."""
    checked_on: str
    """The day on which it was looked up (ISO, Shanghai)."""
    at: datetime
    """When it was noted (UTC)."""
    by: str
    words: str = ""
    before: str = ""
    """A digest of what it is about: of another value or paper it says nothing."""


def latest(noted: Iterable[NotedFact], fact: str, about: str = "") -> NotedFact | None:
    """The newest answer to a question."""
    found = (it for it in noted if it.fact == fact and it.about == about)
    return max(found, key=lambda it: (it.at, it.id), default=None)
