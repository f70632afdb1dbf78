"""Waivers: a finding that a named person lets pass, with the reason.

It holds for what stood there when it was given: a changed value is judged anew.
The list of a filing only grows: who agrees or withdraws adds the waiver once more.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
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
    withdrawn_by: str = ""


def standing_waivers(given: Iterable[Waiver]) -> tuple[Waiver, ...]:
    """Each waiver once with all that was said of it, without those that were withdrawn."""
    found: dict[str, Waiver] = {}
    for it in given:
        known = found.get(it.id)
        found[it.id] = it if known is None else _joined(known, it)
    return tuple(it for it in found.values() if it.withdrawn_at is None)


def waiver_at(given: Iterable[Waiver], rule: str, place: str, before: str) -> Waiver | None:
    """The newest waiver of a rule at a place where still stands what stood there."""
    fits = (
        it
        for it in standing_waivers(given)
        if (it.rule, it.place, it.before) == (rule, place, before)
    )
    return max(fits, key=lambda it: (it.at, it.id), default=None)


def _joined(one: Waiver, other: Waiver) -> Waiver:
    """What two desks said of the same waiver: who agreed, who withdrew it first."""
    withdrawn = min(
        (it for it in (one, other) if it.withdrawn_at is not None),
        key=lambda it: str(it.withdrawn_at),
        default=one,
    )
    return replace(
        one,
        second=one.second or other.second,
        withdrawn_at=withdrawn.withdrawn_at,
        withdrawn_by=withdrawn.withdrawn_by,
    )
