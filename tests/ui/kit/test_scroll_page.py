"""Scroll pages: the bar lies over the margin and follows the page."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.overlay_bar import OverlayBar
from butler_desktop.ui.kit.scroll_page import ScrollPage


def test_a_bar_is_there_only_if_the_page_is_longer(qtbot: QtBot) -> None:
    page = QWidget()
    page.setMinimumHeight(900)
    area = ScrollPage(page)
    qtbot.addWidget(area)
    area.resize(300, 400)
    area.show()
    qtbot.waitExposed(area)
    bar = area.findChild(OverlayBar)
    qtbot.waitUntil(bar.isVisible)
    assert page.width() == area.viewport().width() == 300
    bar.setValue(200)
    assert area.verticalScrollBar().value() == 200
    page.setMinimumHeight(100)
    page.resize(300, 100)
    qtbot.waitUntil(lambda: not bar.isVisible())
