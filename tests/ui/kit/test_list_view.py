"""The list view: keys, selection and place kept by id, links, check marks, hover, speed."""

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.domain.stage import Stage
from butler_desktop.ui.kit.block_model import BlockModel
from butler_desktop.ui.kit.columns import Align, Cell, Column, check_column
from butler_desktop.ui.kit.due import DueCase, DueText
from butler_desktop.ui.kit.list_view import ListView
from butler_desktop.ui.look import Look
from butler_desktop.ui.theme import LIGHT
from butler_desktop.words import Words

SPLIT = (
    Column("stage", Words("状态", "Stage"), lambda _r: Cell(stage=Stage.REVIEW), 118, sort="stage"),
    Column(
        "name",
        Words("主办者", "Sponsor"),
        lambda r: Cell(f"公司{r}", f"BA-{r}", bold=r == 0),
        200,
        second_title=Words("单号", "Number"),
        sort="name",
        second_sort="number",
        stretch=True,
    ),
    Column(
        "due",
        Words("到期", "Due"),
        lambda _r: Cell(second="初审", due=DueText(DueCase.OVERDUE, "超 4 分")),
        120,
        sort="due",
    ),
)
TABLE = (
    check_column(),
    SPLIT[0],
    Column(
        "count", Words("在途", "Open"), lambda r: Cell(str(r), link=True), 80, align=Align.RIGHT
    ),
)
Picture = Callable[[QWidget], QImage]


def fetch(ids: Sequence[int], done: Callable[[dict[int, Any]], None]) -> None:
    done({one: one for one in ids})


@pytest.fixture
def view(qtbot: QtBot) -> ListView:
    model = BlockModel(SPLIT, fetch)
    made = ListView(model)
    model.setParent(made)
    model.reset(range(1000))
    qtbot.addWidget(made)
    made.resize(620, 500)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    qtbot.waitUntil(lambda: model.index(0, 0).data() is not None)
    return made


def test_rows_are_as_high_as_designed(view: ListView, worn: Look) -> None:
    assert view.rowHeight(0) == 45
    view.set_two_lines(False, TABLE)
    assert view.rowHeight(0) == 32
    worn.set_zoom(2.0)
    assert view.rowHeight(0) == 64
    assert view.verticalHeader().isHidden()


def test_going_to_a_row_tells_its_id_once(view: ListView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.current_changed) as told:
        assert view.go_to(40)
    assert told.args == [40]
    with qtbot.assertNotEmitted(view.current_changed):
        view.go_to(40)
    assert not view.go_to(5000)
    assert view.current_id() == 40


@pytest.mark.parametrize(
    ("key", "row"),
    [
        (Qt.Key.Key_J, 11),
        (Qt.Key.Key_K, 9),
        (Qt.Key.Key_Down, 11),
        (Qt.Key.Key_Up, 9),
        (Qt.Key.Key_Home, None),
    ],
)
def test_keys_walk(view: ListView, qtbot: QtBot, key: Qt.Key, row: int | None) -> None:
    view.go_to(10)
    qtbot.keyClick(view, key)
    if row is not None:
        assert view.current_id() == row
        assert view.selected_ids() == [row]


def test_enter_opens_and_escape_leaves(view: ListView, qtbot: QtBot) -> None:
    view.go_to(3)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [3]
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(view, Qt.Key.Key_Escape)


def test_the_ends_of_the_list_are_not_passed(view: ListView) -> None:
    view.go_to(0)
    view.step(-1)
    assert view.current_id() == 0
    view.step(5000)
    assert view.current_id() == 999


def test_place_is_kept_by_id_when_the_list_is_read_anew(view: ListView, qtbot: QtBot) -> None:
    view.go_to(500)
    view.select_rows([500, 501])
    top = view.list_model.id_at(view.rowAt(0))
    offset = view.rowViewportPosition(view.rowAt(0))
    with qtbot.assertNotEmitted(view.current_changed):
        view.list_model.reset([*range(-50, 100), *range(200, 1000)])
    assert view.current_id() == 500
    assert view.selected_ids() == [500, 501]
    assert view.list_model.id_at(view.rowAt(0)) == top
    assert view.rowViewportPosition(view.rowAt(0)) == offset


def test_a_row_that_is_gone_is_told(view: ListView, qtbot: QtBot) -> None:
    view.go_to(5)
    with qtbot.waitSignal(view.current_changed) as told:
        view.list_model.reset([1, 2, 3])
    assert told.args == [None]


def test_the_bar_lies_over_the_rows(view: ListView) -> None:
    assert view.viewport().width() == view.width()
    own = view.verticalScrollBar()
    own.setValue(400)
    assert any(
        bar.value() == 400 and bar.isVisible()
        for bar in view.findChildren(type(own))
        if bar is not own
    )


def test_space_and_the_box_check_rows(view: ListView, qtbot: QtBot) -> None:
    view.set_two_lines(False, TABLE)
    view.go_to(2)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.list_model.checked() == [2]
    spot = view.visualRect(view.list_model.index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.list_model.checked() == [1, 2]
    assert view.current_id() == 2
    view.selectAll()
    assert view.list_model.checked_count() == 1000
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.list_model.checked_count() == 0


def test_space_checks_nothing_where_nothing_can_be_checked(view: ListView, qtbot: QtBot) -> None:
    view.go_to(2)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.list_model.checked() == []


def test_a_number_that_is_a_link_tells_row_and_column(view: ListView, qtbot: QtBot) -> None:
    view.set_two_lines(False, TABLE)
    place = view.visualRect(view.list_model.index(7, 2))
    with qtbot.waitSignal(view.link_clicked) as clicked:
        spot = QPoint(place.right() - 11, place.center().y())
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert clicked.args == [7, "count"]
    with qtbot.assertNotEmitted(view.link_clicked):
        beside = QPoint(place.left() + 4, place.center().y())
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=beside)


def test_the_selected_row_is_tinted_from_edge_to_edge(view: ListView, picture: Picture) -> None:
    view.activateWindow()
    view.go_to(1)
    image = picture(view.viewport())
    y = view.visualRect(view.list_model.index(1, 0)).top() + 1
    tints = {image.pixelColor(x, y).name().upper() for x in range(0, 600, 7)}
    assert tints <= {LIGHT.selected, LIGHT.selected_inactive}


def test_a_row_under_the_pointer_is_tinted(view: ListView, qtbot: QtBot, picture: Picture) -> None:
    spot = view.visualRect(view.list_model.index(4, 1)).center()
    qtbot.mouseMove(view.viewport(), spot)
    image = picture(view.viewport())
    assert image.pixelColor(2, spot.y()).name().upper() == LIGHT.hover


def test_a_row_that_has_not_come_paints_its_ground_alone(qtbot: QtBot, picture: Picture) -> None:
    model = BlockModel(SPLIT, lambda _ids, _done: None)
    made = ListView(model)
    model.setParent(made)
    qtbot.addWidget(made)
    model.reset(range(5))
    made.resize(620, 300)
    image = picture(made.viewport())
    inked = {image.pixelColor(x, 20).name().upper() for x in range(620)}
    assert inked == {LIGHT.surface}


def test_painting_a_screen_of_rows_is_fast(view: ListView) -> None:
    view.resize(1200, 900)
    view.grab()
    start = perf_counter()
    for _ in range(5):
        view.viewport().grab()
    assert (perf_counter() - start) / 5 < 0.15  # seconds; measured 0.006
