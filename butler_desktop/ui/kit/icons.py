"""Icons: Lucide's strokes in the theme's colours, sharp at every screen scale.

``draw`` is for painters, ``icon`` for actions and menus. The SVG is recoloured
by replacing ``currentColor`` and its stroke thinned to 1.75; each drawing is
kept by name, size, colour and device pixel ratio, so painting a list makes no
pixmaps.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from butler_desktop import resources
from butler_desktop.ui.look import look

CONTROL, TEXT, CHIP = 16, 14, 13  # sizes of the design, px at 100 %
STROKE = 1.75  # of 24


@lru_cache(maxsize=256)
def source(name: str) -> str:
    """The SVG text of an icon; raises ``FileNotFoundError`` for a name that is not shipped."""
    return (resources.folder("icons") / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def pixmap(
    name: str,
    size: int,
    colour: str,
    ratio: float = 1.0,
    stroke: float = STROKE,
    filled: bool = False,
) -> QPixmap:
    """An icon of ``size`` logical pixels in ``colour`` (``#RRGGBB``) for a screen of ``ratio``."""
    svg = source(name).replace("currentColor", colour)
    svg = svg.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    if filled:
        svg = svg.replace('fill="none"', f'fill="{colour}"', 1)
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    renderer.render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def draw(
    painter: QPainter,
    x: int,
    y: int,
    name: str,
    size: int,
    colour: str,
    *,
    stroke: float = STROKE,
    filled: bool = False,
) -> None:
    """Draw an icon with its top left corner at ``x, y``; ``size`` is in logical pixels."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPoint(x, y), pixmap(name, size, colour, ratio, stroke, filled))


def draw_in(
    painter: QPainter, rect: QRect, name: str, size: int, colour: str, *, stroke: float = STROKE
) -> None:
    """Draw an icon in the middle of ``rect``."""
    x = rect.x() + (rect.width() - size) // 2
    draw(painter, x, rect.y() + (rect.height() - size) // 2, name, size, colour, stroke=stroke)


class _ThemedEngine(QIconEngine):
    """Asks the look for the colour at each painting, so that a theme switch needs no new icons."""

    def __init__(self, name: str, ink: str) -> None:
        super().__init__()
        self._name, self._ink = name, ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        draw_in(painter, rect, self._name, min(rect.width(), rect.height()), self._colour(mode))

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float
    ) -> QPixmap:
        side = min(size.width(), size.height())
        return pixmap(self._name, round(side / scale), self._colour(mode), scale)

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return pixmap(self._name, min(size.width(), size.height()), self._colour(mode))

    def clone(self) -> QIconEngine:
        return _ThemedEngine(self._name, self._ink)

    def _colour(self, mode: QIcon.Mode) -> str:
        theme = look().theme
        return theme.text_3 if mode is QIcon.Mode.Disabled else theme.token(self._ink)


def icon(name: str, ink: str = "text_2") -> QIcon:
    """An icon for an action or a menu, in the colour of ``ink``, that follows the theme."""
    source(name)
    return QIcon(_ThemedEngine(name, ink))
