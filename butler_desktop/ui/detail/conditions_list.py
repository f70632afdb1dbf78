"""Conditions list: what must hold for a packet to be confirmed at its deadline, with evidence."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.packet import short_digest
from butler_desktop.domain.time_words import moment_text
from butler_desktop.domain.workflow_preparation import CHANNELS
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.section_header import SectionHeader
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import px

HOW = dict(CHANNELS)


class ConditionsList(QWidget):
    """A tick or a ring, the condition, and at the right what proves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._head = SectionHeader(self.tr("For automatic confirmation"))
        names = (
            self.tr("This version was delivered"),
            self.tr("Unchanged since"),
            self.tr("Not returned by the customer"),
        )
        self._marks = [Hint("", "", "green", size=16) for _ in names]
        self._evidence = [Text("", Role.META, "text_2") for _ in names]
        stack = VBox(self, sides=(0, 4, 0, 4), gap=4)
        stack.addWidget(self._head)
        stack.addSpacing(px(6))
        for mark, name, evidence in zip(self._marks, names, self._evidence, strict=True):
            row = HBox(gap=6)
            row.addWidget(mark)
            row.addWidget(Text(name, Role.BODY))
            row.addStretch(1)
            row.addWidget(evidence)
            stack.addLayout(row)

    def show_view(self, view: FilingView) -> None:
        """Show how the newest version stands; nothing where no answer is awaited."""
        awaited = view.filing.state is FilingState.AWAITING_CONFIRMATION and bool(view.packets)
        self.setVisible(awaited)
        if not awaited:
            return
        packet = view.packets[0]
        delivered = ""
        if packet.delivered_at is not None:
            how = HOW.get(packet.delivered_how)
            delivered = f"{said(moment_text(packet.delivered_at))} {said(how) if how else ''}"
        proofs = (
            (packet.delivered_at is not None, delivered.strip()),
            (True, self.tr("digest %1").replace("%1", short_digest(packet.digest)[:9])),
            (packet.returned_at is None, ""),
        )
        for mark, evidence, (holds, words) in zip(self._marks, self._evidence, proofs, strict=True):
            icon, ink = ("check", "green") if holds else ("circle-dashed", "text_3")
            mark.show_hint(icon, "", ink)
            evidence.setText(words)
        missing = sum(not holds for holds, _ in proofs)
        if missing:
            told = self.tr("%1 still missing").replace("%1", str(missing))
            self._head.show_status(told, "circle-dashed")
        else:
            told = self.tr("all %1 hold").replace("%1", str(len(proofs)))
            self._head.show_status(told, "circle-check")
