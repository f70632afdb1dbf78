"""Undo strip: what has just been done, and the way back, for ten seconds at the bottom."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CARD_RADIUS, px

SHOWN_FOR = 10_000  # ms


class UndoStrip(QWidget):
    """Lies over the foot of its parent; a newer act takes the place of an older one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._undo: Callable[[], None] | None = None
        self._words = Text("", Role.BODY, elide=True)
        self._link = Link(self.tr("Undo"), Role.BODY)
        self._close = IconButton("x", self.tr("Close"), side=24, size=14)
        self._link.clicked.connect(self._go_back)
        self._close.clicked.connect(self.hide)
        row = HBox(self, sides=(16, 8, 10, 8), gap=16)
        row.addWidget(self._words)
        row.addWidget(self._link)
        row.addWidget(self._close)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SHOWN_FOR)
        self._clock.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def clock(self) -> QTimer:
        """What takes the strip away."""
        return self._clock

    def show_act(self, text: str, undo: Callable[[], None] | None) -> None:
        """Say what has been done; ``undo`` is called when the butler wants it back."""
        self._undo = undo
        self._words.setText(text)
        self._link.setVisible(undo is not None)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._clock.start()

    def undo_now(self) -> None:
        """Take the last act back, if the strip still offers it (Ctrl+Z)."""
        if self.isVisible() and self._undo is not None:
            self._go_back()

    def _go_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _place(self) -> None:
        over = self.parentWidget()
        if over is not None:
            hint, edge = self.sizeHint(), px(16)
            wanted = hint.width() + paint.width_of(Role.BODY, self._words.text()) + 1
            self.resize(min(wanted, over.width() - 2 * edge), hint.height())
            left = (over.width() - self.width()) // 2
            self.move(left, over.height() - self.height() - edge)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def hideEvent(self, _event: QEvent) -> None:
        self._clock.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        paint.box(painter, self.rect(), theme.raised, theme.border_strong, px(CARD_RADIUS))
        painter.end()
