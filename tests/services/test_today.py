"""The day of a butler: what is on the page, equal to what is there; on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.filing_states import Clock
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.local_time import iso_local
from butler_desktop.domain.stage import Stage
from butler_desktop.domain.today import ChangeKind, Today
from butler_desktop.domain.transition import Action
from butler_desktop.domain.views import View
from butler_desktop.services.contacts import log_contact, log_order_contact
from butler_desktop.services.filings import act, edit_form
from butler_desktop.services.today import today, today_count
from butler_desktop.services.worklist import counts
from butler_desktop.storage.work import Workspace
from tests.builders import NOW
from tests.services.scenario import an_order_of, reached, requested

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def read(desk: Workspace, *, mine: bool = True) -> Today:
    with desk.reading() as work:
        return today(work, mine)


def kept(found: Today) -> dict[Clock, tuple[int, int]]:
    return {it.clock: (it.kept, it.total) for it in found.attainments}


def test_a_customer_who_waits_is_a_card_and_no_task(desk):
    order_id = an_order_of(desk, sites=2, paid_at=NOW - 34 * MINUTE)
    filing_id = requested(desk, order_id)
    an_order_of(desk, paid_at=NOW - MINUTE)
    found = read(desk).to_do
    first = found.contacts[0]
    assert (first.order_id, first.filing_id, first.site_count) == (order_id, filing_id, 2)
    assert found.contacts[1].filing_id is None
    assert "138****1234" in found.contacts[0].contact
    assert (found.tasks, found.count, found.overdue) == ((), 2, 1)
    with desk.editing() as work:
        log_order_contact(work, order_id, Outcome.REACHED, "")
    found = read(desk).to_do
    assert len(found.contacts) == 1
    assert [task.filing_id for task in found.tasks] == [filing_id]


def test_tasks_are_what_my_work_shows_in_the_order_of_their_time(desk):
    for state in (S.PREPARING, S.INTERNAL_REVIEW, S.READY_TO_SUBMIT, S.REJECTED, S.SMS_PENDING):
        reached(desk, state)
    found = read(desk).to_do
    with desk.reading() as work:
        mine = counts(work).views[View.MINE]
        assert today_count(work) == mine
    assert (found.count, found.overdue) == (mine.total, mine.overdue)
    times = [task.due.at for task in found.tasks if task.due and task.due.at]
    assert times == sorted(times)
    assert found.tasks[-1].due is None
    assert found.tasks[-1].stage is Stage.RETURNED_BY_AUTHORITY


def test_a_promise_has_a_line_and_its_filing_another(desk):
    filing_id = reached(desk, S.PREPARING)
    given = {"promise_at": iso_local(NOW + HOUR), "promise_note": "讲步骤"}
    with desk.editing() as work:
        log_contact(work, filing_id, Outcome.REACHED, given)
    promise, own = read(desk).to_do.tasks
    assert (promise.words.zh, promise.about.zh, promise.stage) == ("11:42 回电", "讲步骤", None)
    assert (own.filing_id, own.stage, own.due.clock) == (
        filing_id,
        Stage.COLLECTING,
        Clock.PREPARATION,
    )
    with desk.reading() as work:
        assert today_count(work).total == 2


def test_a_promise_about_a_filing_that_wants_nothing_stands_alone(desk):
    filing_id = reached(desk, S.COLLECTING)
    with desk.editing() as work:
        log_contact(work, filing_id, Outcome.REACHED, {"promise_at": iso_local(NOW + HOUR)})
    (promise,) = read(desk).to_do.tasks
    assert promise.promise is not None


@pytest.mark.sqlite
def test_the_team_sees_all_and_who_does_it(desk):
    reached(desk, S.PREPARING)
    an_order_of(desk, butler="何佳", paid_at=NOW - MINUTE)
    assert len(read(desk).to_do.contacts) == 0
    assert len(read(desk, mine=False).to_do.contacts) == 1
    assert [task.butler for task in read(desk, mine=False).to_do.tasks] == [desk.actor]


def test_what_has_changed_since_yesterday(desk, clock):
    clock.now = NOW - 48 * HOUR
    old = reached(desk, S.APPROVED)
    waiting = reached(desk, S.AWAITING_CONFIRMATION)
    clock.now = NOW - HOUR
    given = {"how": "phone", "marks": "service.service_name", "comment": "改名"}
    with desk.editing() as work:
        act(work, waiting, Action.RETURN_FOR_MODIFICATION, given)
    clock.now = NOW
    (line,) = read(desk).changes
    assert (line.kind, line.filing_id, line.detail.zh) == (
        ChangeKind.RETURNED,
        waiting,
        "1 处要改",
    )
    assert old != waiting


@pytest.mark.sqlite
def test_what_a_colleague_changed_in_one_filing_is_one_line(desk, clock):
    filing_id = reached(desk, S.COLLECTING)
    colleague = replace(desk, actor="周启明", station="b")
    for path, value in (("service.home_url", "甲"), ("service.service_name", "乙")):
        with colleague.editing() as work:
            edit_form(work, filing_id, {path: value})
    lines = [it for it in read(desk).changes if it.kind is ChangeKind.COLLEAGUE]
    (line,) = lines
    assert (line.filing_id, line.detail.zh) == (filing_id, "周启明 改了 2 处")
    with colleague.reading() as work:
        found = today(work, False)
    assert all(it.detail.zh != "周启明 改了 2 处" for it in found.changes)


def test_how_the_promises_of_the_day_were_kept(desk, clock):
    late = an_order_of(desk, paid_at=NOW - 40 * MINUTE)
    in_time = an_order_of(desk, paid_at=NOW - 20 * MINUTE)
    an_order_of(desk, paid_at=NOW - 50 * MINUTE)  # not yet reached, and overdue
    an_order_of(desk, paid_at=NOW - MINUTE)  # its time still runs
    for order_id in (late, in_time):
        with desk.editing() as work:
            log_order_contact(work, order_id, Outcome.REACHED, "")
    assert kept(read(desk))[Clock.FIRST_CONTACT] == (1, 3)
    reached(desk, S.AWAITING_CONFIRMATION)
    found = kept(read(desk))
    assert found[Clock.PREPARATION] == (1, 1)
    reached(desk, S.AUTHORITY_REVIEW)
    assert kept(read(desk))[Clock.SMS] == (1, 1)
    reached(desk, S.SMS_EXPIRED)
    assert kept(read(desk))[Clock.SMS] == (1, 2)
    clock.now = NOW + 24 * HOUR
    assert kept(read(desk))[Clock.SMS] == (0, 0)
