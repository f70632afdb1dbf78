"""The refund policy: in which situation a site's fee is given back, and why.

Source: service description 2.4, 3.3 and 4.2, read as process.md 7 and 8. The
rules themselves are in the rulebook, with their version.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from butler_desktop.domain.filing_states import (
    BEFORE_SUBMISSION,
    DELIVERED_STATES,
    LOCKED_STATES,
    RELEASED_STATES,
    FilingState,
)
from butler_desktop.words import Words


class Situation(StrEnum):
    """Where a site stands, as far as its fee is concerned."""

    REMAINING = "remaining"
    BEFORE_SUBMISSION = "before_submission"
    OUTCOME_OPEN = "outcome_open"
    NOT_SUCCESSFUL = "not_successful"
    APPROVED = "approved"
    EXCEPTION = "exception"


@dataclass(frozen=True, slots=True)
class RefundRule:
    """What holds in a situation; ``basis`` names the clauses."""

    is_refundable: bool
    words: Words
    basis: str


@dataclass(frozen=True, slots=True)
class RefundPolicy:
    """The rules, a rule a situation; ``version`` is the day from which they hold."""

    version: str
    rules: Mapping[Situation, RefundRule] = field(hash=False)


def situation_of(state: FilingState) -> Situation:
    """The situation of a filing's sites. One that failed gives its sites back to the order."""
    if state in BEFORE_SUBMISSION:
        return Situation.BEFORE_SUBMISSION
    if state in LOCKED_STATES:
        return Situation.OUTCOME_OPEN
    if state in DELIVERED_STATES:
        return Situation.APPROVED
    if state in RELEASED_STATES:
        return Situation.REMAINING
    return Situation.NOT_SUCCESSFUL
