from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from butler_desktop.errors import StoreUnavailable
from butler_desktop.services.materials_view import MaterialRow, MaterialsView
from butler_desktop.ui.detail.scan_viewer import ScanViewer
from butler_desktop.words import Words

Views = Callable[..., MaterialsView]


@pytest.fixture
def viewer(qtbot: QtBot, scans: Any) -> ScanViewer:
    made = ScanViewer(scans)
    qtbot.addWidget(made)
    made.resize(830, 620)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def row(materials: Views) -> Callable[[str], MaterialRow]:
    def find(kind: str) -> MaterialRow:
        found = materials().row(kind)
        assert found is not None
        return found

    return find


Rows = Callable[[str], MaterialRow]


def test_the_file_that_is_no_good_is_shown_first(viewer: ScanViewer, row: Rows) -> None:
    viewer.show_row(row("id_front"), editable=True)
    assert viewer.material is not None
    assert viewer.material.id == "m2"
    assert viewer.strip.isVisible()
    assert viewer.strip.accessibleName().startswith("宽 640 像素，要求不低于 1000。")
    viewer.step(1)
    assert viewer.material.id == "m3"
    assert not viewer.strip.isVisible()


def test_pages_and_files_are_flipped_in_one_row(
    viewer: ScanViewer, row: Rows, qtbot: QtBot, scans: Any
) -> None:
    viewer.show_row(row("plan"), editable=True)
    left = Qt.MouseButton.LeftButton
    assert not viewer.head.back.isEnabled()
    qtbot.mouseClick(viewer.head.on, left)
    qtbot.mouseClick(viewer.head.on, left)
    assert viewer.page == 2
    assert not viewer.head.on.isEnabled()
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_PageDown)
    assert viewer.page == 2
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_PageUp)
    assert viewer.page == 1
    assert scans.asked == [("m4", 0), ("m4", 1), ("m4", 2), ("m4", 1)]


def test_one_picture_has_nothing_to_flip(viewer: ScanViewer, row: Rows) -> None:
    viewer.show_row(row("sponsor_cert"), editable=True)
    assert not viewer.head.back.isVisible()
    assert not viewer.head.on.isVisible()


def test_the_buttons_zoom_and_turn_the_view(viewer: ScanViewer, row: Rows, qtbot: QtBot) -> None:
    viewer.show_row(row("sponsor_cert"), editable=True)
    before, left = viewer.canvas.zoom, Qt.MouseButton.LeftButton
    qtbot.mouseClick(viewer.head.larger, left)
    assert viewer.canvas.zoom > before
    assert viewer.head._zoom.text() == f"{viewer.canvas.zoom:.0%}"
    qtbot.mouseClick(viewer.head.turn, left)
    assert viewer.canvas.angle == 90


def test_a_paper_without_a_file_asks_for_one(viewer: ScanViewer, row: Rows, qtbot: QtBot) -> None:
    viewer.show_row(row("commitment"), editable=True)
    assert viewer.material is None
    assert not viewer.facts.isVisible()
    assert not viewer.head.turn.isEnabled()
    with qtbot.waitSignal(viewer.choose_wanted) as asked:
        qtbot.mouseClick(viewer._empty.button, Qt.MouseButton.LeftButton)
    assert asked.args == ["commitment"]
    viewer.show_row(row("commitment"), editable=False)
    assert not viewer._empty.button.isVisible()
    viewer.show_row(None, editable=True)
    assert not viewer.head.more.isVisible()


def test_a_file_that_cannot_be_shown_is_told_with_its_cure(
    viewer: ScanViewer, row: Rows, scans: Any
) -> None:
    scans.failure = StoreUnavailable(
        Words("附件不在了。", "Gone."), Words("取回备份。", "Restore.")
    )
    viewer.show_row(row("sponsor_cert"), editable=True)
    assert viewer.strip.text() == "附件不在了。取回备份。"
    assert viewer.canvas.sheet is None
    scans.failure = None
    viewer.show_row(row("plan"), editable=True)
    assert not viewer.strip.isVisible()
    assert viewer.canvas.sheet is not None


def test_the_measures_give_way_where_it_is_low(viewer: ScanViewer, row: Rows) -> None:
    viewer.show_row(row("sponsor_cert"), editable=True)
    assert viewer.facts.isVisible()
    viewer.resize(830, 400)
    assert not viewer.facts.isVisible()


@pytest.mark.parametrize("width", [280, 420, 700, 1200])
def test_the_measures_fit_every_width(viewer: ScanViewer, row: Rows, width: int) -> None:
    viewer.show_row(row("id_front"), editable=True)
    viewer.facts.resize(width, viewer.facts.height())
    table = viewer.facts._table
    table.resize(width - 32, table.height())
    spots = list(table._spots().values())
    assert spots[0].left() >= 0
    assert spots[-1].right() < table.width()
    assert all(a.right() < b.left() for a, b in pairwise(spots))
    assert (2 in table._spots()) == (width >= 700)
