"""Lines of an order's page: a filing that opens, a contact, an entry of the history."""

from datetime import datetime

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from butler_desktop.domain.contact import OUTCOME_WORDS, Contact, Outcome
from butler_desktop.domain.filing_states import STATES
from butler_desktop.domain.stage import STAGE_WORDS
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.domain.worklist import FilingRow
from butler_desktop.services.history import HistoryLine
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit import chips, paint, stage_glyph
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.due import DueText, draw_due
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CARD_RADIUS, px
from butler_desktop.ui.promises.promise_line import PromiseLine
from butler_desktop.ui.theme import colour

DOT = " ・ "


class FilingLine(QAbstractButton):
    """One filing of the order: stage, number, domain, clock; pressed, it opens."""

    def __init__(
        self,
        row: FilingRow,
        due: DueText | None,
        *,
        is_last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row, self._due, self._is_last = row, due, is_last
        stage = STATES[row.state].stage
        told = (said(STAGE_WORDS[stage]), row.number, row.domain, due.text if due else "")
        self.setAccessibleName("，".join(t for t in told if t))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, row = QPainter(self), look().theme, self._row
        rect = self.rect().adjusted(1, 1, -1, -1)
        if self.underMouse():
            paint.box(painter, rect, theme.hover, None, px(CARD_RADIUS))
        stage = STATES[row.state].stage
        words = said(STAGE_WORDS[stage])
        width = paint.width_of(Role.META, words) + px(30)
        chip = QRect(px(14), (self.height() - px(22)) // 2, width, px(22))
        chips.draw_chip(painter, chip, theme, stage_glyph.TINT[stage], words, stage=stage)
        left = max(px(118), chip.right() + px(10))
        number = QRect(left, 0, px(108), self.height())
        paint.words(painter, number, Role.META, theme.text_2, row.number)
        told = self._due.text if self._due else ""
        due_width = max(px(112), paint.width_of(Role.BODY, told) + px(28))
        right = self.width() - due_width - px(10)
        domain = QRect(left + px(116), 0, right - left - px(124), self.height())
        paint.words(painter, domain, Role.BODY, theme.text, row.domain or row.service_name)
        if self._due is not None:
            draw_due(painter, QRect(right, 0, due_width, self.height()), self._due)
        if not self._is_last:
            painter.fillRect(0, self.height() - 1, self.width(), 1, colour(theme.border))
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme, px(CARD_RADIUS))
        painter.end()


def filing_line(row: FilingRow, due: DueText | None, *, is_last: bool = False) -> FilingLine:
    """A line that opens its filing when pressed; the last one has no line under it."""
    return FilingLine(row, due, is_last=is_last)


def contact_line(contact: Contact, now: datetime, promise: PromiseLine | None) -> QWidget:
    """One contact: outcome, when and by whom, what was said, what was promised."""
    ink = "text" if contact.outcome is Outcome.REACHED else "amber"
    at = f"{said(near_moment_text(contact.at, now))}{DOT}{contact.by}"
    return _line(said(OUTCOME_WORDS[contact.outcome]), at, contact.note, ink, promise)


def history_line(entry: HistoryLine, now: datetime) -> QWidget:
    """One act: what, when and by whom, what it changed."""
    at = f"{said(near_moment_text(entry.at, now))}{DOT}{entry.actor}"
    return _line(said(entry.words), at, said(entry.detail), "text")


def _line(
    title: str, at: str, detail: str, ink: str, promise: PromiseLine | None = None
) -> QWidget:
    line = Surface(lines="b")
    column = VBox(line, sides=(0, 8, 0, 8), gap=2)
    head = HBox(gap=8)
    head.addWidget(Text(title, Role.BODY, ink))
    head.addStretch(1)
    head.addWidget(Text(at, Role.META, "text_3"))
    column.addLayout(head)
    if detail:
        column.addWidget(Text(detail, Role.META, "text_2", wrap=True))
    if promise is not None:
        column.addWidget(promise)
    return line
