"""What tests of the palette stand on: a window with a field in it, and a palette over it."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.found_text import FoundText
from butler_desktop.ui.palette.entry import Entry, Heading
from butler_desktop.ui.palette.palette import Palette


class Bench:
    """A palette, what it asked, and what it ran."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        self.window.resize(1200, 800)
        self.search = QWidget(self.window)
        self.search.setGeometry(218, 8, 440, 30)
        self.field = QLineEdit(self.window)
        self.field.setGeometry(20, 700, 200, 30)
        self.palette = Palette(self.window, self.search)
        self.asked: list[tuple[str, str]] = []
        self.run: list[str] = []
        self.tabs: list[bool] = []
        self.palette.asked.connect(lambda *args: self.asked.append(args))
        self.palette.run.connect(lambda entry: self.run.append(entry.id))
        self.palette.tabbed.connect(self.tabs.append)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.field.setFocus()

    def key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Strikes a key where the keyboard is."""
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifiers)

    def compose(self, held: str, commit: str = "") -> None:
        """An input method holds ``held``, and has given ``commit`` away."""
        event = QInputMethodEvent(held, [])
        event.setCommitString(commit)
        QApplication.sendEvent(QApplication.focusWidget(), event)


def an_entry(id_: str, **given: object) -> Entry:
    """An entry that does nothing."""
    return Entry(id_, (FoundText(id_),), lambda: None, **given)


LINES = (
    Heading("备案"),
    an_entry("a"),
    an_entry("b"),
    Heading("操作"),
    an_entry("c", keys="Ctrl+L"),
)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    made.palette.close_box()
    made.window.close()
    shiboken6.delete(made.window)
