"""A whole program for tests: on a real workspace, at a time under the test's hand."""

from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.app import Program
from butler_desktop.settings import Settings
from butler_desktop.storage.work import Workspace
from butler_desktop.ui.workplace import Workplace
from tests.builders import Clock, a_workspace

NONE = Qt.KeyboardModifier.NoModifier


class Opened:
    """Opens the program on the workspace of a folder; opened again, it is a new start."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder, self.clock = qtbot, folder, Clock()
        self.programs: list[Program] = []

    @property
    def program(self) -> Program:
        """The program that was started last."""
        return self.programs[-1]

    @property
    def place(self) -> Workplace:
        """Its pages."""
        assert self.program.workplace is not None
        return self.program.workplace

    def start(self, size: tuple[int, int] = (1440, 900), *, database: str = "") -> Workplace:
        """Starts the program and waits until its first list is there."""
        given = Settings(butler="林晓雯", scheme="light", station="test")
        database = database or str(self.folder / "butler.db")
        program = Program(given, database, clock=self.clock)
        self.programs.append(program)
        program.window.resize(*size)
        with self.qtbot.waitActive(program.window):
            program.show()
            program.window.activateWindow()
        self.qtbot.waitUntil(lambda: program.workplace is not None)
        self.settle()
        return self.place

    def colleague(self) -> Workspace:
        """The same workspace, at another desk."""
        return a_workspace(self.folder, actor="周启明", clock=self.clock)

    def settle(self) -> None:
        """Waits until nothing is running and the form is built."""
        form = self.place.queue.detail.tabs.form
        self.qtbot.waitUntil(lambda: self.program.background.is_idle and form.is_built)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Strikes a key where the keyboard is."""
        place = self.program.window.focusWidget() or self.program.window
        self.qtbot.keyClick(place, key, modifiers)
        self.settle()

    def dialog(self, kind: type[QWidget]) -> QWidget:
        """The dialog that is open."""
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind), found
        return found

    def close(self) -> None:
        """Closes the program's window."""
        self.program.window.close()

    def end(self) -> None:
        """Closes what is open, and keeps no window: each would be dressed anew at every start."""
        for program in self.programs:
            program.window.close()
            shiboken6.delete(program.window)
            shiboken6.delete(program.background)
            shiboken6.delete(program)
        self.programs.clear()
