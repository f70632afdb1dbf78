"""Page view: the pages of a packet one under the other on the canvas, at any zoom."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from butler_desktop.ui.detail.packet_pages import PacketPages
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.overlay_bar import OverlayBar
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour

SCREEN, POINTS = 96, 72
GAP, SIDE = 12, 16
ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0)


class PageView(QAbstractScrollArea):
    """Shows whole pages until another zoom is chosen."""

    current_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, pages: PacketPages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._zoom: float | None = None  # None: the whole page
        self._current = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._bar = OverlayBar(self)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        pages.opened.connect(self._opened)
        pages.drawn.connect(lambda _page: self.viewport().update())
        look().changed.connect(self._settle)

    @property
    def zoom(self) -> float:
        """How large the pages are shown; 1.0 is their size on paper at 96 dpi."""
        if self._zoom is not None:
            return self._zoom
        sizes = self._pages.sizes
        if not sizes:
            return 1.0
        wide = max(self.viewport().width() - 2 * px(SIDE), 1) / _screen(sizes[0].width())
        high = max(self.viewport().height(), 1) / _screen(sizes[0].height())
        return max(min(wide, high), ZOOMS[0])

    @property
    def current(self) -> int:
        """Which page is looked at, from 0."""
        return self._current

    def set_zoom(self, zoom: float | None) -> None:
        """Show the pages so large; ``None`` fits the whole page."""
        page = self._current
        self._zoom = zoom
        self._settle()
        self.go_to(page)

    def step_zoom(self, steps: int) -> None:
        """The next larger (1) or smaller (-1) zoom."""
        here = self.zoom
        if steps > 0:
            found = next((z for z in ZOOMS if z > here + 0.01), ZOOMS[-1])
        else:
            found = next((z for z in reversed(ZOOMS) if z < here - 0.01), ZOOMS[0])
        self.set_zoom(found)

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        places = self._places()
        if 0 <= page < len(places):
            self.verticalScrollBar().setValue(places[page].top())
            self._make_current(page)

    def sizeHint(self) -> QSize:
        return QSize(px(460), px(520))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(160))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self.viewport()), look().theme
        painter.fillRect(self.viewport().rect(), colour(theme.canvas))
        shift = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        ratio = self.devicePixelRatioF()
        for number, place in enumerate(self._places()):
            area = place.translated(-shift)
            if not area.intersects(self.viewport().rect()):
                continue
            image = self._pages.image(number, round(area.width() * ratio))
            image = image or self._pages.nearest(number)
            if image is None:
                painter.fillRect(area, Qt.GlobalColor.white)
            else:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(area, image)
            painter.setPen(colour(theme.border_strong))
            painter.drawRect(area.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            paint.focus_ring(painter, self.viewport().rect(), theme, 0)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self._current
        self._settle()
        if self._zoom is None:
            self.go_to(page)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_PageDown:
            self.go_to(min(self._current + 1, len(self._pages.sizes) - 1))
        elif key == Qt.Key.Key_PageUp:
            self.go_to(max(self._current - 1, 0))
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(len(self._pages.sizes) - 1)
        else:
            super().keyPressEvent(event)

    def _opened(self) -> None:
        self._current = 0
        self.verticalScrollBar().setValue(0)
        self._settle()
        self.current_changed.emit(0)

    def _places(self) -> list[QRect]:
        """Where each page lies on the canvas."""
        zoom, top, places = self.zoom, 0, []
        middle = max(self.viewport().width(), self._widest(zoom) + 2 * px(SIDE)) // 2
        for size in self._pages.sizes:
            wide, high = round(_screen(size.width()) * zoom), round(_screen(size.height()) * zoom)
            places.append(QRect(middle - wide // 2, top, wide, high))
            top += high + px(GAP)
        return places

    def _widest(self, zoom: float) -> int:
        return max((round(_screen(s.width()) * zoom) for s in self._pages.sizes), default=0)

    def _settle(self) -> None:
        """The scroll bars follow the size of the pages."""
        places, view = self._places(), self.viewport().size()
        high = places[-1].bottom() + 1 if places else 0
        wide = self._widest(self.zoom) + 2 * px(SIDE) if places else 0
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(high - view.height(), 0))
        down.setPageStep(view.height())
        down.setSingleStep(px(40))
        across.setRange(0, max(wide - view.width(), 0))
        across.setPageStep(view.width())
        across.setSingleStep(px(40))
        self.zoom_changed.emit()
        self.viewport().update()

    def _scrolled(self, value: int) -> None:
        eye = value + self.viewport().height() // 3
        places = self._places()
        seen = [n for n, place in enumerate(places) if place.top() <= eye]
        if seen:
            self._make_current(seen[-1])
        self.viewport().update()

    def _make_current(self, page: int) -> None:
        if page != self._current:
            self._current = page
            self.current_changed.emit(page)


def _screen(points: float) -> float:
    """Points of paper as logical pixels of the screen at 100 %."""
    return points * SCREEN / POINTS
