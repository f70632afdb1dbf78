"""Statistics: how good the work was and how long it took, counted from the work's records.

Shares are 0 to 1, durations working days or hours; None where there is nothing
to count. A filing's decision counts at the time at which it was made.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from butler_desktop.domain.durations import Spread, Stay, spreads, stays
from butler_desktop.domain.filing_states import STATES
from butler_desktop.domain.key_figures import (
    Figures,
    Period,
    Share,
    days_of,
    first_pass,
    key_figures,
    within,
)
from butler_desktop.domain.local_time import local
from butler_desktop.domain.return_kind import ReturnKind, return_kind
from butler_desktop.domain.stage import STEPS, Stage
from butler_desktop.domain.work_record import WorkRecord
from butler_desktop.domain.workdays import WorkingCalendar

LEGAL_DAYS = 20
"""Working days that an authority has at most (L33-12)."""

TARGET = 0.92
"""The first-pass rate that is aimed at; our own setting."""

LOW = 0.93
"""Attainment below this is marked."""

FORTNIGHT = timedelta(days=14)
PERIODS = (30, 90, 365)
"""Days; 0 is all the time there was."""

SLOTS = tuple(range(8))
"""The hours of a working day in which something can be bought: 9:30, 10:30, … 16:30."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is counted. ``butler`` None is the team; empty province and kind are all."""

    days: int = 90
    province: str = ""
    kind: str = ""
    butler: str | None = None


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The first-pass rate of a fortnight that began at ``start`` (UTC): one's own, the team's."""

    start: datetime
    mine: Share
    team: Share


@dataclass(frozen=True, slots=True)
class Load:
    """What one butler has open, and has finished in the period."""

    butler: str
    open: int
    done: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """All that the page shows."""

    now: datetime
    wanted: Wanted
    filing_count: int
    figures: Figures
    before: Figures | None
    """Of the period before; None where all the time counts."""
    trend: tuple[TrendPoint, ...]
    provinces: tuple[Spread, ...]
    """Working days from submission to decision, by province, the quickest first."""
    slots: dict[tuple[int, int], Share]
    """First contacts by weekday (0 is Monday) and hour of the purchase within working hours."""
    outside: Share
    """First contacts of what was bought out of hours."""
    reasons: tuple[tuple[ReturnKind, int], ...]
    stars: dict[int, int]
    """Ratings by their stars, of which each has the mean of its two, halves rounded up."""
    steps: dict[Stage, Spread]
    """Working hours in each stage."""
    step_provinces: tuple[tuple[str, Stage, Spread], ...]
    loads: tuple[Load, ...]


def statistics(record: WorkRecord, wanted: Wanted, calendar: WorkingCalendar) -> Statistics:
    """Counts all of it."""
    start = record.now - timedelta(days=wanted.days) if wanted.days else None
    own = _chosen(record, wanted)
    team = _chosen(record, Wanted(wanted.days, wanted.province, wanted.kind))
    period = within(start, record.now)
    before = None
    if start is not None:
        earlier = within(start - timedelta(days=wanted.days), start)
        before = key_figures(own, earlier, calendar)
    found = (stay for filing in own.filings for stay in stays(filing, calendar))
    ended = [stay for stay in found if period(stay.ended_at)]
    days = [
        (filing.province, days_of(decision, calendar))
        for filing in own.filings
        for decision in filing.decisions
        if period(decision.at)
    ]
    slots, outside = _slots(own, period, calendar)
    return Statistics(
        now=record.now,
        wanted=wanted,
        filing_count=len(own.filings),
        figures=key_figures(own, period, calendar),
        before=before,
        trend=_trend(own, team, start),
        provinces=_by_middle(spreads(days)),
        slots=slots,
        outside=outside,
        reasons=_reasons(own, period),
        stars=_stars(own, period),
        steps={Stage(it.key): it for it in spreads((it.stage, it.hours) for it in ended)},
        step_provinces=_by_province(ended),
        loads=_loads(own, period),
    )


def _chosen(record: WorkRecord, wanted: Wanted) -> WorkRecord:
    def fits(butler: str, kind: str, province: str) -> bool:
        return (
            wanted.butler in (None, butler)
            and wanted.kind in ("", kind)
            and wanted.province in ("", province)
        )

    return WorkRecord(
        record.now,
        tuple(it for it in record.filings if fits(it.butler, it.kind, it.province)),
        tuple(it for it in record.calls if fits(it.butler, it.kind, it.province)),
        tuple(it for it in record.ratings if fits(it.butler, it.kind, it.province)),
    )


def _trend(own: WorkRecord, team: WorkRecord, start: datetime | None) -> tuple[TrendPoint, ...]:
    """Fortnights up to now; the oldest begins no earlier than what there is to count."""
    mine, all_ = (
        [it for filing in each.filings for it in filing.decisions if it.is_first]
        for each in (own, team)
    )
    oldest = min((it.at for it in all_), default=None)
    first = max(filter(None, (start, oldest)), default=own.now)
    points: list[TrendPoint] = []
    end = own.now
    while end > first:
        period = within(end - FORTNIGHT, end)
        shares = (first_pass(it for it in each if period(it.at)) for each in (mine, all_))
        points.append(TrendPoint(end - FORTNIGHT, *shares))
        end -= FORTNIGHT
    return tuple(reversed(points))


def _by_province(ended: Iterable[Stay]) -> tuple[tuple[str, Stage, Spread], ...]:
    found: dict[str, list[Stay]] = {}
    for stay in ended:
        found.setdefault(stay.province, []).append(stay)
    return tuple(
        (province, stage, spread)
        for province, its in sorted(found.items())
        for stage in STEPS
        for spread in spreads((it.stage, it.hours) for it in its if it.stage is stage)
    )


def _by_middle(spreads: Iterable[Spread]) -> tuple[Spread, ...]:
    return tuple(sorted(spreads, key=lambda it: (it.middle, it.key)))


def _slots(
    record: WorkRecord, period: Period, calendar: WorkingCalendar
) -> tuple[dict[tuple[int, int], Share], Share]:
    found: dict[tuple[int, int], list[bool]] = {}
    outside: list[bool] = []
    for call in record.calls:
        if not call.is_decided(record.now) or not period(call.due):
            continue
        here = local(call.paid_at)
        opens = here.replace(hour=calendar.opens.hour, minute=calendar.opens.minute, second=0)
        hour = min((here - opens) // timedelta(hours=1), SLOTS[-1])
        if calendar.is_open(call.paid_at):
            found.setdefault((here.weekday(), hour), []).append(call.is_kept)
        else:
            outside.append(call.is_kept)
    shares = {place: Share(sum(kept), len(kept)) for place, kept in found.items()}
    return shares, Share(sum(outside), len(outside))


def _reasons(record: WorkRecord, period: Period) -> tuple[tuple[ReturnKind, int], ...]:
    kinds = Counter(
        return_kind(it.reasons)
        for filing in record.filings
        for it in filing.returned
        if period(it.at)
    )
    places = list(ReturnKind)
    return tuple(sorted(kinds.items(), key=lambda it: (-it[1], places.index(it[0]))))


def _stars(record: WorkRecord, period: Period) -> dict[int, int]:
    given = Counter(
        (it.response_speed + it.service_quality + 1) // 2 for it in record.ratings if period(it.at)
    )
    return {stars: given[stars] for stars in range(5, 0, -1)}


def _loads(record: WorkRecord, period: Period) -> tuple[Load, ...]:
    butlers = sorted({filing.butler for filing in record.filings})
    return tuple(
        Load(
            butler,
            sum(
                it.butler == butler and STATES[it.state].stage not in (Stage.DONE, Stage.WITHDRAWN)
                for it in record.filings
            ),
            sum(it.butler == butler and it.ended_in(period) for it in record.filings),
        )
        for butler in butlers
    )
