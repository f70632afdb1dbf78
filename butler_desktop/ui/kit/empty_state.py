"""Empty state: what a place is for, why it is empty, and one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px


class EmptyState(QWidget):
    """A sentence and one button in the middle of an empty place."""

    acted = Signal()

    def __init__(
        self, text: str = "", button: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = Text(text, Role.BODY, "text_3", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = Button(button, icon=icon)
        self._button.clicked.connect(self.acted)
        stack = VBox(self, sides=(24, 24, 24, 24), gap=12)
        stack.addStretch(2)
        for widget in (self._words, self._button):
            row = HBox()
            row.addStretch(1)
            row.addWidget(widget)
            row.addStretch(1)
            stack.addLayout(row)
        stack.addStretch(3)
        self.show_words(text, button)
        look().changed.connect(self._measure)

    def show_words(self, text: str, button: str = "") -> None:
        """Say why the place is empty; an empty ``button`` hides it."""
        self._words.setText(text)
        self._button.set_words(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(text)
        self._measure()

    @property
    def button(self) -> Button:
        """The one button."""
        return self._button

    def _measure(self) -> None:
        width = paint.width_of(Role.BODY, self._words.text()) + px(4)
        self._words.setMinimumWidth(min(px(420), width))
        self._words.setMaximumWidth(px(420))
