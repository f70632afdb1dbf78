"""What tests of the window stand on: one application, dressed once, and the same look each time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from butler_desktop.ui import i18n, measure
from butler_desktop.ui.look import Appearance, Look, look
from tests.ui.flashes import Flashes
from tests.ui.opened import Opened


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication) -> Look:
    """The application in its fonts and style."""
    look().put_on(qapp)
    return look()


@pytest.fixture(autouse=True)
def worn(_dressed: Look) -> Iterator[Look]:
    """The look in force: light, at 100 %, whatever a test before has chosen."""
    _plain(_dressed)
    yield _dressed
    _plain(_dressed)


def _plain(worn_look: Look) -> None:
    _unspoken()
    if worn_look.appearance is not Appearance.LIGHT or worn_look.zoom != 1.0:
        measure.set_zoom(1.0)
        worn_look.choose(Appearance.LIGHT)


def _unspoken() -> None:
    """No translation is in force, whatever language a test before has spoken."""
    for translator in i18n._installed:
        QApplication.removeTranslator(translator)
    i18n._installed.clear()
    i18n._language = i18n.CHINESE


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """Starts the whole program on a workspace of the test's; no part of it may flash up."""
    made, flashes = Opened(qtbot, tmp_path), Flashes()
    qapp.installEventFilter(flashes)
    yield made
    qapp.removeEventFilter(flashes)
    made.end()
    assert set(flashes.seen) <= {"MainWindow"}
