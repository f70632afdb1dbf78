"""Chips: small tinted words with an icon: a stage, a verdict."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.domain.stage import STAGE_WORDS, Stage
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit import icons, paint, stage_glyph
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CHIP, CHIP_RADIUS, px
from butler_desktop.ui.theme import Theme


def chip_width(text: str, icon: bool, role: Role = Role.META) -> int:
    """How wide a chip with these words is."""
    return paint.width_of(role, text) + px(13) + (px(icons.CHIP) + px(5) if icon else 0)


def draw_chip(
    painter: QPainter,
    rect: QRect,
    theme: Theme,
    tint: str,
    text: str,
    *,
    icon: str = "",
    stage: Stage | None = None,
    role: Role = Role.META,
) -> None:
    """Draw a chip filling ``rect``; delegates of lists use this too."""
    shade = theme.tint(tint)
    edge = shade.text if theme.high_contrast else None
    paint.box(painter, rect, shade.ground, edge, px(CHIP_RADIUS))
    left, size = rect.left() + px(6), px(icons.CHIP)
    top = rect.top() + (rect.height() - size + 1) // 2
    if stage is not None:
        stage_glyph.draw(painter, left, top, stage, size, shade.text, shade.ground)
    elif icon:
        icons.draw(painter, left, top, icon, size, shade.text)
    if stage is not None or icon:
        left += size + px(5)
    spot = QRect(left, rect.top(), rect.right() + 1 - left - px(5), rect.height())
    paint.words(painter, spot, role, shade.text, text)


class Chip(QWidget):
    """A tinted word with an optional icon, such as a verdict (合格, 已过期)."""

    def __init__(
        self, text: str, tint: str = "grey", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stage: Stage | None = None
        self._role = Role.META
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_words(text, tint, icon)

    def show_words(self, text: str, tint: str, icon: str = "") -> None:
        """Say something else."""
        self._text, self._tint, self._icon = text, tint, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        marked = bool(self._icon) or self._stage is not None
        return QSize(chip_width(self._text, marked, self._role), px(CHIP))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_chip(
            painter,
            self.rect(),
            look().theme,
            self._tint,
            self._text,
            icon=self._icon,
            stage=self._stage,
            role=self._role,
        )
        painter.end()


class StageChip(Chip):
    """A stage with its glyph and words; ``bold`` beside a title."""

    def __init__(self, stage: Stage, *, bold: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("", "grey", parent=parent)
        self._role = Role.META_BOLD if bold else Role.META
        self.show_stage(stage)

    def show_stage(self, stage: Stage) -> None:
        """Show another stage."""
        self._stage = stage
        self.show_words(said(STAGE_WORDS[stage]), stage_glyph.TINT[stage])
