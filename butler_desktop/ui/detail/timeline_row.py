"""Timeline row: one act: when, what, by whom; a dot on the line that joins them."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour

_TIME, _DOT, _WORDS = 0, 52, 72  # left edges
_LINE = 22


class TimelineRow(QWidget):
    """``strong`` marks the acts that led to another state."""

    def __init__(
        self,
        clock: str,
        words: str,
        detail: str,
        actor: str,
        *,
        strong: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock, self._words, self._detail, self._actor = clock, words, detail, actor
        self._strong = strong
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = " ".join(part for part in (clock, words, detail, actor) if part)
        self.setAccessibleName(said)
        self.setToolTip(detail)

    def sizeHint(self) -> QSize:
        lines = 2 if self._detail else 1
        return QSize(px(300), px(8) + px(_LINE) + (lines - 1) * Role.META.line)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        top = px(4)
        dot = px(9 if self._strong else 7)
        middle = px(_DOT) + px(4)
        painter.fillRect(middle, 0, 1, self.height(), colour(theme.border))
        spot = QRect(middle - dot // 2, top + (px(_LINE) - dot) // 2, dot, dot)
        fill = theme.accent_fill if self._strong else theme.surface
        paint.box(painter, spot, fill, None if self._strong else theme.border_strong, dot / 2)
        line = QRect(px(_TIME), top, px(_DOT), px(_LINE))
        paint.words(painter, line, Role.META, theme.text_3, self._clock)
        actor = paint.width_of(Role.META, self._actor)
        left, right = px(_WORDS), self.width() - actor - px(12)
        role = Role.BODY_BOLD if self._strong else Role.BODY
        area = QRect(left, top, right - left, px(_LINE))
        paint.words(painter, area, role, theme.text, self._words)
        side = QRect(self.width() - actor, top, actor, px(_LINE))
        paint.words(painter, side, Role.META, theme.text_3, self._actor, elide=False)
        if self._detail:
            below = QRect(left, top + px(_LINE), self.width() - left, Role.META.line)
            paint.words(painter, below, Role.META, theme.text_2, self._detail)
        painter.end()
