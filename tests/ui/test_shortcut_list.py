"""The list of shortcuts: each key that it names does something in the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.key_cap import KeyCap
from butler_desktop.ui.shortcut_list import DETAIL, LIST, PLACES, ShortcutList
from tests.ui.opened import Opened

OF_LISTS = {"K / J", "Enter", "Space", "Esc"}
"""Keys of the list itself, not of an action."""


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[ShortcutList]:
    made = ShortcutList()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_every_key_has_its_cap(shown: ShortcutList) -> None:
    caps = [cap.accessibleName() for cap in shown.findChildren(KeyCap)]
    assert len(caps) == len(PLACES) + len(LIST) + len(DETAIL)
    assert "Ctrl ↑" in caps
    assert len(set(caps)) == len(caps)


def test_every_key_that_is_listed_works(opened: Opened) -> None:
    opened.start()
    window = opened.program.window
    keys = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    for action in window.findChildren(QAction):
        keys |= {sequence.toString() for sequence in action.shortcuts()}
    listed = {key for key, _ in (*PLACES, *LIST, *DETAIL)} - OF_LISTS
    assert {QKeySequence(key).toString() for key in listed} - keys == set()
