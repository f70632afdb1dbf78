"""Reminding: at which times before the confirmation deadline the customer is told of it again.

Source: process.md 6 (24, 4 and 1 hours before, where nothing else is set) and
A8: silence confirms nothing unless the customer was reminded of this deadline.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from butler_desktop.domain.packet_version import Reminder


@dataclass(frozen=True, slots=True)
class DueReminder:
    """A set time has come and the customer was not reminded since. Times UTC."""

    at: datetime
    """The set time."""
    deadline: datetime


def due_reminder(
    deadline: datetime | None,
    delivered_at: datetime | None,
    reminders: Iterable[Reminder],
    hours: Iterable[int],
    now: datetime,
) -> DueReminder | None:
    """The reminder that is due now; None where none is.

    Set times that passed together are one reminder. The delivery tells the
    deadline by itself, so a set time before it asks for nothing, unless no set
    time is left and nobody ever spoke of this deadline.
    """
    if deadline is None or delivered_at is None or now >= deadline:
        return None
    told = [it.at for it in reminders if it.deadline == deadline]
    times = [deadline - timedelta(hours=it) for it in hours]
    after = [it for it in times if it > delivered_at]
    passed = [it for it in after if it <= now]
    if not after and not told:
        return DueReminder(delivered_at, deadline)
    if not passed or any(it >= max(passed) for it in told):
        return None
    return DueReminder(max(passed), deadline)


def next_reminder(
    deadline: datetime | None, delivered_at: datetime | None, hours: Iterable[int], now: datetime
) -> datetime | None:
    """The next set time, if one lies ahead (UTC)."""
    if deadline is None or delivered_at is None:
        return None
    times = (deadline - timedelta(hours=it) for it in hours)
    return min((it for it in times if it > now), default=None)
