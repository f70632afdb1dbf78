"""Figure tile: one number, and how it changed."""

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.marked_text import MarkedText
from butler_desktop.ui.kit.surface import Card
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import px


@dataclass(frozen=True, slots=True)
class Told:
    """What a tile says: the number, its unit, and a line below with an icon and a colour."""

    title: str
    figure: str
    unit: str
    note: str
    icon: str = "minus"
    ink: str = "text_2"


class FigureTile(Card):
    """The number in the largest type but one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._title = Text("", Role.META, "text_2", elide=True)
        self._figure, self._unit = Text("", Role.CLOCK), Text("", Role.META, "text_2")
        self._note = MarkedText(Role.META)
        stack = VBox(self, sides=(16, 12, 12, 12), gap=4)
        stack.addWidget(self._title)
        row = HBox(gap=6)
        row.addWidget(self._figure)
        row.addWidget(self._unit)
        row.addStretch(1)
        stack.addLayout(row)
        stack.addWidget(self._note)
        stack.addStretch(1)

    def show_told(self, told: Told) -> None:
        """Show a number."""
        self._title.setText(told.title)
        self._figure.setText(told.figure)
        self._unit.setText(told.unit)
        self._note.show_words(told.icon, told.note, told.ink)
        self.setAccessibleName(f"{told.title} {told.figure} {told.unit}, {told.note}")

    def minimumSizeHint(self) -> QSize:
        return QSize(px(150), super().minimumSizeHint().height())
