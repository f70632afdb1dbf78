"""What can be done to an order: enter it, look at it."""

from dataclasses import dataclass

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.order import Order
from butler_desktop.domain.order_entry import OrderEntry
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.role import Role
from butler_desktop.domain.worklist import FilingFilter, FilingRow
from butler_desktop.errors import Refused
from butler_desktop.services.history import HistoryLine, history
from butler_desktop.services.refunds import RefundView, view_of
from butler_desktop.storage.listings import filing_ids, filing_rows
from butler_desktop.storage.numbers import next_order_number
from butler_desktop.storage.order_listings import known_order_numbers
from butler_desktop.storage.work import Work
from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class OrderView:
    """One order as its page shows it."""

    dossier: Dossier
    filings: tuple[FilingRow, ...]
    history: tuple[HistoryLine, ...]
    refunds: RefundView
    role: Role = Role.OWNER
    """Of who looks."""


def enter_order(work: Work, entry: OrderEntry) -> Order:
    """Takes in one order typed by hand; an empty number gets the next one of the day.

    Raises Refused when the number is known already.
    """
    if known_order_numbers(work, [entry.number]):
        raise Refused(
            Words(f"订单 {entry.number} 已有。", f"Order {entry.number} is known already."),
            Words("检查订单号。", "Check the number."),
        )
    number = entry.number or next_order_number(work)
    order = new_order(entry, number, work)
    work.save(None, Dossier(order), "order.enter")
    return order


def new_order(entry: OrderEntry, number: str, work: Work, *, is_unassigned: bool = False) -> Order:
    """The order that an entry describes: paid, and served by the butler at the desk.

    One that is unassigned waits for whoever claims it.
    """
    return Order(
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
        paid_fen=entry.paid_fen,
        payment_method=entry.payment_method,
        paid_at=entry.paid_at,
        activation=entry.activation,
        remark=entry.remark,
        state=OrderState.PAID if entry.paid_at else OrderState.AWAITING_PAYMENT,
        butler="" if is_unassigned else work.actor,
        entered_at=work.now,
    )


def order_view(work: Work, order_id: str) -> OrderView:
    """All that the order's page shows. Raises NotFound."""
    dossier = work.dossier(order_id)
    ids = filing_ids(work, FilingFilter(order_id=order_id))
    rows = tuple(filing_rows(work, ids))
    refunds = view_of(dossier, work)
    return OrderView(dossier, rows, history(work, order_id), refunds, work.role)
