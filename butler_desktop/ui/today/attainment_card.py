"""Attainment card: how the promises of the day were kept, clock by clock."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.domain.filing_states import Clock
from butler_desktop.domain.time_words import clock_text
from butler_desktop.domain.today import Attainment
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.progress import Meter
from butler_desktop.ui.kit.surface import Card
from butler_desktop.ui.kit.text import Text
from butler_desktop.words import Words

NAMES = {
    Clock.FIRST_CONTACT: Words("首次联系 30 分钟内", "First contact in 30 minutes"),
    Clock.PREPARATION: Words("材料加工 1 个工作日内", "Preparation in a working day"),
    Clock.SMS: Words("短信核验 24 小时内", "SMS verification in 24 hours"),
}


class AttainmentCard(Card):
    """A line and a bar a clock; a clock that nothing fell due of says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._until = Text("", Role.META, "text_2")
        self._lines: dict[Clock, tuple[Text, Text, Meter]] = {}
        stack = VBox(self, sides=(16, 12, 16, 14), gap=6)
        head = HBox(gap=8)
        head.addWidget(Text(self.tr("Kept today"), Role.CARD_TITLE))
        head.addStretch(1)
        head.addWidget(self._until)
        stack.addLayout(head)
        for clock, name in NAMES.items():
            parts, share, meter = Text("", Role.META, "text_2"), Text("", Role.META), Meter(6)
            row = HBox(gap=16)
            row.addWidget(Text(said(name), Role.META, "text_2"))
            row.addStretch(1)
            row.addWidget(parts)
            row.addWidget(share)
            stack.addLayout(row)
            stack.addWidget(meter)
            self._lines[clock] = (parts, share, meter)

    def show_attainments(self, attainments: Sequence[Attainment], now: datetime) -> None:
        """Show how much was kept until now."""
        self._until.setText(self.tr("as of %1").replace("%1", clock_text(now)))
        for it in attainments:
            parts, share, meter = self._lines[it.clock]
            part = it.kept / it.total if it.total else 0.0
            parts.setText(f"{it.kept} / {it.total}" if it.total else self.tr("none yet"))
            share.setText(f"{part:.0%}" if it.total else "")
            meter.show_part(part, "green" if it.kept == it.total else "amber")
