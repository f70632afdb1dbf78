"""Due times: always icon, words and colour; the icons differ in outline.

A due time arrives here as a finished text: clocks and calendars are the
domain's affair.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px


class DueCase(Enum):
    """How pressing a time is: its icon, colour token, and whether it is bold."""

    OVERDUE = ("triangle-alert", "red", True)
    SOON = ("alarm-clock", "amber", False)
    LATER = ("clock", "text_2", False)
    THEIRS = ("hourglass", "text_3", False)  # the other side's time runs
    STILL = ("circle-pause", "text_3", False)
    KEPT = ("circle-check", "green", False)
    LATE = ("triangle-alert", "amber", False)  # done, but past its time

    @property
    def icon(self) -> str:
        """Its icon."""
        return self.value[0]

    @property
    def token(self) -> str:
        """Its colour."""
        return self.value[1]

    @property
    def bold(self) -> bool:
        """Whether it is bold."""
        return self.value[2]


@dataclass(frozen=True, slots=True)
class DueText:
    """A due time as it is shown; ``reason`` answers why it is that time."""

    case: DueCase
    text: str
    reason: str = ""


def draw_due(
    painter: QPainter, rect: QRect, due: DueText, *, role: Role = Role.BODY, ink: str = ""
) -> int:
    """Draw a due time in the middle of ``rect``'s height; returns the width used."""
    colour = ink or look().theme.token(due.case.token)
    size, gap = px(icons.TEXT), px(5)
    top = rect.top() + (rect.height() - size) // 2
    icons.draw(painter, rect.left(), top, due.case.icon, size, colour)
    spot = rect.adjusted(size + gap, 0, 0, 0)
    kind = _bold(role) if due.case.bold else role
    return size + gap + paint.words(painter, spot, kind, colour, due.text)


def due_width(due: DueText, role: Role = Role.BODY) -> int:
    """How wide ``draw_due`` draws."""
    kind = _bold(role) if due.case.bold else role
    return px(icons.TEXT) + px(5) + paint.width_of(kind, due.text)


def _bold(role: Role) -> Role:
    return {Role.BODY: Role.BODY_BOLD, Role.META: Role.META_BOLD}.get(role, role)


class DueLabel(QWidget):
    """A due time beside other words; hovering tells why it is that time."""

    def __init__(
        self, due: DueText | None = None, role: Role = Role.BODY, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._due, self._role = due, role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._say()
        if not self._is_told:
            self.hide()

    def show_due(self, due: DueText | None) -> None:
        """Show another time, or none."""
        self._due = due
        self._say()
        self.setVisible(self._is_told)
        self.updateGeometry()
        self.update()

    @property
    def _is_told(self) -> bool:
        return self._due is not None and bool(self._due.text)

    def _say(self) -> None:
        self.setToolTip(self._due.reason if self._due else "")
        self.setAccessibleName(self._due.text if self._due else "")

    def sizeHint(self) -> QSize:
        width = due_width(self._due, self._role) if self._due else 0
        return QSize(width, self._role.line)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._due is not None:
            painter = QPainter(self)
            draw_due(painter, self.rect(), self._due, role=self._role)
            painter.end()
