"""Waivers: a finding that a named person lets pass, with the reason.

It holds for what stood there when it was given: a changed value is judged anew.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Waiver:
    """One finding let pass; ``second`` is who agreed where the rule asks for two."""

    id: str
    rule: str
    place: str
    """Where it was found: ``form:path``, ``material:kind``, ``fact:key``."""
    before: str
    """A digest of what stood there; nothing personal."""
    reason: str
    at: datetime
    """UTC."""
    by: str
    second: str = ""
    withdrawn_at: datetime | None = None
    """UTC."""
