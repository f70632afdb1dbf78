"""The butler's own filters in the navigation, and what the next start knows of them."""

from pathlib import Path

from PySide6.QtCore import QPoint

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.views import View
from butler_desktop.domain.worklist import FilingFilter, Sorting
from butler_desktop.ui.kit.nav_button import NavButton
from butler_desktop.ui.places import queue_key
from butler_desktop.ui.queue.queue_page import TABLE
from butler_desktop.ui.queue.view_dialog import ViewDialog
from butler_desktop.ui.workplace import Workplace
from tests.builders import a_workspace
from tests.services.scenario import reached
from tests.ui.opened import Opened


def own(opened: Opened) -> list[NavButton]:
    buttons = opened.program.window.navigation.findChildren(NavButton)
    return [it for it in buttons if it.entry.key.startswith("saved:")]


def saved(opened: Opened, folder: Path) -> Workplace:
    """The program with one list saved, on screen."""
    desk = a_workspace(folder)
    for state in (S.PREPARING, S.REJECTED):
        reached(desk, state)
    desk.close()
    place = opened.start()
    queue = place.queue
    place.window.go(queue_key(View.ALL))
    queue.set_layout(TABLE)
    queue.sort_by(Sorting("number", descending=True))
    queue.filters._set(provinces=("110000",), kinds=("first_filing",))
    opened.settle()
    place.window.navigation.add_wanted.emit()
    dialog = opened.dialog(ViewDialog)
    dialog.act_button.click()
    opened.settle()
    assert dialog.strip.isVisible()  # a name is wanted
    dialog.name.set_value("北京首次")
    dialog.act_button.click()
    opened.settle()
    return place


def test_a_list_is_saved_and_opened_after_the_next_start_too(
    opened: Opened, tmp_path: Path
) -> None:
    place = saved(opened, tmp_path)
    queue = place.queue
    (button,) = own(opened)
    assert (button.entry.text, button._count) == ("北京首次", 2)
    assert place.window.place == button.entry.key
    place.window.go(queue_key(View.RETURNED))
    opened.settle()
    assert queue.filters.filter.provinces == ()
    button.click()
    opened.settle()
    assert queue.filters.filter == FilingFilter(provinces=("110000",), kinds=("first_filing",))
    assert (queue.sorting, queue.layout_name) == (Sorting("number", descending=True), TABLE)
    opened.close()
    again = opened.start()
    opened.settle()
    (button,) = own(opened)
    assert again.window.place == button.entry.key
    assert again.queue.filters.filter.kinds == ("first_filing",)


def test_it_is_changed_renamed_and_removed(opened: Opened, tmp_path: Path) -> None:
    place = saved(opened, tmp_path)
    (button,) = own(opened)
    key = button.entry.key
    place.queue.filters.clear()
    opened.settle()
    menu = place.saved.open_menu(key, QPoint())
    menu.actions()[0].trigger()
    opened.settle()
    assert place.saved.views[key].view.wanted.provinces == ()
    place.saved.rename(key)
    dialog = opened.dialog(ViewDialog)
    dialog.name.set_value("全部备案")
    dialog.act_button.click()
    opened.settle()
    assert own(opened)[0].entry.text == "全部备案"
    menu = place.saved.open_menu(key, QPoint())
    menu.actions()[-1].trigger()
    opened.settle()
    assert own(opened) == []
