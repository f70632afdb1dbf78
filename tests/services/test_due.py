"""What is due is done once, by whoever comes first, on the database's clock."""

import json
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.role import Role
from butler_desktop.domain.transition import Action
from butler_desktop.errors import Refused, StoreAway
from butler_desktop.services.due import do_due, is_left_to_shared
from butler_desktop.services.history import history, verify
from butler_desktop.services.replicas import create_replica
from butler_desktop.storage import work as working
from butler_desktop.storage.session_turn import one_at_a_time
from butler_desktop.storage.work import Workspace
from butler_desktop.storage.workspace import open_workspace
from tests.builders import NOW, Clock, a_workspace
from tests.engines import ENGINES
from tests.postgres import OWNER
from tests.services.scenario import do, reached

DAY = timedelta(hours=24)


def acts_of(desk: Workspace, filing_id: str) -> list[str]:
    """The names of all acts on the filing's order, oldest first; its journal is whole."""
    with desk.reading() as work:
        order = work.dossier_of(filing_id).order.id
        assert verify(work, order) == ()
        return [line.act for line in reversed(history(work, order))]


def state_of(desk: Workspace, filing_id: str) -> S:
    with desk.reading() as work:
        return work.dossier_of(filing_id).filing(filing_id).state


def test_before_its_time_nothing_is_done(desk: Workspace, clock: Clock) -> None:
    filing = reached(desk, S.SMS_PENDING)
    clock.now += DAY - timedelta(seconds=1)
    assert do_due(desk) == ()
    assert state_of(desk, filing) is S.SMS_PENDING


def test_an_sms_that_nobody_answered_lapses_and_the_timeline_says_who_decided_it(
    desk: Workspace, clock: Clock
) -> None:
    filing = reached(desk, S.SMS_PENDING)
    clock.now += DAY
    (done,) = do_due(desk)
    assert (done.action, done.at) == (Action.RECORD_SMS_EXPIRED, NOW + DAY)
    assert state_of(desk, filing) is S.SMS_EXPIRED
    with desk.reading() as work:
        dossier = work.dossier_of(filing)
        line = history(work, dossier.order.id, filing)[0]
        assert done.filing == dossier.filing(filing).number
    assert (line.actor, line.words.zh) == ("林晓雯", "系统：短信核验超时，被退回")


def test_done_twice_it_is_one_act(desk: Workspace, clock: Clock) -> None:
    filing = reached(desk, S.SMS_PENDING)
    clock.now += DAY
    assert len(do_due(desk)) == 1
    assert do_due(desk) == ()
    assert acts_of(desk, filing).count("filing.due:record_sms_expired") == 1


def test_what_was_verified_in_time_does_not_lapse(desk: Workspace, clock: Clock) -> None:
    filing = reached(desk, S.AUTHORITY_REVIEW)
    clock.now += DAY
    assert do_due(desk) == ()
    assert state_of(desk, filing) is S.AUTHORITY_REVIEW


def done_at_once(desks: list[Workspace]) -> list[int]:
    """How many acts each of the desks did that began at the same moment."""
    start = threading.Barrier(len(desks))

    def run(each: Workspace) -> int:
        start.wait()
        return len(do_due(each))

    with ThreadPoolExecutor(len(desks)) as threads:
        return list(threads.map(run, desks))


def told_until(desk: Workspace) -> str:
    """A filing whose packet was delivered, and whose customer was reminded of the deadline."""
    filing = reached(desk, S.AWAITING_CONFIRMATION)
    do(desk, filing, Action.RECORD_DELIVERY)
    do(desk, filing, Action.RECORD_REMINDER)
    return filing


def late(desk: Workspace, filing_id: str) -> datetime:
    """A second after the filing's deadline."""
    with desk.reading() as work:
        deadline = work.dossier_of(filing_id).filing(filing_id).confirmation_deadline
    assert deadline is not None
    return deadline + timedelta(seconds=1)


def test_silence_until_the_deadline_confirms_what_was_delivered_and_reminded_of(
    desk: Workspace, clock: Clock
) -> None:
    filing = told_until(desk)
    clock.now = late(desk, filing) - timedelta(seconds=2)
    assert do_due(desk) == ()
    clock.now = late(desk, filing)
    (done,) = do_due(desk)
    assert done.action is Action.AUTO_CONFIRM
    with desk.reading() as work:
        dossier = work.dossier_of(filing)
        line = history(work, dossier.order.id, filing)[0]
    assert dossier.filing(filing).auto_confirmed
    assert dossier.filing(filing).confirmed_version == 1
    assert line.words.zh == "系统：到期自动确认"
    assert do_due(desk) == ()


