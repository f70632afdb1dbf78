"""Choice cell: one side of a conflict: a radio mark, the value, and what is to be known of it.

What differs from the value before is bold and underlined, not only coloured.
"""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from butler_desktop.ui import fonts
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import check_mark, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import RADIUS, px
from butler_desktop.ui.theme import Theme, colour

_SIDE, _TOP, _GAP = 8, 8, 8
PICTURE = (56, 36)
Parts = list[tuple[int, int]]

_BREAKS = QTextOption()
_BREAKS.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


class ChoiceCell(QAbstractButton):
    """``clicked`` chooses it; nothing is chosen beforehand."""

    def __init__(
        self,
        name: str,
        text: str,
        changed: Parts,
        second: str = "",
        *,
        is_scan: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._changed, self._second, self._is_scan = changed, second, is_scan
        self.picture: QImage | None = None
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{name}：{text} {second}".strip())
        if changed:
            parts = "、".join(text[start : start + length] for start, length in changed)
            self.setAccessibleDescription(self.tr("changed: %1").replace("%1", parts))

    def show_picture(self, image: QImage) -> None:
        """Show a small drawing of the scan."""
        self.picture = image
        self.update()

    def heightForWidth(self, width: int) -> int:
        return self._content_height(self._laid(width, look().theme)) + 2 * px(_TOP)

    def sizeHint(self) -> QSize:
        return QSize(px(160), self.heightForWidth(max(self.width(), px(160))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the other cells; only Space and Enter choose."""
        way = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}.get(Qt.Key(event.key()))
        if way is not None:
            self.focusNextPrevChild(way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, on = look().theme, QPainter(self), self.isChecked()
        if on:
            rect = self.rect()
            paint.box(painter, rect, theme.accent_ground, theme.accent_text, px(RADIUS))
        elif self.underMouse() and self.isEnabled():
            paint.box(painter, self.rect(), theme.hover, None, px(RADIUS))
        left, laid = self._left, self._laid(self.width(), theme)
        first = max((self.height() - self._content_height(laid)) // 2, 0)
        mark = QRect(px(_SIDE), first, px(check_mark.SIZE), Role.BODY.line)
        check_mark.draw(painter, mark, theme, on=on, radio=True, enabled=self.isEnabled())
        if self._is_scan:
            self._paint_picture(painter, theme, first)
        painter.setPen(colour(theme.text))
        laid.draw(painter, QPointF(left, first))
        if self._second:
            top = first + laid.lineCount() * Role.BODY.line
            spot = QRect(left, top, self.width() - left - px(_SIDE), Role.META.line)
            paint.words(painter, spot, Role.META, theme.text_2, self._second)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), theme, px(RADIUS))
        painter.end()

    @property
    def _left(self) -> int:
        """Where the words begin."""
        mark = px(_SIDE) + px(check_mark.SIZE) + px(_GAP)
        return mark + (px(PICTURE[0]) + px(_GAP) if self._is_scan else 0)

    def _content_height(self, laid: QTextLayout) -> int:
        words = laid.lineCount() * Role.BODY.line + (Role.META.line if self._second else 0)
        return max(words, px(PICTURE[1]) if self._is_scan else 0)

    def _paint_picture(self, painter: QPainter, theme: Theme, top: int) -> None:
        left = px(_SIDE) + px(check_mark.SIZE) + px(_GAP)
        frame = QRect(left, top, px(PICTURE[0]), px(PICTURE[1]))
        paint.box(painter, frame, theme.sunken, theme.border_strong, px(2))
        if self.picture is not None:
            ratio = self.devicePixelRatioF()
            size = self.picture.size().toSizeF() / ratio
            size.scale(
                QSize(frame.width() - 2, frame.height() - 2), Qt.AspectRatioMode.KeepAspectRatio
            )
            area = QRect(0, 0, round(size.width()), round(size.height()))
            area.moveCenter(frame.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self.picture)

    def _laid(self, width: int, theme: Theme) -> QTextLayout:
        """The value broken into lines for ``width``, its changed parts marked."""
        made = QTextLayout(self.text().replace("\n", "\u2028"), fonts.font(Role.BODY))
        made.setTextOption(_BREAKS)
        formats = []
        for start, length in self._changed:
            part = QTextLayout.FormatRange()
            part.start, part.length = start, length
            part.format = QTextCharFormat()
            part.format.setForeground(colour(theme.accent_text))
            part.format.setFontWeight(QFont.Weight.Bold)
            part.format.setFontUnderline(True)
            formats.append(part)
        made.setFormats(formats)
        made.beginLayout()
        top = 0
        while (line := made.createLine()).isValid():
            line.setLineWidth(max(width - self._left - px(_SIDE), 1))
            line.setPosition(QPointF(0, top + (Role.BODY.line - line.height()) // 2))
            top += Role.BODY.line
        made.endLayout()
        return made
