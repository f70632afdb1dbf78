"""Moves: a file, the shared database that it is moved to, and what stands on both sides."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import URL

from butler_desktop.domain.dossier import Dossier
from butler_desktop.errors import Refused
from butler_desktop.storage.order_digests import read_all
from butler_desktop.storage.sqlite import SqliteDatabase
from butler_desktop.storage.work import Workspace
from butler_desktop.storage.workspace import open_workspace
from tests.builders import Clock, a_dossier
from tests.postgres import Server
from tests.storage.test_integrity import changed


def quiet(_done: int, _total: int, _name: str) -> None:
    """Nobody watches."""


def opened(place: Path | URL) -> Workspace:
    return open_workspace(place, actor="林晓雯", station="test", clock=Clock())


@pytest.fixture
def file(demo_folder: Path, tmp_path: Path) -> Iterator[Workspace]:
    """The demo's workspace, a copy of its own."""
    shutil.copy(demo_folder / "demo.db", tmp_path / "demo.db")
    shutil.copytree(demo_folder / "demo.db.files", tmp_path / "demo.db.files")
    workspace = opened(tmp_path / "demo.db")
    yield workspace
    workspace.close()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Workspace]:
    """A file with two orders and one scan."""
    workspace = opened(tmp_path / "small.db")
    sha256 = workspace.blobs.put_bytes(b"a scan")
    with workspace.editing() as work:
        dossier = work.save(None, a_dossier(), "order.enter")
        work.save(None, a_dossier(), "order.enter")
        scanned = changed(dossier, ("scan", "a.png", 6))
        work.save(dossier, on_one_blob(scanned, sha256), "material.attach")
    yield workspace
    workspace.close()


@pytest.fixture
def url(server: Server) -> Iterator[URL]:
    """A shared database with nothing in it, for its owner."""
    made = server.made()
    yield made
    server.drop(made)


@pytest.fixture
def shared(url: URL) -> Iterator[Workspace]:
    """The same, open."""
    workspace = opened(url)
    yield workspace
    workspace.close()


def digests(workspace: Workspace) -> dict[str, str]:
    with workspace.reading() as work:
        return read_all(work.connection).each()


def path_of(file: Workspace) -> Path:
    assert isinstance(file.database, SqliteDatabase)
    return file.database.path


def refuses_acts(file: Workspace) -> bool:
    try:
        with file.editing() as work:
            work.save(None, a_dossier(), "order.enter")
    except Refused:
        return True
    return False


def is_untouched(file: Workspace, shared: Workspace, before: dict[str, str]) -> bool:
    """Nothing is there, nothing is changed here, and work goes on."""
    return digests(shared) == {} and digests(file) == before and not refuses_acts(file)


def on_one_blob(dossier: Dossier, sha256: str) -> Dossier:
    """The dossier with files that are really there."""
    return replace(
        dossier,
        materials=tuple(replace(it, sha256=sha256) for it in dossier.materials),
        packets=tuple(replace(it, pdf_sha256=sha256) for it in dossier.packets),
    )
