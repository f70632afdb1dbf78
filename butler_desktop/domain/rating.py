"""Ratings: the customer's stars for one finished service (service description 3.2.4)."""

from dataclasses import dataclass
from datetime import datetime

STARS = range(1, 6)
"""1 to 5 (process.md A22)."""


@dataclass(frozen=True, slots=True)
class Rating:
    """Stars for response speed and service quality, with an optional comment."""

    id: str
    order_id: str
    filing_id: str | None
    """None for the refunded sites of the order that never became a filing."""
    response_speed: int
    service_quality: int
    comment: str
    at: datetime
