"""Material row: one paper of the checklist: thumbnail, name, second line, verdict."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.domain.verdict import VERDICT_WORDS
from butler_desktop.services.materials_view import MaterialRow
from butler_desktop.ui.detail.dropped_files import dropped_files, has_files
from butler_desktop.ui.detail.verdict_look import VERDICT_LOOK
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.chips import chip_width, draw_chip
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CARD_RADIUS, CHIP, px
from butler_desktop.ui.theme import Theme, colour

HEIGHT, SIDE = 41, 12
THUMB = QSize(40, 30)
_GAP = 10
_RADIUS = 3


class MaterialRowView(QWidget):
    """Paints a row; takes clicks, keys and files dropped on it.

    Only the chosen row can be reached by Tab; the list moves the choice.
    """

    chosen = Signal(str)
    opened = Signal(str)
    dropped = Signal(str, object)
    menu_wanted = Signal(str, QPoint)
    draft_wanted = Signal(str)

    def __init__(self, row: MaterialRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnail: QImage | None = None
        self._selected = self._aimed_at = self._editable = self._last = False
        self._ringed = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.draft = Button(self.tr("Draft"), size=Size.SMALL, parent=self)
        self.draft.clicked.connect(lambda: self.draft_wanted.emit(self._row.kind))
        self.show_row(row)

    @property
    def row(self) -> MaterialRow:
        """The paper that is shown."""
        return self._row

    def show_row(self, row: MaterialRow) -> None:
        """Show a paper anew; the thumbnail stays while the file is the same."""
        if not row.files:
            self._thumbnail = None
        self._row = row
        name, second, verdict = said(row.words), said(row.second), said(VERDICT_WORDS[row.verdict])
        self.setAccessibleName(", ".join(part for part in (verdict, name, second) if part))
        self.setToolTip(f"{name}\n{second}" if second else name)
        self.draft.setAccessibleName(self.tr("Draft: %1").replace("%1", name))
        self.draft.setVisible(row.has_letter and not row.files)
        self._place_draft()
        self.update()

    def show_thumbnail(self, image: QImage) -> None:
        """Show the first page of its newest file."""
        self._thumbnail = image
        self.update()

    def set_selected(self, selected: bool) -> None:
        """Draw it as the chosen one, and let Tab reach it."""
        self._selected = selected
        policy = Qt.FocusPolicy.StrongFocus if selected else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        self.draft.setFocusPolicy(policy)
        self.update()

    def set_editable(self, editable: bool) -> None:
        """Take dropped files, or not."""
        self._editable = editable
        self.setAcceptDrops(editable)

    def set_last(self, last: bool) -> None:
        """The last row of a card has no line under it."""
        self._last = last
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = look().theme, QPainter(self)
        self._paint_ground(painter, theme)
        left, right = px(SIDE), self.width() - px(SIDE)
        body = self.height() - 1
        thumb = QRect(left, (body - px(THUMB.height())) // 2, px(THUMB.width()), px(THUMB.height()))
        self._paint_thumb(painter, theme, thumb)
        right -= self._paint_chip(painter, theme, right, body) + px(_GAP)
        if not self.draft.isHidden():
            right = self.draft.x() - px(_GAP)
        left += thumb.width() + px(_GAP)
        first = QRect(left, px(1), right - left, px(20))
        paint.words(painter, first, Role.BODY, theme.text, said(self._row.words))
        second = QRect(left, px(20), right - left, px(19))
        ink = theme.text_2 if self._selected else theme.text_3
        paint.words(painter, second, Role.META, ink, said(self._row.second))
        if self._ringed:
            paint.focus_ring(painter, self.rect().adjusted(0, 0, 0, -1), theme, px(_RADIUS))
        painter.end()

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        fill = ""
        if self._aimed_at:
            fill = theme.accent_ground
        elif self._selected:
            fill = theme.selected if self.isActiveWindow() else theme.selected_inactive
        elif self.underMouse():
            fill = theme.hover
        # The sides belong to the card's line, and so do the corners of its last row.
        area = self.rect().adjusted(1, 0, -1, 0 if self._last else -1)
        if fill and self._last:
            painter.setClipRect(area)
            paint.box(painter, area.adjusted(0, -px(20), 0, 0), fill, None, px(CARD_RADIUS) - 1)
            painter.setClipping(False)
        elif fill:
            painter.fillRect(area, colour(fill))
        if not self._last:
            painter.fillRect(1, self.height() - 1, self.width() - 2, 1, colour(theme.border))

    def _paint_thumb(self, painter: QPainter, theme: Theme, spot: QRect) -> None:
        if not self._row.files:
            paint.dashed_box(painter, spot, theme.field_line, px(_RADIUS))
            icons.draw_in(painter, spot, "plus", px(icons.TEXT), theme.text_3)
            return
        paint.box(painter, spot, "#FFFFFF", theme.border_strong, px(_RADIUS))
        inner = QRectF(spot.adjusted(2, 2, -2, -2))
        if self._thumbnail is None or self._thumbnail.isNull():
            icons.draw_in(painter, spot, "file-text", px(icons.TEXT), "#5E6876")
            return
        size = self._thumbnail.size().scaled(
            inner.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
        )
        corner = inner.center() - QPointF(size.width() / 2, size.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(corner, size), self._thumbnail)

    def _paint_chip(self, painter: QPainter, theme: Theme, right: int, body: int) -> int:
        tint, icon = VERDICT_LOOK[self._row.verdict]
        words = said(VERDICT_WORDS[self._row.verdict])
        width = chip_width(words, bool(icon))
        spot = QRect(right - width, (body - px(CHIP)) // 2, width, px(CHIP))
        draw_chip(painter, spot, theme, tint, words, icon=icon)
        return width

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_draft()

    def _place_draft(self) -> None:
        """The button stands left of the chip."""
        tint_icon, words = (
            VERDICT_LOOK[self._row.verdict][1],
            said(VERDICT_WORDS[self._row.verdict]),
        )
        right = self.width() - px(SIDE) - chip_width(words, bool(tint_icon)) - px(_GAP)
        size = self.draft.sizeHint()
        top = (self.height() - 1 - size.height()) // 2
        self.draft.setGeometry(right - size.width(), top, size.width(), size.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self._row.kind)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(self._row.kind)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.chosen.emit(self._row.kind)
        self.menu_wanted.emit(self._row.kind, event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._editable and has_files(event.mimeData()):
            event.acceptProposedAction()
            self._aim(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._aim(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._aim(False)
        if paths := dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(self._row.kind, paths)

    def _aim(self, aimed_at: bool) -> None:
        self._aimed_at = aimed_at
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # A click shows where it is by choosing the row.
        self._ringed = event.reason() is not Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ringed = False
        self.update()
