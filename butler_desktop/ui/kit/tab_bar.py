"""Tab bar: the tabs of the detail: words, a count where it helps, a line under the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour

_HEIGHT, _PAD, _GAP = 36, 10, 4


class TabBar(QWidget):
    """Tabs of 36 pixels; arrows move between them, one Tab stop for all.

    ``side`` is where the first tab's words begin, in px at 100 %.
    """

    chosen = Signal(int)

    def __init__(
        self, words: Sequence[str] = (), *, side: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = list(words)
        self._counts = [""] * len(self._words)
        self._side = side
        self._index = 0
        self._hover = -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def set_tabs(self, words: Sequence[str], counts: Sequence[str] = ()) -> None:
        """Say the tabs anew; the chosen one stays chosen."""
        self._words = list(words)
        self._counts = [*counts, *[""] * (len(words) - len(counts))]
        self._index = min(self._index, max(len(words) - 1, 0))
        self._tell()

    def set_count(self, index: int, count: str) -> None:
        """Write a count (``7/9``, ``v3``) beside a tab's words."""
        self._counts[index] = count
        self._tell()

    def index(self) -> int:
        """Which tab is chosen."""
        return self._index

    def set_index(self, index: int) -> None:
        """Choose a tab; ``chosen`` is sent if it is another one."""
        if index != self._index and 0 <= index < len(self._words):
            self._index = index
            self._tell()
            self.chosen.emit(index)

    def step(self, steps: int) -> None:
        """Go ``steps`` tabs on, round the end."""
        if self._words:
            self.set_index((self._index + steps) % len(self._words))

    def sizeHint(self) -> QSize:
        return QSize(px(360), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = look().theme, QPainter(self)
        foot = self.height() - 1
        painter.fillRect(0, foot, self.width(), 1, colour(theme.border))
        for number, area in enumerate(self._areas()):
            on = number == self._index
            role = Role.BODY_BOLD if on else Role.BODY
            ink = theme.text if on or number == self._hover else theme.text_2
            spot = area.adjusted(px(_PAD), 0, 0, -1)
            used = paint.words(painter, spot, role, ink, self._words[number], elide=False)
            if self._counts[number]:
                spot.setLeft(spot.left() + used + px(6))
                count = self._counts[number]
                paint.words(painter, spot, Role.META, theme.text_3, count, elide=False)
            if on:
                line = colour(theme.accent_text)
                painter.fillRect(area.left(), foot - px(2), area.width(), px(2), line)
                if self.hasFocus():
                    paint.focus_ring(painter, area.adjusted(0, px(3), 0, -px(3)), theme)
        painter.end()

    def _areas(self) -> list[QRect]:
        areas, left = [], px(self._side - _PAD)
        for number, text in enumerate(self._words):
            role = Role.BODY_BOLD if number == self._index else Role.BODY
            width = paint.width_of(role, text) + 2 * px(_PAD)
            if self._counts[number]:
                width += px(6) + paint.width_of(Role.META, self._counts[number])
            areas.append(QRect(left, 0, width, self.height()))
            left += width + px(_GAP)
        over = left - self.width()
        if over > 0 and areas:  # too narrow: keep the chosen tab in view
            shift = min(over, max(areas[self._index].right() + px(_PAD) - self.width(), 0))
            areas = [area.translated(-shift, 0) for area in areas]
        return areas

    def _at(self, event: QMouseEvent) -> int:
        spot = event.position().toPoint()
        return next((n for n, area in enumerate(self._areas()) if area.contains(spot)), -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.set_index(self._at(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._at(event)
        self.update()

    def leaveEvent(self, _event: object) -> None:
        self._hover = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step(step)

    def _tell(self) -> None:
        if self._words:
            name = f"{self._words[self._index]} {self._counts[self._index]}"
            self.setAccessibleName(name.strip())
        self.updateGeometry()
        self.update()
