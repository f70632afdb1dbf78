"""Conflicts: an act made on a replica that does not fit what others did meanwhile.

It is told field by field: what stood there before, what the butler wrote, what
others wrote, who and when. Equal values are never among them. The butler
decides each field; what is decided becomes a new act.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from butler_desktop.words import Words

Place = tuple[str, str, str]
"""Where a value stands in a dossier: kind, id, path (``particulars.service.name``)."""


class Take(StrEnum):
    """Whose value stays."""

    MINE = "mine"
    THEIRS = "theirs"
    VALUE = "value"
    """Another one, written by hand."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the butler has decided about one field; ``value`` counts for ``VALUE`` alone."""

    take: Take
    value: Any = None


@dataclass(frozen=True, slots=True)
class ConflictField:
    """One field on which the act and others differ. Values are leaves of records."""

    place: Place
    words: Words
    base: Any
    mine: Any
    theirs: Any
    their_actor: str
    their_at: datetime
    """UTC."""
    decision: Decision | None = None

    @property
    def path(self) -> str:
        """The field's path as the command line says it, without ``particulars.``."""
        return self.place[2].removeprefix("particulars.")


@dataclass(frozen=True, slots=True)
class Conflict:
    """An act that waits for the butler's decision. ``made_at`` is UTC."""

    act_id: str
    act: str
    words: Words
    actor: str
    made_at: datetime
    order_id: str
    order_number: str
    customer: str
    filing_id: str
    filing_number: str
    """Both empty for an act on the order itself."""
    reason: Words
    """Why it does not apply: for an act that the rules refuse now there may be no field."""
    fields: tuple[ConflictField, ...]
    behind: tuple[Words, ...]
    """The later acts on the order, which wait until this one is settled."""

    @property
    def undecided(self) -> int:
        """How many fields are still open; an act without one is open itself."""
        return sum(field.decision is None for field in self.fields) if self.fields else 1


Decisions = Mapping[Place, Decision]
