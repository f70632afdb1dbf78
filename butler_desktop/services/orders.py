"""What can be done to an order: enter it, have it paid, cancelled or rated, look at it."""

from dataclasses import dataclass, replace

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.order import Order
from butler_desktop.domain.order_acts import cancelled, paid, placed, taken_back
from butler_desktop.domain.order_entry import OrderEntry, Payment
from butler_desktop.domain.order_rating import rated, rating_refusal
from butler_desktop.domain.role import Role, may_write
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
    can_rate: bool = False
    """Whether the order itself takes the customer's rating now."""


def enter_order(work: Work, entry: OrderEntry, has_agreed: bool) -> Order:
    """Takes in one order typed by hand; an empty number gets the next one of the day.

    Raises Refused when the number is known already, or the customer has not
    agreed to the service agreement: the act itself tells that he has.
    """
    if known_order_numbers(work, [entry.number]):
        raise Refused(
            Words(f"订单 {entry.number} 已有。", f"Order {entry.number} is known already."),
            Words("检查订单号。", "Check the number."),
        )
    number = entry.number or next_order_number(work)
    order = placed(entry, number, has_agreed=has_agreed, butler=work.actor, now=work.now)
    work.save(None, Dossier(order), "order.place")
    return order


def record_payment(work: Work, order_id: str, payment: Payment) -> Dossier:
    """The customer has paid; the sum was judged with the payment. Raises Refused, NotFound."""
    before = work.dossier(order_id)
    after = replace(before, order=paid(before.order, payment))
    return work.save(before, after, "order.pay")


def cancel_order(work: Work, order_id: str) -> Dossier:
    """The customer does not buy after all. Raises Refused, NotFound."""
    before = work.dossier(order_id)
    after = replace(before, order=cancelled(before.order))
    return work.save(before, after, "order.cancel")


def rate_order(
    work: Work, order_id: str, response_speed: int, service_quality: int, comment: str = ""
) -> Dossier:
    """The customer's stars for the refunded sites that no filing was begun for, once.

    Raises Refused, NotFound.
    """
    before = work.dossier(order_id)
    after = rated(before, response_speed, service_quality, comment, work.now)
    return work.save(before, after, "order.rate")


def take_back(work: Work, order_id: str, revision: int) -> Dossier:
    """Undoes the payment or cancellation that made ``revision``. Raises Refused, NotFound."""
    before = work.dossier(order_id)
    if before.revision != revision:
        raise Refused(
            Words("其后已有别的操作，不能撤销。", "Something was done since: it cannot be undone."),
        )
    after = replace(before, order=taken_back(before.order))
    return work.save(before, after, "order.take_back")


def order_view(work: Work, order_id: str) -> OrderView:
    """All that the order's page shows. Raises NotFound."""
    dossier = work.dossier(order_id)
    ids = filing_ids(work, FilingFilter(order_id=order_id))
    rows = tuple(filing_rows(work, ids))
    refunds = view_of(dossier, work)
    can_rate = rating_refusal(dossier) is None and may_write(work.role)
    return OrderView(dossier, rows, history(work, order_id), refunds, work.role, can_rate)
