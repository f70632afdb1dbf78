"""The receipt: every act made on a replica since it was last equal, and what became of it.

Made = shared + waiting + held + refused: nothing is ever missing from it.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from butler_desktop.words import Words


class Outcome(StrEnum):
    """What became of an act."""

    SHARED = "shared"
    WAITING = "waiting"
    """Not sent yet, or behind one that is held."""
    HELD = "held"
    """Needs the butler's decision."""
    REFUSED = "refused"


OUTCOME_WORDS = {
    Outcome.SHARED: Words("已合并", "Merged"),
    Outcome.WAITING: Words("待同步", "To sync"),
    Outcome.HELD: Words("等待选择", "To decide"),
    Outcome.REFUSED: Words("未采用", "Not taken"),
}


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One act. ``made_at`` is UTC."""

    act_id: str
    act: str
    words: Words
    order_id: str
    order_number: str
    customer: str
    filing_number: str
    made_at: datetime
    outcome: Outcome
    reason: Words


@dataclass(frozen=True, slots=True)
class Receipt:
    """The acts in the order in which they were made."""

    lines: tuple[ReceiptLine, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """How many acts came to this."""
        return self._counted[outcome]

    @property
    def made(self) -> int:
        """How many acts were made."""
        return len(self.lines)

    @property
    def _counted(self) -> Counter[Outcome]:
        return Counter(line.outcome for line in self.lines)
