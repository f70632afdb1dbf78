"""Navigation: the places of the program at the left, 208 pixels wide or 48 collapsed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.kit.nav_button import NavButton, NavEntry
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Navigation(QWidget):
    """Places, the butler's own filters, and the settings below; arrows walk, Enter chooses."""

    chosen = Signal(str)
    add_wanted = Signal()  # the plus beside 自定筛选
    menu_wanted = Signal(str, QPoint)  # a right click on an own filter: key, global place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: list[NavButton] = []
        self._own: list[NavButton] = []
        self._offers_own = False
        self._bottom: list[NavButton] = []
        self._key = ""
        self._collapsed = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

        self._inside = QWidget()
        self._stack = VBox(self._inside, sides=(8, 8, 8, 0), gap=1)
        self._own_title = Text(self.tr("My filters"), Role.META, "text_3")
        self._own_head = QWidget()
        head = HBox(self._own_head, sides=(8, 8, 0, 0))
        head.addWidget(self._own_title, 1)
        self._add = IconButton("plus", self.tr("Save this filter"), side=24, size=14, ink="text_3")
        self._add.clicked.connect(self.add_wanted)
        head.addWidget(self._add)
        self._own_head.hide()
        self._stack.addWidget(self._own_head)
        self._stack.addStretch(1)
        self._scroll = QScrollArea()
        # A viewport of our own: asking Qt for its one makes PySide6 load every class it knows.
        ground = QWidget()
        self._scroll.setViewport(ground)
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for area in (self._scroll, ground, self._inside):
            area.setAutoFillBackground(False)
        self._foot = VBox(sides=(8, 0, 8, 8), gap=1)
        outer = VBox(self, sides=(0, 0, 1, 0))
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self._foot)
        look().changed.connect(self.updateGeometry)

    def set_entries(self, places: Sequence[NavEntry], bottom: Sequence[NavEntry] = ()) -> None:
        """Offer these places, and these at the foot."""
        self._clear(self._places)
        self._clear(self._bottom)
        for number, entry in enumerate(places):
            self._places.append(self._button(entry))
            self._stack.insertWidget(number, self._places[-1])
        for entry in bottom:
            self._bottom.append(self._button(entry))
            self._foot.addWidget(self._bottom[-1])
        self._settle()

    def set_own_filters(self, entries: Sequence[NavEntry]) -> None:
        """Offer the butler's own filters, and the way to save one."""
        self._offers_own = True
        self._clear(self._own)
        for number, entry in enumerate(entries):
            button = self._button(entry)
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(
                lambda spot, b=button: self.menu_wanted.emit(b.entry.key, b.mapToGlobal(spot))
            )
            self._own.append(button)
            self._stack.insertWidget(len(self._places) + 1 + number, button)
        self._settle()

    def set_counts(self, counts: Mapping[str, tuple[int | None, int]]) -> None:
        """Show (total, overdue) at the entries named; the others keep theirs."""
        for button in self._buttons():
            if button.entry.key in counts:
                button.show_count(*counts[button.entry.key])

    def select(self, key: str) -> None:
        """Mark where the butler is, without a signal."""
        self._key = key
        self._settle()

    def key(self) -> str:
        """Where the butler is."""
        return self._key

    @property
    def collapsed(self) -> bool:
        """Whether only icons are shown."""
        return self._collapsed

    def set_collapsed(self, collapsed: bool) -> None:
        """Show icons only, or everything."""
        self._collapsed = collapsed
        self._stack.set_sides((9, 8, 9, 0) if collapsed else (8, 8, 8, 0))
        self._foot.set_sides((9, 0, 9, 8) if collapsed else (8, 0, 8, 8))
        self._settle()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(48 if self._collapsed else 208), px(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), px(120))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        painter.fillRect(self.rect(), colour(theme.window))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), colour(theme.border))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                shown = [button for button in self._buttons() if button.isVisible()]
                at = shown.index(watched) if watched in shown else 0
                shown[(at + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if isinstance(watched, NavButton):
                    watched.click()
                return True
        return super().eventFilter(watched, event)

    def focusInEvent(self, _event: object) -> None:
        chosen = [button for button in self._buttons() if button.isChecked()]
        (chosen or self._buttons())[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _buttons(self) -> list[NavButton]:
        return [*self._places, *self._own, *self._bottom]

    def _button(self, entry: NavEntry) -> NavButton:
        button = NavButton(entry)
        button.installEventFilter(self)
        button.clicked.connect(lambda _on=False, key=entry.key: self._choose(key))
        return button

    def _choose(self, key: str) -> None:
        self.select(key)
        self.chosen.emit(key)

    def _clear(self, buttons: list[NavButton]) -> None:
        for button in buttons:
            button.removeEventFilter(self)
            button.hide()
            button.setParent(None)
            button.deleteLater()
        buttons.clear()

    def _settle(self) -> None:
        """Bring marks, indents and what is hidden up to date."""
        above: NavButton | None = None
        for button in self._buttons():
            entry, on = button.entry, button.entry.key == self._key
            button.setChecked(on)
            button.set_on_path(False)
            button.set_collapsed(self._collapsed)
            button.setVisible(not (self._collapsed and entry.level))
            if entry.level == 0:
                above = button
            elif on and above is not None:
                above.set_on_path(True)
                if self._collapsed:
                    above.setChecked(True)
        for button in self._own:
            button.setVisible(not self._collapsed)
        self._own_head.setVisible(self._offers_own and not self._collapsed)
