"""Statistics against counts made by hand. Wednesday 18 March 2026, 10:42.

filing  province  butler  submitted → decided            working days
f1      浙江      我      03-02 → 03-12 approved          8
f2      浙江      我      03-03 → 03-06 rejected          3
                          03-09 → 03-17 approved          6
f3      江苏      何佳    03-10 → 03-17 approved          5
f4      江苏      我      03-16 → 03-17 SMS lapsed        1
"""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.durations import spreads
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.key_figures import Share
from butler_desktop.domain.local_time import SHANGHAI
from butler_desktop.domain.return_kind import ReturnKind, return_kind
from butler_desktop.domain.stage import Stage
from butler_desktop.domain.statistics import Load, Statistics, Wanted, statistics
from butler_desktop.domain.work_record import (
    CallRecord,
    FilingRecord,
    Move,
    Prepared,
    RatingRecord,
    Returned,
    WorkRecord,
)
from butler_desktop.domain.workdays import WorkingCalendar
from tests.builders import NOW

ME, OTHER = "林晓雯", "何佳"
ZHEJIANG, JIANGSU = "330000", "320000"
CALENDAR = WorkingCalendar()


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=SHANGHAI).astimezone(UTC)


def a_filing(name: str, province: str, butler: str, *moves: tuple[S, str], **given: object):
    told = tuple(Move(at(f"{when} 10:00"), state) for state, when in moves)
    values = {"kind": "first_filing", "state": told[-1].state, "moves": told}
    return FilingRecord(id=name, province=province, butler=butler, **(values | given))


FILINGS = (
    a_filing("f1", ZHEJIANG, ME, (S.SUBMITTED, "03-02"), (S.APPROVED, "03-12")),
    a_filing(
        "f2",
        ZHEJIANG,
        ME,
        (S.SUBMITTED, "03-03"),
        (S.REJECTED, "03-06"),
        (S.REWORK, "03-06"),
        (S.INTERNAL_REVIEW, "03-06"),
        (S.SUBMITTED, "03-09"),
        (S.APPROVED, "03-17"),
        prepared=(
            Prepared(at("03-02 11:00"), at("03-02 17:30")),
            Prepared(at("03-09 09:00"), at("03-06 17:30")),
        ),
        returned=(Returned(at("03-06 10:00"), "网站名称与主办者名称无关联，请更名。"),),
    ),
    a_filing("f3", JIANGSU, OTHER, (S.SUBMITTED, "03-10"), (S.APPROVED, "03-17")),
    a_filing(
        "f4",
        JIANGSU,
        ME,
        (S.SUBMITTED, "03-16"),
        (S.SMS_EXPIRED, "03-17"),
        returned=(Returned(at("03-17 10:00"), ""),),
    ),
)


def a_call(paid: str, minutes: int | None, butler: str = ME) -> CallRecord:
    made = at(paid) + timedelta(minutes=minutes) if minutes is not None else None
    due = at(paid) + timedelta(minutes=30)
    return CallRecord(butler, "first_filing", "", at(paid), due, made)


CALLS = (
    a_call("03-16 09:40", 8),  # Monday, the first hour
    a_call("03-16 10:20", 34),  # late
    a_call("03-17 17:30", 12),  # the last minute still belongs to the last hour
    a_call("03-17 20:00", 5),  # out of hours
    a_call("03-18 10:00", None),  # overdue, nobody called
    a_call("03-18 10:30", None),  # its time still runs
    a_call("03-16 10:00", 5, OTHER),
)
RATINGS = (
    RatingRecord("f1", at("03-13 10:00"), ME, "first_filing", ZHEJIANG, 5, 4),
    RatingRecord("f3", at("03-17 12:00"), OTHER, "first_filing", JIANGSU, 3, 3),
)
RECORD = WorkRecord(NOW, FILINGS, CALLS, RATINGS)


def counted(**given: object) -> Statistics:
    return statistics(RECORD, Wanted(**given), CALENDAR)


def test_key_figures_of_one_butler() -> None:
    figures = counted(butler=ME).figures
    assert figures.first_pass == Share(1, 3)
    assert figures.days == 4.5
    assert figures.preparation == Share(1, 2)
    assert figures.first_contact == Share(3, 5)
    assert (figures.stars, figures.ratings, figures.rated) == (4.5, 1, Share(1, 2))


def test_key_figures_of_the_team_and_of_a_part() -> None:
    team = counted().figures
    assert (team.first_pass, team.first_contact) == (Share(2, 4), Share(4, 6))
    assert (team.stars, team.rated) == (3.75, Share(2, 3))
    assert counted(province=JIANGSU).figures.first_pass == Share(1, 2)
    assert counted(kind="access").figures.first_pass == Share(0, 0)
    assert counted(kind="access").figures.days is None