@pytest.mark.parametrize("told", [(), (Action.RECORD_DELIVERY,)])
def test_silence_about_what_nobody_was_told_confirms_nothing(
    desk: Workspace, clock: Clock, told: tuple[Action, ...]
) -> None:
    filing = reached(desk, S.AWAITING_CONFIRMATION)
    for action in told:
        do(desk, filing, action)
    clock.now = late(desk, filing)
    assert do_due(desk) == ()
    assert state_of(desk, filing) is S.AWAITING_CONFIRMATION


def test_on_a_shared_database_a_machine_that_is_days_ahead_confirms_nothing(
    desk: Workspace, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.now = datetime.now(UTC)
    filing = told_until(desk)
    ahead = replace(a_workspace(tmp_path), clock=None)
    monkeypatch.setattr(working, "utc_now", lambda: datetime.now(UTC) + timedelta(days=30))
    done = [it.action for it in do_due(ahead)]
    if desk.database.is_shared:
        assert done == []
        assert state_of(desk, filing) is S.AWAITING_CONFIRMATION
    else:  # a file has no other clock
        assert done == [Action.AUTO_CONFIRM]


def test_at_a_deadline_five_desks_confirm_once(desk: Workspace, tmp_path: Path) -> None:
    filing = told_until(desk)
    clock = Clock(late(desk, filing))
    desks = [a_workspace(tmp_path, actor=f"管家{n}", clock=clock) for n in range(5)]
    assert sum(done_at_once(desks)) == 1
    assert acts_of(desk, filing).count("filing.due:auto_confirm") == 1
    for each in desks:
        each.close()


def test_five_desks_at_the_same_moment_do_it_once(desk: Workspace, tmp_path: Path) -> None:
    filings = [reached(desk, S.SMS_PENDING) for _ in range(3)]
    late = Clock(NOW + DAY)
    desks = [a_workspace(tmp_path, actor=f"管家{n}", clock=late) for n in range(5)]
    assert sum(done_at_once(desks)) == len(filings)
    for filing in filings:
        assert acts_of(desk, filing).count("filing.due:record_sms_expired") == 1
    for each in desks:
        each.close()


def test_five_programs_at_once_do_it_once(desk: Workspace, tmp_path: Path) -> None:
    """By the clock of the database, which has long passed the day of these filings."""
    filings = [reached(desk, S.SMS_PENDING) for _ in range(3)]
    place = ENGINES.place(tmp_path, "林晓雯")
    named = place.render_as_string() if isinstance(place, URL) else str(place)
    command = [sys.executable, "-m", "butler_desktop", "--database", named, "due", "--json"]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"LC_ALL": "C.UTF-8"})
        for _ in range(5)
    ]
    told = [json.loads(each.communicate(timeout=60)[0]) for each in running]
    assert [each.returncode for each in running] == [0] * 5
    done = [act for acts in told for act in acts]
    assert len(done) == len({act["filing"] for act in done}) == len(filings)
    assert {act["act"] for act in done} == {"record_sms_expired"}
    for filing in filings:
        assert acts_of(desk, filing).count("filing.due:record_sms_expired") == 1


def test_who_has_the_turn_and_crashes_gives_it_up(
    desk: Workspace, clock: Clock, tmp_path: Path
) -> None:
    if not desk.database.is_shared:
        pytest.skip("a file has no turn: it has one writer at a time")
    reached(desk, S.SMS_PENDING)
    clock.now += DAY
    other = a_workspace(tmp_path, actor="周启明", clock=clock)
    with pytest.raises(StoreAway), one_at_a_time(other.database, "due") as is_ours:
        assert is_ours
        assert do_due(desk) == ()
        ENGINES.server.sql(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
        )
        assert len(do_due(desk)) == 1
    other.close()


def test_an_auditor_does_nothing(desk: Workspace, clock: Clock, tmp_path: Path) -> None:
    if not desk.database.is_shared:
        pytest.skip("a file has no roles")
    reached(desk, S.SMS_PENDING)
    clock.now += DAY
    place = ENGINES.place(tmp_path, "林晓雯")
    assert isinstance(place, URL)
    auditor = open_workspace(
        ENGINES.server.signed_in(place.set(username=OWNER), "陈默", Role.AUDITOR),
        actor="",
        station="test",
        clock=clock,
    )
    with pytest.raises(Refused):
        do_due(auditor)
    auditor.close()


def test_a_replica_leaves_it_to_the_desks_on_the_shared_database(
    desk: Workspace, clock: Clock, tmp_path: Path
) -> None:
    if not desk.database.is_shared:
        pytest.skip("a file has no replica")
    filing = reached(desk, S.SMS_PENDING)
    place = ENGINES.place(tmp_path, "林晓雯")
    assert isinstance(place, URL)
    file = create_replica(place.render_as_string(), tmp_path / "replica.db")
    replica = open_workspace(file, actor="林晓雯", station="laptop", clock=clock)
    clock.now += DAY
    assert is_left_to_shared(replica)
    assert do_due(replica) == ()
    assert state_of(replica, filing) is S.SMS_PENDING
    assert len(do_due(desk)) == 1
    replica.close()
