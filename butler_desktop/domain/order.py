"""Orders: what a customer bought, N sites at a price.

The four counts are derived from the order's filings and refunds, never kept
(process.md 2: ordered = delivered + in flight + remaining + refunded).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import DELIVERED_STATES, RELEASED_STATES
from butler_desktop.domain.money import order_price
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.refund import Refund
from butler_desktop.domain.vocabulary import FilingKind


@dataclass(frozen=True, slots=True)
class Order:
    """One order. Money in fen, times UTC."""

    id: str
    number: str
    customer: str
    contact_name: str
    contact_phone: str
    contact_email: str
    service_tier: str
    filing_kind: FilingKind
    ordered_site_count: int
    unit_price_fen: int
    coupon_fen: int
    voucher_fen: int
    paid_fen: int
    payment_method: str
    paid_at: datetime | None
    activation: str
    remark: str
    state: OrderState
    butler: str
    entered_at: datetime
    first_contact_at: datetime | None = None

    @property
    def due_fen(self) -> int:
        """What it costs: the price less coupon and voucher, in fen."""
        price = order_price(self.ordered_site_count, self.unit_price_fen)
        return price - self.coupon_fen - self.voucher_fen


@dataclass(frozen=True, slots=True)
class SiteCounts:
    """Where the sites of an order are."""

    ordered: int
    delivered: int
    in_flight: int
    remaining: int
    refunded: int


def site_counts(order: Order, filings: Iterable[Filing], refunds: Iterable[Refund]) -> SiteCounts:
    """The counts of one order.

    A filing that failed or was withdrawn gives its sites back to ``remaining``
    until they are refunded (process.md A20).
    """
    delivered = in_flight = 0
    for filing in filings:
        if filing.state in DELIVERED_STATES:
            delivered += filing.site_count
        elif filing.state not in RELEASED_STATES:
            in_flight += filing.site_count
    refunded = sum(refund.site_count for refund in refunds)
    remaining = order.ordered_site_count - delivered - in_flight - refunded
    return SiteCounts(order.ordered_site_count, delivered, in_flight, remaining, refunded)
