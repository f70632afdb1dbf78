"""Contact card: a customer who waits for the first call, and how long there is still."""

from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.time_words import clock_text, near_moment_text
from butler_desktop.domain.today import FirstContact
from butler_desktop.domain.workdays import WorkingCalendar
from butler_desktop.ui.due_text import due_text
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind
from butler_desktop.ui.kit.due import DueCase, DueText
from butler_desktop.ui.kit.progress import Meter
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CARD_RADIUS, px

INKS = {DueCase.OVERDUE: "red", DueCase.SOON: "amber"}
ICON = 24


class Figure(QWidget):
    """What is left, in the largest type of the window; words where no clock runs yet, smaller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.due = DueText(DueCase.STILL, "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_due(self, due: DueText) -> None:
        """Show another time."""
        self.due = due
        self.setAccessibleName(due.text)
        self.setToolTip(due.reason)
        self.updateGeometry()
        self.update()

    @property
    def ink(self) -> str:
        """Its colour: red, amber, or as all text."""
        return INKS.get(self.due.case, "text")

    @property
    def role(self) -> Role:
        """Its type: a moment told in words would push the time beside it out of the card."""
        return Role.CARD_TITLE if self.due.case is DueCase.STILL else Role.CLOCK

    def sizeHint(self) -> QSize:
        # As high as ever: cards side by side keep their lines level.
        width = px(ICON) + px(8) + paint.width_of(self.role, self.due.text)
        return QSize(width, Role.CLOCK.line)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, ink = QPainter(self), look().theme.token(self.ink)
        size = px(ICON)
        icons.draw(painter, 0, (self.height() - size) // 2, self.due.case.icon, size, ink)
        spot = self.rect().adjusted(size + px(8), 0, 0, 0)
        paint.words(painter, spot, self.role, ink, self.due.text)
        painter.end()


class ContactCard(QWidget):
    """``log_wanted`` when the call shall be logged."""

    log_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._contact: FirstContact | None = None
        self._bought = Text("", Role.META, "text_2")
        self._customer = Text("", Role.BODY_BOLD, elide=True)
        self.figure = Figure()
        self._until = Text("", Role.META, "text_2", elide=True)
        self.log = Button(self.tr("Log call"), icon="phone")
        self._meter = Meter(6)
        self._person = Text("", Role.META, "text_2", elide=True)
        stack = VBox(self, sides=(16, 12, 16, 12), gap=4)
        head = HBox(gap=8)
        head.addWidget(Text(self.tr("First contact"), Role.META, "text_2"))
        head.addStretch(1)
        head.addWidget(self._bought)
        stack.addLayout(head)
        stack.addWidget(self._customer)
        clock = HBox(gap=10)
        clock.addWidget(self.figure)
        clock.addWidget(self._until, 1)
        clock.addWidget(self.log)
        stack.addLayout(clock)
        stack.addSpacing(px(4))
        stack.addWidget(self._meter)
        stack.addSpacing(px(2))
        stack.addWidget(self._person)
        self.log.clicked.connect(self._log)

    def show_contact(
        self,
        contact: FirstContact,
        now: datetime,
        calendar: WorkingCalendar,
        *,
        is_first: bool,
        may: bool,
    ) -> None:
        """Show a customer; only the first card's button is the filled one."""
        self._contact = contact
        due = due_text(contact.due, now, calendar)
        if due is None or contact.due.at is None or contact.due.started_at is None:
            raise AssertionError("a first contact without a time")
        is_today = local_date(contact.paid_at) == local_date(now)
        moment = near_moment_text(contact.paid_at, now)
        bought = clock_text(contact.paid_at) if is_today else said(moment)
        sites = self.tr("%n site(s)", "", contact.site_count)
        told = self.tr("bought %1, %2").replace("%1", bought).replace("%2", sites)
        self._bought.setText(told)
        self._customer.setText(contact.customer)
        self.figure.show_due(due)
        at = clock_text(contact.due.at)
        self._until.setText(self.tr("by %1").replace("%1", at))
        self._until.setToolTip(due.reason)
        whole = (contact.due.at - contact.due.started_at).total_seconds()
        gone = (now - contact.due.started_at).total_seconds()
        self._meter.show_part(gone / whole, INKS.get(due.case, "accent_fill"))
        self._person.setText(contact.contact)
        self.log.set_kind(Kind.FILLED if is_first else Kind.PLAIN)
        self.log.setVisible(may)
        self.setAccessibleName(f"{contact.customer}, {due.text}, {contact.contact}")
        self.update()

    @property
    def contact(self) -> FirstContact | None:
        """Whom it shows."""
        return self._contact

    def _log(self) -> None:
        self.log_wanted.emit(self._contact)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        is_late = self.figure.due.case is DueCase.OVERDUE
        line = theme.red.text if is_late else theme.border
        paint.box(painter, self.rect(), theme.surface, line, px(CARD_RADIUS))
        painter.end()
