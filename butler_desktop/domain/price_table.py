"""The price table: what a site of each tier and kind costs, from a day on.

An order keeps the price that it was bought at: a later row alters none.
Source: service description 2.1 and 3.1; the rows are in the rulebook.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.vocabulary import FilingKind
from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class Price:
    """One row: a tier's unit prices in fen, a kind each, from ``effective_from`` on (Shanghai)."""

    tier: Words
    effective_from: date
    fen: Mapping[FilingKind, int] = field(hash=False)


@dataclass(frozen=True, slots=True)
class PriceTable:
    """All rows that ever held. The tier that stands first is the one that is proposed."""

    rows: tuple[Price, ...]

    @property
    def standard(self) -> str:
        """The tier that an order without one means."""
        return self.rows[0].tier.zh

    def sold(self, at: datetime) -> tuple[Words, ...]:
        """The tiers that can be bought at ``at``."""
        day = local_date(at)
        return tuple(dict.fromkeys(it.tier for it in self.rows if it.effective_from <= day))

    def in_force(self, tier: str, at: datetime) -> Price | None:
        """The row of ``tier`` that holds at ``at``; None where it is not sold then."""
        day = local_date(at)
        held = [it for it in self.rows if it.tier.zh == tier and it.effective_from <= day]
        return max(held, key=lambda it: it.effective_from, default=None)
