"""Scroll page: a page that scrolls up and down, with its bar over the right margin."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from butler_desktop.ui.kit.overlay_bar import OverlayBar


class ScrollPage(QScrollArea):
    """Shows ``page`` as wide as there is room and scrolls it; F6 and Tab reach what is in it."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        for ground in (self, self.viewport(), page):
            ground.setAutoFillBackground(False)
        self._bar = OverlayBar(self)
