"""Progress line: how far something long is, in words and as a meter, and the way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import translate
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.progress import Meter
from butler_desktop.ui.kit.text import Text


class ProgressLine(QWidget):
    """Hidden until something runs; ``cancelled`` when it shall stop."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Text("", Role.META, "text_2")
        self.meter = Meter()
        self.cancel_button = Button(translate("ProgressLine", "Cancel"), size=Size.SMALL)
        row = HBox(self, gap=12)
        row.addWidget(self.words)
        row.addWidget(self.meter, 1)
        row.addWidget(self.cancel_button)
        self.cancel_button.clicked.connect(self.cancelled)
        self.hide()

    def show_step(self, words: str, done: int, total: int) -> None:
        """Say how far it is; ``words`` have %1 for what is done and %2 for all."""
        told = words.replace("%1", f"{done:,}").replace("%2", f"{total:,}")
        self.words.setText(told)
        self.meter.show_part(done / total if total else 0.0)
