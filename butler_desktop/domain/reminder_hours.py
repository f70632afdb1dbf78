"""Reminder hours: how long before the confirmation deadline the customer is reminded of it."""

from collections.abc import Iterable

REMINDER_HOURS = (24, 4, 1)
"""Where nothing else is set (process.md 6)."""

LONGEST_HOURS = 720
"""A month: before that nobody needs to be told."""


def read_hours(text: str) -> tuple[int, ...] | None:
    """The hours before the deadline from a text like ``24, 4, 1``; None where it is none.

    At least one; whole hours, the longest first, each once.
    """
    parts = text.replace("，", ",").replace("、", ",").split(",")
    if not all(it.strip().isdecimal() for it in parts):
        return None
    hours = {int(it) for it in parts}
    is_sound = all(0 < it <= LONGEST_HOURS for it in hours)
    return tuple(sorted(hours, reverse=True)) if is_sound else None


def hours_text(hours: Iterable[int]) -> str:
    """The hours as ``read_hours`` reads them."""
    return ", ".join(str(it) for it in hours)
