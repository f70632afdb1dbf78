"""The network breaks at each statement of a round, one after another: done, or unchanged."""

from pathlib import Path

import pytest

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.order_states import OrderState
from butler_desktop.services.contacts import log_order_contact
from butler_desktop.services.history import verify
from butler_desktop.storage.work import Workspace
from tests.builders import renamed
from tests.postgres import Server
from tests.services.scenario import an_order_of, requested
from tests.sync.team import ANN, CAT, Team, assert_equal, changed, content, entered, synced, told


def prepared(team: Team) -> tuple[Workspace, Workspace]:
    """A replica with acts to send, beside a colleague whose acts it has not seen."""
    ann, cat = team.replica(ANN), team.direct(CAT)
    both, theirs = entered(ann), entered(ann)
    synced(ann)
    changed(cat, theirs.order.id, lambda it: renamed(it, "对方改的"))
    with cat.editing() as work:
        log_order_contact(work, both.order.id, Outcome.REACHED, "对方打过")
    with ann.editing() as work:
        log_order_contact(work, both.order.id, Outcome.NO_ANSWER, "没人接")
        ann.blobs.put_bytes(b"a scan")
    changed(ann, both.order.id, lambda it: renamed(it, "我改的"))
    requested(ann, an_order_of(ann, 1, state=OrderState.PAID))
    return ann, cat


def all_at_once(team: Team, cat: Workspace) -> None:
    """Every order of the shared database is whole, whatever was cut."""
    with cat.reading() as work:
        for order_id in content(work):
            assert verify(work, order_id) == ()


def statements_of_a_round(server: Server, folder: Path) -> int:
    team = Team(server, folder)
    ann, _ = prepared(team)
    before = team.network.statements
    synced(ann)
    count = team.network.statements - before
    team.close()
    return count


@pytest.mark.timeout(400)
@pytest.mark.parametrize("after", [False, True], ids=["before", "lost-answer"])
def test_a_round_that_is_cut_at_any_statement_is_done_or_unchanged(
    server: Server, tmp_path: Path, after: bool
) -> None:
    (tmp_path / "count").mkdir()
    count = statements_of_a_round(server, tmp_path / "count")
    assert count > 20
    for statement in range(1, count + 1):
        folder = tmp_path / str(statement)
        folder.mkdir()
        team = Team(server, folder)
        ann, cat = prepared(team)
        made = {line.act_id for line in told(ann).lines}
        team.network.cut_at(statement, after=after)
        (broken,) = synced(ann)
        assert broken.offline, statement
        all_at_once(team, cat)
        with ann.reading() as work:
            assert all(verify(work, order_id) == () for order_id in content(work))
        assert {line.act_id for line in told(ann).lines} == made
        team.network.mend()
        synced(ann)
        assert_equal(ann, cat)
        team.close()
