"""Contacts: what was said between butler and customer, and what was promised."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from butler_desktop.words import Words


class Outcome(StrEnum):
    """How an attempt to reach the customer ended."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"


OUTCOME_WORDS = {
    Outcome.REACHED: Words("已接通", "Reached"),
    Outcome.NO_ANSWER: Words("未接通", "No answer"),
    Outcome.WRONG_NUMBER: Words("号码有误", "Wrong number"),
}


class PromiseEnd(StrEnum):
    """How a promise ended."""

    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Contact:
    """One attempt to reach the customer; missed calls stay on record. Times UTC."""

    id: str
    order_id: str
    filing_id: str | None
    outcome: Outcome
    at: datetime
    by: str
    note: str = ""
    promise_at: datetime | None = None
    promise_note: str = ""
    promise_end: PromiseEnd | None = None
    promise_ended_at: datetime | None = None
    promise_ended_by: str = ""
