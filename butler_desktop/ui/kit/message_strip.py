"""Message strip: what happened, above the content it concerns, with the cure as a button."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.kit.marked_text import MarkedText
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import RADIUS, px

_ICONS = {"red": "circle-alert", "amber": "triangle-alert", "blue": "info", "green": "circle-check"}


class MessageStrip(QWidget):
    """A tinted strip; ``acted`` carries the key of the button pressed.

    ``flush`` draws it from edge to edge (under a toolbar), else as a box.
    """

    acted = Signal(str)
    closed = Signal()

    def __init__(self, *, flush: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level, self._flush = "blue", flush
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = MarkedText(Role.META)
        self._buttons: list[Button] = []
        self._cures: tuple[tuple[str, str], ...] = ()
        self._close = IconButton("x", self.tr("Close"), side=24, size=14)
        self._close.clicked.connect(self._shut)
        self._row = HBox(self, sides=(11, 8, 11, 8), gap=8)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close)
        self.hide()

    def show_message(
        self,
        level: str,
        text: str,
        cures: tuple[tuple[str, str], ...] = (),
        *,
        title: str = "",
        closable: bool = False,
        icon: str = "",
    ) -> None:
        """Show a sentence after a bold ``title``; ``level`` is red, amber, blue or green.

        ``cures`` are (key, words) of the buttons.
        """
        self._level = level
        self._words.show_words(icon or _ICONS[level], text, level, lead=title)
        if cures != self._cures:
            self._put_buttons(cures)
        self._close.setVisible(closable)
        self.setAccessibleName(title + text)
        self.show()
        self.update()

    def _put_buttons(self, cures: tuple[tuple[str, str], ...]) -> None:
        """Other buttons; the same ones stay, so that a press is not lost while figures run."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons, self._cures = [], cures
        for number, (key, words) in enumerate(cures):
            button = Button(words, size=Size.SMALL)
            button.clicked.connect(lambda _on=False, key=key: self.acted.emit(key))
            self._row.insertWidget(1 + number, button)
            self._buttons.append(button)

    def clear(self) -> None:
        """Take the strip away."""
        self.hide()

    def text(self) -> str:
        """The sentence shown."""
        return self._words.text()

    def cures(self) -> list[Button]:
        """The buttons shown."""
        return list(self._buttons)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        tint = theme.tint(self._level)
        line = tint.text if theme.high_contrast else None
        paint.box(painter, self.rect(), tint.ground, line, 0 if self._flush else px(RADIUS))
        painter.end()

    def _shut(self) -> None:
        self.hide()
        self.closed.emit()
