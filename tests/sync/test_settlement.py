"""Settlement: mine, theirs or another value, field by field; what waited is tried again."""

from dataclasses import replace

import pytest

from butler_desktop.domain.conflict import Decision, Take
from butler_desktop.domain.contact import Outcome as Reached
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.receipt import Outcome
from butler_desktop.domain.transition import Action
from butler_desktop.errors import NotFound, Refused
from butler_desktop.services.conflicts import conflicts, decide, settle
from butler_desktop.services.contacts import log_contact, log_order_contact
from butler_desktop.services.filings import act, edit_form
from butler_desktop.services.materials import attach_report
from butler_desktop.storage.work import Workspace
from tests.builders import renamed
from tests.services.scenario import an_order_of, requested, scanned
from tests.sync.team import (
    ANN,
    BEN,
    Team,
    assert_equal,
    changed,
    entered,
    order_of,
    settled,
    synced,
    told,
)


def a_conflict(team: Team) -> tuple[Workspace, Workspace, Dossier]:
    """Two desks gave one order a name each; the first one's stands, the second's is held."""
    ann, ben = team.replica(ANN), team.replica(BEN)
    dossier = entered(ann)
    synced(ann, ben)
    changed(ben, dossier.order.id, lambda it: renamed(it, "对方"))
    changed(ann, dossier.order.id, lambda it: renamed(it, "我的"))
    synced(ben, ann)
    return ann, ben, dossier


def test_a_conflict_tells_base_mine_theirs_who_and_when(team: Team) -> None:
    ann, _, dossier = a_conflict(team)
    with ann.reading() as work:
        (conflict,) = conflicts(work)
    (field,) = conflict.fields
    assert (field.base, field.mine, field.theirs) == (dossier.order.customer, "我的", "对方")
    assert (field.their_actor, field.path, field.words.zh) == (BEN, "customer", "客户")
    assert (conflict.actor, conflict.order_number) == (ANN, dossier.order.number)
    assert conflict.undecided == 1


@pytest.mark.parametrize(
    ("decision", "customer", "outcome"),
    [
        (Decision(Take.MINE), "我的", Outcome.SHARED),
        (Decision(Take.THEIRS), "对方", Outcome.REFUSED),
        (Decision(Take.VALUE, "合写"), "合写", Outcome.SHARED),
    ],
)
def test_what_is_decided_is_what_everybody_has(
    team: Team, decision: Decision, customer: str, outcome: Outcome
) -> None:
    ann, ben, dossier = a_conflict(team)
    with ann.editing() as work:
        (conflict,) = conflicts(work)
        decide(work, conflict.act_id, {it.place: decision for it in conflict.fields})
        settle(work, conflict.act_id)
    assert told(ann).lines[0].outcome is outcome
    assert told(ann).lines[0].reason.zh
    synced(ann, ben)
    assert order_of(ben, dossier.order.id).order.customer == customer
    assert_equal(ann, ben)


def test_what_waited_behind_follows(team: Team) -> None:
    ann, ben, dossier = a_conflict(team)
    with ann.editing() as work:
        log_order_contact(work, dossier.order.id, Reached.REACHED, "打过")
    settled(ann, Take.MINE)
    synced(ann, ben)
    assert [it.note for it in order_of(ben, dossier.order.id).contacts] == ["打过"]
    assert told(ann).made == told(ann).count(Outcome.SHARED) == 3


def test_an_undecided_field_keeps_the_act_where_it_is(team: Team) -> None:
    ann, _, _ = a_conflict(team)
    with pytest.raises(Refused, match="还有没选"), ann.editing() as work:
        (conflict,) = conflicts(work)
        settle(work, conflict.act_id)
    with ann.reading() as work:
        assert len(conflicts(work)) == 1


def test_decisions_are_kept_until_the_last_and_over_a_restart(team: Team) -> None:
    ann, _, _ = a_conflict(team)
    with ann.editing() as work:
        (conflict,) = conflicts(work)
        decide(work, conflict.act_id, {conflict.fields[0].place: Decision(Take.MINE)})
    ann.close()
    again = team.opened(team.folder / f"{ANN}.db")
    with again.reading() as work:
        (conflict,) = conflicts(work)
    assert conflict.fields[0].decision == Decision(Take.MINE)
    assert conflict.undecided == 0


def test_a_conflict_is_settled_once(team: Team) -> None:
    ann, _, _ = a_conflict(team)
    with ann.reading() as work:
        (conflict,) = conflicts(work)
    settled(ann, Take.THEIRS)
    with pytest.raises(NotFound), ann.editing() as work:
        settle(work, conflict.act_id)


