"""Filters as chips: chosen from menus, told in words, removed one by one or all at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from butler_desktop.domain.worklist import FilingFilter, Sorting, View
from butler_desktop.storage.rulebook import load_rulebook
from butler_desktop.ui.kit.filter_chip import FilterState
from butler_desktop.ui.queue.filters import Filters


@pytest.fixture
def filters(qtbot: QtBot) -> Filters:
    made = Filters()
    qtbot.addWidget(made)
    made.know(load_rulebook().provinces)
    made.resize(620, 36)
    made.show()
    qtbot.waitExposed(made)
    return made


def choose(menu: QMenu, words: str) -> None:
    action = next(action for action in menu.actions() if action.text() == words)
    action.trigger()


def test_a_choice_sets_its_chip_and_is_told(qtbot: QtBot, filters: Filters) -> None:
    with qtbot.waitSignal(filters.changed) as told:
        choose(filters.menu_of("province"), "浙江")
    assert told.args == [FilingFilter(provinces=("330000",))]
    assert filters.chips["province"].state is FilterState.SET
    assert "浙江" in filters.chips["province"].text()


def test_several_provinces_can_be_chosen_and_one_taken_out(filters: Filters) -> None:
    choose(filters.menu_of("province"), "浙江")
    choose(filters.menu_of("province"), "湖北")
    assert filters.filter.provinces == ("330000", "420000")
    menu = filters.menu_of("province")
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["浙江", "湖北"]
    choose(menu, "浙江")
    assert filters.filter.provinces == ("420000",)


def test_the_due_filter_is_one_of_its_choices(filters: Filters) -> None:
    for place in range(4):
        filters.menu_of("due").actions()[place].trigger()
        assert filters.menu_of("due").actions()[place].isChecked()
    assert filters.filter.due_within_days == 7
    filters.menu_of("due").actions()[3].trigger()  # chosen again: no more
    assert filters.filter.due_within_days is None


def test_the_cross_of_a_chip_removes_its_filter_alone(qtbot: QtBot, filters: Filters) -> None:
    filters.set_filter(FilingFilter(View.REVIEW, kinds=("first_filing",), due_within_days=3))
    chip = filters.chips["kind"]
    spot = chip.rect().center()
    spot.setX(chip.width() - 10)
    with qtbot.waitSignal(filters.changed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=spot)
    assert filters.filter == FilingFilter(View.REVIEW, due_within_days=3)


def test_clearing_leaves_the_view_and_tells_once(qtbot: QtBot, filters: Filters) -> None:
    filters.set_filter(
        FilingFilter(View.REVIEW, text="云杉", provinces=("330000",), mine_only=True)
    )
    told: list[FilingFilter] = []
    filters.changed.connect(told.append)
    assert filters.is_set
    filters.clear()
    assert told == [FilingFilter(View.REVIEW, mine_only=True)]
    assert not filters.is_set
    assert filters.text_filter.text() == ""


def test_one_menu_holds_every_filter(filters: Filters) -> None:
    menu = filters.menu_of_all()
    assert len([action for action in menu.actions() if action.menu()]) == len(filters.chips)
    *_, clear = menu.actions()
    assert not clear.isEnabled()
    filters.set_filter(FilingFilter(kinds=("first_filing",)))
    *_, clear = filters.menu_of_all().actions()
    clear.trigger()
    assert not filters.is_set


def test_a_filter_that_was_kept_is_shown_without_telling(qtbot: QtBot, filters: Filters) -> None:
    with qtbot.assertNotEmitted(filters.changed):
        filters.set_filter(FilingFilter(text="云杉"))
    assert filters.text_filter.isVisible()
    assert filters.text_filter.text() == "云杉"


def test_the_sort_button_names_the_order_and_offers_the_others(
    qtbot: QtBot, filters: Filters
) -> None:
    filters.sort.show_sorting(Sorting("number", descending=True))
    menu = filters.sort.menu_of_sorts()
    assert [action.text() for action in menu.actions() if action.isChecked()] == [
        filters.sort.text(),
        menu.actions()[-1].text(),
    ]
    with qtbot.waitSignal(filters.sort.sort_chosen) as told:
        menu.actions()[-2].trigger()
    assert told.args == ["number", False]
    with qtbot.waitSignal(filters.sort.sort_chosen) as told:
        menu.actions()[0].trigger()
    assert told.args == ["due", False]
