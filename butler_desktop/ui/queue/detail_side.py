"""The detail side of the queue: the detail, and in a narrow window the way back to the list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.ui.detail.detail_pane import DetailPane
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind, Size
from butler_desktop.ui.kit.surface import Surface


class DetailSide(QWidget):
    """``back_wanted`` comes from the button above the detail, which only a narrow window has."""

    back_wanted = Signal()

    def __init__(self, detail: DetailPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button("", Kind.FLAT, icon="arrow-left", shortcut="Esc", size=Size.SMALL)
        self.back.clicked.connect(self.back_wanted)
        self._bar = Surface(lines="b")
        row = HBox(self._bar, sides=(12, 5, 12, 6), gap=8)
        row.addWidget(self.back)
        row.addStretch(1)
        column = VBox(self)
        column.addWidget(self._bar)
        column.addWidget(detail, 1)
        self.setFocusProxy(detail)
        self.show_way_back(shown=False)

    def show_way_back(self, *, shown: bool, words: str = "") -> None:
        """Show or hide the button; ``words`` name the list it leads to."""
        if words:
            self.back.set_words(words, "Esc")
        self._bar.setVisible(shown)
