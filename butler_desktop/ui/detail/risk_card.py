"""Risk card: the level, what was found by part, and how long the authority mostly takes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.domain.risk import RISK_WORDS, RiskLevel, risk_of
from butler_desktop.domain.role import may_write
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.marked_text import MarkedText
from butler_desktop.ui.kit.surface import Card
from butler_desktop.ui.kit.text import Text

LOOKS = {
    RiskLevel.HIGH: ("circle-x", "red"),
    RiskLevel.MEDIUM: ("triangle-alert", "amber"),
    RiskLevel.LOW: ("circle-check", "green"),
}


class RiskCard(Card):
    """风险评估 on a sunken ground: never a probability."""

    advice_wanted = Signal(object)
    """The view of the filing on which the customer is to be advised."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._view: FilingView | None = None
        self._level = Hint("", "", "text", Role.BODY_BOLD, size=16)
        self._time = Text("", Role.META, "text_3")
        self._groups = MarkedText(Role.BODY)
        head = HBox(gap=8)
        head.addWidget(self._level)
        head.addStretch(1)
        self.advise = Button(self.tr("Advice to the customer"), size=Size.SMALL)
        self.advise.clicked.connect(lambda: self.advice_wanted.emit(self._view))
        head.addWidget(self.advise)
        stack = VBox(self, sides=(16, 12, 16, 12), gap=4)
        stack.addLayout(head)
        stack.addWidget(self._groups)
        stack.addWidget(self._time)

    def show_view(self, view: FilingView) -> None:
        """Say how the filing stands."""
        self._view = view
        self.advise.setVisible(may_write(view.role))
        form = view.filing.particulars
        risk = risk_of(form, view.rulebook, view.findings)
        icon, tint = LOOKS[risk.level]
        level = said(RISK_WORDS[risk.level])
        self._level.show_hint(icon, level, tint)
        time = ""
        if risk.days is not None:
            time = self.tr("The authority mostly takes %1–%2 days; an old figure, to plan by")
            time = time.replace("%1", str(risk.days[0])).replace("%2", str(risk.days[1]))
        self._time.setText(time)
        self._time.setVisible(bool(time))
        parts = []
        for group in risk.groups:
            counts = []
            if group.errors:
                counts.append(self.tr("%1 to correct").replace("%1", str(group.errors)))
            if group.warnings:
                counts.append(self.tr("%1 doubtful").replace("%1", str(group.warnings)))
            parts.append(f"{said(group.title)} {self.tr(', ').join(counts)}")
        if risk.asked:
            parts.append(self.tr("%1 to look up").replace("%1", str(risk.asked)))
        told = " ・ ".join(parts) or self.tr("The rules found nothing.")
        self._groups.show_words("", told, "text_2")
        self.setAccessibleName(f"{level} {told} {time}")
