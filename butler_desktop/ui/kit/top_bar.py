"""Top bar: way back, search, working time, sync, notices and the butler; 46 pixels."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.kit import icons
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.kit.search_box import SearchBox
from butler_desktop.ui.kit.sync_pill import SyncPill
from butler_desktop.ui.kit.user_button import UserButton
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour


class TopBar(QWidget):
    """The parts of the bar are attributes; the bar only places them."""

    navigation_toggled = Signal()
    back = Signal()
    forward = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggle = IconButton("panel-left", self.tr("Navigation"), shortcut="Ctrl+\\")
        self.back_button = IconButton("arrow-left", self.tr("Back"), shortcut="Alt+Left")
        self.forward_button = IconButton("arrow-right", self.tr("Forward"), shortcut="Alt+Right")
        self.search = SearchBox()
        self.working_time = Hint("briefcase-business", "", "text_2", size=icons.CONTROL)
        self.sync = SyncPill()
        self.notices = IconButton("bell", self.tr("Notices"))
        self.user = UserButton()
        self.toggle.clicked.connect(self.navigation_toggled)
        self.back_button.clicked.connect(self.back)
        self.forward_button.clicked.connect(self.forward)

        row = HBox(self, sides=(10, 1, 10, 1), gap=2)
        ways = QWidget()
        inner = HBox(ways, gap=2)
        for button in (self.toggle, self.back_button, self.forward_button):
            inner.addWidget(button)
        inner.addStretch(1)
        self._ways = ways
        row.addWidget(ways)
        row.addWidget(self.search, 3)
        row.addStretch(1)
        right = HBox(gap=10)
        right.addWidget(self.working_time)
        right.addSpacing(px(10))
        right.addWidget(self.sync)
        right.addWidget(self.notices)
        right.addWidget(self.user)
        row.addLayout(right)
        self._measure()
        look().changed.connect(self._measure)

    def set_way(self, back: bool, forward: bool) -> None:
        """Whether there is a place to go back or forward to."""
        self.back_button.setEnabled(back)
        self.forward_button.setEnabled(forward)

    def sizeHint(self) -> QSize:
        return QSize(px(1024), px(46))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(600), px(46))

    def _measure(self) -> None:
        self._ways.setFixedWidth(px(206))  # the search begins where the page does
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        painter.fillRect(self.rect(), colour(theme.window))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour(theme.border))
        painter.end()
