"""Check marks: the box with a tick, a dash or nothing, and the round one; 15 pixels."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import Theme, colour

SIZE = 15


def in_row(rect: QRect) -> QRect:
    """Where the check mark of a list's row or title stands."""
    return QRect(rect.left() + px(14), rect.top(), px(SIZE), rect.height())


def draw(
    painter: QPainter,
    rect: QRect,
    theme: Theme,
    *,
    on: bool,
    part: bool = False,
    enabled: bool = True,
    focus: bool = False,
    radio: bool = False,
) -> None:
    """Draw a check mark in the middle of ``rect``; ``part`` is the dash of a partly chosen lot."""
    size = px(SIZE)
    left = rect.left() + (rect.width() - size) // 2
    area = QRect(left, rect.top() + (rect.height() - size + 1) // 2, size, size)
    radius = size / 2 if radio else px(3)
    if (on or part) and enabled:
        paint.box(painter, area, theme.accent_fill, None, radius)
        ink = theme.on_accent
    else:
        line = theme.field_line if enabled else theme.border_strong
        paint.box(painter, area, theme.surface if enabled else theme.sunken, line, radius)
        ink = theme.text_3
    if on and radio:
        rest = size // 3
        dot = area.adjusted(rest, rest, -rest, -rest)
        paint.box(painter, dot, ink, None, dot.width() / 2)
    elif part:
        middle = area.top() + (size - px(2)) // 2
        painter.fillRect(area.left() + px(4), middle, size - px(8), px(2), colour(ink))
    elif on:
        icons.draw_in(painter, area, "check", px(12), ink, stroke=3)
    if focus:
        paint.focus_ring(painter, area, theme, radius)
        if on or part:
            paint.box(painter, area.adjusted(2, 2, -2, -2), None, theme.on_accent, radius)
