"""Promises: kept by a call, ended by hand, moved; on every list that shows what is due."""

from datetime import timedelta

import pytest

from butler_desktop.domain.contact import Outcome, PromiseEnd
from butler_desktop.domain.filing_states import Clock, FilingState
from butler_desktop.domain.local_time import iso_local
from butler_desktop.domain.transition import Action
from butler_desktop.errors import Overtaken, Refused
from butler_desktop.services.assignment import hand_over
from butler_desktop.services.contacts import log_contact, log_order_contact
from butler_desktop.services.filing_view import FilingView, filing_view
from butler_desktop.services.filings import act
from butler_desktop.services.history import history, verify
from butler_desktop.services.promises import end_promise, move_promise
from butler_desktop.services.worklist import filing_rows
from butler_desktop.storage.promises import StandingPromise, standing_promises
from butler_desktop.storage.work import Workspace
from tests.builders import NOW
from tests.services.scenario import an_order_of, reached

HOUR = timedelta(hours=1)


def promise(desk: Workspace, filing_id: str, hours: int = 4, note: str = "讲步骤") -> str:
    until = iso_local(NOW + hours * HOUR) or ""
    given = {"promise_at": until, "promise_note": note}
    with desk.editing() as work:
        log_contact(work, filing_id, Outcome.REACHED, given)
    return next(it.id for it in looked(desk, filing_id).contacts if it.promise_at)


def looked(desk: Workspace, filing_id: str) -> FilingView:
    with desk.reading() as work:
        return filing_view(work, filing_id)


def standing(desk: Workspace, **only: object) -> tuple[StandingPromise, ...]:
    with desk.reading() as work:
        return standing_promises(work, **only)


def test_a_promise_leads_the_clocks_of_its_filing_in_list_and_page(desk):
    filing_id = reached(desk, FilingState.AUTHORITY_REVIEW)
    promise(desk, filing_id)
    view = looked(desk, filing_id)
    assert [due.clock for due in view.clocks] == [Clock.PROMISE, Clock.AUTHORITY]
    assert view.due == view.clocks[0]
    with desk.reading() as work:
        (row,) = filing_rows(work, [filing_id])
        assert not verify(work, view.order.id)
    assert (row.due.clock, row.due.at) == (Clock.PROMISE, NOW + 4 * HOUR)


def test_it_is_kept_by_the_next_call_of_the_day(desk, clock):
    filing_id = reached(desk, FilingState.COLLECTING)
    promise(desk, filing_id)
    clock.now = NOW + 3 * HOUR
    with desk.editing() as work:
        log_contact(work, filing_id, Outcome.NO_ANSWER, {})
    assert len(standing(desk)) == 1
    with desk.editing() as work:
        log_contact(work, filing_id, Outcome.REACHED, {})
    assert standing(desk) == ()
    assert looked(desk, filing_id).due.at is None
    with desk.reading() as work:
        assert not verify(work, work.order_of(filing_id))


@pytest.mark.parametrize("end", list(PromiseEnd))
def test_it_is_ended_by_hand_once(desk, end):
    filing_id = reached(desk, FilingState.COLLECTING)
    contact_id = promise(desk, filing_id)
    order_id = looked(desk, filing_id).order.id
    with desk.editing() as work:
        contact = end_promise(work, order_id, contact_id, end)
    assert (contact.promise_end, contact.promise_ended_by) == (end, desk.actor)
    assert standing(desk) == ()
    with pytest.raises(Overtaken), desk.editing() as work:
        end_promise(work, order_id, contact_id, PromiseEnd.KEPT)
    with pytest.raises(Overtaken), desk.editing() as work:
        move_promise(work, order_id, contact_id, NOW + HOUR)


def test_it_is_moved_and_the_timeline_says_from_when_to_when(desk):
    filing_id = reached(desk, FilingState.COLLECTING)
    contact_id = promise(desk, filing_id)
    order_id = looked(desk, filing_id).order.id
    with desk.editing() as work:
        move_promise(work, order_id, contact_id, NOW + 24 * HOUR, "带上授权书")
    (left,) = standing(desk)
    assert (left.promise.at, left.promise.note) == (NOW + 24 * HOUR, "带上授权书")
    with desk.reading() as work:
        line = history(work, order_id, filing_id)[0]
    assert (line.words.zh, line.detail.zh) == ("改约", "3月18日 14:42 → 3月19日 10:42")
    with pytest.raises(Refused, match="已过"), desk.editing() as work:
        move_promise(work, order_id, contact_id, NOW)


@pytest.mark.sqlite
def test_it_goes_with_who_is_in_charge(desk):
    filing_id = reached(desk, FilingState.COLLECTING)
    promise(desk, filing_id)
    order_id = looked(desk, filing_id).order.id
    assert [it.butler for it in standing(desk, butler=desk.actor)] == [desk.actor]
    an_order_of(desk, butler="何佳")
    with desk.editing() as work:
        hand_over(work, "何佳", {order_id: desk.actor}, {})
    assert standing(desk, butler=desk.actor) == ()
    assert len(standing(desk, butler="何佳")) == 1


def test_one_about_an_order_stands_until_the_order_ends(desk):
    order_id = an_order_of(desk, sites=2)
    with desk.editing() as work:
        log_order_contact(work, order_id, Outcome.REACHED, "", NOW + HOUR, "第二个网站")
    (left,) = standing(desk, until=NOW + 2 * HOUR)
    assert (left.promise.filing_id, left.promise.note) == (None, "第二个网站")
    assert standing(desk, until=NOW + HOUR) == ()


def test_the_clock_stands_while_the_customer_owes_something(desk, clock):
    filing_id = reached(desk, FilingState.PREPARING)
    due = looked(desk, filing_id).due

    with desk.editing() as work:
        act(work, filing_id, Action.PAUSE_PREPARATION, {"comment": "授权书未盖章"})
    with pytest.raises(Refused, match="已在等客户"), desk.editing() as work:
        act(work, filing_id, Action.PAUSE_PREPARATION, {"comment": "又一次"})
    view = looked(desk, filing_id)
    with desk.reading() as work:
        (row,) = filing_rows(work, [filing_id])
        assert not verify(work, view.order.id)
    assert view.due.at is None
    assert row.due.paused_at == view.due.started_at
    clock.now = NOW + HOUR
    with desk.editing() as work:
        act(work, filing_id, Action.CONTINUE_PREPARATION, {})
    assert looked(desk, filing_id).due.at == due.at + HOUR
    with desk.reading() as work:
        assert not verify(work, view.order.id)


def test_sent_back_by_the_review_it_runs_on_when_the_content_is_there(desk, clock):

    filing_id = reached(desk, FilingState.INTERNAL_REVIEW)
    before = looked(desk, filing_id).due
    with desk.editing() as work:
        act(work, filing_id, Action.SEND_BACK, {"comment": "照片不清晰"})
    assert looked(desk, filing_id).due.at is None
    clock.now = NOW + 2 * HOUR
    with desk.editing() as work:
        act(work, filing_id, Action.COMPLETE_CONTENT, {})
    after = looked(desk, filing_id).due
    assert (after.started_at, after.at) == (before.started_at, before.at + 2 * HOUR)
