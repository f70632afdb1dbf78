"""The last step of an import: how far it is, then what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.order_import import Judgement, OrderPreview
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.progress import Meter
from butler_desktop.ui.kit.surface import Card, Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import px

_WIDTH = 560


class ImportResult(Surface):
    """A meter while orders are taken in; then the counts, until the page is left."""

    cancelled = Signal()
    again_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = Hint(role=Role.LIST_TITLE, size=18)
        self._facts = Text("", Role.BODY, "text_2", wrap=True)
        self.meter = Meter(8)
        self.cancel_button = Button(self.tr("Cancel import"))
        self.again_button = Button(self.tr("Import another file"), icon="file-up")
        self.export_button = Button(self.tr("Export faulty rows"), icon="download")
        self.cancel_button.clicked.connect(self.cancelled)
        self.again_button.clicked.connect(self.again_wanted)
        self.export_button.clicked.connect(self.export_wanted)
        card = Card()
        card.setMinimumWidth(px(_WIDTH))
        inside = VBox(card, sides=(24, 20, 24, 20), gap=12)
        for widget in (self._title, self.meter, self._facts):
            inside.addWidget(widget)
        buttons = HBox(gap=8)
        for button in (self.cancel_button, self.again_button, self.export_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        column = VBox()
        column.addStretch(2)
        column.addWidget(card)
        column.addStretch(3)
        row = HBox(self, sides=(24, 24, 24, 24))
        row.addStretch(1)
        row.addLayout(column)
        row.addStretch(1)

    @property
    def title(self) -> str:
        """What is said above all."""
        return self._title.text()

    @property
    def facts(self) -> str:
        """What is said below."""
        return self._facts.text()

    def start(self, total: int) -> None:
        """The taking in begins."""
        self._title.show_hint("", self.tr("Importing orders: %n", "", total), "text")
        self._turn(is_running=True)
        self.show_progress(0, total)

    def show_progress(self, done: int, total: int) -> None:
        """So many orders are in; none of them counts before all are."""
        self.meter.show_part(done / total if total else 0)
        told = self.tr("%1 of %2; nothing is kept if it is cancelled.")
        self._facts.setText(told.replace("%1", str(done)).replace("%2", str(total)))

    def show_result(self, preview: OrderPreview, taken: int) -> None:
        """All is in."""
        counts = preview.counts()
        title = self.tr("Orders imported: %n", "", taken)
        self._title.show_hint("circle-check", title, "green")
        self._turn(is_running=False)
        self.export_button.setVisible(counts[Judgement.ERROR] > 0)
        lines = [
            text.replace("%1", str(counts[judgement]))
            for judgement, text in (
                (Judgement.KNOWN, self.tr("%1 were known already and stayed as they are.")),
                (Judgement.ERROR, self.tr("%1 faulty rows stayed outside.")),
                (Judgement.LEFT_OUT, self.tr("%1 rows were left out by choice.")),
            )
            if counts[judgement]
        ]
        if late := len(preview.takeable) - taken:
            told = self.tr("%1 had come in from elsewhere meanwhile and were skipped.")
            lines.append(told.replace("%1", str(late)))
        self._facts.setText("\n".join([*lines, self.tr("The file was not changed.")]))

    def _turn(self, *, is_running: bool) -> None:
        self.meter.setVisible(is_running)
        self.cancel_button.setVisible(is_running)
        self.cancel_button.setEnabled(True)
        self.again_button.setVisible(not is_running)
        self.export_button.setVisible(False)
