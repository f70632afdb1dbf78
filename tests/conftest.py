"""What every test stands on: no screen, no folder of the user's, nothing left over."""

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from butler_desktop.documents import recognition
from tests.engines import ENGINES
from tests.postgres import Server

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no reason to fail, and the same examples are tried everywhere.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, data and logs of the program under test lie in a folder of its own."""
    home = tmp_path_factory.mktemp("home")
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.delenv("BUTLER_DATABASE", raising=False)
    return home


ENGINE_IS_HERE = recognition.can_recognise()
"""Whether the extra [ocr] is installed."""


@pytest.fixture(autouse=True)
def _no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """No window starts text recognition by itself: its process takes seconds and 450 MB."""
    monkeypatch.setattr(recognition, "can_recognise", lambda: False)


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's workspace, played once, ``demo.db``: copy it, or only read it."""
    from butler_desktop.services.demo import BUTLER, DEMO_NOW, load_demo
    from butler_desktop.storage.workspace import open_workspace

    folder = tmp_path_factory.mktemp("demo")
    workspace = open_workspace(
        folder / "demo.db", actor=BUTLER, station="demo", clock=lambda: DEMO_NOW
    )
    load_demo(workspace, folder)
    workspace.close()
    return folder


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Iterator[str]:
    """The kind of database that the test's workspaces are on."""
    with ENGINES.asked_for(request.param):
        yield request.param


@pytest.fixture
def server() -> Server:
    """The private PostgreSQL."""
    return ENGINES.server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Has the tests that may take long begin first, so that none is left alone at the end."""
    items.sort(key=lambda item: item.get_closest_marker("timeout") is None)


def pytest_sessionfinish() -> None:
    """Leaves no server behind."""
    ENGINES.end()


@pytest.fixture(autouse=True)
def _nothing_left_over() -> Iterator[None]:
    """A thread or a window that outlives its test fails it."""
    before = set(threading.enumerate())
    yield
    threads = [thread for thread in threading.enumerate() if thread not in before]
    for thread in threads:
        thread.join(timeout=5)
    assert not [thread for thread in threads if thread.is_alive()], "threads left over"
    assert not _visible_windows(), "windows left over"


def _visible_windows() -> list[str]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    return [repr(it) for it in widgets.QApplication.topLevelWidgets() if it.isVisible()]
