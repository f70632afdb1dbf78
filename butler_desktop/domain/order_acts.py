"""What happens to an order itself: placed, paid, cancelled; each by the state table of orders."""

from dataclasses import replace
from datetime import datetime

from butler_desktop.domain.ids import new_id
from butler_desktop.domain.order import Order
from butler_desktop.domain.order_entry import OrderEntry, Payment
from butler_desktop.domain.order_states import (
    ORDER_STATE_WORDS,
    OrderAction,
    OrderState,
    order_transition,
)
from butler_desktop.errors import Refused
from butler_desktop.words import Words


def placed(
    entry: OrderEntry, number: str, *, has_agreed: bool, butler: str, now: datetime
) -> Order:
    """The order that an entry describes, awaiting payment, or paid if the entry says so.

    Count and contact were judged with the entry. Raises Refused where the
    customer has not agreed to the service agreement.
    """
    if not has_agreed:
        raise Refused(
            Words("客户还没有同意服务协议。", "The customer has not agreed to the terms."),
            Words("请客户同意后再登记。", "Have the customer agree, then enter it."),
        )
    order = Order(
        id=new_id(),
        number=number,
        customer=entry.customer,
        contact_name=entry.contact_name,
        contact_phone=entry.contact_phone,
        contact_email=entry.contact_email,
        service_tier=entry.service_tier,
        filing_kind=entry.filing_kind,
        ordered_site_count=entry.ordered_site_count,
        unit_price_fen=entry.unit_price_fen,
        coupon_fen=entry.coupon_fen,
        voucher_fen=entry.voucher_fen,
        paid_fen=0,
        payment_method="",
        paid_at=None,
        activation=entry.activation,
        remark=entry.remark,
        state=OrderState.DRAFT,
        butler=butler,
        entered_at=now,
    )
    order = _moved(order, OrderAction.PLACE)
    if entry.paid_at is None:
        return order
    return paid(order, Payment(entry.paid_fen, entry.payment_method, entry.paid_at))


def paid(order: Order, payment: Payment) -> Order:
    """The order with its payment: the first contact is due from then. Raises Refused."""
    return replace(
        _moved(order, OrderAction.RECORD_PAYMENT),
        paid_fen=payment.paid_fen,
        payment_method=payment.payment_method,
        paid_at=payment.paid_at,
    )


def cancelled(order: Order) -> Order:
    """The order without a purchase. Raises Refused where it is paid: that is a refund."""
    return _moved(order, OrderAction.CANCEL)


def taken_back(order: Order) -> Order:
    """The order as it was before it was paid or cancelled. Raises Refused."""
    order = _moved(order, OrderAction.TAKE_BACK)
    return replace(order, paid_fen=0, payment_method="", paid_at=None)


def may(order: Order, action: OrderAction) -> bool:
    """Whether the table has a row for ``action`` now."""
    return order_transition(order.state, action) is not None


def _moved(order: Order, action: OrderAction) -> Order:
    row = order_transition(order.state, action)
    if row is None:
        raise Refused(
            Words("订单 {number} 为“{state}”，不能这样做。", "Order {number} is “{state}”.").filled(
                number=order.number, state=ORDER_STATE_WORDS[order.state]
            )
        )
    return replace(order, state=row.target)
