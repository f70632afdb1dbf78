"""Painting: the few shapes that all widgets share: frames, rings, lines of type.

Rectangles are whole logical pixels; a one-pixel line lies inside its
rectangle and stays sharp.
"""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygon

from butler_desktop.ui import fonts
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.measure import RADIUS, px
from butler_desktop.ui.theme import Theme, colour

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter
ELIDED = Qt.TextElideMode.ElideRight


def box(
    painter: QPainter,
    rect: QRect,
    fill: str | None,
    line: str | None = None,
    radius: float = RADIUS,
    width: float = 1,
) -> None:
    """A rounded box with a line of ``width`` pixels inside its edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2 if line else 0
    painter.setPen(QPen(colour(line), width) if line else Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
    inner = QRectF(rect).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, max(radius - half, 0), max(radius - half, 0))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def dashed_box(painter: QPainter, rect: QRect, line: str, radius: float) -> None:
    """An empty box with a dashed line."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour(line), 1)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def field(
    painter: QPainter,
    rect: QRect,
    theme: Theme,
    *,
    focus: bool = False,
    state: str | None = None,
    enabled: bool = True,
) -> None:
    """The frame of a field: light border, darker bottom line; focus and findings colour it."""
    fill = theme.surface if enabled else theme.sunken
    radius = px(RADIUS)
    if focus:
        box(painter, rect, fill, theme.focus, radius, 2)
    elif state:
        box(painter, rect, fill, theme.token(state), radius)
    else:
        box(painter, rect, fill, theme.border_strong, radius)
        left, right, foot = rect.left(), rect.right() + 1, rect.bottom() + 1
        painter.save()
        painter.setClipRegion(
            QPolygon(
                [
                    QPoint(left, foot),
                    QPoint(left + radius, foot - radius),
                    QPoint(right - radius, foot - radius),
                    QPoint(right, foot),
                ]
            )
        )
        box(painter, rect, None, theme.field_line, radius)
        painter.restore()


def focus_ring(painter: QPainter, rect: QRect, theme: Theme, radius: float = RADIUS) -> None:
    """The focus ring: two pixels, inside the control's edge."""
    box(painter, rect, None, theme.focus, radius, 2)


def words(
    painter: QPainter,
    rect: QRect,
    role: Role,
    ink: str,
    text: str,
    align: Qt.AlignmentFlag = LEFT,
    *,
    elide: bool = True,
) -> int:
    """One line of type in the middle of ``rect``'s height; returns the width drawn."""
    measured = fonts.metrics(role)
    width = measured.horizontalAdvance(text)
    if elide and width > rect.width():
        text = measured.elidedText(text, ELIDED, rect.width())
        width = measured.horizontalAdvance(text)
    left = rect.left()
    if align is RIGHT:
        left = rect.right() + 1 - width
    elif align is CENTRE:
        left += (rect.width() - width) // 2
    foot = rect.top() + (rect.height() - measured.height()) // 2 + measured.ascent()
    painter.setFont(fonts.font(role))
    painter.setPen(colour(ink))
    painter.drawText(left, foot, text)
    return width


def width_of(role: Role, text: str) -> int:
    """The width of ``text`` in a role, in logical pixels."""
    return fonts.metrics(role).horizontalAdvance(text)
