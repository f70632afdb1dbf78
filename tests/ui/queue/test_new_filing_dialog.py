"""Starting a filing: the orders with sites left are offered, and the filing is told."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.worklist import View
from butler_desktop.services.filings import request_filing
from butler_desktop.services.worklist import counts
from butler_desktop.ui.queue.new_filing_dialog import NewFilingDialog
from tests.builders import an_order
from tests.ui.queue.hall import Hall

Open = Callable[..., NewFilingDialog]


@pytest.fixture
def open_dialog(hall: Hall) -> Iterator[Open]:
    opened: list[NewFilingDialog] = []

    def start(order_id: str = "") -> NewFilingDialog:
        opened.append(NewFilingDialog(hall.background, order_id, hall.page))
        opened[-1].open()
        hall.settle()
        return opened[-1]

    hall.open()
    yield start
    for dialog in opened:
        dialog.close()


def an_order_in(hall: Hall, sites: int, **given: object) -> str:
    order = an_order(ordered_site_count=sites, **given)
    with hall.workspace.editing() as work:
        work.save(None, Dossier(order), "order.enter")
    return order.id


def open_filings(hall: Hall) -> int:
    with hall.workspace.reading() as work:
        return counts(work).views[View.ALL].total


def press(hall: Hall, dialog: NewFilingDialog) -> None:
    hall.qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    hall.settle()


def test_a_filing_of_the_wanted_order_is_started(hall: Hall, open_dialog: Open) -> None:
    an_order_in(hall, 3, customer="甲")
    wanted = an_order_in(hall, 2, customer="乙")
    dialog = open_dialog(wanted)
    assert dialog.order.value() == wanted
    with hall.qtbot.waitSignal(dialog.started) as told:
        press(hall, dialog)
    with hall.workspace.reading() as work:
        assert work.dossier(wanted).filings[0].id == told.args[0]
    assert not dialog.isVisible()


def test_orders_that_cannot_have_one_are_not_offered(hall: Hall, open_dialog: Open) -> None:
    an_order_in(hall, 1, state=OrderState.COMPLETED)
    used = an_order_in(hall, 1)
    with hall.workspace.editing() as work:
        request_filing(work, used)
    dialog = open_dialog()
    assert not dialog.act_button.isEnabled()
    assert dialog.strip.isVisible()


def test_a_site_that_a_colleague_took_meanwhile_is_told(hall: Hall, open_dialog: Open) -> None:
    order = an_order_in(hall, 1)
    dialog = open_dialog(order)
    with hall.workspace.editing() as work:
        request_filing(work, order)
    press(hall, dialog)
    assert dialog.isVisible()
    assert dialog.strip.isVisible()
    assert open_filings(hall) == 1