def test_a_move_that_the_rules_no_longer_allow_can_only_be_given_up(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    filing_id = requested(ann, an_order_of(ann, 1, state=OrderState.PAID))
    synced(ann, ben)
    with ben.editing() as work:
        act(work, filing_id, Action.WITHDRAW, {"comment": "客户不做了"})
    with ann.editing() as work:
        act(work, filing_id, Action.CONTACT_CUSTOMER, {"note": "打通了"})
    synced(ben, ann)
    with ann.reading() as work:
        (conflict,) = conflicts(work)
    assert [it.path for it in conflict.fields] == ["state"]
    with pytest.raises(Refused, match="不成立"), ann.editing() as work:
        decide(work, conflict.act_id, {conflict.fields[0].place: Decision(Take.MINE)})
        settle(work, conflict.act_id)
    settled(ann, Take.THEIRS)
    synced(ann, ben)
    dossier = order_of(ann, conflict.order_id)
    assert dossier.filings[0].state == "withdrawn"
    assert [it.note for it in dossier.contacts] == ["打通了"]
    assert_equal(ann, ben)


@pytest.mark.parametrize("take", [Take.MINE, Take.THEIRS])
def test_two_scans_for_one_are_both_kept_and_one_counts(team: Team, take: Take) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    filing_id = requested(ann, an_order_of(ann, 1, state=OrderState.PAID))

    def attached(desk: Workspace, name: str, replaces: str = "") -> str:
        report = replace(scanned(), sha256=desk.blobs.put_bytes(name.encode()))
        with desk.editing() as work:
            return attach_report(work, filing_id, "sponsor_cert", name, report, replaces).id

    old = attached(ann, "旧.jpg")
    synced(ann, ben)
    mine, theirs = attached(ann, "我的.jpg", old), attached(ben, "对方.jpg", old)
    synced(ben, ann)
    with ann.reading() as work:
        (conflict,) = conflicts(work)
    (field,) = conflict.fields
    assert (field.mine["file_name"], field.theirs["file_name"]) == ("我的.jpg", "对方.jpg")
    settled(ann, take)
    synced(ann, ben)
    scans = {it.id: it.is_present for it in order_of(ben, conflict.order_id).materials}
    assert scans == {old: False, mine: take is Take.MINE, theirs: take is Take.THEIRS}
    assert_equal(ann, ben)


def test_an_edit_made_while_another_waits_goes_its_own_way(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    filing_id = requested(ann, an_order_of(ann, 1, state=OrderState.PAID))
    synced(ann, ben)
    for desk, name in ((ben, "对方"), (ann, "我的")):
        with desk.editing() as work:
            edit_form(work, filing_id, {"service.service_name": name})
    synced(ben, ann)
    with ann.editing() as work:
        edit_form(work, filing_id, {"subject.sponsor_name": "后来填的"})
    (done,) = synced(ann)
    assert (done.pushed, done.held) == (1, 1)
    settled(ann, Take.MINE)
    synced(ann, ben)
    with ben.reading() as work:
        form = work.dossier_of(filing_id).filing(filing_id).particulars
    assert (form.service.service_name, form.subject.sponsor_name) == ("我的", "后来填的")


def test_what_was_done_on_an_order_that_others_had_entered_goes_on_with_theirs(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    theirs = an_order_of(ann, 1, state=OrderState.PAID, number="DD-1")
    mine = an_order_of(ben, 1, state=OrderState.PAID, number="DD-1", remark="本登记的")
    filing_id = requested(ben, mine)
    with ben.editing() as work:
        log_order_contact(work, mine, Reached.REACHED, "打过")
        act(work, filing_id, Action.CONTACT_CUSTOMER, {"note": "打通了"})
    synced(ann, ben)
    assert settled(ben, Take.THEIRS) == 1
    (done,) = synced(ben)
    assert (done.pushed, done.held) == (3, 0)
    synced(ann)
    dossier = order_of(ann, theirs)
    assert [it.id for it in dossier.filings] == [filing_id]
    assert {it.note for it in dossier.contacts} == {"打过", "打通了"}
    assert_equal(ann, ben)


def test_what_was_done_on_a_filing_that_was_given_up_is_given_up_one_by_one(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    order_id = an_order_of(ann, 1, state=OrderState.PAID)
    synced(ann, ben)
    requested(ann, order_id)
    filing_id = requested(ben, order_id)
    with ben.editing() as work:
        log_contact(work, filing_id, Reached.NO_ANSWER, {"note": "没人接"})
    synced(ann, ben)
    assert [settled(ben, Take.THEIRS) for _ in range(3)] == [1, 1, 0]
    assert told(ben).count(Outcome.REFUSED) == told(ben).made == 2
    assert_equal(ann, ben)


def test_what_was_settled_stays_on_top_of_what_was_done_before_it(team: Team) -> None:
    ann, ben, dossier = a_conflict(team)
    changed(ann, dossier.order.id, lambda it: renamed(it, "后来的"))
    settled(ann, Take.MINE)
    assert order_of(ann, dossier.order.id).order.customer == "我的"
    with ben.editing() as work:
        log_order_contact(work, dossier.order.id, Reached.REACHED, "打过")
    synced(ben)
    (done,) = synced(ann)
    assert (done.held, done.pushed) == (0, 2)
    synced(ben)
    assert order_of(ben, dossier.order.id).order.customer == "我的"
    assert_equal(ann, ben)


def test_what_falls_back_waits_in_the_sequence_in_which_it_stood(team: Team) -> None:
    ann, ben, dossier = a_conflict(team)
    changed(ann, dossier.order.id, lambda it: renamed(it, "后来的"))
    settled(ann, Take.MINE)
    changed(ben, dossier.order.id, lambda it: renamed(it, "又是对方"))
    synced(ben, ann)
    with ann.reading() as work:
        (conflict,) = conflicts(work)
    assert conflict.reason.zh
    assert [it.mine for it in conflict.fields] == ["后来的"]
    settled(ann, Take.MINE)
    synced(ann, ben)
    assert order_of(ben, dossier.order.id).order.customer == "我的"
    assert_equal(ann, ben)
