"""Row painting: what both delegates of lists do alike: the ground, links, chips, due times."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from butler_desktop.domain.stage import STAGE_WORDS
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.kit.chips import chip_width, draw_chip
from butler_desktop.ui.kit.columns import Align, Cell
from butler_desktop.ui.kit.due import draw_due, due_width
from butler_desktop.ui.kit.row_state import RowState
from butler_desktop.ui.kit.stage_glyph import TINT
from butler_desktop.ui.measure import CHIP, px
from butler_desktop.ui.theme import Theme, colour


def ground(painter: QPainter, rect: QRect, theme: Theme, state: RowState) -> None:
    """The row's ground and the line under it."""
    if state.selected:
        fill = theme.selected if state.active else theme.selected_inactive
    elif state.checked:
        fill = theme.accent_ground
    elif state.hover:
        fill = theme.hover
    else:
        fill = theme.surface
    painter.fillRect(rect, colour(fill))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour(theme.border))
    if theme.high_contrast and state.selected:
        painter.fillRect(rect.left(), rect.top(), rect.width(), 2, colour(theme.accent_text))
        painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, colour(theme.accent_text))


def second_ink(theme: Theme, state: RowState) -> str:
    """The colour of second facts: darker on a selected row."""
    return theme.text_2 if state.selected else theme.text_3


def frame(painter: QPainter, rect: QRect, theme: Theme, tint: str) -> None:
    """The box around a bad value."""
    shade = theme.tint(tint)
    painter.fillRect(rect, colour(shade.text))
    painter.fillRect(rect.adjusted(1, 1, -1, -1), colour(shade.ground))


def first(painter: QPainter, area: QRect, theme: Theme, cell: Cell, align: Align) -> None:
    """The first fact of a cell, in the middle of ``area``'s height."""
    if cell.stage is not None or cell.chip is not None:
        _chip(painter, area, theme, cell)
    elif cell.due is not None:
        if align is Align.RIGHT:
            area = area.adjusted(max(area.width() - due_width(cell.due), 0), 0, 0, 0)
        draw_due(painter, area, cell.due)
    else:
        _words(painter, area, theme, cell, align)


def link_area(area: QRect, cell: Cell, align: Align) -> QRect:
    """Where a cell's link can be clicked."""
    width = min(paint.width_of(Role.BODY, cell.first), area.width())
    left = area.right() + 1 - width if align is Align.RIGHT else area.left()
    return QRect(left, area.top(), width, area.height())


def _words(painter: QPainter, area: QRect, theme: Theme, cell: Cell, align: Align) -> None:
    ink = theme.accent_text if cell.link else theme.token(cell.ink)
    role = Role.BODY_BOLD if cell.bold or cell.frame else Role.BODY
    if cell.frame:
        ink = theme.token(cell.frame)
    if cell.icon:
        size = px(icons.TEXT)
        top = area.top() + (area.height() - size) // 2
        own = theme.token(cell.icon_ink) if cell.icon_ink else ink
        icons.draw(painter, area.left(), top, cell.icon, size, own)
        area = area.adjusted(size + px(5), 0, 0, 0)
    paint.words(painter, area, role, ink, cell.first, align.value)
    if cell.link:
        spot = link_area(area, cell, align)
        foot = spot.center().y() + px(9)
        painter.fillRect(spot.left(), foot, spot.width(), 1, colour(ink))


def _chip(painter: QPainter, area: QRect, theme: Theme, cell: Cell) -> None:
    if cell.stage is not None:
        tint, words, icon = TINT[cell.stage], said(STAGE_WORDS[cell.stage]), ""
    elif cell.chip is not None:
        tint, words, icon = cell.chip
    else:
        return
    marked = cell.stage is not None or bool(icon)
    width = min(chip_width(words, marked), area.width())
    top = area.top() + (area.height() - px(CHIP)) // 2
    spot = QRect(area.left(), top, width, px(CHIP))
    draw_chip(painter, spot, theme, tint, words, icon=icon, stage=cell.stage)
