"""Splitter: panes with a line of one pixel between them that can be grabbed over seven."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from butler_desktop.ui.look import look
from butler_desktop.ui.theme import colour

_GRAB = 3  # at either side of the line


class _Handle(QSplitterHandle):
    """Paints one pixel and can be grabbed beside it."""

    def resizeEvent(self, _event: QResizeEvent) -> None:
        # Qt's own would set two pixels and be called again for it
        across = self.orientation() is Qt.Orientation.Horizontal
        self.setContentsMargins(*((_GRAB, 0, _GRAB, 0) if across else (0, _GRAB, 0, _GRAB)))
        self.setMask(QRegion(self.contentsRect()))
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area: QRect = self.contentsRect()
        painter.fillRect(area, colour(look().theme.border))
        painter.end()


class Splitter(QSplitter):
    """Panes side by side (or one under the other); none can be squeezed to nothing."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)
