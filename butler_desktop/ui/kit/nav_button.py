"""Navigation button: one entry of the navigation: icon or stage glyph, words, counts."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from butler_desktop.domain.stage import Stage
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint, stage_glyph
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import RADIUS, px
from butler_desktop.ui.theme import Theme

_OVERDUE_ICON, _ICON_BOX = 13, 28


@dataclass(frozen=True, slots=True)
class NavEntry:
    """An entry: ``level`` 1 stands indented under the entry before it."""

    key: str
    text: str
    icon: str = ""
    stage: Stage | None = None
    level: int = 0
    tip: str = ""


class NavButton(QAbstractButton):
    """An entry that can be chosen; shows how many are overdue before the total."""

    def __init__(self, entry: NavEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._count: int | None = None
        self._overdue = 0
        self._collapsed = self._path = False
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setText(entry.text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def show_count(self, count: int | None, overdue: int = 0) -> None:
        """Show a total (``None`` for none at all) and how many of it are overdue."""
        self._count, self._overdue = count, overdue
        self._tell()
        self.update()

    def set_collapsed(self, collapsed: bool) -> None:
        """Show the icon alone."""
        self._collapsed = collapsed
        self._tell()
        self.update()

    def set_on_path(self, on_path: bool) -> None:
        """Mark the entry above a chosen one."""
        self._path = on_path
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(28 if self.entry.level else 30))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_ICON_BOX), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, rect = look().theme, QPainter(self), self.rect()
        on, radius = self.isChecked(), px(RADIUS)
        if on or self.underMouse():
            line = theme.accent_text if on and theme.high_contrast else None
            paint.box(painter, rect, theme.selected if on else theme.hover, line, radius)
        ink = theme.text if on or self._path else theme.text_2
        if self._collapsed:
            self._mark(painter, theme, (rect.width() - px(icons.CONTROL)) // 2, ink)
        else:
            left = self._mark(painter, theme, px(28 if self.entry.level else 8), ink) + px(8)
            right = self._numbers(painter, theme, rect.width() - px(8), on)
            spot = QRect(left, 0, right - left - px(4), rect.height())
            paint.words(painter, spot, Role.BODY, ink, self.text())
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme, radius)
        painter.end()

    def _mark(self, painter: QPainter, theme: Theme, left: int, ink: str) -> int:
        """Draw icon or glyph; returns where it ends. An entry may do without either."""
        stage = self.entry.stage
        if stage is None and not self.entry.icon:
            return left
        size = px(icons.CONTROL) if stage is None else px(stage_glyph.SIZE)
        top = (self.height() - size) // 2
        if stage is None:
            icons.draw(painter, left, top, self.entry.icon, size, ink)
        else:
            tint = theme.tint(stage_glyph.TINT[stage]).text
            ground = theme.selected if self.isChecked() else theme.window
            stage_glyph.draw(painter, left, top, stage, size, tint, ground)
        return left + size

    def _numbers(self, painter: QPainter, theme: Theme, right: int, on: bool) -> int:
        """Draw overdue and total from the right; returns where they begin."""
        if self._count is None:
            return right
        right = self._number(painter, right, str(self._count), theme.text if on else theme.text_3)
        if self._overdue:
            red = theme.red.text
            right = self._number(painter, right - px(6), str(self._overdue), red)
            size = px(_OVERDUE_ICON)
            right -= size + px(3)
            top = (self.height() - size) // 2
            icons.draw(painter, right, top, "triangle-alert", size, red, stroke=2)
        return right

    def _number(self, painter: QPainter, right: int, text: str, ink: str) -> int:
        width = paint.width_of(Role.META, text)
        spot = QRect(right - width, 0, width + 1, self.height())
        paint.words(painter, spot, Role.META, ink, text, elide=False)
        return right - width

    def _tell(self) -> None:
        parts = [self.entry.text]
        if self._overdue:
            parts.append(self.tr("%n overdue", "", self._overdue))
        if self._count is not None:
            parts.append(str(self._count))
        self.setAccessibleName("，".join(parts))
        self.setToolTip(self.entry.tip or (self.entry.text if self._collapsed else ""))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()
