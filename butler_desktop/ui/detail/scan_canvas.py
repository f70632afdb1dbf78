"""Scan canvas: a sheet on its ground, to be zoomed, turned and moved about. View only."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from butler_desktop.domain.read_line import Box
from butler_desktop.ui.detail.scan_sheet import ScanSheet
from butler_desktop.ui.kit import paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour

ZOOMS = (0.1, 0.25, 0.33, 0.5, 0.67, 0.86, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_MARGIN = 16
MARK = "#B42318"
"""The frame around what was read, on paper."""
_QUARTER = 90


class ScanCanvas(QAbstractScrollArea):
    """Shows a sheet as large as there is room for until it is zoomed."""

    zoomed = Signal()
    turned_page = Signal(int)
    """-1 or +1: another sheet is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: ScanSheet | None = None
        self._zoom: float | None = None
        self._angle = 0
        self._grabbed: QPoint | None = None
        self._marked: Box | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        look().changed.connect(self.viewport().update)

    def show_sheet(self, sheet: ScanSheet | None) -> None:
        """Show another sheet, upright and as large as there is room for; None clears."""
        self._sheet, self._zoom, self._angle, self._marked = sheet, None, 0, None
        self._settle()

    @property
    def sheet(self) -> ScanSheet | None:
        """What is shown."""
        return self._sheet

    @property
    def zoom(self) -> float:
        """How large the sheet is drawn; 1.0 is a screen pixel for each of its own."""
        return self._fitting() if self._zoom is None else self._zoom

    @property
    def is_fitted(self) -> bool:
        """Whether the sheet follows the size of the window."""
        return self._zoom is None

    @property
    def angle(self) -> int:
        """How far the sheet is turned, in degrees: 0, 90, 180 or 270."""
        return self._angle

    def fit(self) -> None:
        """Show the whole sheet again."""
        self._zoom = None
        self._settle()

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Draw the sheet at ``zoom``; the spot under ``at`` (viewport pixels) stays there."""
        if self._sheet is None:
            return
        centre = QPointF(self.viewport().rect().center()) if at is None else at
        before = self.zoom
        held = (centre - self._place().topLeft()) / before
        self._zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        self._settle()
        drift = self._place().topLeft() + held * self._zoom - centre
        self._scroll_by(drift.toPoint())

    def step_zoom(self, steps: int, at: QPointF | None = None) -> None:
        """The next larger (+1) or smaller (-1) of the usual zooms."""
        now = self.zoom
        wider = [zoom for zoom in ZOOMS if zoom > now * 1.01]
        closer = [zoom for zoom in ZOOMS if zoom < now * 0.99]
        if steps > 0 and wider:
            self.set_zoom(wider[0], at)
        elif steps < 0 and closer:
            self.set_zoom(closer[-1], at)

    def turn(self) -> None:
        """Turn what is seen clockwise; the file stays as it is."""
        self._angle = (self._angle + _QUARTER) % 360
        self._settle()

    def mark(self, box: Box | None) -> None:
        """Draw a frame around a part of the sheet; None takes it away."""
        self._marked = box
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(px(480), px(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(120))

    def _seen_size(self) -> QSize:
        """The sheet's size at 100 %, turned as it is."""
        size = self._sheet.size if self._sheet else QSize(1, 1)
        return size.transposed() if self._angle % 180 else size

    def _fitting(self) -> float:
        room, size = self.viewport().size(), self._seen_size()
        margin = 2 * px(_MARGIN)
        across = max(room.width() - margin, 1) / max(size.width(), 1)
        down = max(room.height() - margin, 1) / max(size.height(), 1)
        return min(across, down, 1.0)

    def _place(self) -> QRectF:
        """Where the sheet lies in the viewport."""
        size = self._seen_size()
        width, height = size.width() * self.zoom, size.height() * self.zoom
        room = self.viewport().size()
        left = (room.width() - width) / 2
        top = (room.height() - height) / 2
        if self.horizontalScrollBar().maximum():
            left = px(_MARGIN) - self.horizontalScrollBar().value()
        if self.verticalScrollBar().maximum():
            top = px(_MARGIN) - self.verticalScrollBar().value()
        return QRectF(left, top, width, height)

    def _settle(self) -> None:
        """Give the scroll bars their ranges and paint anew."""
        size, room, margin = self._seen_size(), self.viewport().size(), 2 * px(_MARGIN)
        needed = (
            (self.horizontalScrollBar(), size.width() * self.zoom + margin, room.width()),
            (self.verticalScrollBar(), size.height() * self.zoom + margin, room.height()),
        )
        for bar, length, seen in needed:
            spare = round(length - seen) if self._zoom is not None and self._sheet else 0
            bar.setRange(0, max(spare, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(px(24))
        self.viewport().update()
        self.zoomed.emit()

    def _scroll_by(self, way: QPoint) -> None:
        for bar, step in (
            (self.horizontalScrollBar(), way.x()),
            (self.verticalScrollBar(), way.y()),
        ):
            bar.setValue(bar.value() + step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = look().theme, QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour(theme.canvas))
        if self._sheet is not None:
            self._draw(painter, self._sheet)
        if self.hasFocus():
            paint.focus_ring(painter, self.viewport().rect(), theme, 0)
        painter.end()

    def _draw(self, painter: QPainter, sheet: ScanSheet) -> None:
        place = self._place()
        width, height = sheet.size.width() * self.zoom, sheet.size.height() * self.zoom
        image = sheet.level(width * self.devicePixelRatioF())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(place.center())
        painter.rotate(self._angle)
        upright = QRectF(-width / 2, -height / 2, width, height)
        painter.drawImage(upright, image)
        if self._marked is not None:
            self._draw_mark(painter, upright, self._marked)
        painter.restore()
        painter.setPen(QPen(colour(look().theme.border_strong), 1))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _draw_mark(self, painter: QPainter, sheet: QRectF, box: Box) -> None:
        """Paper keeps its own colours in the dark theme, so the frame has one colour in both."""
        room = px(4)
        frame = QRectF(
            sheet.left() + box.left * sheet.width(),
            sheet.top() + box.top * sheet.height(),
            box.width * sheet.width(),
            box.height * sheet.height(),
        ).adjusted(-room, -room, room, room)
        painter.setPen(QPen(colour(MARK), px(2)))
        painter.drawRoundedRect(frame, px(3), px(3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.set_zoom(self.zoom * (1 + event.value()), event.position())
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._zoom is not None:
            self._grabbed = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            here = event.position().toPoint()
            self._scroll_by(self._grabbed - here)
            self._grabbed = here

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grabbed = None
        self.viewport().unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.is_fitted:
            self.set_zoom(1.0, event.position())
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.step_zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.step_zoom(-1)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_R:
            self.turn()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned_page.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)
