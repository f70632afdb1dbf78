"""Boxes: margins and gaps of the design at every zoom."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.look import Look


def test_margins_and_gaps_follow_the_zoom(qtbot: QtBot, worn: Look) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box = VBox(page, sides=(20, 12, 20, 0), gap=8)
    inner = HBox(gap=6)
    box.addLayout(inner)
    worn.set_zoom(1.5)
    margins = box.contentsMargins()
    assert (margins.left(), margins.top(), margins.bottom()) == (30, 18, 0)
    assert box.spacing() == 12
    assert inner.spacing() == 9
    box.set_sides((4, 4, 4, 4))
    assert box.contentsMargins().left() == 6


def test_a_box_that_is_gone_is_not_asked(qtbot: QtBot, worn: Look) -> None:
    page = QWidget()
    VBox(page, sides=(1, 1, 1, 1))
    page.deleteLater()
    with qtbot.waitSignal(page.destroyed):
        pass
    worn.set_zoom(2.0)
