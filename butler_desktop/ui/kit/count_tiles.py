"""Count tiles: key numbers side by side, each a filter for what it counts (已购 6 │ 在途 2 …)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CARD_RADIUS, px
from butler_desktop.ui.theme import Theme, colour


@dataclass(frozen=True, slots=True)
class Tile:
    """A number with its words; ``ink`` colours the number."""

    key: str
    text: str
    figure: str
    ink: str = "text"


class CountTiles(QWidget):
    """Tiles in one frame; pressing one chooses it, pressing it again chooses none ("")."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: tuple[Tile, ...] = ()
        self._key = ""
        self._cursor = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these numbers."""
        self._tiles = tuple(tiles)
        self.setAccessibleName("，".join(f"{tile.text} {tile.figure}" for tile in tiles))
        self.update()

    def key(self) -> str:
        """Which tile is chosen, or ""."""
        return self._key

    def set_key(self, key: str) -> None:
        """Choose without a signal."""
        self._key = key
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(110) * max(len(self._tiles), 1), px(70))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(64) * max(len(self._tiles), 1), px(70))

    def _areas(self) -> list[QRect]:
        count = max(len(self._tiles), 1)
        edges = [round(number * self.width() / count) for number in range(count + 1)]
        return [
            QRect(edges[number], 0, edges[number + 1] - edges[number], self.height())
            for number in range(len(self._tiles))
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, radius = QPainter(self), look().theme, px(CARD_RADIUS)
        paint.box(painter, self.rect(), theme.surface, theme.border, radius)
        inside = QPainterPath()
        inside.addRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius - 1, radius - 1)
        painter.setClipPath(inside)
        for number, (tile, area) in enumerate(zip(self._tiles, self._areas(), strict=True)):
            self._paint_tile(painter, theme, tile, area, number)
        painter.setClipping(False)
        painter.end()

    def _paint_tile(
        self, painter: QPainter, theme: Theme, tile: Tile, area: QRect, number: int
    ) -> None:
        on = tile.key == self._key
        if on:
            painter.fillRect(area, colour(theme.accent_ground))
            foot = area.bottom() - px(2)
            painter.fillRect(area.left(), foot, area.width(), px(2), colour(theme.accent_text))
        if number:
            painter.fillRect(area.left(), 0, 1, self.height(), colour(theme.border))
        words = QRect(area.left() + px(15), px(11), area.width() - px(20), Role.META.line)
        paint.words(painter, words, Role.META, theme.text_2, tile.text)
        figure = QRect(words.left(), px(29), words.width(), Role.FIGURE.line)
        ink = theme.accent_text if on else theme.token(tile.ink)
        width = paint.words(painter, figure, Role.FIGURE, ink, tile.figure)
        painter.fillRect(figure.left(), px(60), width, 1, colour(theme.border_strong))
        if self.hasFocus() and number == self._cursor:
            paint.focus_ring(painter, area.adjusted(2, 2, -2, -2), theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number, area in enumerate(self._areas()):
            if area.contains(event.position().toPoint()):
                self._cursor = number
                self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None and self._tiles:
            self._cursor = (self._cursor + step) % len(self._tiles)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        if not 0 <= self._cursor < len(self._tiles):
            return
        key = self._tiles[self._cursor].key
        self.set_key("" if key == self._key else key)
        self.chosen.emit(self._key)
