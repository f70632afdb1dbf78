"""Steps: the steps of a task in a line, and which one it is at."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import Theme, colour

_CIRCLE, _GAP, _LINE, _BETWEEN = 20, 6, 28, 9


class Steps(QWidget):
    """Circles with their words: ticked, numbered and filled, or still empty."""

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = tuple(words)
        self._at = 0
        self._over = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, at: int, *, over: bool = False) -> None:
        """Show where the task is; ``over`` ticks the present step as well."""
        self._at, self._over = at, over
        words = self._words
        self.setAccessibleName(f"{words[at]} {at + 1} / {len(words)}")
        self.update()

    @property
    def at(self) -> int:
        """The present step."""
        return self._at

    def sizeHint(self) -> QSize:
        widths = [px(_CIRCLE) + px(_GAP) + self._width(n) for n in range(len(self._words))]
        lines = (len(widths) - 1) * (px(_LINE) + 2 * px(_BETWEEN))
        return QSize(sum(widths) + lines, max(px(_CIRCLE), Role.BODY.line))

    def minimumSizeHint(self) -> QSize:
        width = px(_CIRCLE) + px(_GAP) + self._width(self._at)
        return QSize(width + px(_GAP) + self._place_width, self.sizeHint().height())

    @property
    def compact(self) -> bool:
        """Whether there is room for the present step only, with "3 / 4"."""
        return self.width() < self.sizeHint().width()

    @property
    def _place(self) -> str:
        return f"{self._at + 1} / {len(self._words)}"

    @property
    def _place_width(self) -> int:
        return paint.width_of(Role.META, self._place)

    def _width(self, number: int) -> int:
        role = Role.BODY_BOLD if number == self._at else Role.BODY
        return paint.width_of(role, self._words[number])

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        if self.compact:
            self._paint_compact(painter, theme)
        else:
            self._paint_all(painter, theme)
        painter.end()

    def _paint_compact(self, painter: QPainter, theme: Theme) -> None:
        size = px(_CIRCLE)
        left = self.width() - self.minimumSizeHint().width()
        circle = QRect(left, (self.height() - size) // 2, size, size)
        self._paint_circle(painter, theme, circle, self._at)
        area = QRect(left + size + px(_GAP), 0, self.width(), self.height())
        used = paint.words(painter, area, Role.BODY_BOLD, theme.text, self._words[self._at])
        area.setLeft(area.left() + used + px(_GAP))
        paint.words(painter, area, Role.META, theme.text_3, self._place)

    def _paint_all(self, painter: QPainter, theme: Theme) -> None:
        left, middle, size = 0, self.height() // 2, px(_CIRCLE)
        for number, text in enumerate(self._words):
            if number:
                line = theme.accent_fill if number <= self._at else theme.border_strong
                left += px(_BETWEEN)
                painter.fillRect(left, middle, px(_LINE), 1, colour(line))
                left += px(_LINE) + px(_BETWEEN)
            circle = QRect(left, middle - size // 2, size, size)
            self._paint_circle(painter, theme, circle, number)
            left += size + px(_GAP)
            role = Role.BODY_BOLD if number == self._at else Role.BODY
            ink = theme.text if number <= self._at else theme.text_3
            area = QRect(left, 0, self._width(number) + 1, self.height())
            left += paint.words(painter, area, role, ink, text, elide=False)

    def _paint_circle(self, painter: QPainter, theme: Theme, circle: QRect, number: int) -> None:
        radius = circle.width() / 2
        if number > self._at:
            paint.box(painter, circle, theme.surface, theme.border_strong, radius, 1.5)
            paint.words(painter, circle, Role.META, theme.text_3, str(number + 1), paint.CENTRE)
            return
        paint.box(painter, circle, theme.accent_fill, None, radius)
        if number < self._at or self._over:
            icons.draw_in(painter, circle, "check", px(12), theme.on_accent, stroke=3)
        else:
            ink = theme.on_accent
            paint.words(painter, circle, Role.META_BOLD, ink, str(number + 1), paint.CENTRE)
