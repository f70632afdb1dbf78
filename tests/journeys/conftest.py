"""What journeys stand on: the whole program on a workspace of its own, and a pair of hands."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.app import Program
from butler_desktop.settings import Settings
from butler_desktop.ui import i18n
from butler_desktop.ui.look import look
from tests.builders import Clock

PATIENCE = 20_000
"""Milliseconds until a signal that does not come fails the test."""


class Hands:
    """Mouse and keyboard of a butler, who waits until the program has answered."""

    def __init__(self, qtbot: QtBot, program: Program, clock: Clock) -> None:
        self.qtbot, self.program, self.clock = qtbot, program, clock

    def wait(self) -> None:
        """Until nothing is running and all that came back is on the screen."""
        background = self.program.background
        loop = QEventLoop()
        while True:
            if not background.is_idle:
                with self.qtbot.waitSignal(background.idle, timeout=PATIENCE):
                    pass
            # One turn of the event loop: what came back may ask again.
            QTimer.singleShot(0, loop.quit)
            loop.exec()
            if background.is_idle:
                return

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Until ``holds``."""
        self.qtbot.waitUntil(holds, timeout=PATIENCE)

    def click(self, widget: QWidget) -> None:
        """Presses a widget with the left button."""
        assert widget.isVisible(), widget
        assert widget.isEnabled(), widget
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.wait()

    def key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Strikes a key where the keyboard is."""
        self.look_at_window()
        self.qtbot.keyClick(QApplication.focusWidget() or self.program.window, key, modifiers)
        self.wait()

    def look_at_window(self) -> None:
        """Gives the keyboard back to the window.

        Without a window manager nobody does that when a dialog closes.
        """
        if QApplication.activeWindow() is None:
            with self.qtbot.waitActive(self.program.window, timeout=PATIENCE):
                self.program.window.activateWindow()

    def write(self, text: str) -> None:
        """Types where the keyboard is: ASCII by keys, all else by the input method."""
        place = QApplication.focusWidget()
        assert place is not None
        if text.isascii():
            self.qtbot.keyClicks(place, text)
        else:
            event = QInputMethodEvent("", [])
            event.setCommitString(text)
            QApplication.sendEvent(place, event)

    def drop(self, widget: QWidget, *paths: Path) -> None:
        """Drags files onto a widget and lets them go."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        spot = widget.rect().center()
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(widget, QDragEnterEvent(QPoint(spot), copy, data, left, none))
        QApplication.sendEvent(
            widget, QDropEvent(QPointF(spot), copy, data, left, none, QEvent.Type.Drop)
        )
        self.wait()


@pytest.fixture
def clock() -> Clock:
    """The time of the journey."""
    return Clock()


@pytest.fixture
def open_program(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[Callable[[], Hands]]:
    """Opens the program on the test's workspace; opened again, it is a new start."""
    opened: list[Program] = []
    look().put_on(QApplication.instance())
    i18n.put_on(QApplication.instance(), "zh_CN")

    def start() -> Hands:
        given = Settings(butler="林晓雯", scheme="light", station="test")
        program = Program(given, str(tmp_path / "butler.db"), clock=clock)
        opened.append(program)
        hands = Hands(qtbot, program, clock)
        with qtbot.waitActive(program.window, timeout=PATIENCE):
            program.show()
            program.window.activateWindow()
        hands.wait()
        assert program.workplace is not None
        return hands

    yield start
    for program in opened:
        if program.window.isVisible():
            program.window.close()
        shiboken6.delete(program.window)  # else it is dressed anew at every later start
