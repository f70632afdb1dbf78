"""Durations: how long things took, as the middle and the middle half of many."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import quantiles

from butler_desktop.domain.filing_states import STATES
from butler_desktop.domain.stage import STEPS, Stage
from butler_desktop.domain.work_record import FilingRecord
from butler_desktop.domain.workdays import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Spread:
    """Working days or hours: the middle, the middle half, how many."""

    key: str
    low: float
    middle: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class Stay:
    """A filing was in a stage for so many working hours, until ``ended_at`` (UTC)."""

    stage: Stage
    province: str
    ended_at: datetime
    hours: float


def spreads(values: Iterable[tuple[str, float]]) -> tuple[Spread, ...]:
    """The spread of the values of each key."""
    found: dict[str, list[float]] = {}
    for key, value in values:
        found.setdefault(key, []).append(value)
    return tuple(_spread(key, each) for key, each in found.items())


def _spread(key: str, values: list[float]) -> Spread:
    if len(values) == 1:
        return Spread(key, values[0], values[0], values[0], 1)
    low, middle, high = quantiles(values, n=4, method="inclusive")
    return Spread(key, low, middle, high, len(values))


def stays(filing: FilingRecord, calendar: WorkingCalendar) -> Iterator[Stay]:
    """Each stay in a step that has ended.

    A return belongs to no step: the time until it is sent on again is of the
    stage that it goes on in.
    """
    since: datetime | None = None
    stage: Stage | None = None
    for move in filing.moves:
        reached = STATES[move.state].stage
        if reached is stage:
            continue
        if stage in STEPS and since is not None:
            hours = calendar.working_time_between(since, move.at) / timedelta(hours=1)
            yield Stay(stage, filing.province, move.at, hours)
        stage, since = reached, move.at
