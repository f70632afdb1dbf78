"""What happens to an order itself, by its state table."""

from datetime import UTC, datetime

import pytest

from butler_desktop.domain.order_acts import cancelled, may, paid, placed, taken_back
from butler_desktop.domain.order_entry import Payment, check_entry, check_payment
from butler_desktop.domain.order_states import CLOSED_ORDER_STATES, OrderAction, OrderState
from butler_desktop.errors import Refused
from tests.builders import NOW, an_order
from tests.domain.order_texts import GOOD, PRICES

PAID_AT = datetime(2026, 3, 20, 2, 0, tzinfo=UTC)
PAYMENT = Payment(120_000, "对公转账", PAID_AT)


def an_unpaid_order():
    entry, _ = check_entry(GOOD, PRICES, unpaid_at=NOW)
    return placed(entry, "S-1", has_agreed=True, butler="林晓雯", now=NOW)


def test_an_order_awaits_its_payment_unless_the_entry_has_one():
    order = an_unpaid_order()
    assert (order.state, order.paid_fen, order.paid_at) == (OrderState.AWAITING_PAYMENT, 0, None)
    assert order.due_fen == 120_000
    entry, _ = check_entry(GOOD, PRICES)
    order = placed(entry, "S-1", has_agreed=True, butler="", now=NOW)
    assert (order.state, order.paid_fen, order.paid_at) == (
        OrderState.PAID,
        120_000,
        entry.paid_at,
    )


def test_nothing_is_placed_without_the_agreement():
    entry, _ = check_entry(GOOD, PRICES)
    with pytest.raises(Refused, match="服务协议"):
        placed(entry, "S-1", has_agreed=False, butler="", now=NOW)


def test_a_payment_is_judged_as_everywhere():
    order = an_unpaid_order()
    texts = {"paid": "1,200", "payment_method": "对公转账", "paid_at": "2026-03-20 10:00"}
    payment, faults = check_payment(order, texts)
    assert (payment, faults) == (PAYMENT, ())
    for key, text, says in (
        ("paid", "1100", "金额应为 1,200.00"),
        ("paid", "", "为空"),
        ("paid_at", "", "为空"),
        ("paid_at", "明天", "不是日期"),
    ):
        payment, (fault, *_) = check_payment(order, texts | {key: text})
        assert payment is None
        assert (fault.key, says in fault.reason.zh) == (key, True)


def test_a_payment_makes_it_paid_and_can_be_taken_back():
    order = an_unpaid_order()
    bought = paid(order, PAYMENT)
    assert (bought.state, bought.paid_fen, bought.paid_at) == (OrderState.PAID, 120_000, PAID_AT)
    assert taken_back(bought) == order


def test_an_unpaid_order_can_be_cancelled_and_that_taken_back():
    order = an_unpaid_order()
    ended = cancelled(order)
    assert ended.state in CLOSED_ORDER_STATES
    assert taken_back(ended) == order


@pytest.mark.parametrize("state", [*OrderState])
def test_the_table_says_what_is_possible(state):
    order = an_order(state=state)
    for action, act in (
        (OrderAction.RECORD_PAYMENT, lambda order: paid(order, PAYMENT)),
        (OrderAction.CANCEL, cancelled),
        (OrderAction.TAKE_BACK, taken_back),
    ):
        if may(order, action):
            act(order)
        else:
            with pytest.raises(Refused):
                act(order)
    assert may(order, OrderAction.CANCEL) == (
        state in (OrderState.DRAFT, OrderState.AWAITING_PAYMENT)
    )
