"""Key figures: the five numbers of a period: first pass, calls, preparation, duration, stars."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.local_time import local
from butler_desktop.domain.work_record import Decision, WorkRecord
from butler_desktop.domain.workdays import WorkingCalendar

Period = Callable[[datetime], bool]
"""Whether something that happened then (UTC) counts."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int = 0
    whole: int = 0

    @property
    def rate(self) -> float | None:
        """0 to 1."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Figures:
    """The five key figures of one period."""

    first_pass: Share
    first_contact: Share
    preparation: Share
    days: float | None
    """Median of working days from submission to decision."""
    stars: float | None
    ratings: int
    """How many ratings came in."""
    rated: Share
    """How many of the filings that ended were rated."""


def within(start: datetime | None, end: datetime) -> Period:
    """After ``start``, up to ``end``."""
    return lambda at: (start is None or at > start) and at <= end


def key_figures(record: WorkRecord, period: Period, calendar: WorkingCalendar) -> Figures:
    """The five numbers of one period."""
    decided = [it for filing in record.filings for it in filing.decisions if period(it.at)]
    calls = [it for it in record.calls if it.is_decided(record.now) and period(it.due)]
    made = [it for filing in record.filings for it in filing.prepared if period(it.made_at)]
    given = [it for it in record.ratings if period(it.at)]
    ended = [filing.id for filing in record.filings if filing.ended_in(period)]
    rated = {it.filing_id for it in record.ratings}
    return Figures(
        first_pass=first_pass(decided),
        first_contact=Share(sum(it.is_kept for it in calls), len(calls)),
        preparation=Share(sum(it.is_kept for it in made), len(made)),
        days=median(days_of(it, calendar) for it in decided) if decided else None,
        stars=sum(it.mean for it in given) / len(given) if given else None,
        ratings=len(given),
        rated=Share(sum(id_ in rated for id_ in ended), len(ended)),
    )


def first_pass(decisions: Iterable[Decision]) -> Share:
    """How many filings were approved by their first submission."""
    first = [it for it in decisions if it.is_first]
    return Share(sum(it.state is FilingState.APPROVED for it in first), len(first))


def days_of(decision: Decision, calendar: WorkingCalendar) -> int:
    """The working days from a submission to its decision."""
    start, end = local(decision.submitted_at).date(), local(decision.at).date()
    return calendar.working_days_between(start, end)
