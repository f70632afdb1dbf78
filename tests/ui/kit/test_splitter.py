"""The splitter: a line of one pixel that can be grabbed over seven."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.splitter import Splitter
from butler_desktop.ui.theme import LIGHT


def test_the_line_is_thin_and_its_grip_is_not(qtbot: QtBot) -> None:
    splitter = Splitter()
    for _ in range(2):
        splitter.addWidget(QWidget())
    qtbot.addWidget(splitter)
    splitter.resize(401, 100)
    splitter.setSizes([200, 200])
    splitter.show()
    qtbot.waitExposed(splitter)
    handle = splitter.handle(1)
    assert handle.width() == 7
    assert sum(splitter.sizes()) == 400
    image = splitter.grab().toImage()
    line = splitter.sizes()[0]
    assert image.pixelColor(line, 50).name().upper() == LIGHT.border
    assert image.pixelColor(line - 1, 50) == image.pixelColor(line + 1, 50)


def test_no_pane_is_squeezed_to_nothing(qtbot: QtBot) -> None:
    splitter = Splitter()
    for _ in range(2):
        pane = QWidget()
        pane.setMinimumWidth(50)
        splitter.addWidget(pane)
    qtbot.addWidget(splitter)
    splitter.resize(400, 100)
    splitter.setSizes([0, 400])
    assert splitter.sizes()[0] >= 50
