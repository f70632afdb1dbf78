"""Refunds: sites of an order that were given back for money."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Refund:
    """One refund of ``site_count`` sites. Money in fen, times UTC."""

    id: str
    order_id: str
    site_count: int
    amount_fen: int
    reason: str
    approved_by: str
    at: datetime
