"""Entry delegate: paints the palette's lines: headings, records on two lines, acts on one."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from butler_desktop.domain.stage import STAGE_WORDS
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit import icons, key_cap, paint, stage_glyph
from butler_desktop.ui.kit.chips import chip_width, draw_chip
from butler_desktop.ui.kit.due import draw_due, due_width
from butler_desktop.ui.kit.found_text import FoundText, draw_found
from butler_desktop.ui.kit.stage_glyph import TINT
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CHIP, RADIUS, px
from butler_desktop.ui.palette.entry import DOT, Entry, Heading, Line, cap
from butler_desktop.ui.theme import Theme

HEADING, ONE_LINE, TWO_LINES = 32, 34, 44
EDGE = 8
"""Between the palette's side and the ground of the chosen line."""

INNER = 10
"""Between that ground's side and what stands on it."""

BESIDE_CHIP, BESIDE_ICON = 128, 46
"""Where the words begin."""

ENTER = "Return"


def height_of(line: Line) -> int:
    """The height of a line in logical pixels."""
    if isinstance(line, Heading):
        return px(HEADING)
    return px(TWO_LINES if line.second else ONE_LINE)


class EntryDelegate(QStyledItemDelegate):
    """Paints what the model's line says."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(px(320), height_of(index.data(Qt.ItemDataRole.UserRole)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line, theme = index.data(Qt.ItemDataRole.UserRole), look().theme
        rect: QRect = option.rect
        if isinstance(line, Heading):
            _heading(painter, rect, theme, line)
            return
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = rect.adjusted(px(EDGE), 0, -px(EDGE), 0)
        if is_chosen:
            edge = theme.accent_text if theme.high_contrast else None
            paint.box(painter, ground, theme.selected, edge, px(RADIUS))
        inner = ground.adjusted(px(INNER), 0, -px(INNER), 0)
        right = _right(painter, inner, theme, line, is_chosen=is_chosen)
        left = _sign(painter, inner, theme, line)
        room = QRect(left, rect.top(), right - px(12) - left, rect.height())
        _words(painter, room, theme, line, is_chosen=is_chosen)


def _heading(painter: QPainter, rect: QRect, theme: Theme, line: Heading) -> None:
    side, down = px(EDGE + INNER - 2), px(8)
    room = rect.adjusted(side, down, -side - px(2), 0)
    paint.words(painter, room, Role.META, theme.text_3, line.text)
    if line.note:
        paint.words(painter, room, Role.META, theme.text_3, line.note, paint.RIGHT)


def _right(painter: QPainter, inner: QRect, theme: Theme, line: Entry, *, is_chosen: bool) -> int:
    """What stands at the right end; returns where it begins."""
    right = inner.right() + 1
    keys = line.caps or (cap(ENTER) if is_chosen and line.subject is not None else "")
    if keys:
        right = key_cap.draw(painter, inner, keys) - px(12)
    if line.due is not None:
        right -= due_width(line.due)
        spot = QRect(right, inner.top(), due_width(line.due), inner.height())
        draw_due(painter, spot, line.due)
    elif line.note:
        right -= paint.width_of(Role.META, line.note)
        spot = QRect(right, inner.top(), inner.right() - right, inner.height())
        paint.words(painter, spot, Role.META, theme.text_2, line.note, elide=False)
    return right


def _sign(painter: QPainter, inner: QRect, theme: Theme, line: Entry) -> int:
    """The chip, glyph or icon at the left end; returns where the words begin."""
    if line.stage is not None and line.second:
        words = said(STAGE_WORDS[line.stage])
        width = chip_width(words, icon=True)
        top = inner.top() + (inner.height() - px(CHIP)) // 2
        spot = QRect(inner.left(), top, width, px(CHIP))
        draw_chip(painter, spot, theme, TINT[line.stage], words, stage=line.stage)
        return max(inner.left() + px(BESIDE_CHIP - EDGE - INNER), spot.right() + px(12))
    size = px(icons.CONTROL)
    top = inner.top() + (inner.height() - size) // 2
    if line.stage is not None:
        ink = theme.tint(TINT[line.stage]).text
        stage_glyph.draw(painter, inner.left(), top, line.stage, size, ink, theme.surface)
    elif line.icon:
        icons.draw(painter, inner.left(), top, line.icon, size, theme.text_2)
    return inner.left() + px(BESIDE_ICON - EDGE - INNER)


def _words(painter: QPainter, room: QRect, theme: Theme, line: Entry, *, is_chosen: bool) -> None:
    if not line.second:
        draw_found(painter, room, Role.BODY, theme.text, line.first)
        return
    top, upper = room.top() + px(4), Role.BODY.line
    first = QRect(room.left(), top, room.width(), upper)
    draw_found(painter, first, Role.BODY, theme.text, line.first)
    dotted = [FoundText(DOT)] * (2 * len(line.second) - 1)
    dotted[::2] = line.second
    second = QRect(room.left(), top + upper - px(2), room.width(), Role.META.line)
    ink = theme.text_2 if is_chosen else theme.text_3
    draw_found(painter, second, Role.META, ink, dotted)
