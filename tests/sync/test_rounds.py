"""Rounds of sync: what goes across, what waits, and that a network that is away is no error."""

from dataclasses import replace

import pytest

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.receipt import Outcome as Became
from butler_desktop.domain.role import Role
from butler_desktop.domain.sync_status import MANY_WITHDRAWN, Pause
from butler_desktop.domain.transition import Action
from butler_desktop.errors import Refused, StoreTooNew, StoreTooOld
from butler_desktop.services.contacts import log_order_contact
from butler_desktop.services.filings import act, edit_form, request_filing
from butler_desktop.services.sync import look_at_pause, sync_round, sync_status
from tests.builders import a_dossier, a_workspace, renamed
from tests.services.scenario import an_order_of, attach_all, requested
from tests.sync.team import (
    ANN,
    BEN,
    CAT,
    Team,
    assert_equal,
    changed,
    entered,
    order_of,
    synced,
    told,
)


def with_form(dossier: Dossier, path: str, value: str) -> Dossier:
    filing = dossier.filings[0]
    return dossier.with_filing(
        replace(filing, particulars=filing.particulars.with_value(path, value))
    )


def test_what_one_replica_did_reaches_the_other(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    dossier = entered(ann)
    (sent,) = synced(ann)
    (taken,) = synced(ben)
    assert (sent.pushed, sent.pulled, taken.pulled, taken.pushed) == (1, 0, 1, 0)
    assert order_of(ben, dossier.order.id) == order_of(ann, dossier.order.id)
    assert_equal(ann, ben, team.direct(CAT))


def test_a_replica_holds_what_was_there_before_it(team: Team) -> None:
    cat = team.direct(CAT)
    dossier = entered(cat)
    ann = team.replica(ANN)
    assert order_of(ann, dossier.order.id) == dossier
    (done,) = synced(ann)
    assert (done.pulled, done.pushed) == (0, 0)


def test_without_a_network_work_goes_on_and_nothing_is_lost(team: Team) -> None:
    ann = team.replica(ANN)
    team.network.cut()
    dossier = entered(ann)
    (done,) = synced(ann)
    assert done.offline
    with ann.reading() as work:
        assert sync_status(work).waiting == 1
    team.network.mend()
    (done,) = synced(ann)
    assert (done.offline, done.pushed) == (False, 1)
    assert order_of(team.direct(CAT), dossier.order.id).order == dossier.order


def test_different_fields_of_one_form_are_merged_silently(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    dossier = entered(ann)
    synced(ann, ben)
    order_id = dossier.order.id
    changed(ann, order_id, lambda it: with_form(it, "service.service_name", "甲"), "filing.edit")
    changed(ben, order_id, lambda it: with_form(it, "subject.sponsor_name", "乙"), "filing.edit")
    synced(ann, ben, ann)
    form = order_of(ann, order_id).filings[0].particulars
    assert (form.service.service_name, form.subject.sponsor_name) == ("甲", "乙")
    assert_equal(ann, ben)


def test_the_same_value_from_two_desks_is_no_conflict(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    dossier = entered(ann)
    synced(ann, ben)
    for desk in (ann, ben):
        changed(desk, dossier.order.id, lambda it: renamed(it, "同一个名字"))
    synced(ann, ben)
    (line,) = told(ben).lines
    assert (line.outcome, line.reason.zh) == (Became.SHARED, "别人已做了同样的改动")
    assert_equal(ann, ben)


def test_the_first_that_does_not_apply_holds_the_later_ones_of_its_order_alone(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    first, second = entered(ann), entered(ann)
    synced(ann, ben)
    changed(ben, first.order.id, lambda it: renamed(it, "对方"))
    changed(ann, first.order.id, lambda it: renamed(it, "我的"))
    with ann.editing() as work:
        log_order_contact(work, first.order.id, Outcome.REACHED, "打过")
    changed(ann, second.order.id, lambda it: renamed(it, "另一个订单"))
    synced(ben)
    (done,) = synced(ann)
    assert (done.held, done.pushed) == (1, 1)
    assert [line.outcome for line in told(ann).lines] == [
        Became.HELD,
        Became.WAITING,
        Became.SHARED,
    ]
    assert order_of(ann, first.order.id).order.customer == "对方"
    assert order_of(ann, first.order.id).contacts == ()


def test_contacts_and_scans_of_both_desks_are_all_kept(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    dossier = entered(ann)
    synced(ann, ben)
    for desk in (ann, ben):
        with desk.editing() as work:
            log_order_contact(work, dossier.order.id, Outcome.NO_ANSWER, desk.actor)
    synced(ann, ben, ann)
    assert {it.by for it in order_of(ann, dossier.order.id).contacts} == {ANN, BEN}
    assert_equal(ann, ben)


def test_the_last_site_is_given_once(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    order_id = an_order_of(ann, 1, state=OrderState.PAID)
    synced(ann, ben)
    for desk in (ann, ben):
        with desk.editing() as work:
            request_filing(work, order_id)
    synced(ann)
    (done,) = synced(ben)
    assert done.held == 1
    assert "网站不够" in told(ben).lines[0].reason.zh
    assert len(order_of(ben, order_id).filings) == 1


def test_numbers_given_by_two_desks_without_a_network_differ(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    order_id = an_order_of(ann, 2, state=OrderState.PAID)
    synced(ann, ben)
    for desk in (ann, ben):
        with desk.editing() as work:
            request_filing(work, order_id)
    synced(ann, ben, ann)
    numbers = {it.number for it in order_of(ann, order_id).filings}
    assert numbers == {"BA-2603-D1-0001", "BA-2603-D2-0001"}
    assert_equal(ann, ben)


def test_an_order_that_two_desks_entered_waits_for_a_decision_at_the_second(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    mine, theirs = a_dossier(number="DD-1"), a_dossier(number="DD-1")
    for desk, dossier in ((ann, theirs), (ben, mine)):
        with desk.editing() as work:
            work.save(None, dossier, "order.import")
    with ben.editing() as work:
        log_order_contact(work, mine.order.id, Outcome.REACHED, "打过")
    synced(ann)
    (done,) = synced(ben)
    assert (done.held, done.pulled) == (1, 1)
    assert [line.outcome for line in told(ben).lines] == [Became.HELD, Became.WAITING]
    assert "已由别人登记" in told(ben).lines[0].reason.zh
    assert told(ben).lines[0].order_number == "DD-1"
    assert order_of(ben, theirs.order.id).order.customer == theirs.order.customer


def test_an_order_that_two_desks_took_from_one_file_is_one(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    theirs = an_order_of(ann, 2, state=OrderState.PAID, number="DD-1", butler=ANN)
    mine = an_order_of(ben, 2, state=OrderState.PAID, number="DD-1", butler=BEN)
    filing_id = requested(ben, mine)
    with ben.editing() as work:
        log_order_contact(work, mine, Outcome.REACHED, "打过")
    synced(ann)
    (done,) = synced(ben)
    assert (done.held, done.pulled) == (0, 1)
    assert {line.outcome for line in told(ben).lines} == {Became.SHARED}
    assert told(ben).lines[0].reason.zh == "别人已登记同样的订单"
    synced(ann)
    dossier = order_of(ann, theirs)
    assert (dossier.order.butler, [it.note for it in dossier.contacts]) == (ANN, ["打过"])
    assert [it.id for it in dossier.filings] == [filing_id]
    assert_equal(ann, ben)


def test_an_edit_of_a_filing_that_was_withdrawn_meanwhile_is_held(team: Team) -> None:
    ann = team.replica(ANN)
    order_id = an_order_of(ann, 1, state=OrderState.PAID)
    filing_id = requested(ann, order_id)
    attach_all(ann, filing_id)
    synced(ann)
    cat = team.direct(CAT)
    with ann.editing() as work:
        edit_form(work, filing_id, {"service.service_name": "离线改的"})
    with cat.editing() as work:
        act(work, filing_id, Action.WITHDRAW, {"comment": "客户不做了"})
    (done,) = synced(ann)
    assert done.held == 1
    assert "内容不能改" in told(ann).lines[0].reason.zh


def test_scans_go_ahead_of_the_acts_that_name_them(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    filing_id = requested(ann, an_order_of(ann, 1, state=OrderState.PAID))
    attach_all(ann, filing_id)
    synced(ann, ben)
    with ben.reading() as work:
        scans = [it.sha256 for it in work.dossier_of(filing_id).materials]
    assert scans
    assert all(ben.blobs.read(sha256) == ann.blobs.read(sha256) for sha256 in scans)


def test_another_schema_version_says_so_and_stops(team: Team) -> None:
    ann = team.replica(ANN)
    dossier = entered(ann)
    head = team.server.sql("SELECT version_num FROM alembic_version", team.url)[0][0]
    for version, error in (("9999", StoreTooNew), ("0001", StoreTooOld)):
        team.server.sql(f"UPDATE alembic_version SET version_num = '{version}'", team.url)
        with pytest.raises(error):
            sync_round(ann)
    team.server.sql(f"UPDATE alembic_version SET version_num = '{head}'", team.url)
    synced(ann)
    assert order_of(team.direct(CAT), dossier.order.id).order == dossier.order


def test_what_the_role_may_not_write_is_held_with_the_reason(team: Team) -> None:
    ann = team.replica(ANN)
    entered(ann)
    team.server.signed_in(team.url, ANN, Role.AUDITOR)
    (done,) = synced(ann)
    assert (done.pushed, done.held) == (0, 1)
    assert "权限" in told(ann).lines[0].reason.zh


def test_a_batch_that_would_withdraw_much_stops_and_asks(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    filing_id = requested(ann, an_order_of(ann, 1, state=OrderState.PAID))
    attach_all(ann, filing_id)
    order_id = ""
    with ann.editing() as work:
        dossier = work.dossier_of(filing_id)
        order_id = dossier.order.id
        many = [replace(dossier.materials[0], id=f"m{n:035}") for n in range(MANY_WITHDRAWN + 1)]
        before = dossier
        for material in many:
            dossier = dossier.with_material(material)
        work.save(before, dossier, "material.attach")
    synced(ann, ben)

    def without(dossier: Dossier) -> Dossier:
        for material in many:
            dossier = dossier.with_material(replace(material, withdrawn_at=ann.now()))
        return dossier

    changed(ann, order_id, without, "material.withdraw")
    (stopped,) = synced(ann)
    assert (stopped.pause, stopped.pushed) == (Pause.MASS_WITHDRAWAL, 0)
    with ann.reading() as work:
        assert sync_status(work).pause is Pause.MASS_WITHDRAWAL
    with ann.editing() as work:
        look_at_pause(work)
    (done,) = synced(ann)
    assert (done.pause, done.pushed) == (None, 1)
    (coming,) = synced(ben)
    assert (coming.pause, coming.pulled) == (Pause.MASS_WITHDRAWAL, 0)
    with ben.editing() as work:
        look_at_pause(work)
    assert synced(ben)[0].pulled == 1
    assert_equal(ann, ben)


def test_a_desk_that_is_no_replica_has_nothing_to_sync(tmp_path) -> None:
    alone = a_workspace(tmp_path)
    with pytest.raises(Refused, match="没有连到共享库"):
        sync_round(alone)
    alone.close()


def test_a_round_that_finds_nothing_writes_nothing(team: Team) -> None:
    ann = team.replica(ANN)
    entered(ann)
    synced(ann)
    before = team.server.sql("SELECT rounds, seen_at FROM desks", team.url)
    synced(ann, ann)
    assert team.server.sql("SELECT rounds, seen_at FROM desks", team.url) == before
