"""Palette field: where one types; its keys move the choice, unless an input method composes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QInputMethodEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from butler_desktop.ui import fonts
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px, zoom

SIZE = 16
PAGE = 6
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaletteField(QLineEdit):
    """Sends what is typed with what an input method still holds."""

    asked = Signal(str, str)
    """The text, and the text that an input method holds."""

    stepped = Signal(int)
    entered = Signal()
    tabbed = Signal(bool)
    """Tab forward, or back."""

    left = Signal()
    keys_struck = Signal(str)
    """A shortcut that belongs to an entry (``Ctrl+L``)."""

    def __init__(self, owns: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owns = owns
        self._held, self._told = "", ("", "")
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlaceholderText(self.tr("Sponsor, number, domain, phone end, initials"))
        self.setAccessibleName(self.tr("Find or do"))
        self.textEdited.connect(lambda _text: self._ask())
        self._dress()
        look().changed.connect(self._dress)

    @property
    def composing(self) -> bool:
        """Whether an input method holds words that are not in the text yet."""
        return bool(self._held)

    @property
    def held(self) -> str:
        """What an input method holds."""
        return self._held

    def begin(self, text: str) -> None:
        """Start anew with ``text``."""
        self._held, self._told = "", (text, "")
        self.setText(text)
        # Another reason would choose the whole text, and the next letter replace it.
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._held = event.preeditString()
        super().inputMethodEvent(event)
        self._ask()

    def event(self, event: QEvent) -> bool:
        """Takes the shortcuts of entries before the window's own do."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (self.composing or self._owns(_written(event)))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.composing:
            super().keyPressEvent(event)
        elif self._owns(written := _written(event)):
            self.keys_struck.emit(written)
        elif key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key in ENTERS:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from a record to what can be done with it; it never leaves the palette."""
        if not self.composing:
            self.tabbed.emit(forward)
        return True

    def _ask(self) -> None:
        """Once for what is there: a commit is told both as an edit and as an event."""
        if self._told != (self.text(), self._held):
            self._told = (self.text(), self._held)
            self.asked.emit(*self._told)

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(36))

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's style sheet gives a font from before a change of zoom back when it polishes."""
        super().showEvent(event)
        self._dress()

    def _dress(self) -> None:
        made = QFont(fonts.font(Role.BODY))
        made.setPixelSize(round(SIZE * zoom()))
        self.setFont(made)
        self.updateGeometry()


def _written(event: QKeyEvent) -> str:
    """A struck key as shortcuts are written: ``Ctrl+Return``; empty for a bare letter or sign."""
    bare = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    is_function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
    if not event.modifiers() & ~bare and not is_function:
        return ""
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
