from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.clocks import (
    Due,
    DueKind,
    confirmation_proposal,
    filing_due,
    first_contact_due,
    first_contact_kept,
    kept_due,
    preparation_due,
)
from butler_desktop.domain.filing_states import STATES, Clock, FilingState
from butler_desktop.domain.local_time import SHANGHAI
from butler_desktop.domain.workdays import WorkingCalendar
from tests.builders import a_filing, an_order

CALENDAR = WorkingCalendar()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).astimezone(UTC)


@pytest.mark.parametrize(
    ("paid", "due"),
    [
        ("2026-03-18 10:08", "2026-03-18 10:38"),
        ("2026-03-18 09:30", "2026-03-18 10:00"),  # A4: both bounds belong to the hours
        ("2026-03-18 17:30", "2026-03-18 18:00"),
        ("2026-03-18 17:29", "2026-03-18 17:59"),  # A4: the 30 minutes run past closing
        ("2026-03-18 17:30:01", "2026-03-19 10:00"),
        ("2026-03-18 08:00", "2026-03-18 10:00"),  # A5: the same day's opening
        ("2026-03-20 18:00", "2026-03-23 10:00"),
        ("2026-02-14 12:00", "2026-02-14 12:30"),  # a Saturday that is worked
        ("2026-02-14 18:00", "2026-02-24 10:00"),  # the holiday begins
    ],
)
def test_first_contact(paid: str, due: str) -> None:
    assert first_contact_due(at(paid), CALENDAR).at == at(due)


def test_first_contact_says_why() -> None:
    inside = first_contact_due(at("2026-03-18 10:08"), CALENDAR)
    assert inside.reason.zh == "3月18日 10:08 购买，工作时段内 30 分钟，应于 10:38 前"
    assert inside.started_at == at("2026-03-18 10:08")
    outside = first_contact_due(at("2026-03-17 20:15"), CALENDAR)
    assert outside.reason.zh == "3月17日 20:15 购买，不在工作时段，3月18日 9:30 起计，应于 10:00 前"
    assert outside.reason.en.startswith("Bought 17 Mar 20:15, outside working hours")
    assert outside.started_at == at("2026-03-18 09:30")


def test_a_due_time_in_an_unknown_year_says_so() -> None:
    due = first_contact_due(at("2026-12-31 18:00"), CALENDAR)
    assert due.is_provisional
    assert "推算" in due.reason.zh
    assert due.reason.zh.count("推算") == 1
    assert not first_contact_due(at("2026-12-30 18:00"), CALENDAR).is_provisional


@given(st.integers(0, 1_000 * 24 * 60).map(lambda n: at("2024-01-01") + timedelta(minutes=n)))
def test_first_contact_is_thirty_minutes_after_purchase_or_opening(paid: datetime) -> None:
    due = first_contact_due(paid, CALENDAR)
    assert due.started_at is not None
    assert due.at == due.started_at + timedelta(minutes=30)
    assert CALENDAR.is_open(due.started_at)
    assert due.started_at == paid or not CALENDAR.is_open(paid)


def test_how_the_first_contact_went() -> None:
    paid = at("2026-03-18 10:08")
    kept = first_contact_kept(paid, at("2026-03-18 10:16"), CALENDAR)
    assert (kept.kind, kept.is_late) == (DueKind.KEPT, False)
    assert first_contact_kept(paid, at("2026-03-18 10:38"), CALENDAR).is_late is False
    assert first_contact_kept(paid, at("2026-03-18 10:39"), CALENDAR).is_late is True
    early = first_contact_kept(at("2026-03-18 20:00"), at("2026-03-18 20:10"), CALENDAR)
    assert (early.started_at, early.is_late) == (at("2026-03-18 20:00"), False)


def test_preparation_takes_one_working_day() -> None:
    due = preparation_due(at("2026-03-20 14:47"), CALENDAR)
    assert due.at == at("2026-03-23 14:47")
    assert due.reason.zh == "3月20日 14:47 资料齐全，1 个工作日，应于 3月23日 14:47 前"


def test_the_proposed_deadline_is_two_working_days_ahead() -> None:
    assert confirmation_proposal(at("2026-03-19 18:00"), CALENDAR) == at("2026-03-23 17:30")


def due_of(state: FilingState, **given_values: Any) -> Due | None:
    order = an_order(paid_at=at("2026-03-18 10:08"), first_contact_at=at("2026-03-18 10:10"))
    values = {"state": state, "state_since": at("2026-03-18 11:00")} | given_values
    return filing_due(a_filing(order, **values), order, CALENDAR)


@pytest.mark.parametrize(
    ("state", "given_values", "due"),
    [
        (FilingState.REQUESTED, {"requested_at": at("2026-03-18 13:00")}, "2026-03-18 13:30"),
        (
            FilingState.PREPARING,
            {"content_complete_at": at("2026-03-18 09:45")},
            "2026-03-19 09:45",
        ),
        (FilingState.INTERNAL_REVIEW, {}, "2026-03-19 11:00"),
        (FilingState.RETURNED_BY_CUSTOMER, {}, "2026-03-19 11:00"),
        (FilingState.REWORK, {}, "2026-03-19 11:00"),
        (
            FilingState.AWAITING_CONFIRMATION,
            {"confirmation_deadline": at("2026-03-19 18:00")},
            "2026-03-19 18:00",
        ),
        (FilingState.READY_TO_SUBMIT, {}, "2026-03-19 11:00"),
        (FilingState.SMS_PENDING, {"sms_sent_at": at("2026-03-18 11:05")}, "2026-03-19 11:05"),
        (
            FilingState.AUTHORITY_REVIEW,
            {"sms_verified_at": at("2026-03-10 11:00")},
            "2026-04-08 11:00",
        ),
    ],
)
def test_the_clock_of_each_state(
    state: FilingState, given_values: dict[str, Any], due: str
) -> None:
    found = due_of(state, **given_values)
    assert found is not None
    assert found.at == at(due)
    assert found.clock is STATES[state].clock


def test_the_first_filing_of_an_order_counts_from_the_purchase() -> None:
    order = an_order(paid_at=at("2026-03-18 10:08"), first_contact_at=None)
    filing = a_filing(order, requested_at=at("2026-03-18 13:00"))
    found = filing_due(filing, order, CALENDAR)
    assert found is not None
    assert found.at == at("2026-03-18 10:38")


@pytest.mark.parametrize("state", [FilingState.CONTACTED, FilingState.COLLECTING])
def test_before_the_content_is_complete_the_clock_stands(state: FilingState) -> None:
    found = due_of(state)
    assert found is not None
    assert (found.kind, found.at) == (DueKind.STANDING, None)


def test_a_clock_runs_in_just_the_states_that_say_so() -> None:
    standing = (FilingState.CONTACTED, FilingState.COLLECTING)
    deadline = {"confirmation_deadline": at("2026-03-19 18:00")}
    for state, row in STATES.items():
        has_clock = row.clock is not None or state in standing
        assert (due_of(state, **deadline) is not None) is has_clock, state


@pytest.mark.parametrize("state", list(FilingState))
def test_a_list_keeps_enough_to_say_the_same(state: FilingState) -> None:
    found = due_of(state, confirmation_deadline=at("2026-03-19 18:00"))
    if found is None:
        assert kept_due("", None, None) is None
        return
    kept = kept_due(found.clock, found.started_at, found.at)
    assert kept is not None
    assert (kept.clock, kept.kind, kept.at) == (found.clock, found.kind, found.at)
    assert kept.started_at == found.started_at
    if found.clock is not Clock.FIRST_CONTACT:
        assert kept.reason == found.reason
