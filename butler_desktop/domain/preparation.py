"""Preparation: the working day for the butler's part, and the times at which it stands still.

Source: process.md section 6 and reading A7: one working day from complete
content, not running while the customer owes something.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from butler_desktop.domain.filing import Filing
from butler_desktop.domain.pause import Pause
from butler_desktop.domain.workdays import WorkingCalendar

PREPARATION_WORKING_DAYS = 1


def paused(filing: Filing, at: datetime, why: str) -> Filing:
    """The filing with its clock standing still; as it is where it stands already."""
    if filing.paused_at is not None:
        return filing
    return replace(filing, paused_at=at, pause_reason=why)


def resumed(filing: Filing, at: datetime) -> Filing:
    """The filing with its clock running on; as it is where it runs."""
    if filing.paused_at is None:
        return filing
    over = Pause(filing.paused_at, at, filing.pause_reason)
    return replace(filing, paused_at=None, pause_reason="", pauses=(*filing.pauses, over))


def stretches(start: datetime, pauses: Iterable[Pause]) -> Iterator[Pause]:
    """The pauses of the round that began at ``start``, in order and apart.

    Two desks may have ended the same pause at two times.
    """
    last = start
    for pause in sorted(pauses, key=lambda it: (it.since, it.until)):
        if pause.until > last:
            yield replace(pause, since=max(pause.since, last))
            last = pause.until


def prepared_by(start: datetime, pauses: Iterable[Pause], calendar: WorkingCalendar) -> datetime:
    """When the packet must be ready: a working day after ``start``, plus the pauses before then.

    Only what a pause takes of working hours counts.
    """
    at = calendar.add_working_days(start, PREPARATION_WORKING_DAYS)
    for pause in stretches(start, pauses):
        if pause.since < at:
            lost = calendar.working_time_between(pause.since, pause.until)
            at = calendar.add_working_time(at, lost)
    return at
