"""Sync pill: whether this desk is in step with the shared database, in words."""

from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import RADIUS, px

_SIDE, _GAP = 9, 6


class SyncState(Enum):
    """How things stand: icon, colour, and whether the pill has a frame of its own."""

    ONLINE = ("cloud-check", "green")
    OFFLINE = ("cloud-off", "amber")
    CHOOSING = ("git-merge", "amber")  # something waits for the butler's choice
    PAUSED = ("circle-pause", "amber")
    ALONE = ("cloud-off", "text_3")  # no shared database is set up


class SyncPill(QAbstractButton):
    """A pill of 28 pixels; ``clicked`` lists the waiting acts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = SyncState.ALONE
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def state(self) -> SyncState:
        """How things stand."""
        return self._state

    def show_state(self, state: SyncState, text: str) -> None:
        """Say how things stand."""
        self._state = state
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = paint.width_of(Role.META, self.text()) + px(icons.CONTROL) + px(_GAP)
        return QSize(width + 2 * px(_SIDE), px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, rect, radius = look().theme, QPainter(self), self.rect(), px(RADIUS)
        icon, ink = self._state.value[0], theme.token(self._state.value[1])
        words = theme.text_2
        if self._state in (SyncState.OFFLINE, SyncState.CHOOSING, SyncState.PAUSED):
            tint = theme.tint(self._state.value[1])
            paint.box(painter, rect, tint.ground, None, radius)
            words = tint.text
        elif self._state is SyncState.ONLINE:
            fill = theme.hover if self.underMouse() else theme.raised
            paint.box(painter, rect, fill, theme.border_strong, radius)
        elif self.underMouse():
            paint.box(painter, rect, theme.hover, None, radius)
        size = px(icons.CONTROL)
        icons.draw(painter, px(_SIDE), (self.height() - size) // 2, icon, size, ink)
        left = px(_SIDE) + size + px(_GAP)
        spot = QRect(left, 0, self.width() - left, self.height())
        paint.words(painter, spot, Role.META, words, self.text())
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme, radius)
        painter.end()
