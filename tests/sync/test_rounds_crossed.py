"""What crosses a round: another round on the same file, a copy of it, a right taken away."""

import logging
import shutil

import pytest

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.receipt import Outcome as Became
from butler_desktop.domain.role import Role
from butler_desktop.services.contacts import log_order_contact
from butler_desktop.services.filings import request_filing
from butler_desktop.storage.replica import note, read_replica
from butler_desktop.sync.push import parcel, push, pushed
from butler_desktop.sync.rebase import rebase
from tests.builders import renamed
from tests.services.scenario import an_order_of
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


def test_an_act_that_another_round_put_on_anew_is_shared_as_it_arrived(team: Team) -> None:
    ann, cat = team.replica(ANN), team.direct(CAT)
    order_id = entered(ann).order.id
    with ann.reading() as work:
        given = parcel(work, order_id)
    assert given is not None
    assert ann.shared is not None
    assert push(ann.shared, given, ann.rulebook)
    with ann.editing() as work:
        rebase(work, order_id)
    with ann.editing() as work:
        pushed(work, given)
    changed(cat, order_id, lambda it: renamed(it, "之后改的"))
    synced(ann)
    assert {line.outcome for line in told(ann).lines} == {Became.SHARED}
    assert_equal(ann, cat)


def test_a_desk_that_goes_on_as_another_still_has_one_round_at_a_time(team: Team) -> None:
    ann = team.replica(ANN)
    entered(ann)
    with ann.editing() as work:
        note(work.connection, station="another")
    team.server.sql("UPDATE desks SET station = 'another'", team.url)
    key = "SELECT hashtextextended('another', 0)"
    assert ann.shared is not None
    with ann.shared.engine.connect() as other:
        other.exec_driver_sql(f"SELECT pg_advisory_lock(({key}))")
        (done,) = synced(ann)
        assert (done.pushed, done.offline) == (0, False)
        other.exec_driver_sql("SELECT pg_advisory_unlock_all()")
    (done,) = synced(ann)
    assert done.pushed == 1


def test_a_copy_that_gave_the_same_number_waits_for_a_decision(team: Team) -> None:
    ann = team.replica(ANN)
    same, other = (an_order_of(ann, 2, state=OrderState.PAID) for _ in range(2))
    synced(ann)
    ann.close()
    copy = team.opened(shutil.copy(team.folder / f"{ANN}.db", team.folder / "copy.db"))
    ann = team.opened(team.folder / f"{ANN}.db")
    for desk, order_id in ((ann, same), (copy, other)):
        with desk.editing() as work:
            request_filing(work, order_id)
    synced(ann)
    (done,) = synced(copy)
    assert (done.held, done.pulled) == (1, 1)
    assert "编号" in told(copy).lines[-1].reason.zh
    assert order_of(copy, same).filings[0].number == "BA-2603-D1-0001"
    assert order_of(copy, other).filings == ()


def test_a_copy_that_gave_the_same_number_on_the_same_order_waits_too(team: Team) -> None:
    ann = team.replica(ANN)
    order_id = an_order_of(ann, 2, state=OrderState.PAID)
    synced(ann)
    ann.close()
    copy = team.opened(shutil.copy(team.folder / f"{ANN}.db", team.folder / "copy.db"))
    ann = team.opened(team.folder / f"{ANN}.db")
    for desk in (ann, copy):
        with desk.editing() as work:
            request_filing(work, order_id)
    synced(ann)
    (done,) = synced(copy)
    assert (done.held, done.pulled) == (1, 1)
    assert "编号" in told(copy).lines[-1].reason.zh
    assert len(order_of(copy, order_id).filings) == 1


def test_who_may_only_look_now_still_takes_what_others_do(team: Team) -> None:
    ann, cat = team.replica(ANN), team.direct(CAT)
    order_id = entered(ann).order.id
    synced(ann)
    team.server.signed_in(team.url, ANN, Role.AUDITOR)
    changed(cat, order_id, lambda it: renamed(it, "对方"))
    (done,) = synced(ann)
    assert done.pulled == 1
    assert order_of(ann, order_id).order.customer == "对方"
    with ann.reading() as work:
        known = read_replica(work.connection)
    assert known is not None
    assert known.pause == ""
    changed(cat, order_id, lambda it: renamed(it, "又改"))
    assert synced(ann)[0].pulled == 1


def test_an_act_whose_scan_is_gone_stops_its_own_order_alone(team: Team) -> None:
    from butler_desktop.services.materials import attach_report
    from tests.services.scenario import requested, scanned

    ann = team.replica(ANN)
    filing_id = requested(ann, an_order_of(ann, 1, state=OrderState.PAID))
    synced(ann)
    report = scanned()
    with ann.editing() as work:
        attach_report(work, filing_id, "sponsor_cert", "丢了.jpg", report)
    other = entered(ann).order.id
    (done,) = synced(ann)
    assert order_of(team.direct(CAT), other)
    assert (done.pushed, done.held) == (1, 1)


@pytest.mark.parametrize("after", [False, True])
def test_a_network_that_is_cut_is_no_noise_in_the_log(
    team: Team, caplog: pytest.LogCaptureFixture, after: bool
) -> None:
    ann, cat = team.replica(ANN), team.direct(CAT)
    caplog.set_level(logging.WARNING)
    order_id = entered(cat).order.id
    for statement in range(2, 30, 2):
        with cat.editing() as work:
            log_order_contact(work, order_id, Outcome.REACHED, "对方打过")
        entered(ann)
        team.network.cut_at(statement, after=after)
        synced(ann)
        team.network.mend()
        synced(ann)
    assert [record.getMessage() for record in caplog.records] == []
    assert BEN not in caplog.text
