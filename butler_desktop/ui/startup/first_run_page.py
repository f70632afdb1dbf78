"""The first run: what to do in an empty workspace; every step can be skipped."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind
from butler_desktop.ui.kit.chips import Chip
from butler_desktop.ui.kit.surface import Card, Surface
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.measure import px

WIDTH = 720


class FirstRunPage(Surface):
    """Three ways to begin: import, enter an order, look at the demo."""

    import_wanted = Signal()
    order_entry_wanted = Signal()
    demo_wanted = Signal()

    def __init__(self, butler: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        outer = VBox(self)
        outer.addStretch(2)
        row = HBox()
        row.addStretch(1)
        middle = QWidget()
        middle.setFixedWidth(px(WIDTH))
        row.addWidget(middle)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)
        column = VBox(middle, gap=4)
        column.addWidget(Text(self.tr("Welcome, %1").replace("%1", butler), Role.CLOCK))
        column.addWidget(
            Text(self.tr("Three steps to begin. Each can be skipped."), Role.BODY, "text_2")
        )
        column.addSpacing(12)
        column.addWidget(self._card())
        column.addSpacing(12)
        column.addLayout(self._foot())

    def _card(self) -> QWidget:
        card = Card()
        steps = VBox(card, sides=(1, 1, 1, 1))
        steps.addWidget(
            self._step(
                "✓",
                self.tr("Choose where the data lies"),
                self.tr("A database on this machine is ready to use."),
                None,
            )
        )
        steps.addWidget(
            self._step(
                "✓",
                self.tr("Check working hours and holidays"),
                self.tr("Monday to Friday 9:30–17:30, with the year's holidays and make-up days."),
                None,
            )
        )
        self.start = Button(self.tr("Import orders"), Kind.FILLED, icon="file-up")
        self.start.clicked.connect(self.import_wanted)
        steps.addWidget(
            self._step(
                "3",
                self.tr("Import orders"),
                self.tr("xlsx and csv; every row is checked before anything is written."),
                self.start,
            )
        )
        return card

    def _step(self, mark: str, title: str, sentence: str, button: Button | None) -> QWidget:
        step = Surface("accent_ground" if button else "surface", lines="b")
        line = HBox(step, sides=(20, 16, 20, 16), gap=18)
        line.addWidget(Chip(mark, "blue" if button else "green"))
        words = VBox(gap=2)
        words.addWidget(Text(title, Role.BODY_BOLD))
        words.addWidget(Text(sentence, Role.META, "text_2"))
        line.addLayout(words, 1)
        if button is not None:
            line.addWidget(button)
        return step

    def _foot(self) -> HBox:
        foot = HBox(gap=6)
        foot.addWidget(Text(self.tr("No order file?"), Role.BODY, "text_2"))
        enter = Link(self.tr("Enter an order"), Role.BODY)
        enter.clicked.connect(self.order_entry_wanted)
        foot.addWidget(enter)
        foot.addSpacing(16)
        foot.addWidget(Text(self.tr("Only looking?"), Role.BODY, "text_2"))
        demo = Link(self.tr("Load the demo data"), Role.BODY)
        demo.clicked.connect(self.demo_wanted)
        foot.addWidget(demo)
        foot.addStretch(1)
        return foot
