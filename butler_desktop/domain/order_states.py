"""The state table of orders (process.md section 2)."""

from dataclasses import dataclass
from enum import StrEnum

from butler_desktop.domain.vocabulary import Party
from butler_desktop.words import Words


class OrderState(StrEnum):
    """Where an order stands."""

    DRAFT = "draft"
    AWAITING_PAYMENT = "awaiting_payment"
    PAID = "paid"
    ACTIVE = "active"
    COMPLETED = "completed"
    REFUND_REQUESTED = "refund_requested"
    PARTIALLY_REFUNDED = "partially_refunded"
    REFUNDED = "refunded"
    REFUND_DECLINED = "refund_declined"
    CANCELLED = "cancelled"


ORDER_STATE_WORDS = {
    OrderState.DRAFT: Words("草稿", "Draft"),
    OrderState.AWAITING_PAYMENT: Words("待付款", "Awaiting payment"),
    OrderState.PAID: Words("已付款", "Paid"),
    OrderState.ACTIVE: Words("进行中", "Active"),
    OrderState.COMPLETED: Words("已完成", "Completed"),
    OrderState.REFUND_REQUESTED: Words("退订申请中", "Refund requested"),
    OrderState.PARTIALLY_REFUNDED: Words("部分退订", "Partially refunded"),
    OrderState.REFUNDED: Words("已退订", "Refunded"),
    OrderState.REFUND_DECLINED: Words("退订未准", "Refund declined"),
    OrderState.CANCELLED: Words("已取消", "Cancelled"),
}


class OrderAction(StrEnum):
    """What can happen to an order."""

    PLACE = "place"
    RECORD_PAYMENT = "record_payment"
    CANCEL = "cancel"
    TAKE_BACK = "take_back"
    ACTIVATE = "activate"
    COMPLETE = "complete"
    REQUEST_REFUND = "request_refund"
    REFUND_ALL = "refund_all"
    REFUND_SOME = "refund_some"
    DECLINE_REFUND = "decline_refund"


@dataclass(frozen=True, slots=True)
class OrderTransition:
    """One row of the table."""

    action: OrderAction
    sources: tuple[OrderState, ...]
    target: OrderState
    actor: Party
    guard: Words
    source: str


_S = OrderState
_A = OrderAction
ORDER_TRANSITIONS: tuple[OrderTransition, ...] = (
    OrderTransition(
        _A.PLACE,
        (_S.DRAFT,),
        _S.AWAITING_PAYMENT,
        Party.CUSTOMER,
        Words("个数至少 1，联系人已填，已同意协议", "at least one site, contact, agreement"),
        "2.1, 3.1",
    ),
    OrderTransition(
        _A.RECORD_PAYMENT,
        (_S.AWAITING_PAYMENT,),
        _S.PAID,
        Party.SYSTEM,
        Words("已记录付款", "payment recorded"),
        "3.1",
    ),
    OrderTransition(
        _A.CANCEL,
        (_S.DRAFT, _S.AWAITING_PAYMENT),
        _S.CANCELLED,
        Party.CUSTOMER,
        Words("尚未付款", "not paid yet"),
        "process.md 2",
    ),
    OrderTransition(
        _A.TAKE_BACK,
        (_S.PAID, _S.CANCELLED),
        _S.AWAITING_PAYMENT,
        Party.BUTLER,
        Words("刚刚登记的，其后没有别的操作", "just recorded, and nothing done since"),
        "undo",
    ),
    OrderTransition(
        _A.ACTIVATE,
        (_S.PAID,),
        _S.ACTIVE,
        Party.BUTLER,
        Words("已登记首次联系", "first contact logged"),
        "4.1",
    ),
    OrderTransition(
        _A.COMPLETE,
        (_S.ACTIVE, _S.PARTIALLY_REFUNDED, _S.REFUND_DECLINED),
        _S.COMPLETED,
        Party.SYSTEM,
        Words("没有剩余和在途的网站", "nothing remains, nothing in flight"),
        "2.3",
    ),
    OrderTransition(
        _A.REQUEST_REFUND,
        (_S.PAID, _S.ACTIVE, _S.PARTIALLY_REFUNDED, _S.REFUND_DECLINED),
        _S.REFUND_REQUESTED,
        Party.CUSTOMER,
        Words("有可退的网站", "some refundable site"),
        "2.4, 3.3",
    ),
    OrderTransition(
        _A.REFUND_ALL,
        (_S.REFUND_REQUESTED,),
        _S.REFUNDED,
        Party.BUTLER,
        Words("金额按退订规则，第二人核准", "amount by the refund rule, second person"),
        "2.4, 4.2",
    ),
    OrderTransition(
        _A.REFUND_SOME,
        (_S.REFUND_REQUESTED,),
        _S.PARTIALLY_REFUNDED,
        Party.BUTLER,
        Words("金额按退订规则，第二人核准", "amount by the refund rule, second person"),
        "2.4, 4.2",
    ),
    OrderTransition(
        _A.DECLINE_REFUND,
        (_S.REFUND_REQUESTED,),
        _S.REFUND_DECLINED,
        Party.BUTLER,
        Words("写明理由", "reason given"),
        "2.4",
    ),
)

OPEN_FOR_FILINGS = (_S.PAID, _S.ACTIVE, _S.PARTIALLY_REFUNDED, _S.REFUND_DECLINED)
"""States in which a filing may be started (process.md section 3, first row)."""

CLOSED_ORDER_STATES = (_S.COMPLETED, _S.REFUNDED, _S.CANCELLED)


def order_transition(state: OrderState, action: OrderAction) -> OrderTransition | None:
    """The row for ``action`` in ``state``, or None where the table has none."""
    for row in ORDER_TRANSITIONS:
        if row.action is action and state in row.sources:
            return row
    return None
