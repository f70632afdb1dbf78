"""Claim and hand-over: the second of two hears who was first, and filings go along."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.role import Role
from butler_desktop.errors import Overtaken, Refused
from butler_desktop.services.assignment import (
    NOBODY,
    Assigned,
    butlers,
    claim,
    hand_over,
    take_back,
)
from butler_desktop.services.history import history, verify
from butler_desktop.services.replicas import create_replica
from butler_desktop.services.sync import sync_round
from butler_desktop.storage.work import Workspace
from butler_desktop.storage.workspace import open_workspace
from tests.builders import NOW, Clock, a_filing, a_workspace, an_order
from tests.engines import ENGINES
from tests.postgres import OWNER

ME, JIA, QIMING = "林晓雯", "何佳", "周启明"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[tuple[Workspace, Workspace]]:
    """One's own desk, and a colleague's."""
    own = a_workspace(tmp_path, clock=clock)
    other = a_workspace(tmp_path, actor=JIA, clock=clock)
    entered(other, JIA)
    yield own, other
    own.close()
    other.close()


def entered(desk: Workspace, butler: str, *filings: str, state: S = S.REQUESTED) -> Dossier:
    """An order of a butler, with filings of these butlers."""
    order = an_order(butler=butler, ordered_site_count=max(1, len(filings)))
    made = tuple(a_filing(order, butler=name, state=state) for name in filings)
    with desk.editing() as work:
        return work.save(None, Dossier(order, made), "order.enter")


def now(desk: Workspace, dossier: Dossier) -> Dossier:
    with desk.reading() as work:
        assert verify(work, dossier.order.id) == ()
        return work.dossier(dossier.order.id)


def in_charge(desk: Workspace, dossier: Dossier) -> tuple[str, ...]:
    present = now(desk, dossier)
    by_id = {filing.id: filing.butler for filing in present.filings}
    return (present.order.butler, *(by_id[filing.id] for filing in dossier.filings))


def claimed(desk: Workspace, *order_ids: str) -> Assigned:
    with desk.editing() as work:
        return claim(work, order_ids)


def handed(desk: Workspace, to: str, orders: dict[str, str], filings: dict[str, str]) -> Assigned:
    with desk.editing() as work:
        return hand_over(work, to, orders, filings)


def test_who_claims_is_in_charge_and_the_filings_go_along(desks) -> None:
    own, _ = desks
    dossier = entered(own, NOBODY, NOBODY, QIMING)
    done = claimed(own, dossier.order.id)
    assert in_charge(own, dossier) == (ME, ME, QIMING)
    assert (done.to, done.orders) == (ME, {dossier.order.id: NOBODY})
    with own.reading() as work:
        line = history(work, dossier.order.id)[0]
    assert (line.act, line.words.zh, line.actor) == ("order.claim", "认领订单", ME)


def test_the_second_claim_hears_who_was_first_and_when(desks, clock: Clock) -> None:
    own, other = desks
    dossier = entered(own, NOBODY, NOBODY)
    claimed(other, dossier.order.id)
    clock.now += timedelta(minutes=3)
    with pytest.raises(Overtaken) as refusal:
        claimed(own, dossier.order.id)
    assert refusal.value.sentence.zh == "何佳 已于 10:42 认领。"
    assert (refusal.value.who, refusal.value.when) == (JIA, NOW)
    assert in_charge(own, dossier) == (JIA, JIA)


def test_of_two_at_the_same_moment_one_has_it_and_one_is_refused(desks) -> None:
    own = desks[0]
    dossier = entered(own, NOBODY, NOBODY)
    start = threading.Barrier(2)

    def run(desk: Workspace) -> str:
        start.wait()
        try:
            claimed(desk, dossier.order.id)
        except Overtaken as refusal:
            return f"refused for {refusal.who}"
        return desk.actor

    with ThreadPoolExecutor(2) as threads:
        told = set(threads.map(run, desks))
    winner = now(own, dossier).order.butler
    assert told == {winner, f"refused for {winner}"}


def test_of_many_one_that_is_taken_leaves_all_as_they_are(desks) -> None:
    own, other = desks
    free, taken = entered(own, NOBODY), entered(own, NOBODY)
    claimed(other, taken.order.id)
    with pytest.raises(Overtaken):
        claimed(own, free.order.id, taken.order.id)
    assert in_charge(own, free) == (NOBODY,)


def test_a_butler_hands_over_what_is_his_with_its_open_filings(desks) -> None:
    own, _ = desks
    dossier = entered(own, ME, ME, QIMING)
    done = handed(own, JIA, {dossier.order.id: ME}, {})
    assert in_charge(own, dossier) == (JIA, JIA, QIMING)
    assert done.filings == {dossier.filings[0].id: ME}


def test_a_filing_that_is_closed_stays_with_who_did_it(desks) -> None:
    own, _ = desks
    dossier = entered(own, ME, ME, state=S.CLOSED)
    handed(own, JIA, {dossier.order.id: ME}, {})
    assert in_charge(own, dossier) == (JIA, ME)


def test_one_filing_alone_goes_to_another_butler(desks) -> None:
    own, _ = desks
    dossier = entered(own, ME, ME, ME)
    handed(own, JIA, {}, {dossier.filings[0].id: ME})
    assert in_charge(own, dossier) == (ME, JIA, ME)
    with own.reading() as work:
        assert history(work, dossier.order.id)[0].words.zh == "转交备案"


def test_what_another_has_handed_over_meanwhile_is_not_handed_over_unseen(desks) -> None:
    own, _ = desks
    dossier = entered(own, ME, ME)
    handed(own, JIA, {dossier.order.id: ME}, {})
    with pytest.raises(Overtaken) as refusal:
        handed(own, QIMING if QIMING in _names(own) else JIA, {dossier.order.id: ME}, {})
    assert refusal.value.sentence.zh == "林晓雯 已于 10:42 转给何佳。"


def _names(desk: Workspace) -> tuple[str, ...]:
    with desk.reading() as work:
        return butlers(work)


def test_a_name_that_is_no_butlers_is_refused(desks) -> None:
    own, _ = desks
    dossier = entered(own, ME)
    with pytest.raises(Refused, match="没有管家"):
        handed(own, "无此人", {dossier.order.id: ME}, {})


def test_the_names_to_choose_from(desks, tmp_path: Path) -> None:
    own, _ = desks
    entered(own, JIA, QIMING)
    if own.database.is_shared:
        place = ENGINES.place(tmp_path, ME)
        assert isinstance(place, URL)
        ENGINES.server.signed_in(place.set(username=OWNER), "审计陈默", Role.AUDITOR)
        assert {ME, JIA} <= set(_names(own))
        assert not {OWNER, "审计陈默"} & set(_names(own))
    else:
        assert _names(own) == tuple(sorted((ME, JIA, QIMING)))


def test_a_claim_is_undone_by_handing_back(desks) -> None:
    own, _ = desks
    dossier = entered(own, NOBODY, NOBODY, QIMING)
    done = claimed(own, dossier.order.id)
    assert done.is_reversible
    with own.editing() as work:
        take_back(work, done)
    assert in_charge(own, dossier) == (NOBODY, NOBODY, QIMING)


def test_undone_each_is_with_who_had_it_before(tmp_path: Path, desks) -> None:
    own, _ = desks
    dossier = entered(own, ME, ME, NOBODY)
    with _supervisor(tmp_path, own).editing() as work:
        done = hand_over(work, JIA, {dossier.order.id: ME}, {})
        assert done.is_reversible
        take_back(work, done)
    assert in_charge(own, dossier) == (ME, ME, NOBODY)


def test_a_butler_does_not_take_what_is_anothers_but_a_supervisor_may(
    tmp_path: Path, desks
) -> None:
    own, other = desks
    if not own.database.is_shared:
        pytest.skip("a file has no roles")
    dossier = entered(own, ME, ME)
    with pytest.raises(Refused):
        handed(other, JIA, {dossier.order.id: ME}, {})
    given = handed(own, JIA, {dossier.order.id: ME}, {})
    assert not given.is_reversible
    with _supervisor(tmp_path, own).editing() as work:
        hand_over(work, ME, {dossier.order.id: JIA}, {})
    assert in_charge(own, dossier) == (ME, ME)


def test_the_database_itself_refuses_a_desk_that_claims_another_role(desks) -> None:
    own, other = desks
    if not own.database.is_shared:
        pytest.skip("a file has no roles")
    dossier = entered(own, ME, ME)
    with pytest.raises(Refused, match="共享库拒绝"):
        handed(replace(other, role=Role.OWNER), JIA, {dossier.order.id: ME}, {})
    assert in_charge(own, dossier) == (ME, ME)


def test_on_a_replica_it_waits_for_the_next_sync_and_says_so(tmp_path: Path, desks) -> None:
    own, _ = desks
    if not own.database.is_shared:
        pytest.skip("a file has no replica")
    dossier = entered(own, NOBODY, NOBODY)
    place = ENGINES.place(tmp_path, ME)
    assert isinstance(place, URL)
    file = create_replica(place.render_as_string(), tmp_path / "replica.db")
    replica = open_workspace(file, actor=ME, station="laptop", clock=Clock())
    assert claimed(replica, dossier.order.id).is_queued
    assert in_charge(own, dossier) == (NOBODY, NOBODY)
    sync_round(replica)
    assert in_charge(own, dossier) == (ME, ME)
    replica.close()


def test_claimed_by_two_while_one_was_offline_one_has_it_and_the_other_decides(
    tmp_path: Path, desks
) -> None:
    own, other = desks
    if not own.database.is_shared:
        pytest.skip("a file has no replica")
    dossier = entered(own, NOBODY, NOBODY)
    place = ENGINES.place(tmp_path, ME)
    assert isinstance(place, URL)
    file = create_replica(place.render_as_string(), tmp_path / "replica.db")
    replica = open_workspace(file, actor=ME, station="laptop", clock=Clock())
    claimed(replica, dossier.order.id)
    claimed(other, dossier.order.id)
    assert sync_round(replica).held == 1
    assert in_charge(own, dossier) == (JIA, JIA)
    replica.close()


def _supervisor(folder: Path, own: Workspace) -> Workspace:
    place = ENGINES.place(folder, ME)
    if not isinstance(place, URL):
        return own
    url = ENGINES.server.signed_in(place.set(username=OWNER), "主管沈", Role.SUPERVISOR)
    made = open_workspace(url, actor="", station="supervisor", clock=Clock())
    ENGINES.opened.append(made)
    return made
