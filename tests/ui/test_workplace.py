"""The workplace: the first start, the way between pages, live counts, what stays over a restart."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.views import View
from butler_desktop.services.filings import request_filing
from butler_desktop.services.orders import order_view
from butler_desktop.ui.kit.nav_button import NavButton
from butler_desktop.ui.orders.new_order_dialog import NewOrderDialog
from butler_desktop.ui.places import ORDERS, SETTINGS, START, queue_key
from butler_desktop.ui.queue.new_filing_dialog import NewFilingDialog
from butler_desktop.ui.shortcut_list import ShortcutList
from tests.builders import NOW, a_filing, an_order
from tests.ui.opened import Opened

S = FilingState
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def fill(opened: Opened, *states: FilingState, **given: object) -> list[Dossier]:
    """An order for each state, written before the program starts."""
    made = []
    workspace = opened.colleague()
    for number, state in enumerate(states):
        order = an_order(**{"customer": f"客户{number}", "ordered_site_count": 2, **given})
        if state is not S.REQUESTED:
            order = replace(order, first_contact_at=NOW)
        filing = a_filing(order, state=state, number=f"BA-2603-{number:04d}")
        made.append(Dossier(order, (filing,)))
        with workspace.editing() as work:
            work.save(None, made[-1], "order.enter")
    workspace.close()
    return made


def count(opened: Opened, key: str) -> int | None:
    buttons = opened.program.window.navigation.findChildren(NavButton)
    return next(button._count for button in buttons if button.entry.key == key)


def test_an_empty_workspace_shows_how_to_begin(opened: Opened) -> None:
    place = opened.start()
    window = opened.program.window
    assert window.place == START
    assert window.pages.currentWidget() is place.start
    assert window.focusWidget() is place.start.import_button


def test_the_first_order_by_hand_is_shown_and_counted(opened: Opened) -> None:
    place = opened.start()
    opened.key(KEY.Key_N, CONTROL | SHIFT)
    dialog = opened.dialog(NewOrderDialog)
    for key, text in (
        ("customer", "云杉"),
        ("contact_name", "沈先生"),
        ("contact_phone", "13800001234"),
    ):
        dialog.fields[key].set_value(text)
    dialog.has_agreed.setChecked(True)
    dialog.act_button.click()
    opened.settle()
    assert opened.program.window.pages.currentWidget() is place.orders
    assert place.orders.detail.head.title == "云杉"
    assert count(opened, ORDERS) == 1


def test_an_orders_filing_is_started_from_its_page_and_opened(opened: Opened) -> None:
    (dossier,) = fill(opened, S.COLLECTING)
    place = opened.start()
    opened.key(KEY.Key_2, CONTROL)
    place.orders.detail.panel.start.click()
    opened.settle()
    dialog = opened.dialog(NewFilingDialog)
    assert dialog.order.value() == dossier.order.id
    dialog.act_button.click()
    opened.settle()
    assert opened.program.window.pages.currentWidget() is place.queue
    assert place.queue.detail.view.filing.state is S.REQUESTED
    assert place.queue.detail.view.filing.id != dossier.filings[0].id
    assert count(opened, queue_key(View.ALL)) == 2
    assert count(opened, queue_key(View.FIRST_CONTACT)) == 1


def test_an_order_and_its_filing_lead_to_each_other_and_back(opened: Opened) -> None:
    (dossier,) = fill(opened, S.COLLECTING)
    place, window = opened.start(), opened.program.window
    place.open_order(dossier.order.id)
    opened.settle()
    place.orders.detail.lists.filing_opened.emit(dossier.filings[0].id)
    opened.settle()
    assert window.pages.currentWidget() is place.queue
    assert place.queue.current == dossier.filings[0].id
    place.queue.detail.order_requested.emit(dossier.order.id)
    opened.settle()
    assert window.pages.currentWidget() is place.orders
    opened.key(KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.pages.currentWidget() is place.queue


def test_places_by_key_take_the_keyboard_along(opened: Opened) -> None:
    fill(opened, S.COLLECTING)
    place, window = opened.start(), opened.program.window
    opened.key(KEY.Key_2, CONTROL)
    assert (window.place, window.focusWidget()) == (ORDERS, place.orders.list)
    opened.key(KEY.Key_3, CONTROL)
    assert (window.place, window.focusWidget()) == (queue_key(View.ALL), place.queue.filings.view)
    opened.key(KEY.Key_Comma, CONTROL)
    assert window.place == SETTINGS
    assert place.settings.isAncestorOf(window.focusWidget())


def test_f1_lists_the_keys(opened: Opened) -> None:
    fill(opened, S.COLLECTING)
    opened.start()
    opened.key(KEY.Key_F1)
    opened.dialog(ShortcutList).reject()
    assert QApplication.activeModalWidget() is None


def test_a_colleagues_act_appears_and_nothing_moves(opened: Opened) -> None:
    dossiers = fill(opened, S.COLLECTING, S.INTERNAL_REVIEW, S.REQUESTED)
    place = opened.start()
    opened.program.window.go(queue_key(View.ALL))
    opened.settle()
    chosen = dossiers[1].filings[0].id
    place.queue.filings.view.go_to(chosen)
    opened.settle()
    colleague = opened.colleague()
    with colleague.editing() as work:
        request_filing(work, dossiers[1].order.id)
    colleague.close()
    with opened.qtbot.waitSignal(opened.program.background.changed):
        place.watcher.look()
    opened.settle()
    assert place.queue.total == 4
    assert place.queue.current == chosen
    assert count(opened, queue_key(View.ALL)) == 4


def test_closed_and_opened_again_everything_is_where_it_was(opened: Opened) -> None:
    dossiers = fill(opened, S.COLLECTING, S.COLLECTING, S.INTERNAL_REVIEW)
    place = opened.start()
    chosen = dossiers[1].filings[0].id
    opened.program.window.go(queue_key(View.COLLECTING))
    opened.settle()
    place.queue.filings.view.header.sort_chosen.emit("number", True)
    opened.settle()
    place.queue.filings.view.go_to(chosen)
    place.queue.detail.tabs.bar.set_index(4)
    place.queue.splitter.setSizes([560, 672])
    opened.program.window.toggle_navigation()
    opened.settle()
    place.open_order(dossiers[2].order.id)
    opened.settle()
    opened.program.window.go(queue_key(View.COLLECTING))
    opened.settle()
    place.queue.filings.view.go_to(chosen)
    sizes = place.queue.sizes()
    opened.settle()
    opened.close()

    again = opened.start()
    window = opened.program.window
    assert window.place == queue_key(View.COLLECTING)
    assert again.queue.current == chosen
    assert (again.queue.sorting.key, again.queue.sorting.descending) == ("number", True)
    assert again.queue.detail.tab == 4
    assert again.queue.sizes() == sizes
    assert window.navigation.collapsed
    opened.key(KEY.Key_2, CONTROL)
    assert again.orders.current == dossiers[2].order.id


@pytest.mark.parametrize("passing", ["import", "start"])
def test_a_passing_place_is_no_place_to_start_at(opened: Opened, passing: str) -> None:
    fill(opened, S.COLLECTING)
    opened.start()
    opened.program.window.go(passing)
    opened.settle()
    opened.close()
    opened.start()
    assert opened.program.window.place == ORDERS


def test_what_was_typed_is_saved_when_the_window_closes(opened: Opened) -> None:
    (dossier,) = fill(opened, S.COLLECTING)
    place = opened.start()
    opened.program.window.go(queue_key(View.ALL))
    opened.settle()
    editor = place.queue.detail.tabs.form.editor("subject.sponsor_name")
    editor.widget.edit.setFocus()
    opened.qtbot.keyClicks(editor.widget.edit, "Yunshan")
    opened.close()
    workspace = opened.colleague()
    with workspace.reading() as work:
        form = order_view(work, dossier.order.id).dossier.filings[0].particulars
    workspace.close()
    assert form.subject.sponsor_name == "Yunshan"
