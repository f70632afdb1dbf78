"""Refunds: sites of an order that are asked back for money, and what was decided."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from butler_desktop.words import Words


class RefundState(StrEnum):
    """How far a refund is."""

    ASKED = "asked"
    APPROVED = "approved"
    DECLINED = "declined"


REFUND_STATE_WORDS = {
    RefundState.ASKED: Words("待核准", "Waits for approval"),
    RefundState.APPROVED: Words("已退订", "Refunded"),
    RefundState.DECLINED: Words("未准", "Declined"),
}


@dataclass(frozen=True, slots=True)
class RefundLine:
    """A filing's sites, or those never begun: whether they are refunded, and why. Money in fen."""

    filing_id: str
    """Empty for the sites that no filing has."""
    number: str
    site_count: int
    is_refundable: bool
    words: Words
    basis: str
    amount_fen: int
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Refund:
    """One refund, from the request on. Money in fen, times UTC.

    ``site_count`` and ``amount_fen`` are nought until it is approved: nothing
    is given back before.
    """

    id: str
    order_id: str
    site_count: int
    amount_fen: int
    reason: str
    approved_by: str
    """Who decided, whichever way: never who asked."""
    at: datetime
    """When it was asked for."""
    asked_by: str = ""
    state: RefundState = RefundState.APPROVED
    decided_at: datetime | None = None
    decision: str = ""
    """Why it was declined."""
    exception: str = ""
    """The special reason by which sites are refunded that otherwise are not."""
    policy: str = ""
    """The version of the rules."""
    lines: tuple[RefundLine, ...] = ()

    @property
    def chosen(self) -> tuple[RefundLine, ...]:
        """The lines that are asked back."""
        return tuple(it for it in self.lines if it.is_chosen)

    @property
    def asked_fen(self) -> int:
        """What would be given back."""
        return sum(it.amount_fen for it in self.chosen)
