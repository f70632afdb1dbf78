"""Screenshots: every page and dialog of the window, without a display."""

from pathlib import Path

from butler_desktop.app import draw_screenshots
from butler_desktop.domain.order_states import OrderState
from butler_desktop.services.filings import edit_form
from tests.builders import Clock, a_workspace
from tests.postgres import Server
from tests.services.scenario import an_order_of, requested
from tests.sync.team import ANN, BEN, Team, synced


def test_every_page_is_drawn(tmp_path: Path) -> None:
    a_workspace(tmp_path).close()
    made = draw_screenshots(
        tmp_path / "butler.db", tmp_path / "shots", size=(1100, 700), now=Clock()()
    )
    assert len(made) > 10
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in made)
    assert {path.stem.split("-", 1)[1] for path in made} >= {
        "queue",
        "orders",
        "import",
        "settings",
    }


def test_on_a_replica_what_is_told_of_sync_is_drawn_as_well(server: Server, tmp_path: Path) -> None:
    team = Team(server, tmp_path)
    ann, ben = team.replica(ANN), team.replica(BEN)
    filing_id = requested(ann, an_order_of(ann, state=OrderState.PAID))
    synced(ann, ben)
    for desk in (ben, ann):
        with desk.editing() as work:
            edit_form(work, filing_id, {"service.service_name": desk.actor})
    synced(ben, ann)
    made = draw_screenshots(
        tmp_path / f"{ANN}.db", tmp_path / "shots", size=(1100, 700), now=Clock()()
    )
    team.close()
    names = {path.stem.split("-", 1)[1] for path in made}
    assert names >= {"sync-panel", "sync-conflicts", "sync-receipt", "sync-take-out"}
