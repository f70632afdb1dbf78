"""The bar of chosen rows in the table: how many, all of them, copy or export them, none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.buttons import Button, Kind, Size
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Link, Text


class ChosenBar(Surface):
    """Stands where the filters stand while rows are checked."""

    all_wanted = Signal()
    copy_wanted = Signal()
    export_wanted = Signal()
    none_wanted = Signal()
    claim_wanted = Signal()
    hand_over_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("accent_ground", parent=parent)
        row = HBox(self, sides=(16, 5, 12, 4), gap=12)
        self._count = Text("", Role.BODY_BOLD)
        self._all = Link("", Role.META)
        self.copy = Button(self.tr("Copy the rows"), icon="copy", size=Size.SMALL)
        self.export = Button(self.tr("Export…"), icon="download", size=Size.SMALL)
        self._none = Button(self.tr("Deselect"), Kind.FLAT, shortcut="Esc", size=Size.SMALL)
        self.claim = Button(self.tr("Claim"), icon="user", size=Size.SMALL)
        self.hand_over = Button(self.tr("Hand over…"), icon="user-plus", size=Size.SMALL)
        buttons = (self.copy, self.export, self.claim, self.hand_over)
        for widget in (self._count, self._all, *buttons):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._none)
        self._all.clicked.connect(self.all_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.export.clicked.connect(self.export_wanted)
        self._none.clicked.connect(self.none_wanted)
        self.claim.clicked.connect(self.claim_wanted)
        self.hand_over.clicked.connect(self.hand_over_wanted)

    def show_count(self, chosen: int, total: int) -> None:
        """How many of how many rows are chosen."""
        self._count.setText(self.tr("%n chosen", "", chosen))
        self._all.set_text(self.tr("Choose all %n", "", total))
        self._all.setVisible(chosen < total)
        self.copy.set_words(self.tr("Copy the rows"))

    def say_copied(self, rows: int) -> None:
        """The rows are in the clipboard."""
        self.copy.set_words(self.tr("%n row(s) copied", "", rows))
