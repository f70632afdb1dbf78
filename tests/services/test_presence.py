"""Presence: told and seen between desks of a shared database, on its clock; never an act."""

import queue
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import URL

from butler_desktop.domain.presence import Doing, Presence
from butler_desktop.domain.role import Role
from butler_desktop.services.desk import desk_facts
from butler_desktop.services.presence import seen, tell
from butler_desktop.services.replicas import create_replica
from butler_desktop.storage.listener import CHANNELS, PRESENCE, Listener
from butler_desktop.storage.work import Workspace
from butler_desktop.storage.workspace import open_workspace
from tests.builders import Clock, a_workspace
from tests.engines import ENGINES
from tests.postgres import OWNER

FILING, OTHER = "01a2065e-a1c8-75a2-aaf6-a59001be246c", "01a2065e-a1c8-75a2-aaf6-a59001be246d"


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[tuple[Workspace, Workspace]]:
    """One's own desk, and a colleague's."""
    own = replace(a_workspace(tmp_path), station="own")
    other = replace(a_workspace(tmp_path, actor="周启明"), station="other")
    yield own, other
    own.close()
    other.close()


@pytest.fixture
def shared(desks: tuple[Workspace, Workspace]) -> tuple[Workspace, Workspace]:
    if not desks[0].database.is_shared:
        pytest.skip("a file knows no others")
    return desks


def others(desk: Workspace) -> tuple[Presence, ...]:
    return seen(desk)


def grown_old(folder: Path, seconds: int) -> None:
    """As if the desks had said nothing for so long."""
    ENGINES.behind_its_back(folder, f"UPDATE presence SET at = at - interval '{seconds} seconds'")


def test_a_file_knows_nobody(desks) -> None:
    own, other = desks
    if own.database.is_shared:
        pytest.skip("this is a shared database")
    tell(other, FILING, Doing.EDITING)
    assert others(own) == ()


def test_a_replica_sees_and_is_seen_while_there_is_a_network(shared, tmp_path: Path) -> None:
    own, _ = shared
    url = ENGINES.server.signed_in(_url(tmp_path), "何佳").render_as_string()
    file = create_replica(url, tmp_path / "replica.db")
    replica = open_workspace(file, actor="", station="", clock=Clock())
    tell(own, FILING, Doing.EDITING)
    tell(replica, FILING, Doing.LOOKING)
    assert [(it.actor, it.doing) for it in others(replica)] == [("林晓雯", Doing.EDITING)]
    assert [(it.actor, it.doing) for it in others(own)] == [("何佳", Doing.LOOKING)]
    tell(replica, "", Doing.LOOKING)
    assert others(own) == ()
    replica.close()


def test_a_colleague_is_seen_and_oneself_is_not(shared) -> None:
    own, other = shared
    tell(own, FILING, Doing.LOOKING)
    tell(other, FILING, Doing.EDITING)
    (found,) = others(own)
    assert found == Presence("周启明", FILING, Doing.EDITING)
    assert found.words.zh == "周启明 正在编辑"


def test_he_is_where_he_said_last(shared) -> None:
    own, other = shared
    tell(other, FILING, Doing.EDITING)
    tell(other, OTHER, Doing.IDLE, 5)
    (found,) = others(own)
    assert (found.filing_id, found.words.zh) == (OTHER, "周启明 5 分钟前在看")


def test_who_leaves_is_gone(shared) -> None:
    own, other = shared
    tell(other, FILING, Doing.LOOKING)
    tell(other, "", Doing.LOOKING)
    assert others(own) == ()


def test_a_desk_that_crashed_is_gone_within_a_minute_and_its_row_with_the_next_that_comes(
    shared, tmp_path: Path
) -> None:
    own, other = shared
    tell(other, FILING, Doing.LOOKING)
    grown_old(tmp_path, 44)
    assert len(others(own)) == 1
    grown_old(tmp_path, 2)
    assert others(own) == ()
    tell(own, FILING, Doing.LOOKING)
    assert ENGINES.server.sql("SELECT station FROM presence", _url(tmp_path)) == [("own",)]


def test_a_heartbeat_keeps_a_desk_there_and_wakes_nobody(shared, tmp_path: Path) -> None:
    own, other = shared
    calls: queue.Queue[str] = queue.Queue()
    ear = Listener(calls.put)
    ear.begin(own.database)
    assert {calls.get(timeout=10) for _ in CHANNELS} == set(CHANNELS)
    tell(other, FILING, Doing.LOOKING)
    assert calls.get(timeout=3) == PRESENCE
    grown_old(tmp_path, 40)
    tell(other, FILING, Doing.LOOKING)
    tell(other, FILING, Doing.LOOKING)
    grown_old(tmp_path, 40)
    assert len(others(own)) == 1
    tell(other, FILING, Doing.EDITING)
    assert calls.get(timeout=3) == PRESENCE
    ear.end()
    assert calls.empty()


def test_it_is_no_act(shared) -> None:
    own, other = shared
    told = []
    with own.reading() as work:
        before = desk_facts(work).is_empty
    tell(other.telling(told.append), FILING, Doing.LOOKING)
    with own.reading() as work:
        assert desk_facts(work).is_empty is before
    assert told == []


def test_an_auditor_sees_and_is_not_seen(shared, tmp_path: Path) -> None:
    own, _ = shared
    url = ENGINES.server.signed_in(_url(tmp_path), "审计陈默", Role.AUDITOR)
    auditor = open_workspace(url, actor="", station="audit", clock=Clock())
    tell(own, FILING, Doing.LOOKING)
    tell(auditor, FILING, Doing.LOOKING)
    assert [it.actor for it in others(auditor)] == ["林晓雯"]
    assert others(own) == ()
    auditor.close()


def _url(folder: Path) -> URL:
    place = ENGINES.place(folder, "林晓雯")
    assert isinstance(place, URL)
    return place.set(username=OWNER)
