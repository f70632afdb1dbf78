from datetime import UTC, datetime

import pytest

from butler_desktop.domain.clocks import DueKind
from butler_desktop.domain.contact import Contact, Outcome, PromiseEnd
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_clocks import filing_clocks
from butler_desktop.domain.filing_states import Clock, FilingState
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.local_time import SHANGHAI
from butler_desktop.domain.promise import promises, with_contact_kept
from butler_desktop.domain.workdays import WorkingCalendar
from tests.builders import a_dossier, a_filing, an_order


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-03-{text}").replace(tzinfo=SHANGHAI).astimezone(UTC)


def a_contact(
    of: Dossier, when: str, outcome: Outcome = Outcome.REACHED, **given: object
) -> Contact:
    values = {
        "id": new_id(),
        "order_id": of.order.id,
        "filing_id": of.filings[0].id,
        "outcome": outcome,
        "at": at(when),
        "by": "林晓雯",
    }
    return Contact(**(values | given))


def promising(until: str, **given: object) -> Dossier:
    dossier = a_dossier()
    return dossier.with_contact(
        a_contact(dossier, "18 10:42", promise_at=at(until), promise_note="讲人脸核验步骤", **given)
    )


def standing(dossier: Dossier) -> int:
    return len(promises(dossier, dossier.filings[0].id))


@pytest.mark.parametrize(
    ("call", "outcome", "stands"),
    [
        ("20 10:05", Outcome.REACHED, 0),
        ("20 09:40", Outcome.REACHED, 0),
        ("23 11:00", Outcome.REACHED, 0),
        ("19 17:00", Outcome.REACHED, 1),
        ("20 10:00", Outcome.NO_ANSWER, 1),
        ("20 10:00", Outcome.WRONG_NUMBER, 1),
    ],
)
def test_a_promise_is_kept_by_reaching_the_customer_on_its_day(
    call: str, outcome: Outcome, stands: int
) -> None:
    dossier = promising("20 10:00")
    after = with_contact_kept(dossier, a_contact(dossier, call, outcome))
    assert standing(after) == stands
    if not stands:
        kept = after.contacts[0]
        assert (kept.promise_end, kept.promise_ended_at) == (PromiseEnd.KEPT, at(call))


def test_a_call_about_something_else_keeps_nothing() -> None:
    dossier = promising("20 10:00")
    about_order = a_contact(dossier, "20 10:00", filing_id=None)
    assert standing(with_contact_kept(dossier, about_order)) == 1


def test_the_call_that_keeps_one_may_promise_another() -> None:
    dossier = promising("20 10:00")
    call = a_contact(dossier, "20 10:00", promise_at=at("20 15:00"), promise_note="再谈")
    (left,) = promises(with_contact_kept(dossier, call), dossier.filings[0].id)
    assert (left.at, left.note, left.made_at) == (at("20 15:00"), "再谈", at("20 10:00"))


def test_the_nearest_clock_leads_and_one_that_stands_comes_last() -> None:
    order = an_order(first_contact_at=at("18 10:10"))
    filing = a_filing(order, state=FilingState.COLLECTING)
    dossier = Dossier(order, (filing,))
    for until in ("20 10:00", "19 15:00"):
        dossier = dossier.with_contact(a_contact(dossier, "18 10:42", promise_at=at(until)))
    clocks = filing_clocks(dossier, filing, WorkingCalendar())
    assert [(due.clock, due.at) for due in clocks] == [
        (Clock.PROMISE, at("19 15:00")),
        (Clock.PROMISE, at("20 10:00")),
        (Clock.PREPARATION, None),
    ]
    assert clocks[-1].kind is DueKind.STANDING
    assert clocks[0].reason.zh == "3月18日 10:42 约定 3月19日 15:00 回电"


def test_nothing_is_promised_about_what_has_ended() -> None:
    dossier = promising("20 10:00")
    (filing,) = dossier.filings
    assert filing_clocks(dossier, filing, WorkingCalendar())
    ended = a_filing(dossier.order, id=filing.id, state=FilingState.WITHDRAWN)
    assert filing_clocks(dossier.with_filing(ended), ended, WorkingCalendar()) == ()
