"""Outcome look: how the outcome of an act is drawn and said, in panel, receipt and file."""

from dataclasses import dataclass
from datetime import datetime

from butler_desktop.domain.receipt import OUTCOME_WORDS, Outcome, Receipt, ReceiptLine
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.ui.i18n import said, translate

DOT = " ・ "


@dataclass(frozen=True, slots=True)
class OutcomeLook:
    """Icon and colour of an outcome."""

    icon: str
    ink: str


LOOKS = {
    Outcome.SHARED: OutcomeLook("circle-check", "green"),
    Outcome.WAITING: OutcomeLook("clock", "text_3"),
    Outcome.HELD: OutcomeLook("git-merge", "amber"),
    Outcome.REFUSED: OutcomeLook("circle-x", "red"),
}


def record_of(line: ReceiptLine) -> str:
    """The filing or the order that an act was about, and whose it is."""
    return DOT.join(
        part for part in (line.filing_number or line.order_number, line.customer) if part
    )


def counts_of(receipt: Receipt) -> str:
    """The count line: what was made is what it all came to."""
    total = translate("OutcomeLook", "Acts made: %1").replace("%1", str(receipt.made))
    parts = [
        f"{said(OUTCOME_WORDS[it])} {receipt.count(it)}" for it in Outcome if receipt.count(it)
    ]
    return " = ".join(part for part in (total, " + ".join(parts)) if part)


def when_of(line: ReceiptLine, now: datetime) -> str:
    """When an act was made."""
    return said(near_moment_text(line.made_at, now))
