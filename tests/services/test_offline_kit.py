"""The offline kit: whose filings it names, what lacks, and fetching only that."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from butler_desktop.domain.order_states import OrderState
from butler_desktop.services.offline_kit import offline_kit, take_out, taken_out
from butler_desktop.services.progress import Cancelled, Progress
from butler_desktop.storage.work import Workspace
from tests.postgres import Server
from tests.services.scenario import an_order_of, attach_all, requested
from tests.sync.team import ANN, BEN, Team, synced

pytestmark = pytest.mark.sqlite


@pytest.fixture
def desks(server: Server, tmp_path: Path) -> Iterator[tuple[Workspace, Workspace, Team]]:
    """Ann has attached scans to a filing of hers; Ben's desk knows of it."""
    team = Team(server, tmp_path)
    ann, ben = team.replica(ANN), team.replica(BEN)
    attach_all(ann, requested(ann, an_order_of(ann, state=OrderState.PAID)))
    requested(ben, an_order_of(ben, state=OrderState.PAID))
    synced(ann, ben, ann)
    yield ann, ben, team
    team.close()


def test_ones_own_come_first_and_a_colleagues_after(
    desks: tuple[Workspace, Workspace, Team],
) -> None:
    for desk in desks[:2]:
        with desk.reading() as work:
            kit = offline_kit(work)
        assert [it.is_mine for it in kit] == [it.row.butler == desk.actor for it in kit]
        assert len(kit) == 2


def test_what_lacks_is_fetched_once_and_counted(desks: tuple[Workspace, Workspace, Team]) -> None:
    _, ben, _ = desks
    with ben.reading() as work:
        scans = [scan for it in offline_kit(work) for scan in it.missing]
    assert scans
    fetched = take_out(ben, [*scans, *scans])
    assert fetched.scans == len({scan.sha256 for scan in scans})
    assert fetched.bytes > 0
    assert take_out(ben, scans).scans == 0
    with ben.reading() as work:
        assert all(it.is_here for it in offline_kit(work))


def test_only_ones_own_whole_filings_count_as_taken_out(
    desks: tuple[Workspace, Workspace, Team],
) -> None:
    for desk in desks[:2]:
        with desk.reading() as work:
            own = [it for it in offline_kit(work) if it.is_mine]
            assert taken_out(work) == sum(it.is_here for it in own)


def test_without_a_network_it_says_so_and_stopped_it_stops(
    desks: tuple[Workspace, Workspace, Team],
) -> None:
    _, ben, team = desks
    with ben.reading() as work:
        scans = [scan for it in offline_kit(work) for scan in it.missing]
    team.network.cut()
    assert take_out(ben, scans).away is not None
    stopped = Progress()
    stopped.cancel.set()
    with pytest.raises(Cancelled):
        take_out(ben, scans, stopped)
