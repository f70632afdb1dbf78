"""Stage glyphs: 14-pixel pictures of the stages that can be told apart without colour.

Dashed ring, ring with a growing pie, ring with a dot, filled disc with a
tick or a return arrow, ring with a slash. Painted, not taken from a set.
"""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from butler_desktop.domain.stage import Stage

SIZE = 14
TINT = {
    Stage.FIRST_CONTACT: "amber",
    Stage.COLLECTING: "blue",
    Stage.REVIEW: "violet",
    Stage.CONFIRMATION: "teal",
    Stage.SUBMIT: "blue",
    Stage.ADMINISTRATION: "slate",
    Stage.DONE: "green",
    Stage.RETURNED_BY_CUSTOMER: "red",
    Stage.RETURNED_BY_AUTHORITY: "red",
    Stage.WITHDRAWN: "grey",
}
_FIFTHS = {Stage.COLLECTING: 1, Stage.REVIEW: 2, Stage.CONFIRMATION: 3, Stage.SUBMIT: 4}
_RETURNS = (Stage.RETURNED_BY_CUSTOMER, Stage.RETURNED_BY_AUTHORITY)


def draw(painter: QPainter, x: int, y: int, stage: Stage, size: int, ink: str, ground: str) -> None:
    """Draw a stage's glyph; ``ground`` is what marks in a filled disc are drawn in."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(x, y, pixmap(stage, size, ink, ground, ratio))


@lru_cache(maxsize=256)
def pixmap(stage: Stage, size: int, ink: str, ground: str, ratio: float = 1.0) -> QPixmap:
    """The glyph as a pixmap of ``size`` logical pixels."""
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(made.width() / SIZE, made.height() / SIZE)
    _paint(painter, stage, QColor(ink), QColor(ground))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def _paint(painter: QPainter, stage: Stage, ink: QColor, ground: QColor) -> None:
    ring = QRectF(1.5, 1.5, 11, 11)
    middle = QPointF(7, 7)
    pen = QPen(ink, 1.5)
    if stage is Stage.DONE or stage in _RETURNS:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(middle, 6.25, 6.25)
        _mark(painter, stage, ground)
        return
    if stage is Stage.FIRST_CONTACT:
        pen.setDashPattern([1.48, 1.4])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if stage is Stage.WITHDRAWN:
        painter.drawLine(QPointF(3.2, 10.8), QPointF(10.8, 3.2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if stage in _FIFTHS:
        pie = QRectF(3.5, 3.5, 7, 7)
        painter.drawPie(pie, 90 * 16, -round(_FIFTHS[stage] * 72 * 16))
    elif stage is Stage.ADMINISTRATION:
        painter.drawEllipse(middle, 3.6, 3.6)


def _mark(painter: QPainter, stage: Stage, ground: QColor) -> None:
    pen = QPen(ground, 1.5, Qt.PenStyle.SolidLine)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if stage is Stage.DONE:
        painter.drawPolyline(QPolygonF([QPointF(4.2, 7.2), QPointF(6.2, 9.2), QPointF(9.8, 5.2)]))
        return
    painter.drawPolyline(QPolygonF([QPointF(5.6, 3.6), QPointF(3.8, 5.4), QPointF(5.6, 7.2)]))
    painter.drawLine(QPointF(3.9, 5.4), QPointF(8.2, 5.4))
    painter.drawArc(QRectF(6.1, 5.4, 4.2, 4.6), 90 * 16, -180 * 16)
    painter.drawLine(QPointF(8.2, 10.0), QPointF(6.6, 10.0))
