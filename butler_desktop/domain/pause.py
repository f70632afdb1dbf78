"""Pauses: while the customer owes something, the time for preparing does not run (reading A7)."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause that is over, and what was waited for. Times UTC."""

    since: datetime
    until: datetime
    why: str = ""
