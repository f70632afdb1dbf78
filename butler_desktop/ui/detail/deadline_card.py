"""Deadline card: until when the customer may confirm, and what they answered."""

from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.role import may_write
from butler_desktop.domain.transition import Action
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.detail.time_field import written
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind
from butler_desktop.ui.kit.progress import Meter
from butler_desktop.ui.kit.surface import Card
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.measure import px

MINUTE = timedelta(minutes=1)


class DeadlineCard(Card):
    """Shown while the customer's answer is awaited."""

    wanted = Signal(object)
    """An Action to be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._left = Text("", Role.FIGURE)
        self._until = Text("", Role.META, "text_2", wrap=True)
        self._meter = Meter()
        self._change = Link(self.tr("Change the deadline"), Role.META)
        self.confirm_button = Button(self.tr("Record the confirmation"), Kind.FILLED)
        self.return_button = Button(self.tr("Record the return"))
        self._change.clicked.connect(lambda: self.wanted.emit(Action.CHANGE_DEADLINE))
        self.confirm_button.clicked.connect(lambda: self.wanted.emit(Action.CONFIRM))
        self.return_button.clicked.connect(lambda: self.wanted.emit(Action.RETURN_FOR_MODIFICATION))
        head = HBox(gap=8)
        head.addWidget(Text(self.tr("Awaiting the customer"), Role.BODY_BOLD))
        head.addStretch(1)
        head.addWidget(self._change)
        self._buttons = QWidget()
        row = HBox(self._buttons, sides=(0, 6, 0, 0), gap=8)
        for button in (self.confirm_button, self.return_button):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(button, 1)
        stack = VBox(self, sides=(15, 13, 15, 14), gap=2)
        stack.addLayout(head)
        stack.addWidget(self._left)
        stack.addWidget(self._until)
        stack.addSpacing(px(7))
        stack.addWidget(self._meter)
        stack.addWidget(self._buttons)

    def show_view(self, view: FilingView, *, with_buttons: bool) -> None:
        """Show how long is left; ``with_buttons`` where the panel above does not have them."""
        filing, deadline = view.filing, view.filing.confirmation_deadline
        awaited = filing.state is FilingState.AWAITING_CONFIRMATION and deadline is not None
        self.setVisible(awaited)
        if not awaited or deadline is None:
            return
        left = deadline - view.now
        is_over = left <= timedelta(0)
        self._left.setText(self._span(abs(left), is_over=is_over))
        self._left.set_ink("red" if is_over else "text")
        self._until.setText(self._told(deadline, view))
        whole = (deadline - filing.state_since).total_seconds()
        self._meter.show_part(1 - min(max(left.total_seconds() / max(whole, 1), 0), 1))
        may = may_write(view.role)
        self._buttons.setVisible(with_buttons and may)
        self._change.setVisible(may)

    def _span(self, span: timedelta, *, is_over: bool) -> str:
        minutes = max(span // MINUTE, 1)
        days, rest = divmod(minutes, 24 * 60)
        hours, minutes = divmod(rest, 60)
        if days:
            told = self.tr("%1 d %2 h %3 min").replace("%1", str(days))
        elif hours:
            told = self.tr("%2 h %3 min")
        else:
            told = self.tr("%3 min")
        told = told.replace("%2", str(hours)).replace("%3", str(minutes))
        return self.tr("%1 over").replace("%1", told) if is_over else told

    def _told(self, deadline: datetime, view: FilingView) -> str:
        packet = view.packets[0] if view.packets else None
        until = self.tr("Deadline %1").replace("%1", written(deadline, view.now))
        if packet is None or packet.delivered_at is None:
            return until + self.tr("; no automatic confirmation before the delivery is on record")
        if packet.reminder_of(deadline) is None:
            return until + self.tr("; no automatic confirmation before a reminder is on record")
        return until + self.tr(", then confirmed automatically")
