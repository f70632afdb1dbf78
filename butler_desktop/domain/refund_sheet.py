"""Refund sheet: the reasons of a refund as the customer reads them, on one page.

It carries no personal number and nothing that is internal.
"""

from dataclasses import dataclass
from datetime import datetime

from butler_desktop.domain.canonical import canonical_digest
from butler_desktop.domain.money import format_yuan
from butler_desktop.domain.order import Order
from butler_desktop.domain.reading import Readings
from butler_desktop.domain.records import to_record
from butler_desktop.domain.refund import REFUND_STATE_WORDS, Refund

ALWAYS = "A19"
"""Every sum rests on this reading: what coupons and vouchers are."""


@dataclass(frozen=True, slots=True)
class RefundRow:
    """One line: what it is, how many sites, the verdict, why, by which clause, how much."""

    site: str
    count: str
    verdict: str
    reason: str
    basis: str
    amount: str


@dataclass(frozen=True, slots=True)
class RefundSheet:
    """The page's words. Times UTC."""

    order: str
    customer: str
    paid: str
    sites: str
    state: str
    reason: str
    exception: str
    decision: str
    asked: str
    asked_at: datetime
    decided: str
    decided_at: datetime | None
    policy: str
    total: str
    rows: tuple[RefundRow, ...]
    readings: tuple[str, ...]
    """How the clauses are read that it rests on."""

    @property
    def digest(self) -> str:
        """SHA-256 of what it says: the same words, the same page."""
        return canonical_digest(to_record(self))


def refund_sheet(order: Order, refund: Refund, readings: Readings) -> RefundSheet:
    """The sheet of one refund, as it was decided, or as it waits."""
    return RefundSheet(
        order=order.number,
        customer=order.customer,
        paid=format_yuan(order.paid_fen),
        sites=str(order.ordered_site_count),
        state=REFUND_STATE_WORDS[refund.state].zh,
        reason=refund.reason,
        exception=refund.exception,
        decision=refund.decision,
        asked=refund.asked_by,
        asked_at=refund.at,
        decided=refund.approved_by,
        decided_at=refund.decided_at,
        policy=refund.policy,
        total=format_yuan(refund.amount_fen or refund.asked_fen),
        rows=tuple(
            RefundRow(
                site=line.number or "尚未开始的网站",
                count=str(line.site_count),
                verdict=("退" if line.is_chosen else "可退，未申请")
                if line.is_refundable
                else "不退",
                reason=line.words.zh,
                basis=line.basis,
                amount=format_yuan(line.amount_fen) if line.is_chosen else "—",
            )
            for line in refund.lines
        ),
        readings=tuple(
            it.told.zh for it in readings.named_in([ALWAYS, *(it.basis for it in refund.lines)])
        ),
    )
