"""Page strip: the pages as thumbnails, to jump to one."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.detail.packet_pages import PacketPages
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px

WIDTH, HIGH, PITCH, TOP = 54, 76, 99, 11


class PageStrip(QWidget):
    """One Tab stop; arrows go from page to page."""

    chosen = Signal(int)

    def __init__(self, pages: PacketPages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        pages.opened.connect(self._opened)
        pages.drawn.connect(lambda _page: self.update())

    def set_current(self, page: int) -> None:
        """Mark the page that is looked at."""
        self._current = page
        count = len(self._pages.sizes)
        told = self.tr("Page %1 of %2").replace("%1", str(page + 1)).replace("%2", str(count))
        self.setAccessibleName(told)
        self.update()

    def place(self, page: int) -> QRect:
        """Where a page's thumbnail and number lie."""
        return QRect(0, px(TOP) + page * px(PITCH), self.width(), px(PITCH))

    def sizeHint(self) -> QSize:
        return QSize(px(95), px(TOP) + len(self._pages.sizes) * px(PITCH))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        ratio = self.devicePixelRatioF()
        for page in range(len(self._pages.sizes)):
            area = self.place(page)
            if not area.intersects(event.rect()):
                continue
            sheet = QRect((self.width() - px(WIDTH)) // 2, area.top(), px(WIDTH), px(HIGH))
            painter.fillRect(sheet, Qt.GlobalColor.white)
            image = self._pages.image(page, round(sheet.width() * ratio))
            if image is not None:
                painter.drawImage(sheet, image)
            on = page == self._current
            line = theme.accent_text if on else theme.border_strong
            grow = 2 if on else 1
            edge = sheet.adjusted(-grow, -grow, grow, grow)
            paint.box(painter, edge, None, line, 2, 2 if on else 1)
            label = QRect(0, sheet.bottom() + px(2), self.width(), Role.META.line)
            ink = theme.text if on else theme.text_2
            paint.words(painter, label, Role.META, ink, str(page + 1), paint.CENTRE)
        if self.hasFocus():
            here = self.place(self._current)
            ring = QRect((self.width() - px(WIDTH)) // 2 - 6, here.top() - 6, px(WIDTH) + 12, 0)
            ring.setHeight(px(HIGH) + 12)
            paint.focus_ring(painter, ring, theme, px(4))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose((int(event.position().y()) - px(TOP)) // px(PITCH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(self._current + step)

    def _choose(self, page: int) -> None:
        if 0 <= page < len(self._pages.sizes):
            self.chosen.emit(page)

    def _opened(self) -> None:
        self.set_current(0)
        self.updateGeometry()
