"""List and sheet, side by side: where there is little room, most of it is the list's."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from butler_desktop.ui.kit.splitter import Splitter
from butler_desktop.ui.measure import px

SHEET, LEAST = 460, 340
PART = 0.42
"""Of a narrow page the sheet has no more than this."""


class ListAndSheet(Splitter):
    """Shares its width until somebody draws the line between the two."""

    def __init__(self, first: QWidget, sheet: QWidget) -> None:
        super().__init__()
        self._is_by_hand = False
        sheet.setMinimumWidth(px(LEAST))
        self.addWidget(first)
        self.addWidget(sheet)
        self.setStretchFactor(0, 1)
        self.splitterMoved.connect(self._moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_by_hand:
            sheet = min(px(SHEET), round(self.width() * PART))
            self.setSizes([self.width() - sheet, sheet])

    def _moved(self) -> None:
        self._is_by_hand = True
