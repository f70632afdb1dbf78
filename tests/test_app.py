"""The composition root: the frame before the pages, errors told, settings kept."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from butler_desktop import app, settings
from butler_desktop.app import Program, has_display, open_window
from butler_desktop.errors import StoreUnavailable
from butler_desktop.settings import Settings
from butler_desktop.ui.kit.sync_pill import SyncState
from butler_desktop.ui.look import look
from tests.builders import Clock
from tests.postgres import Server


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    look().put_on(qapp)


class Start:
    """Starts programs and ends them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.programs: list[Program] = []

    def __call__(self, database: Path | str, **given: str) -> Program:
        wanted = Settings(butler="林晓雯", scheme="light", station="test", **given)
        program = Program(wanted, str(database), clock=Clock())
        self.programs.append(program)
        program.show()
        return program

    def settle(self, program: Program) -> None:
        self.qtbot.waitUntil(lambda: program.workplace is not None and program.background.is_idle)

    def end(self) -> None:
        for program in self.programs:
            program.window.close()
            shiboken6.delete(program.window)
            shiboken6.delete(program.background)
            shiboken6.delete(program)


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    made = Start(qtbot)
    yield made
    made.end()


def test_the_frame_stands_before_the_pages(start: Start, tmp_path: Path) -> None:
    program = start(tmp_path / "butler.db")
    assert program.window.isVisible()
    assert program.workplace is None
    start.settle(program)
    assert program.window.pages.currentWidget() is program.workplace.start
    assert (tmp_path / "butler.db").exists()


def test_a_file_that_is_no_database_is_told_in_the_window(start: Start, tmp_path: Path) -> None:
    wrong = tmp_path / "butler.db"
    wrong.write_bytes(b"no database at all, but long enough to be read as one" * 40)
    program = start(wrong)
    start.qtbot.waitUntil(program.window.failures.isVisible)
    assert program.workplace is None
    assert wrong.read_bytes().startswith(b"no database")
    # Another database can be chosen there and then.
    page = program.window.pages.currentWidget()
    start.qtbot.mouseClick(page.shared.file_link, Qt.MouseButton.LeftButton)
    assert settings.load().settings.database == ""


def test_a_network_that_is_away_is_said_and_waited_for(start: Start, server: Server) -> None:
    url = server.signed_in(server.made(), "林晓雯").render_as_string()
    server.stop()
    try:
        program = start(url)
        start.qtbot.waitSignal(program.background.away).wait()
        window = program.window
        assert window.isVisible()
        assert program.workplace is None
        assert window.top.sync.state is SyncState.OFFLINE
        assert window.failures.isVisible()
        assert not window.busy.patience.isActive()
        # An address with a slip in it can be mended meanwhile.
        window.go("settings")
        assert window.pages.currentWidget().shared.check_button.isEnabled()
    finally:
        server.start()
    program.background.opening.again()
    start.settle(program)
    assert not window.failures.isVisible()
    assert window.pages.currentWidget() is program.workplace.start
    assert window.top.user.text() == "林晓雯"


def test_a_password_in_the_address_is_kept_nowhere(start: Start) -> None:
    program = start("postgresql://lin:s3cret@/team?host=/nowhere")
    start.qtbot.waitSignal(program.background.away).wait()
    program.close()
    folder = Path(os.environ["XDG_STATE_HOME"]).parent
    kept = [path for path in folder.rglob("*") if path.is_file()]
    assert "s3cret" not in str(program._state_path)
    texts = [path.name + path.read_text(encoding="utf-8") for path in kept]
    assert not [text for text in texts if "s3cret" in text]


def test_what_the_settings_page_changes_is_kept(start: Start, tmp_path: Path) -> None:
    program = start(tmp_path / "butler.db")
    start.settle(program)
    program.workplace.settings.changed.emit(Settings(scheme="dark", butler="何佳", station="test"))
    assert settings.load().settings.butler == "何佳"


def test_a_window_closed_at_once_leaves_nothing_behind(start: Start, tmp_path: Path) -> None:
    program = start(tmp_path / "butler.db")
    program.window.close()
    program.close()
    assert not program.window.isVisible()


def test_without_a_display_the_window_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(app.sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not has_display()
    with pytest.raises(StoreUnavailable):
        open_window(Settings(), str(tmp_path / "butler.db"), "zh_CN")
    assert not (tmp_path / "butler.db").exists()
