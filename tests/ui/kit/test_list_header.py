"""The titles of a list: what it is ordered by, and all or none checked."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.block_model import BlockModel
from butler_desktop.ui.kit.columns import Cell, Column, check_column
from butler_desktop.ui.kit.list_header import ListHeader
from butler_desktop.ui.kit.list_view import ListView
from butler_desktop.words import Words

COLUMNS = (
    check_column(),
    Column(
        "due",
        Words("到期", "Due"),
        lambda row: Cell(str(row)),
        second_title=Words("下一步", "Next"),
        sort="due",
        second_sort="next",
    ),
    Column("note", Words("备注", "Note"), lambda row: Cell(str(row))),
)


@pytest.fixture
def header(qtbot: QtBot) -> Iterator[ListHeader]:
    model = BlockModel(COLUMNS, lambda ids, done: done({one: one for one in ids}))
    view = ListView(model, two_lines=False)
    model.setParent(view)
    model.reset(range(3))
    qtbot.addWidget(view)
    view.resize(500, 300)
    yield view.header
    view.close()  # held until here: the header lives only as long as its view


def test_a_click_orders_by_the_first_fact_and_back(header: ListHeader, qtbot: QtBot) -> None:
    sent: list[tuple[str, bool]] = []
    header.sort_chosen.connect(lambda key, down: sent.append((key, down)))
    for _ in range(3):
        header.sectionClicked.emit(1)
    assert sent == [("due", False), ("due", True), ("due", False)]
    with qtbot.assertNotEmitted(header.sort_chosen):
        header.sectionClicked.emit(2)


def test_the_menu_offers_the_second_fact(header: ListHeader, qtbot: QtBot) -> None:
    menu = header.menu_of(1)
    assert len(menu.actions()) == 2
    assert "下一步" in menu.actions()[1].text()
    with qtbot.waitSignal(header.sort_chosen) as sent:
        menu.actions()[1].trigger()
    assert sent.args == ["next", False]
    menu.close()


def test_the_order_is_marked(header: ListHeader, picture: Callable[[QWidget], QImage]) -> None:
    plain = picture(header)
    header.show_order("due", False)
    up = picture(header)
    header.show_order("due", True)
    assert plain != up != picture(header)


def test_the_box_checks_all_then_none(header: ListHeader) -> None:
    model = header.model()
    assert isinstance(model, BlockModel)
    model.set_checked([1], True)
    header.sectionClicked.emit(0)
    assert model.checked() == [0, 1, 2]
    header.sectionClicked.emit(0)
    assert model.checked() == []


def test_titles_are_as_high_as_designed(header: ListHeader) -> None:
    assert header.sizeHint().height() == 30  # 28 between two lines
