"""The first run: what to do in an empty workspace; every step can be skipped."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind
from butler_desktop.ui.kit.key_cap import KeyCap
from butler_desktop.ui.kit.scroll_page import ScrollPage
from butler_desktop.ui.kit.surface import Card, Surface
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.startup.first_run_step import Step

WIDTH, SIDE = 720, 24


class FirstRunPage(Surface):
    """The ways to begin: import, enter an order, look at the demo, join a team."""

    import_wanted = Signal()
    order_entry_wanted = Signal()
    demo_wanted = Signal()
    settings_wanted = Signal()
    shared_wanted = Signal()

    def __init__(
        self, butler: str, *, is_shared: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._is_shared = is_shared
        self.import_button = Button(self.tr("Import orders"), Kind.FILLED, icon="file-up")
        self.place_button = Button(self.tr("View"))
        self.enter_link = Link(self.tr("Enter an order"), Role.BODY)
        self.demo_link = Link(self.tr("Load the demo data"), Role.BODY)
        self.shared_link = Link(self.tr("Connect to its database"), Role.BODY)
        self._middle = QWidget()
        page = QWidget()
        outer = VBox(page, sides=(SIDE, SIDE, SIDE, SIDE))
        outer.addStretch(2)
        row = HBox()
        row.addStretch(1)
        row.addWidget(self._middle, 100)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)
        scroll = ScrollPage(page)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        VBox(self).addWidget(scroll)
        column = VBox(self._middle)
        column.addWidget(Text(self.tr("Welcome, %1").replace("%1", butler), Role.FIGURE))
        column.addWidget(
            Text(self.tr("Three steps to begin. Each can be skipped."), Role.BODY, "text_2")
        )
        column.addSpacing(px(16))
        column.addWidget(self._card())
        column.addSpacing(px(18))
        self._line = self._foot()
        column.addLayout(self._line)
        self.setFocusProxy(self.import_button)
        self._join()
        self._measure()

    def _join(self) -> None:
        self.import_button.clicked.connect(self.import_wanted)
        self.place_button.clicked.connect(self.settings_wanted)
        self.enter_link.clicked.connect(self.order_entry_wanted)
        self.demo_link.clicked.connect(self.demo_wanted)
        self.shared_link.clicked.connect(self.shared_wanted)
        look().changed.connect(self._measure)

    def set_busy(self, busy: bool) -> None:
        """While the demo is being loaded it cannot be asked for again."""
        self.demo_link.setEnabled(not busy)
        self.import_button.setEnabled(not busy)

    def _card(self) -> QWidget:
        card = Card()
        steps = VBox(card, sides=(0, 1, 0, 0))
        steps.addWidget(
            Step(
                1,
                self.tr("Choose where the data lies"),
                self.tr("You are signed in to your team's database.")
                if self._is_shared
                else self.tr("A database on this machine is ready to use."),
                self.place_button,
                done=True,
            )
        )
        steps.addWidget(
            Step(
                2,
                self.tr("Check working hours and holidays"),
                self.tr("Monday to Friday 9:30–17:30, with the year's holidays and make-up days."),
                done=True,
            )
        )
        steps.addWidget(
            Step(
                3,
                self.tr("Import orders"),
                self.tr("xlsx and csv; every row is checked before anything is written."),
                self.import_button,
                is_last=True,
            )
        )
        return card

    def _foot(self) -> HBox:
        foot = HBox(gap=20)
        pairs = [(self.tr("No order file?"), self.enter_link)]
        if not self._is_shared:  # a team's database is no place for samples
            pairs.append((self.tr("Only looking?"), self.demo_link))
            pairs.append((self.tr("In a team?"), self.shared_link))
        for question, answer in pairs:
            pair = HBox(gap=6)
            pair.addWidget(Text(question, Role.BODY, "text_2"))
            pair.addWidget(answer)
            pair.addStretch(1)
            foot.addLayout(pair)
        foot.addStretch(1)
        before, _, after = self.tr("Press %1 for the keys").partition("%1")
        keys = HBox(gap=6)
        keys.addWidget(Text(before.strip(), Role.BODY, "text_2"))
        keys.addWidget(KeyCap("F1"))
        keys.addWidget(Text(after.strip(), Role.BODY, "text_2"))
        keys.addStretch(0)
        foot.addLayout(keys)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the foot's line has no room, its parts stand one under the other."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        self._middle.setMaximumWidth(px(WIDTH))
        has_room = self.width() >= px(WIDTH) + 2 * px(SIDE)
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if has_room else way.TopToBottom)
