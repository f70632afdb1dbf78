"""Choices strip: under the head of a filing, that others changed the same values meanwhile."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.measure import SIDE


class ChoicesStrip(QWidget):
    """Hidden where nothing waits; ``wanted(filing id)`` when the butler wants to choose."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: dict[str, int] = {}
        self._filing_id = ""
        self.strip = MessageStrip()
        self.strip.acted.connect(lambda _key: self.wanted.emit(self._filing_id))
        VBox(self, sides=(SIDE, 10, SIDE, 0)).addWidget(self.strip)
        self.hide()

    def know(self, choices: dict[str, int]) -> None:
        """How many choices wait, by filing."""
        self._choices = choices
        self._show()

    def show_filing(self, filing_id: str) -> None:
        """Speak of this filing."""
        self._filing_id = filing_id
        self._show()

    def _show(self) -> None:
        count = self._choices.get(self._filing_id, 0)
        self.setVisible(count > 0)
        if count:
            told = self.tr("%n choice(s) wait in this filing", "", count)
            cure = (("choose", self.tr("Choose")),)
            self.strip.show_message("amber", told, cure, icon="git-merge")