def test_the_period_and_the_one_before() -> None:
    found = counted(days=5, butler=ME)
    assert found.figures.first_pass == Share(0, 1)  # f4; f2 was first decided on the 6th
    assert found.before is not None
    assert found.before.first_pass == Share(1, 1)
    assert found.before.days == 8
    assert counted(days=0).before is None
    assert counted(days=0, butler=ME).figures == counted(butler=ME).figures


def test_the_trend_has_both_lines() -> None:
    (point,) = counted(butler=ME).trend
    assert point.start == NOW - timedelta(days=14)
    assert (point.mine, point.team) == (Share(1, 3), Share(2, 4))


def test_durations_by_province_the_quickest_first() -> None:
    jiangsu, zhejiang = counted(butler=ME).provinces
    assert (jiangsu.key, jiangsu.middle, jiangsu.count) == (JIANGSU, 1, 1)
    assert (zhejiang.low, zhejiang.middle, zhejiang.high) == (4.5, 6, 7)
    assert zhejiang.count == 3


def test_first_contacts_by_weekday_and_hour() -> None:
    found = counted(butler=ME)
    assert found.slots == {(0, 0): Share(1, 2), (1, 7): Share(1, 1), (2, 0): Share(0, 1)}
    assert found.outside == Share(1, 1)


def test_reasons_and_stars() -> None:
    found = counted(butler=ME)
    assert found.reasons == ((ReturnKind.NAME, 1), (ReturnKind.SMS, 1))
    assert found.stars == {5: 1, 4: 0, 3: 0, 2: 0, 1: 0}
    assert counted().stars == {5: 1, 4: 0, 3: 1, 2: 0, 1: 0}


def test_stages_and_loads() -> None:
    found = counted(butler=ME)
    hours = found.steps[Stage.ADMINISTRATION]
    assert (hours.low, hours.middle, hours.high, hours.count) == (20.0, 36.0, 52.0, 4)
    assert found.steps[Stage.REVIEW].middle == 8.0
    assert [row[:2] for row in found.step_provinces] == [
        (JIANGSU, Stage.ADMINISTRATION),
        (ZHEJIANG, Stage.REVIEW),
        (ZHEJIANG, Stage.ADMINISTRATION),
    ]
    assert counted().loads == (Load(OTHER, 0, 1), Load(ME, 1, 2))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", ReturnKind.SMS),
        ("营业执照不清晰", ReturnKind.PAPERS),
        ("网站负责人身份证过期", ReturnKind.PAPERS),
        ("域名未实名", ReturnKind.DOMAIN),
        ("缺前置审批文件；网站名称不规范", ReturnKind.APPROVAL),
        ("负责人手机号无法接通", ReturnKind.CONTACT),
        ("主办者名称与证件不一致", ReturnKind.SPONSOR),
        ("网站内容与备案不符", ReturnKind.CONTENT),
        ("其他问题，详见电话", ReturnKind.CONTACT),
        ("不符合要求", ReturnKind.OTHER),
    ],
)
def test_what_a_return_is_about(text: str, kind: ReturnKind) -> None:
    assert return_kind(text) is kind


@given(st.lists(st.integers(0, 60), min_size=1))
def test_the_middle_lies_in_the_middle_half(values: list[int]) -> None:
    (spread,) = spreads(("x", value) for value in values)
    assert min(values) <= spread.low <= spread.middle <= spread.high <= max(values)
    assert spread.count == len(values)


STATES = st.lists(
    st.sampled_from([S.SUBMITTED, S.APPROVED, S.REJECTED, S.SMS_EXPIRED, S.REWORK]), min_size=1
)


@given(st.lists(STATES, max_size=6), st.sampled_from((0, 30, 90)))
def test_each_filing_counts_once_at_most(pasts: list[list[S]], days: int) -> None:
    start = NOW - timedelta(days=40)
    filings = []
    for name, states in enumerate(pasts):
        moves = tuple(Move(start + timedelta(days=n), state) for n, state in enumerate(states))
        filings.append(FilingRecord(str(name), ZHEJIANG, "first_filing", ME, states[-1], moves))
    found = statistics(WorkRecord(NOW, tuple(filings)), Wanted(days), CALENDAR)
    share = found.figures.first_pass
    assert 0 <= share.part <= share.whole <= len(filings)
    decided = sum(len([it for it in f.decisions if it.at <= NOW]) for f in filings)
    assert sum(it.count for it in found.provinces) <= decided
    if not days:
        assert sum(point.mine.whole for point in found.trend) == share.whole
