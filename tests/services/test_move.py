"""The move as the window and the command ask for it: by URL, with progress, to be worked on."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import URL, select

from butler_desktop.errors import Refused
from butler_desktop.services.demo import DEMO_NOW
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.history import verify
from butler_desktop.services.locator import locate
from butler_desktop.services.move import CARRY, CHECK, WRITE, move, plan_move
from butler_desktop.services.packets import packet_pdf
from butler_desktop.services.progress import Cancelled, Progress
from butler_desktop.services.scans import scan_bytes
from butler_desktop.storage.schema import filings, orders
from butler_desktop.storage.work import Workspace
from butler_desktop.storage.workspace import open_workspace
from tests.builders import Clock
from tests.postgres import Server

pytestmark = pytest.mark.sqlite
"""The file is SQLite, the other side PostgreSQL: there is no third."""


def opened(place: Path | URL) -> Workspace:
    return open_workspace(place, actor="林晓雯", station="test", clock=Clock(DEMO_NOW))


@pytest.fixture
def file(demo_folder: Path, tmp_path: Path) -> Iterator[Workspace]:
    shutil.copy(demo_folder / "demo.db", tmp_path / "demo.db")
    shutil.copytree(demo_folder / "demo.db.files", tmp_path / "demo.db.files")
    workspace = opened(tmp_path / "demo.db")
    yield workspace
    workspace.close()


@pytest.fixture
def url(server: Server) -> Iterator[URL]:
    made = server.made()
    yield made
    server.drop(made)


def told(url: URL) -> str:
    """The address as somebody types it."""
    return url.render_as_string(hide_password=False)


def test_a_moved_workspace_is_worked_on_there(file: Workspace, url: URL) -> None:
    """Every filing looks the same; its papers and scans are read through the team's stock."""
    with file.reading() as work:
        order_ids = list(work.connection.scalars(select(orders.c.id)))
        filing_ids = list(work.connection.scalars(select(filings.c.id)))
        before = {id_: filing_view(work, id_) for id_ in filing_ids}
        found = locate(work, "hz")
    done = move(file, told(url))
    shutil.rmtree(file.blobs.folder)
    shared = opened(url)
    read = 0
    with shared.reading() as work:
        for order_id in order_ids:
            assert verify(work, order_id) == ()
        assert locate(work, "hz") == found
        for id_ in filing_ids:
            seen = filing_view(work, id_)
            for part in ("filing", "order", "packets", "materials", "contacts", "findings"):
                assert getattr(seen, part) == getattr(before[id_], part)
            dossier = work.dossier_of(id_)
            for material in dossier.materials_of(id_):
                assert len(scan_bytes(work, material)) == material.byte_size
                read += 1
            for packet in dossier.packets_of(id_):
                assert packet_pdf(work, id_, packet.id).startswith(b"%PDF")
                read += 1
    shared.close()
    assert read >= done.blobs > 0


def test_progress_tells_each_step_up_to_its_end(file: Workspace, url: URL) -> None:
    heard: list[tuple[int, int, str]] = []
    done = move(file, told(url), Progress(lambda *step: heard.append(step)))
    names = [name for _, _, name in heard]
    assert list(dict.fromkeys(names)) == [CARRY, WRITE, CHECK]
    assert [n for n, _, name in heard if name == CARRY] == list(range(done.blobs))
    rows = sum(done.counts.values())
    assert {total for _, total, name in heard if name == WRITE} == {rows}
    assert (rows, rows, CHECK) in heard


@pytest.mark.parametrize("at", [CARRY, WRITE, CHECK])
def test_who_cancels_can_begin_anew(file: Workspace, url: URL, at: str) -> None:
    stop = Event()

    def cancels(_done: int, _total: int, name: str) -> None:
        if name == at:
            stop.set()

    with pytest.raises(Cancelled):
        move(file, told(url), Progress(cancels, stop))
    plan = plan_move(file, told(url))
    assert not plan.is_done
    assert move(file, told(url)).counts == plan.counts


def test_only_a_shared_database_is_moved_to(file: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="不是共享库的地址"):
        plan_move(file, str(tmp_path / "other.db"))
