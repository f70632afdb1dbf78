"""Conflict head: how many choices wait, and how the acts made away add up."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.conflict import Conflict
from butler_desktop.domain.receipt import Outcome, Receipt
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text

DOT = " ・ "


class ConflictHead(Surface):
    """The parts of the count line add up to the acts made."""

    receipt_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "b", parent)
        self.title = Text("", Role.LIST_TITLE)
        self.counts = Text("", Role.BODY, "text_2", elide=True)
        self.receipt = Button(self.tr("Sync receipt"), icon="receipt-text")
        self.receipt.clicked.connect(self.receipt_wanted)
        self._behind = 0
        self._receipt: Receipt | None = None
        row = HBox(self, sides=(24, 14, 24, 14), gap=12)
        words = VBox(gap=1)
        words.addWidget(self.title)
        words.addWidget(self.counts)
        row.addLayout(words, 1)
        row.addWidget(self.receipt)

    def show_conflicts(self, found: tuple[Conflict, ...]) -> None:
        """Count the choices that wait, and the records."""
        records = {it.filing_id or it.order_id for it in found if it.undecided}
        choices = sum(conflict.undecided for conflict in found)
        if choices:
            text = self.tr("%n choice(s) wait in %1 record(s)", "", choices)
            self.title.setText(text.replace("%1", str(len(records))))
        else:
            self.title.setText(self.tr("Nothing waits for a choice"))
        self._behind = sum(len(conflict.behind) for conflict in found)

    def show_receipt(self, receipt: Receipt, now: datetime) -> None:
        """Say what was made, and what became of it."""
        if not receipt.made:
            self.counts.setText("")
            return
        times = [line.made_at for line in receipt.lines]
        span = self.tr("Offline %1 – %2, %n act(s)", "", receipt.made)
        span = span.replace("%1", said(near_moment_text(min(times), now)))
        span = span.replace("%2", said(near_moment_text(max(times), now)))
        waiting = receipt.count(Outcome.WAITING)
        behind = min(self._behind, waiting)
        parts = (
            (self.tr("merged: %1"), receipt.count(Outcome.SHARED)),
            (self.tr("wait for a choice: %1"), receipt.count(Outcome.HELD)),
            (self.tr("behind them: %1"), behind),
            (self.tr("to sync: %1"), waiting - behind),
            (self.tr("not taken: %1"), receipt.count(Outcome.REFUSED)),
        )
        told = [words.replace("%1", str(count)) for words, count in parts if count]
        self.counts.setText(self.tr("%1: %2").replace("%1", span).replace("%2", DOT.join(told)))
