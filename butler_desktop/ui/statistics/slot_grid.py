"""Slot grid: how first contacts were kept by weekday and hour; low cells bear a sign."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.key_figures import Share
from butler_desktop.domain.statistics import LOW, SLOTS
from butler_desktop.domain.statistics_tables import WEEKDAYS, slot_words
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px

CELL = 40
HEAD = 24
HIGH = 0.97


class SlotGrid(QWidget):
    """A row a weekday on which anything was bought, Monday to Friday at least."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slots: dict[tuple[int, int], Share] = {}

    def show_slots(self, slots: Mapping[tuple[int, int], Share]) -> None:
        """Show the shares by weekday (0 is Monday) and hour."""
        self._slots = dict(slots)
        self.updateGeometry()
        self.update()

    @property
    def _days(self) -> list[int]:
        return [day for day in range(7) if day < 5 or any(it[0] == day for it in self._slots)]

    def sizeHint(self) -> QSize:
        return QSize(px(500), px(HEAD) + px(CELL + 4) * len(self._days))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(330), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        first = px(44)
        wide = (self.width() - first) // len(SLOTS)
        for slot in SLOTS:
            spot = QRect(first + slot * wide, 0, wide - px(4), px(HEAD))
            paint.words(painter, spot, Role.META, theme.text_2, slot_words(slot), paint.CENTRE)
        for row, day in enumerate(self._days):
            top = px(HEAD) + row * px(CELL + 4)
            spot = QRect(0, top, first, px(CELL))
            paint.words(painter, spot, Role.META, theme.text, said(WEEKDAYS[day]))
            for slot in SLOTS:
                cell = QRect(first + slot * wide, top, wide - px(4), px(CELL))
                self._draw_cell(painter, cell, self._slots.get((day, slot)))
        painter.end()

    def _draw_cell(self, painter: QPainter, cell: QRect, share: Share | None) -> None:
        theme = look().theme
        if share is None or share.rate is None:
            paint.box(painter, cell, theme.sunken, None, px(3))
            return
        is_low = share.rate < LOW
        tint = theme.amber if is_low else theme.green if share.rate >= HIGH else theme.blue
        paint.box(painter, cell, tint.ground, None, px(3))
        told = f"{share.rate * 100:.0f}"
        if is_low:
            size = px(12)
            room = size + px(6) + paint.width_of(Role.META, told)
            left = cell.left() + (cell.width() - room) // 2
            top = cell.top() + (cell.height() - size) // 2
            icons.draw(painter, left, top, "triangle", size, tint.text)
            cell = cell.adjusted(left - cell.left() + size + px(6), 0, 0, 0)
            paint.words(painter, cell, Role.META, tint.text, told)
            return
        paint.words(painter, cell, Role.META, tint.text, told, paint.CENTRE)
