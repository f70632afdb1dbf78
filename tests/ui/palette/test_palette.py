"""The palette: its keys, the input method, where the keyboard goes, what is not done too early."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from butler_desktop.ui.look import Look
from tests.ui.palette.conftest import LINES, Bench

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(bench: Bench, lines=LINES) -> None:
    bench.palette.open_box()
    bench.palette.show_lines(lines)


def chosen(bench: Bench) -> str:
    return bench.palette.list.current.id


def test_it_takes_the_keyboard_and_gives_it_back(bench: Bench) -> None:
    opened(bench)
    assert QApplication.focusWidget() is bench.palette.field
    bench.key(KEY.Key_Escape)
    assert not bench.palette.isVisible()
    assert QApplication.focusWidget() is bench.field


def test_what_is_typed_is_asked(bench: Bench) -> None:
    opened(bench)
    bench.qtbot.keyClicks(bench.palette.field, "ny")
    assert bench.asked == [("", ""), ("n", ""), ("ny", "")]


def test_arrows_pass_over_headings_and_turn_at_the_ends(bench: Bench) -> None:
    opened(bench)
    seen = [chosen(bench)]
    for _ in range(3):
        bench.key(KEY.Key_Down)
        seen.append(chosen(bench))
    bench.key(KEY.Key_Up)
    assert [*seen, chosen(bench)] == ["a", "b", "c", "a", "c"]
    bench.key(KEY.Key_PageUp)
    assert chosen(bench) == "a"


def test_enter_runs_the_chosen_entry(bench: Bench) -> None:
    opened(bench)
    bench.key(KEY.Key_Down)
    bench.key(KEY.Key_Return)
    assert bench.run == ["b"]


def test_enter_waits_for_the_answer_to_what_is_typed(bench: Bench) -> None:
    """What stands there still answers something else: it must not be run."""
    opened(bench)
    bench.qtbot.keyClicks(bench.palette.field, "n")
    bench.key(KEY.Key_Return)
    assert bench.run == []
    bench.palette.show_lines(LINES[3:])
    assert bench.run == ["c"]


def test_typing_on_takes_a_waiting_enter_back(bench: Bench) -> None:
    opened(bench)
    bench.qtbot.keyClicks(bench.palette.field, "n")
    bench.key(KEY.Key_Return)
    bench.qtbot.keyClicks(bench.palette.field, "y")
    bench.palette.show_lines(LINES)
    assert bench.run == []


def test_the_shortcut_of_an_entry_runs_it(bench: Bench) -> None:
    opened(bench)
    bench.key(KEY.Key_L, CONTROL)
    assert bench.run == ["c"]


def test_a_shortcut_waits_for_its_line_unless_the_choice_goes_on(bench: Bench) -> None:
    opened(bench, LINES[:3])
    bench.key(KEY.Key_L, CONTROL)
    bench.palette.show_lines(LINES)
    assert bench.run == ["c"]
    bench.palette.show_lines(LINES[:3])
    bench.key(KEY.Key_L, CONTROL)
    bench.key(KEY.Key_Down)
    bench.palette.show_lines(LINES)
    assert bench.run == ["c"]


def test_the_shortcut_of_a_record_is_never_for_the_page_below(bench: Bench) -> None:
    below = QShortcut(QKeySequence("Ctrl+L"), bench.window)
    struck: list[bool] = []
    below.activated.connect(lambda: struck.append(True))
    opened(bench, LINES[:3])
    bench.key(KEY.Key_L, CONTROL)
    assert (bench.run, struck) == ([], [])
    bench.palette.close_box()
    bench.key(KEY.Key_L, CONTROL)
    assert struck == [True]


def test_a_press_on_a_line_runs_it(bench: Bench) -> None:
    opened(bench)
    view = bench.palette.list
    spot = view.visualRect(view.model().index(2, 0)).center()
    bench.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    heading = view.visualRect(view.model().index(0, 0)).center()
    bench.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert bench.run == ["b"]


def test_tab_stays_in_the_palette(bench: Bench) -> None:
    opened(bench)
    bench.key(KEY.Key_Tab)
    bench.key(KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert bench.tabs == [True, False]
    assert QApplication.focusWidget() is bench.palette.field


def test_while_an_input_method_composes_every_key_is_its_own(bench: Bench) -> None:
    opened(bench)
    bench.compose("ny")
    for key in (KEY.Key_Return, KEY.Key_Escape, KEY.Key_Down, KEY.Key_Tab, KEY.Key_1):
        bench.key(key)
    bench.key(KEY.Key_L, CONTROL)
    assert bench.run == []
    assert bench.tabs == []
    assert bench.palette.isVisible()
    assert chosen(bench) == "a"


def test_what_the_input_method_holds_and_what_it_gives_are_asked(bench: Bench) -> None:
    opened(bench)
    bench.asked.clear()
    bench.compose("nan'yu")
    bench.compose("", "南屿")
    assert bench.asked == [("", "nan'yu"), ("南屿", "")]
    bench.palette.show_lines(LINES)
    bench.key(KEY.Key_Return)
    assert bench.run == ["a"]


def test_a_press_elsewhere_closes_it_and_the_keyboard_stays_there(bench: Bench) -> None:
    opened(bench)
    bench.qtbot.mouseClick(bench.field, Qt.MouseButton.LeftButton)
    assert not bench.palette.isVisible()
    assert QApplication.focusWidget() is bench.field


def test_the_keyboard_going_elsewhere_closes_it(bench: Bench) -> None:
    opened(bench)
    bench.field.setFocus()
    assert not bench.palette.isVisible()
    assert QApplication.focusWidget() is bench.field


def test_opened_while_it_is_open_it_begins_anew(bench: Bench) -> None:
    opened(bench)
    bench.qtbot.keyClicks(bench.palette.field, "ny")
    bench.palette.open_box()
    assert bench.palette.field.selectedText() == "ny"
    bench.palette.close_box()
    assert QApplication.focusWidget() is bench.field


def test_other_lines_keep_the_choice_that_is_asked_for(bench: Bench) -> None:
    opened(bench)
    bench.palette.show_lines(LINES, chosen="b")
    assert chosen(bench) == "b"
    bench.palette.show_lines(LINES[2:], chosen="gone")
    assert chosen(bench) == "b"


def test_nothing_found_is_said(bench: Bench) -> None:
    opened(bench, ())
    bench.palette.show_lines((), nothing="没有找到")
    assert not bench.palette.list.isVisible()
    bench.key(KEY.Key_Return)
    bench.key(KEY.Key_Down)
    assert bench.run == []


def test_it_stands_where_the_search_begins_and_inside_the_window(bench: Bench, worn: Look) -> None:
    opened(bench)
    assert bench.palette.x() == bench.search.x() + 1
    assert bench.palette.width() == 720
    for size, zoom in (((800, 300), 1.0), ((1024, 680), 2.0)):
        bench.window.resize(*size)
        worn.set_zoom(zoom)
        inside = bench.window.rect().adjusted(1, 1, -1, -1)
        assert inside.contains(bench.palette.geometry())


def test_readers_of_the_screen_hear_field_and_lines(bench: Bench) -> None:
    opened(bench)
    palette = bench.palette
    assert palette.accessibleName()
    assert palette.field.accessibleName()
    lines = QAccessible.queryAccessibleInterface(palette.list)
    told = [lines.child(n).text(QAccessible.Text.Name) for n in range(lines.childCount())]
    assert told == ["备案", "a", "b", "操作", "c，Ctrl L"]


def test_a_click_into_the_palette_itself_leaves_it_open(bench: Bench) -> None:
    opened(bench)
    foot = bench.palette.rect().bottomLeft() + QPoint(40, -10)
    bench.qtbot.mouseClick(bench.palette, Qt.MouseButton.LeftButton, pos=foot)
    assert bench.palette.isVisible()
