"""Scan head: the bar over a scan: what it is, which of how many, and how it is seen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import px

_ZOOM_WIDTH = 38


class ScanHead(Surface):
    """Name, place among the sheets, and the buttons of the view."""

    stepped = Signal(int)
    zoom_stepped = Signal(int)
    turn_wanted = Signal()
    menu_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "b", parent)
        self._title = Text("", Role.BODY_BOLD, elide=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._place = Text("", Role.META, "text_3")
        self.back = IconButton("chevron-left", self.tr("Previous page"), shortcut="PgUp")
        self.on = IconButton("chevron-right", self.tr("Next page"), shortcut="PgDown")
        self.smaller = IconButton("zoom-out", self.tr("Zoom out"), shortcut="-")
        self.larger = IconButton("zoom-in", self.tr("Zoom in"), shortcut="+")
        self.turn = IconButton("rotate-cw", self.tr("Turn the view"), shortcut="R")
        self.more = IconButton("ellipsis", self.tr("More"))
        self._zoom = Text("", Role.META, "text_2")
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = HBox(self, sides=(16, 6, 10, 6), gap=2)
        row.addWidget(self._title)
        row.addSpacing(px(7))
        row.addWidget(self._place)
        row.addStretch(1)
        for button in (self.back, self.on, self.smaller):
            row.addWidget(button)
        row.addWidget(self._zoom)
        for button in (self.larger, self.turn, self.more):
            row.addWidget(button)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.smaller.clicked.connect(lambda: self.zoom_stepped.emit(-1))
        self.larger.clicked.connect(lambda: self.zoom_stepped.emit(1))
        self.turn.clicked.connect(self.turn_wanted)
        self.more.clicked.connect(self.menu_wanted)

    def show_title(self, title: str) -> None:
        """Say what is looked at."""
        self._title.setText(title)
        self._title.updateGeometry()

    def show_place(self, sheet: int, sheets: int, words: str) -> None:
        """Say which sheet it is of how many (from 0); ``words`` says it for people."""
        self._place.setText(words)
        several = sheets > 1
        self.back.setVisible(several)
        self.on.setVisible(several)
        self.back.setEnabled(sheet > 0)
        self.on.setEnabled(sheet < sheets - 1)

    def show_zoom(self, zoom: float | None) -> None:
        """Say how large the sheet is drawn; None where there is none."""
        self._zoom.setText("" if zoom is None else f"{zoom:.0%}")
        self._zoom.setFixedWidth(px(_ZOOM_WIDTH))
        for button in (self.smaller, self.larger, self.turn):
            button.setEnabled(zoom is not None)
