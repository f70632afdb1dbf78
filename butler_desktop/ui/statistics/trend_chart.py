"""Trend chart: the first-pass rate over time, one's own and the team's, with the target."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.local_time import local
from butler_desktop.domain.statistics import TARGET, TrendPoint
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import translate
from butler_desktop.ui.kit import paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.statistics.scale import Scale
from butler_desktop.ui.theme import colour

STEP = 0.05
LEAST_STEPS = 4


class TrendChart(QWidget):
    """Two lines over fortnights; a fortnight without a decision leaves a gap in the dots only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[TrendPoint, ...] = ()
        self._is_own = False

    def show_points(self, points: Sequence[TrendPoint], *, is_own: bool) -> None:
        """Show the points; ``is_own`` where one line is one's own and another the team's."""
        self._points, self._is_own = tuple(points), is_own
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(480), px(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(180))

    def _lines(self) -> list[tuple[str, str, bool, list[tuple[int, float]]]]:
        """Name, ink, whether it is dashed, and the places with their rates."""
        mine = [(n, p.mine.rate) for n, p in enumerate(self._points) if p.mine.rate is not None]
        team = [(n, p.team.rate) for n, p in enumerate(self._points) if p.team.rate is not None]
        group = translate("TrendChart", "Team")
        if not self._is_own:
            return [(group, "accent_text", False, mine)]
        own = translate("TrendChart", "Me")
        return [(group, "text_2", True, team), (own, "accent_text", False, mine)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        lines = self._lines()
        rates = [rate for *_, places in lines for _, rate in places]
        lowest = min([*rates, TARGET])
        bottom = min(1 - LEAST_STEPS * STEP, (lowest // STEP) * STEP)
        steps = round((1 - bottom) / STEP)
        each = 2 if steps > 8 else 1
        ends = max(paint.width_of(Role.META_BOLD, f"{name} 100.0") for name, *_ in lines)
        area = self.rect().adjusted(px(44), px(10), -ends - px(14), -px(24))
        scale = Scale(bottom, 1.0, area.bottom(), area.top())
        for step in range(0, steps + 1, each):
            rate = bottom + step * STEP
            y = round(scale.at(rate))
            painter.fillRect(area.left(), y, area.width(), 1, colour(theme.border))
            spot = area.adjusted(-px(44), 0, 0, 0)
            spot.setRect(0, y - px(9), px(38), px(18))
            paint.words(painter, spot, Role.META, theme.text_2, f"{rate:.0%}", paint.RIGHT)
        across = Scale(0, max(len(self._points) - 1, 1), area.left() + px(6), area.right())
        every = max(1, -(-len(self._points) * px(44) // max(area.width(), 1)))
        for place, point in enumerate(self._points):
            if (len(self._points) - 1 - place) % every == 0:
                day = local(point.start)
                spot = self.rect()
                spot.setRect(
                    round(across.at(place)) - px(24), area.bottom() + px(6), px(48), px(18)
                )
                told = f"{day.month}/{day.day}"
                paint.words(painter, spot, Role.META, theme.text_2, told, paint.CENTRE)
        self._draw_target(painter, area.left(), area.right(), round(scale.at(TARGET)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        taken: list[float] = []
        for name, ink, dashed, places in lines:
            at = [QPointF(across.at(n), scale.at(rate)) for n, rate in places]
            pen = QPen(colour(theme.token(ink)), px(2))
            if dashed:
                pen = QPen(colour(theme.token(ink)), px(1.5), Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawPolyline(at)
            if not dashed:
                painter.setBrush(colour(theme.surface))
                for spot_at in at:
                    painter.drawEllipse(spot_at, px(3.5), px(3.5))
            if at:
                end = at[-1].y()
                if any(abs(end - other) < px(16) for other in taken):
                    end += px(16) if all(end >= other for other in taken) else -px(16)
                taken.append(end)
                spot = self.rect()
                spot.setRect(area.right() + px(10), round(end) - px(9), ends + px(4), px(18))
                role = Role.META if dashed else Role.META_BOLD
                told = f"{name} {places[-1][1] * 100:.1f}"
                paint.words(painter, spot, role, theme.token(ink), told)
        painter.end()

    def _draw_target(self, painter: QPainter, left: int, right: int, y: int) -> None:
        theme = look().theme
        pen = QPen(colour(theme.green.text), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(left, y, right, y)
        spot = self.rect()
        spot.setRect(left + px(4), y - px(19), right - left, px(18))
        told = translate("TrendChart", "Target %1").replace("%1", f"{TARGET:.0%}")
        paint.words(painter, spot, Role.META, theme.green.text, told)
