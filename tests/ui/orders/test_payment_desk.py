"""Paying and cancelling an order on its page, and taking it back."""

from collections.abc import Callable
from typing import Any

import pytest

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.order_states import OrderState
from butler_desktop.ui.orders.order_detail import OrderDetail
from butler_desktop.ui.orders.payment_dialog import PaymentDialog
from tests.ui.orders.counter import Counter

S = FilingState
UNPAID = {"state": OrderState.AWAITING_PAYMENT, "paid_fen": 0, "payment_method": ""}


@pytest.fixture
def shown(counter: Counter) -> OrderDetail:
    """The page of an order that awaits its payment."""
    order_id = counter.order(sites=1, paid_at=None, **UNPAID)
    counter.open().show_order(order_id)
    counter.settle()
    return counter.page.detail


def told(detail: OrderDetail) -> list[tuple[str, Callable[[], None] | None]]:
    heard: list[Any] = []
    detail.payments.done.connect(lambda words, undo: heard.append((words, undo)))
    return heard


def state(detail: OrderDetail) -> OrderState:
    assert detail.view is not None
    return detail.view.dossier.order.state


def test_a_payment_is_recorded_and_taken_back(counter: Counter, shown: OrderDetail) -> None:
    heard, panel = told(shown), shown.panel
    assert panel.pay.isVisible()
    assert not panel.start.isVisible()
    panel.pay.click()
    (dialog,) = counter.page.window().findChildren(PaymentDialog)
    assert dialog.fields["paid"].value() == "600.00"
    dialog.fields["paid"].set_value("599")
    dialog.act_button.click()
    assert dialog.isVisible()
    assert not dialog.fields["paid"]._finding.isHidden()
    dialog.fields["paid"].set_value("600")
    dialog.act_button.click()
    counter.settle()
    assert state(shown) is OrderState.PAID
    assert (panel.pay.isVisible(), panel.start.isVisible()) == (False, True)
    _, undo = heard.pop()
    undo()
    counter.settle()
    assert state(shown) is OrderState.AWAITING_PAYMENT
    assert panel.pay.isVisible()


def test_an_order_is_cancelled_and_that_taken_back(counter: Counter, shown: OrderDetail) -> None:
    heard = told(shown)
    shown.panel.cancel.click()
    counter.settle()
    assert state(shown) is OrderState.CANCELLED
    assert not shown.panel.cancel.isVisible()
    heard.pop()[1]()
    counter.settle()
    assert state(shown) is OrderState.AWAITING_PAYMENT


def test_an_order_that_leaves_the_list_stays_on_its_page(
    counter: Counter, shown: OrderDetail
) -> None:
    counter.order(S.COLLECTING, customer="别家")
    counter.page.read_again()
    counter.settle()
    shown.panel.cancel.click()
    counter.settle()
    assert state(shown) is OrderState.CANCELLED
    assert counter.page.current is None  # the list is that of the open ones
    counter.page.head.which.chosen.emit(0)
    counter.settle()
    assert shown.head.title == "别家"
