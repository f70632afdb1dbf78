"""What goes wrong with one order, with the files' place or with a first copy, and no further."""

import pytest

from butler_desktop.domain.order_states import OrderState
from butler_desktop.errors import StoreUnavailable
from butler_desktop.services.progress import Cancelled, Progress
from butler_desktop.services.replicas import create_replica
from butler_desktop.services.shared import init_shared, shared_status
from tests.builders import renamed
from tests.services.scenario import an_order_of, attach_all, requested
from tests.sync.team import ANN, BEN, CAT, Team, changed, entered, order_of, synced


def test_an_order_that_cannot_be_taken_does_not_stop_the_others(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    broken, whole = entered(ann), entered(ann)
    synced(ann, ben)
    changed(ann, broken.order.id, lambda it: renamed(it, "坏的"))
    changed(ann, whole.order.id, lambda it: renamed(it, "好的"))
    mine = entered(ben)
    synced(ann)
    tampered = (
        "SET session_replication_role = replica;"
        f"UPDATE journal SET salt = 'x' WHERE order_id = '{broken.order.id}' AND revision = 2"
    )
    team.server.sql(tampered, team.url)
    for _ in range(2):
        with pytest.raises(StoreUnavailable, match="接不上"):
            synced(ben)
    assert order_of(ben, whole.order.id).order.customer == "好的"
    assert order_of(ben, broken.order.id) == broken
    assert order_of(team.direct(CAT), mine.order.id) == mine


def test_files_go_to_the_place_that_the_team_has_now(team: Team) -> None:
    ann = team.replica(ANN)
    synced(ann)
    stock = team.folder / "stock"
    init_shared(team.url.render_as_string(), str(stock))
    filing_id = requested(ann, an_order_of(ann, 1, state=OrderState.PAID))
    attach_all(ann, filing_id)
    (done,) = synced(ann)
    assert done.pushed > 1
    with ann.reading() as work:
        names = {it.sha256 for it in work.dossier_of(filing_id).materials}
    assert names
    assert names <= {path.name for path in stock.rglob("*")}


def test_a_first_copy_that_breaks_off_leaves_nothing(team: Team) -> None:
    entered(team.direct(CAT))
    url = team.server.signed_in(team.url, ANN).render_as_string()

    stopped = Progress()
    stopped.cancel.set()
    with pytest.raises(Cancelled):
        create_replica(url, team.folder / "new.db", stopped)
    assert not list(team.folder.glob("new.db*"))
    assert shared_status(team.url.render_as_string()).desks == ()
