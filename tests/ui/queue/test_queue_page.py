"""The queue page by mouse and key, on a real workspace."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action
from butler_desktop.domain.worklist import FilingFilter, Sorting, View
from butler_desktop.services.filings import act
from butler_desktop.ui.look import Look
from butler_desktop.ui.queue.list_side import MINE, TEAM
from butler_desktop.ui.queue.queue_page import FOCUS, SPLIT, TABLE
from tests.ui.queue.hall import Hall

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def three(hall: Hall) -> dict[str, str]:
    """Three open filings of Lin, one of a colleague, one closed; ids by number."""
    return {
        "BA-1": hall.filing("BA-1", S.REQUESTED),
        "BA-2": hall.filing("BA-2", S.INTERNAL_REVIEW, province="440000"),
        "BA-3": hall.filing("BA-3", S.COLLECTING, sponsor="深圳市南屿"),
        "BA-4": hall.filing("BA-4", S.INTERNAL_REVIEW, butler="何佳"),
        "BA-9": hall.filing("BA-9", S.CLOSED),
    }


def press(hall: Hall, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    receiver = hall.page.focusWidget() or hall.page
    hall.qtbot.keyClick(receiver, key, modifier or Qt.KeyboardModifier.NoModifier)
    hall.settle()


def click_row(hall: Hall, row: int) -> None:
    view = hall.page.filings.view
    spot = QPoint(200, view.rowViewportPosition(row) + 10)
    hall.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    hall.settle()


def has_keyboard(widget: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is widget or widget.isAncestorOf(focus)


def test_a_view_lists_its_filings_and_shows_the_first(hall: Hall, three: dict[str, str]) -> None:
    page = hall.open()
    assert set(hall.numbers()) == {"BA-1", "BA-2", "BA-3", "BA-4"}
    assert page.total == 4
    assert page.detail.filing_id == page.current == page.filings.model.id_at(0)
    page.show_view(View.REVIEW)
    hall.settle()
    assert set(hall.numbers()) == {"BA-2", "BA-4"}
    page.show_view(View.DONE)
    hall.settle()
    assert hall.numbers() == ["BA-9"]


def test_my_work_is_mine_until_the_team_is_chosen(hall: Hall, three: dict[str, str]) -> None:
    page = hall.open()
    page.show_view(View.MINE)
    hall.settle()
    assert page.list_side.whose.index() == MINE
    assert "BA-4" not in hall.numbers()
    page.list_side.whose.choose(TEAM)
    hall.settle()
    assert "BA-4" in hall.numbers()


def test_a_chosen_place_can_narrow_to_my_filings(hall: Hall, three: dict[str, str]) -> None:
    page = hall.open()
    page.list_side.whose.choose(MINE)
    hall.settle()
    assert set(hall.numbers()) == {"BA-1", "BA-2", "BA-3"}


def test_the_arrow_keys_and_j_and_k_walk_and_the_detail_follows(
    hall: Hall, three: dict[str, str]
) -> None:
    page = hall.open()
    page.sort_by(Sorting("number"))
    page.show_view(View.ALL)
    hall.settle()
    page.filings.view.setFocus()
    for key, wanted in ((KEY.Key_J, "BA-2"), (KEY.Key_Down, "BA-3"), (KEY.Key_K, "BA-2")):
        press(hall, key)
        assert page.detail.filing_id == three[wanted]


def test_control_and_arrows_walk_from_anywhere(hall: Hall, three: dict[str, str]) -> None:
    page = hall.open()
    page.sort_by(Sorting("number"))
    page.show_view(View.ALL)
    hall.settle()
    page.detail.setFocus()
    press(hall, KEY.Key_Down, CONTROL)
    assert page.detail.filing_id == three["BA-2"]
    press(hall, KEY.Key_Up, CONTROL)
    assert page.detail.filing_id == three["BA-1"]


def test_enter_goes_into_the_detail_and_esc_comes_back(hall: Hall, three: dict[str, str]) -> None:
    page = hall.open()
    page.filings.view.setFocus()
    press(hall, KEY.Key_Return)
    assert has_keyboard(page.detail)
    press(hall, KEY.Key_Escape)
    assert has_keyboard(page.filings.view)


def test_f9_shows_the_table_and_f11_the_detail_alone(hall: Hall, three: dict[str, str]) -> None:
    page = hall.open()
    press(hall, KEY.Key_F9)
    assert page.layout_name == TABLE
    assert not page.detail.isVisible()
    assert len(page.filings.model.columns()) == 10  # nine facts and the check marks
    press(hall, KEY.Key_F9)
    assert page.layout_name == SPLIT
    press(hall, KEY.Key_F11)
    assert page.layout_name == FOCUS
    assert page.detail.isVisible()
    assert not page.filings.view.isVisible()
    page.detail.setFocus()
    press(hall, KEY.Key_Escape)
    assert page.layout_name == SPLIT


def test_enter_in_the_table_opens_the_filing_beside_the_list(
    hall: Hall, three: dict[str, str]
) -> None:
    page = hall.open()
    page.set_layout(TABLE)
    hall.settle()
    page.filings.view.setFocus()
    press(hall, KEY.Key_Down)
    press(hall, KEY.Key_Return)
    assert page.layout_name == SPLIT
    assert page.detail.filing_id == page.current == page.filings.model.id_at(1)


def test_the_widths_of_the_split_survive_the_other_layouts(
    hall: Hall, three: dict[str, str]
) -> None:
    page = hall.open()
    assert page.sizes()[0] == pytest.approx(620, abs=2)
    page.splitter.setSizes([500, 731])
    kept = page.sizes()
    for layout in (TABLE, FOCUS, SPLIT):
        page.set_layout(layout)
        assert page.sizes() == kept
    page.hide()
    page.show()
    assert page.sizes() == kept


def test_a_narrow_page_shows_list_or_detail(hall: Hall, three: dict[str, str]) -> None:
    hall.page.resize(816, 600)
    page = hall.open()
    assert page.filings.view.isVisible()
    assert not page.detail.isVisible()
    click_row(hall, 1)
    assert page.detail.isVisible()
    assert not page.filings.view.isVisible()
    assert page.detail.filing_id == page.filings.model.id_at(1)
    hall.qtbot.mouseClick(page.detail_side.back, Qt.MouseButton.LeftButton)
    hall.settle()
    assert page.filings.view.isVisible()
    page.resize(1232, 800)
    assert page.detail.isVisible()
    assert not page.detail_side.back.isVisible()


def test_at_200_percent_a_usual_page_is_narrow(
    hall: Hall, three: dict[str, str], worn: Look
) -> None:
    page = hall.open()
    worn.set_zoom(2.0)
    assert page.filings.view.isVisible()
    assert not page.detail.isVisible()


def test_an_act_that_takes_the_filing_out_of_the_list_leaves_it_on_screen(
    hall: Hall, three: dict[str, str]
) -> None:
    page = hall.open()
    page.show_view(View.REVIEW, three["BA-2"])
    hall.settle()
    assert page.detail.filing_id == three["BA-2"]
    hall.background.do(page, act, three["BA-2"], Action.SEND_BACK, {"comment": "补充授权书"})
    hall.settle()
    assert hall.numbers() == ["BA-4"]
    assert page.detail.filing_id == three["BA-2"]


def test_the_place_in_the_list_survives_what_colleagues_do(
    hall: Hall, three: dict[str, str]
) -> None:
    page = hall.open()
    page.sort_by(Sorting("number"))
    page.show_view(View.ALL, three["BA-3"])
    hall.settle()
    hall.filing("BA-0")
    page.filings.read_again()
    hall.settle()
    assert hall.numbers()[0] == "BA-0"
    assert page.current == three["BA-3"]
    assert page.detail.filing_id == three["BA-3"]


def test_a_filing_is_found_wherever_it_is(hall: Hall, three: dict[str, str]) -> None:
    page = hall.open()
    page.show_view(View.REVIEW)
    hall.settle()
    page.show_filing(three["BA-3"])
    hall.settle()
    assert (page.view, page.current) == (View.ALL, three["BA-3"])
    page.show_filing(three["BA-9"])  # closed: in no list of open filings
    hall.settle()
    assert (page.view, page.current) == (None, three["BA-9"])
    assert has_keyboard(page.detail)


def test_the_text_filter_comes_with_control_f_and_leaves_with_esc(
    hall: Hall, three: dict[str, str]
) -> None:
    page = hall.open()
    page.filings.view.setFocus()
    press(hall, KEY.Key_F, CONTROL)
    field = page.filters.text_filter
    assert has_keyboard(field)
    hall.qtbot.keyClicks(field, "ba-3")
    hall.settle()
    assert hall.numbers() == ["BA-3"]
    press(hall, KEY.Key_Escape)
    assert page.total == 4
    assert not field.isVisible()
    assert has_keyboard(page.filings.view)


def test_a_filter_that_nothing_passes_can_be_cleared_there(
    hall: Hall, three: dict[str, str]
) -> None:
    page = hall.open()
    page.show_filter(FilingFilter(view=View.ALL, provinces=("650000",)))
    hall.settle()
    assert page.total == 0
    assert page.detail.filing_id is None
    hall.qtbot.mouseClick(page.list_side.empty.button, Qt.MouseButton.LeftButton)
    hall.settle()
    assert page.total == 4
    assert page.filings.view.isVisible()


def test_an_empty_view_says_which_one_it_is(hall: Hall) -> None:
    page = hall.open()
    page.show_view(View.CONFIRMATION)
    hall.settle()
    assert page.title in page.list_side.empty.accessibleName()
    assert not page.list_side.empty.button.isVisible()


def test_chosen_and_overdue_are_counted_for_this_list(hall: Hall) -> None:
    hall.filing("BA-1", S.REQUESTED, day=3)
    hall.filing("BA-2", S.COLLECTING)
    page = hall.open()
    assert page.overdue == 1
    page.show_view(View.COLLECTING)
    hall.settle()
    assert page.overdue == 0
    assert page.chosen == 1


def test_checked_rows_of_the_table_are_copied_as_a_table(hall: Hall, three: dict[str, str]) -> None:
    page = hall.open()
    page.sort_by(Sorting("number"))
    page.set_layout(TABLE)
    page.show_view(View.ALL)
    hall.settle()
    page.filings.view.setFocus()
    press(hall, KEY.Key_A, CONTROL)
    assert page.chosen == 4
    assert page.list_side.chosen_bar.isVisible()
    hall.qtbot.mouseClick(page.list_side.chosen_bar.copy, Qt.MouseButton.LeftButton)
    hall.settle()
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == 5
    assert lines[3].split("\t")[1:3] == ["BA-3", "深圳市南屿"]
    page.filings.view.setFocus()
    press(hall, KEY.Key_Escape)
    assert not page.list_side.chosen_bar.isVisible()


def test_the_title_of_a_column_and_the_sort_button_order_the_list(
    hall: Hall, three: dict[str, str]
) -> None:
    page = hall.open()
    with hall.qtbot.waitSignal(page.filters.sort.sort_chosen):
        page.filters.sort.sort_chosen.emit("number", True)
    hall.settle()
    assert hall.numbers() == ["BA-4", "BA-3", "BA-2", "BA-1"]
    header = page.filings.view.header
    header.sectionClicked.emit(1)  # 主办者
    hall.settle()
    assert page.sorting == Sorting("sponsor")
    second = header.menu_of(1).actions()[1]  # 备案单号, the second fact of the cell
    second.trigger()
    hall.settle()
    assert page.sorting == Sorting("number")
    assert hall.numbers() == ["BA-1", "BA-2", "BA-3", "BA-4"]
