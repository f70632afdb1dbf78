"""Boxes: Qt's box layouts with margins and gaps in design pixels that follow the zoom."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px

Sides = tuple[int, int, int, int]
NONE: Sides = (0, 0, 0, 0)


class Box(QBoxLayout):
    """A box layout; ``sides`` (left, top, right, bottom) and ``gap`` in px at 100 %."""

    def __init__(
        self,
        direction: QBoxLayout.Direction,
        parent: QWidget | None = None,
        sides: Sides = NONE,
        gap: int = 0,
    ) -> None:
        super().__init__(direction, parent)
        self._sides, self._gap = sides, gap
        self._measure()
        look().changed.connect(self._measure)

    def set_sides(self, sides: Sides) -> None:
        """Leave other margins free, in px at 100 %."""
        self._sides = sides
        self._measure()

    def _measure(self) -> None:
        self.setContentsMargins(*(px(side) for side in self._sides))
        self.setSpacing(px(self._gap))


class HBox(Box):
    """Things side by side."""

    def __init__(self, parent: QWidget | None = None, sides: Sides = NONE, gap: int = 0) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, parent, sides, gap)


class VBox(Box):
    """Things one under the other."""

    def __init__(self, parent: QWidget | None = None, sides: Sides = NONE, gap: int = 0) -> None:
        super().__init__(QBoxLayout.Direction.TopToBottom, parent, sides, gap)
