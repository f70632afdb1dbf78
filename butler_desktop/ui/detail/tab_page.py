"""Tab page: what every tab of the detail is: a page that scrolls, with room for an act's card."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.scroll_page import ScrollPage
from butler_desktop.ui.measure import SIDE, px


class TabPage(ScrollPage):
    """A page with the sides of the design; ``gap`` is between its parts, in px at 100 %."""

    def __init__(self, *, gap: int = 12, parent: QWidget | None = None) -> None:
        self._page = QWidget()
        super().__init__(self._page, parent)
        self._stack = VBox(self._page, sides=(SIDE, 14, SIDE, SIDE), gap=gap)
        self._stack.addStretch(1)
        self._card: QWidget | None = None

    def add(self, part: QWidget, stretch: int = 0) -> None:
        """Put a part under those that are there."""
        part.setSizePolicy(QSizePolicy.Policy.Expanding, part.sizePolicy().verticalPolicy())
        self._stack.insertWidget(self._stack.count() - 1, part, stretch)

    def show_view(self, view: FilingView) -> None:
        """Show a filing."""
        raise NotImplementedError

    def take_card(self, card: QWidget | None) -> None:
        """Hold the card of an act above everything else; ``None`` gives it back."""
        if self._card is not None and self._card is not card:
            self._stack.removeWidget(self._card)
            self._card.hide()
        self._card = card
        if card is not None:
            self._stack.insertWidget(0, card)
            card.show()
            self.to_top()

    def to_top(self) -> None:
        """Scroll to the beginning."""
        self.verticalScrollBar().setValue(0)

    def reveal(self, part: QWidget) -> None:
        """Scroll until ``part`` is in view, with a little room around it."""
        self._stack.activate()
        top = part.mapTo(self._page, QPoint(0, 0)).y()
        self.ensureVisible(0, top + part.height(), 0, px(24))
        self.ensureVisible(0, top, 0, px(24))

    def hold(self) -> None:
        """Keep what is on the screen until ``release``."""
        self.viewport().setUpdatesEnabled(False)

    def release(self) -> None:
        """Paint again."""
        self.viewport().setUpdatesEnabled(True)
