"""Conditions list: what must hold for a packet to be confirmed at its deadline, with evidence."""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.packet import short_digest
from butler_desktop.domain.role import may_write
from butler_desktop.domain.time_words import moment_text
from butler_desktop.domain.transition import Action
from butler_desktop.domain.workflow_inputs import CHANNEL_WORDS
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.section_header import SectionHeader
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.measure import px


class Proof(NamedTuple):
    """Whether a condition holds, and what proves it."""

    holds: bool
    evidence: str = ""


class ConditionRow(QWidget):
    """A tick or a ring, the condition, and at the right what proves it, or the act that would."""

    wanted = Signal(object)
    """The Action that would make it hold."""

    def __init__(self, name: str, way: str = "", action: Action | None = None) -> None:
        super().__init__()
        self.mark = Hint("", "", "green", size=16)
        self.evidence = Text("", Role.META, "text_2")
        self.way = Link(way, Role.META)
        self._has_way = action is not None
        self.way.clicked.connect(lambda: self.wanted.emit(action))
        row = HBox(self, gap=6)
        row.addWidget(self.mark)
        row.addWidget(Text(name, Role.BODY))
        row.addStretch(1)
        row.addWidget(self.evidence)
        row.addWidget(self.way)

    def show_proof(self, proof: Proof, *, may: bool) -> None:
        """Show how it stands; ``may`` offers the way to it."""
        icon, ink = ("check", "green") if proof.holds else ("circle-dashed", "text_3")
        self.mark.show_hint(icon, "", ink)
        self.evidence.setText(proof.evidence)
        self.way.setVisible(self._has_way and may and not proof.holds)


class ConditionsList(QWidget):
    """The conditions, and how many of them are still missing."""

    wanted = Signal(object)
    """An Action that would make a condition hold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._head = SectionHeader(self.tr("For automatic confirmation"))
        record = self.tr("Record")
        self.delivered = ConditionRow(
            self.tr("This version was delivered"), record, Action.RECORD_DELIVERY
        )
        self.reminded = ConditionRow(
            self.tr("Reminded of the deadline"), record, Action.RECORD_REMINDER
        )
        self.unchanged = ConditionRow(self.tr("Unchanged since"))
        self.not_returned = ConditionRow(self.tr("Not returned by the customer"))
        self.rows = (self.delivered, self.reminded, self.unchanged, self.not_returned)
        stack = VBox(self, sides=(0, 4, 0, 4), gap=4)
        stack.addWidget(self._head)
        stack.addSpacing(px(6))
        for row in self.rows:
            row.wanted.connect(self.wanted)
            stack.addWidget(row)

    def show_view(self, view: FilingView) -> None:
        """Show how the newest version stands; nothing where no answer is awaited."""
        awaited = view.filing.state is FilingState.AWAITING_CONFIRMATION and bool(view.packets)
        self.setVisible(awaited)
        if not awaited:
            return
        packet, may = view.packets[0], may_write(view.role)
        reminder = packet.reminder_of(view.filing.confirmation_deadline)
        digest = self.tr("digest %1").replace("%1", short_digest(packet.digest)[:9])
        is_delivered = packet.delivered_at is not None
        proofs = (
            Proof(is_delivered, _when(packet.delivered_at, packet.delivered_how)),
            Proof(reminder is not None, _when(reminder.at, reminder.how) if reminder else ""),
            Proof(True, digest),
            Proof(packet.returned_at is None),
        )
        for row, proof in zip(self.rows, proofs, strict=True):
            row.show_proof(proof, may=may and (is_delivered or row is self.delivered))
        missing = sum(not proof.holds for proof in proofs)
        if missing:
            told = self.tr("%1 still missing").replace("%1", str(missing))
            self._head.show_status(told, "circle-dashed")
        else:
            told = self.tr("all %1 hold").replace("%1", str(len(proofs)))
            self._head.show_status(told, "circle-check")


def _when(at: datetime | None, how: str) -> str:
    if at is None:
        return ""
    channel = CHANNEL_WORDS.get(how)
    return f"{said(moment_text(at))} {said(channel) if channel else ''}".strip()
