"""Segments: a row of choices of which exactly one is chosen (只看我的 │ 全组)."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import RADIUS, SMALL, px
from butler_desktop.ui.theme import colour


class Segments(QWidget):
    """Choices side by side; arrows move the choice, one Tab stop for all.

    ``wide`` shares the width out evenly (in forms); ``ticked`` marks the
    chosen one with a tick as well.
    """

    chosen = Signal(int)

    def __init__(
        self,
        words: Sequence[str],
        name: str = "",
        *,
        icons: Sequence[str] = (),
        wide: bool = False,
        ticked: bool = False,
        height: int = SMALL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._icons = list(words), list(icons)
        self._wide, self._ticked, self._height = wide, ticked, height
        self._index = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        across = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self._name = name
        self._tell()

    def index(self) -> int:
        """Which choice is chosen; -1 for none."""
        return self._index

    def set_index(self, index: int) -> None:
        """Choose without a signal."""
        self._index = index
        self._tell()
        self.update()

    def set_words(self, words: Sequence[str]) -> None:
        """Say the choices anew (with other counts)."""
        self._words = list(words)
        self._tell()
        self.updateGeometry()
        self.update()

    def choose(self, index: int) -> None:
        """Choose as the butler does: with a signal, if it is another one."""
        if index != self._index and 0 <= index < len(self._words):
            self.set_index(index)
            self.chosen.emit(index)

    def sizeHint(self) -> QSize:
        widths = self._natural()
        return QSize(sum(widths) + len(widths) + 1, px(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, radius = look().theme, QPainter(self), px(RADIUS)
        paint.box(painter, self.rect(), theme.surface, theme.border_strong, radius)
        inside = QPainterPath()
        inside.addRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius - 1, radius - 1)
        for number, area in enumerate(self._areas()):
            on = number == self._index
            if on:
                painter.save()
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setClipPath(inside)
                painter.fillRect(area, colour(theme.accent_ground))
                painter.restore()
            if number:
                line = colour(theme.border_strong)
                painter.fillRect(area.left() - 1, 0, 1, self.height(), line)
            ink = theme.accent_text if on else theme.text_2
            self._draw(painter, area, number, ink if self.isEnabled() else theme.text_3)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), theme, radius)
        painter.end()

    def _draw(self, painter: QPainter, area: QRect, number: int, ink: str) -> None:
        width = paint.width_of(Role.META, self._words[number])
        icon, size = self._icon(number), px(icons.TEXT)
        left = area.left() + (area.width() - width - (size + px(4) if icon else 0)) // 2
        if icon:
            icons.draw(painter, left, (self.height() - size) // 2, icon, size, ink)
            left += size + px(4)
        spot = QRect(left, 0, width + 1, self.height())
        paint.words(painter, spot, Role.META, ink, self._words[number], elide=False)

    def _icon(self, number: int) -> str:
        if self._ticked and number == self._index:
            return "check"
        return self._icons[number] if number < len(self._icons) else ""

    def _natural(self) -> list[int]:
        tick = px(icons.TEXT) + px(4)
        widths = []
        for number, text in enumerate(self._words):
            icon = tick if self._ticked or self._icon(number) else 0
            widths.append(paint.width_of(Role.META, text) + icon + 2 * px(10))
        return widths

    def _areas(self) -> list[QRect]:
        widths = self._natural()
        if self._wide:
            each = (self.width() - 1) / max(len(widths), 1)
            edges = [round(n * each) for n in range(len(widths) + 1)]
            return [QRect(one + 1, 0, two - one - 1, self.height()) for one, two in pairwise(edges)]
        areas, left = [], 1
        for width in widths:
            areas.append(QRect(left, 0, width, self.height()))
            left += width + 1
        return areas

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number, area in enumerate(self._areas()):
            if area.contains(event.position().toPoint()):
                self.choose(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.choose(self._index + step)

    def _tell(self) -> None:
        word = self._words[self._index] if 0 <= self._index < len(self._words) else ""
        self.setAccessibleName(f"{self._name} {word}".strip())
