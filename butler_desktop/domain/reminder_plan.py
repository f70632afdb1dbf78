"""Reminder plan: at which times before the deadline the customer is reminded to answer.

Source: process.md A8 (silence counts only where the customer was reminded).
"""

from datetime import datetime, timedelta

from butler_desktop.domain.packet_version import PacketVersion

BEFORE = (timedelta(hours=24), timedelta(hours=4), timedelta(hours=1))
"""How long before the deadline; the longest first."""


def reminder_due(packet: PacketVersion, deadline: datetime, now: datetime) -> timedelta | None:
    """The set time (before the deadline) whose reminder is still to be made; None where none is.

    One reminder serves every set time that has passed when it was made, and a
    packet that was delivered after a set time has told the customer itself.
    """
    if packet.delivered_at is None or now >= deadline:
        return None
    passed = [it for it in BEFORE if deadline - it <= now]
    if not passed:
        return None
    last = packet.reminder_of(deadline)
    told_at = max(packet.delivered_at, last.at if last else packet.delivered_at)
    return passed[-1] if told_at < deadline - passed[-1] else None


def next_reminder(packet: PacketVersion, deadline: datetime, now: datetime) -> datetime | None:
    """When the next reminder is to be made, if it is not due already (UTC)."""
    if packet.delivered_at is None:
        return None
    coming = [deadline - it for it in BEFORE if deadline - it > now]
    return coming[0] if coming else None
