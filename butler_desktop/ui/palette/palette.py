"""The palette: a field, what was found, and what the keys do, in one box over the window.

It is a child of the window, not a window of its own: the keyboard goes into
it and comes back to where it was.
"""

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.kit.announce import announce
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.key_cap import KeyCap
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CARD_RADIUS, px
from butler_desktop.ui.palette.entry import Entry, Line
from butler_desktop.ui.palette.entry_list import EntryList
from butler_desktop.ui.palette.palette_field import PaletteField
from butler_desktop.ui.theme import colour

WIDTH, FIELD, FOOT = 720, 47, 31
TOP = 6
RECORD_KEYS = ("Ctrl+L", "Ctrl+Return")
LEAST_LIST, MOST_LIST, LIST_END = 96, 520, 14


class Palette(QWidget):
    """``asked`` tells what is looked for; ``show_lines`` shows what was found."""

    asked = Signal(str, str)
    chosen_changed = Signal(object)
    """Another entry is chosen, by key or by hand."""

    run = Signal(object)
    """This entry shall be done or opened."""

    tabbed = Signal(bool)
    closed = Signal()

    def __init__(self, window: QWidget, beside: QWidget) -> None:
        super().__init__(window)
        self._window, self._beside = window, beside
        self.setAccessibleName(self.tr("Palette"))
        self._before: QWidget | None = None
        self._is_waiting = self._runs_at_once = False
        self._kept = self._told = self._runs_keys = ""
        self.field = PaletteField(self._owns)
        self.list = EntryList()
        self.read_as = Text("", Role.META, "text_3", elide=True)
        self._nothing = Text("", Role.BODY, "text_3")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._head, self._foot = QWidget(), QWidget()
        self._build()
        self._join()
        self.hide()
        window.installEventFilter(self)
        look().changed.connect(self._settle)

    def _build(self) -> None:
        column = VBox(self, sides=(1, 1, 1, 1))
        head = HBox(self._head, sides=(43, 0, 17, 0), gap=2)
        head.addWidget(self.field, 1)
        head.addWidget(Text(self.tr("Type"), Role.META, "text_2"))
        for key, words in ((">", self.tr("commands only")), ("#", self.tr("numbers"))):
            head.addWidget(KeyCap(key))
            head.addWidget(Text(words, Role.META, "text_2"))
            head.addSpacing(px(9) if key == ">" else 0)
        column.addWidget(self._head)
        column.addSpacing(1)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        column.addStretch(1)
        foot = HBox(self._foot, sides=(16, 1, 17, 0), gap=2)
        foot.addWidget(self.read_as, 1)
        for key, words in (
            ("↑↓", self.tr("choose")),
            ("Tab", self.tr("see the acts")),
            ("Esc", self.tr("close")),
        ):
            foot.addSpacing(px(11))
            foot.addWidget(KeyCap(key))
            foot.addWidget(Text(words, Role.META, "text_2"))
        column.addWidget(self._foot)

    def _join(self) -> None:
        self.field.asked.connect(self._ask)
        self.field.stepped.connect(self._step)
        self.field.entered.connect(self._enter)
        self.field.tabbed.connect(self.tabbed)
        self.field.left.connect(self.close_box)
        self.field.keys_struck.connect(self._strike)
        self.list.pressed_on.connect(self.run)
        self.list.selectionModel().currentChanged.connect(self._tell)

    # open and closed

    def open_box(self, text: str = "") -> None:
        """Shows the palette and takes the keyboard; where it is open, the next key begins anew."""
        if self.isVisible():
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.selectAll()
            return
        self._before = QApplication.focusWidget()
        self._watch(on=True)
        self._settle()
        self.show()
        self.raise_()
        self.field.begin(text)
        self._ask(text, "")

    def close_box(self) -> None:
        """Hides the palette; the keyboard goes back to where it was."""
        if not self.isVisible():
            return
        focus = QApplication.focusWidget()
        had_focus = focus is None or self.isAncestorOf(focus)
        self._watch(on=False)
        before, self._before = self._before, None
        if had_focus and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self._is_waiting = self._runs_at_once = False
        self._runs_keys = ""
        self.closed.emit()

    def _watch(self, *, on: bool) -> None:
        """Sees, or no longer sees, what is pressed elsewhere."""
        application = QApplication.instance()
        if application is not None:
            (application.installEventFilter if on else application.removeEventFilter)(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the window's size; a press or the keyboard elsewhere closes the palette."""
        kind = event.type()
        if watched is self._window and kind is QEvent.Type.Resize:
            self._settle()
        if not self.isVisible() or not isinstance(watched, QWidget):
            return super().eventFilter(watched, event)
        is_outside = watched is not self and not self.isAncestorOf(watched)
        if is_outside and watched.window() is self.window():
            if isinstance(event, QMouseEvent) and kind is QEvent.Type.MouseButtonPress:
                self.close_box()
            elif isinstance(event, QFocusEvent) and kind is QEvent.Type.FocusIn:
                self._before = None
                self.close_box()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the parts is for nobody: it does not reach the window below."""
        event.accept()

    # what is asked and found

    def ask_again(self) -> None:
        """Asks for what is typed once more; the choice stays where it is."""
        chosen = self.list.current
        self._kept = chosen.id if chosen is not None else ""
        self.asked.emit(self.field.text(), self.field.held)

    @property
    def waits(self) -> bool:
        """Whether what is shown is still the answer to something typed before."""
        return self._is_waiting

    def show_lines(
        self, lines: Sequence[Line], *, chosen: str = "", read_as: str = "", nothing: str = ""
    ) -> None:
        """Shows what was found; ``nothing`` says it where that is nothing."""
        self._is_waiting = False
        self.list.show_lines(lines, chosen or self._kept)
        self._kept = ""
        self.list.setVisible(bool(lines))
        self._nothing.setText(nothing)
        self._nothing.setVisible(not lines)
        self.read_as.setText(read_as)
        self._settle()
        if self._runs_at_once:
            self._runs_at_once = False
            self._enter()
        elif self._runs_keys:
            self._strike(self._runs_keys)

    def _ask(self, text: str, held: str) -> None:
        self._is_waiting, self._runs_at_once = True, False
        self._kept = self._runs_keys = ""
        self.asked.emit(text, held)

    def _enter(self) -> None:
        """Enter is for what is typed: where that is not found yet, it waits for it."""
        if self._is_waiting:
            self._runs_at_once = True
        elif self.list.current is not None:
            self.run.emit(self.list.current)

    def _owns(self, keys: str) -> bool:
        """Whether a shortcut is for a line here; those of records are never for the page below."""
        return keys in RECORD_KEYS or self._keyed(keys) is not None

    def _keyed(self, keys: str) -> Entry | None:
        return next((one for one in self.list.entries if keys and one.keys == keys), None)

    def _strike(self, keys: str) -> None:
        """A shortcut may be struck before its line is there: then it waits for it."""
        entry = self._keyed(keys)
        self._runs_keys = keys if entry is None or self._is_waiting else ""
        if entry is not None and not self._is_waiting:
            self.run.emit(entry)

    def _step(self, steps: int) -> None:
        self._runs_keys = ""
        self.list.step(steps)

    def _tell(self) -> None:
        entry = self.list.current
        if entry is None:
            return
        if entry.told != self._told:
            self._told = entry.told
            announce(self.list, entry.told)
        self.chosen_changed.emit(entry)

    # how it looks

    def _settle(self) -> None:
        window = self._window
        self._head.setFixedHeight(px(FIELD))
        self._foot.setFixedHeight(px(FOOT))
        wide = min(px(WIDTH), window.width() - 2 * px(CARD_RADIUS))
        frame = px(FIELD) + px(FOOT) + 3
        room = window.height() - px(TOP) - px(CARD_RADIUS) - frame
        wanted = self.list.wanted_height + px(LIST_END)
        high = max(px(LEAST_LIST), min(wanted, px(MOST_LIST), room))
        self.list.setFixedHeight(high)
        self._nothing.setFixedHeight(px(LEAST_LIST))
        shown = high if self.list.isVisibleTo(self) else px(LEAST_LIST)
        left = max(px(CARD_RADIUS), min(self._wanted_left(), window.width() - wide - px(8)))
        self.setGeometry(left, px(TOP), wide, frame + shown)

    def _wanted_left(self) -> int:
        """Where the search of the top bar begins."""
        return self._beside.mapTo(self._window, QPoint(1, 0)).x()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        paint.box(painter, self.rect(), theme.surface, theme.field_line, px(CARD_RADIUS))
        size = px(icons.CONTROL)
        top = 1 + (px(FIELD) - size) // 2
        icons.draw(painter, px(18), top, "search", size, theme.accent_text)
        inner = self.width() - 2
        for line in (1 + px(FIELD), self._foot.y()):
            painter.fillRect(1, line, inner, 1, colour(theme.border))
        painter.end()
