"""Stepper: the seven steps of a filing, where it stands, and where it was returned."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from butler_desktop.domain.stage import RETURN_STEP, STAGE_WORDS, STEPS, Stage
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import Theme, colour

_CIRCLE = 18
_NARROWEST_STEP = 72  # px at 100 %; below this the stepper is compact


class Stepper(QWidget):
    """Seven circles on a line; too narrow, the present step with "3 / 7" alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = Stage.FIRST_CONTACT
        self._done: Mapping[Stage, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_stage(Stage.FIRST_CONTACT)

    def show_stage(self, stage: Stage, done: Mapping[Stage, str] | None = None) -> None:
        """Show where the filing stands; ``done`` says when and by whom earlier steps were done."""
        self._stage, self._done = stage, done or {}
        at = STEPS.index(self._step) + 1
        self.setAccessibleName(f"{said(STAGE_WORDS[stage])} {at} / {len(STEPS)}")
        self.update()

    @property
    def compact(self) -> bool:
        """Whether there is room for the present step only."""
        return self.width() < len(STEPS) * px(_NARROWEST_STEP)

    @property
    def _step(self) -> Stage:
        if self._stage is Stage.WITHDRAWN:
            return Stage.FIRST_CONTACT
        return RETURN_STEP.get(self._stage, self._stage)

    def sizeHint(self) -> QSize:
        return QSize(len(STEPS) * px(81), px(_CIRCLE) + px(4) + Role.META.line)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(140), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        if self.compact:
            self._paint_compact(painter, theme)
        else:
            self._paint_all(painter, theme)
        painter.end()

    def _middle(self, number: int) -> int:
        return round((number + 0.5) * self.width() / len(STEPS))

    def _paint_all(self, painter: QPainter, theme: Theme) -> None:
        at, size = STEPS.index(self._step), px(_CIRCLE)
        for number, stage in enumerate(STEPS):
            middle = self._middle(number)
            if number:
                start = self._middle(number - 1) + size // 2
                reached = number <= at and self._stage is not Stage.WITHDRAWN
                reached = reached and not (number == at and self._stage in RETURN_STEP)
                line = theme.accent_fill if reached else theme.border_strong
                width = middle - size // 2 - start
                painter.fillRect(start, size // 2 - px(1), width, px(2), colour(line))
            self._paint_circle(painter, theme, QPoint(middle - size // 2, 0), number, at)
            self._paint_label(painter, theme, stage, number, at)

    def _paint_label(
        self, painter: QPainter, theme: Theme, stage: Stage, number: int, at: int
    ) -> None:
        column = self.width() // len(STEPS)
        spot = QRect(
            self._middle(number) - column // 2, px(_CIRCLE) + px(4), column, Role.META.line
        )
        role, ink = Role.META, theme.text_2 if number < at else theme.text_3
        if number == at and self._stage is not Stage.WITHDRAWN:
            role = Role.META_BOLD
            ink = theme.red.text if self._stage in RETURN_STEP else theme.text
        paint.words(painter, spot, role, ink, said(STAGE_WORDS[stage]), paint.CENTRE)

    def _paint_circle(
        self, painter: QPainter, theme: Theme, spot: QPoint, number: int, at: int
    ) -> None:
        size = px(_CIRCLE)
        rect = QRect(spot.x(), spot.y(), size, size)
        over = self._stage is Stage.DONE
        if self._stage is Stage.WITHDRAWN or number > at:
            paint.box(painter, rect, theme.surface, theme.border_strong, size / 2, 1.5)
        elif number < at or over:
            paint.box(painter, rect, theme.accent_fill, None, size / 2)
            icons.draw_in(painter, rect, "check", px(11), theme.on_accent, stroke=3.5)
        elif self._stage in RETURN_STEP:
            paint.box(painter, rect, theme.red.text, None, size / 2)
            icons.draw_in(painter, rect, "undo-2", px(11), theme.surface, stroke=3)
        else:
            paint.box(painter, rect, theme.accent_fill, None, size / 2)
            rest = (size - px(8)) // 2
            paint.box(
                painter, rect.adjusted(rest, rest, -rest, -rest), theme.on_accent, None, px(4)
            )

    def _paint_compact(self, painter: QPainter, theme: Theme) -> None:
        at, size = STEPS.index(self._step), px(_CIRCLE)
        self._paint_circle(painter, theme, QPoint(0, 0), at, at)
        red = self._stage in RETURN_STEP
        area = QRect(size + px(8), 0, self.width() - size - px(8), size)
        used = paint.words(
            painter,
            area,
            Role.META_BOLD,
            theme.red.text if red else theme.text,
            said(STAGE_WORDS[self._stage]),
        )
        area.setLeft(area.left() + used + px(8))
        paint.words(painter, area, Role.META, theme.text_3, f"{at + 1} / {len(STEPS)}")

    def told_at(self, x: int) -> str:
        """What is told of the step at ``x``: when it was done and by whom."""
        column = x * len(STEPS) // max(self.width(), 1)
        return self._done.get(STEPS[min(max(column, 0), len(STEPS) - 1)], "")

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_at(event.pos().x()), self)
            return True
        return super().event(event)

    def resizeEvent(self, _event: object) -> None:
        self.update()
