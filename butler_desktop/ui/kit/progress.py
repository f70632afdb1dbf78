"""Progress: the thin bar over an area that is being read, and the meter of a task."""

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.kit import paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour

APPEARS_AFTER = 150  # ms
_STEP = 40  # ms


class BusyBar(QWidget):
    """Two pixels at the top of its parent while it waits; not before 150 ms have passed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._at = 0.0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(APPEARS_AFTER)
        self._patience.timeout.connect(self._appear)
        self._motion = QTimer(self)
        self._motion.setInterval(_STEP)
        self._motion.timeout.connect(self._move_on)
        parent.installEventFilter(self)
        self.hide()

    def start(self) -> None:
        """Something is being waited for."""
        if not self._patience.isActive() and not self.isVisible():
            self._patience.start()

    def stop(self) -> None:
        """It has come."""
        self._patience.stop()
        self._motion.stop()
        self.hide()

    @property
    def patience(self) -> QTimer:
        """What makes the bar appear."""
        return self._patience

    def _appear(self) -> None:
        self._place()
        self.show()
        self.raise_()
        self._motion.start()

    def _move_on(self) -> None:
        self._at = (self._at + 0.02) % 1.3
        self.update()

    def _place(self) -> None:
        over = self.parentWidget()
        if over is not None:
            self.setGeometry(0, 0, over.width(), px(2))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def hideEvent(self, _event: QEvent) -> None:
        self._motion.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, part = QPainter(self), self.width() * 3 // 10
        left = round(self._at * self.width()) - part
        painter.fillRect(left, 0, part, self.height(), colour(look().theme.accent_text))
        painter.end()


class Meter(QWidget):
    """How far a task or a time is: a bar of 6 or 8 pixels, 0 to 1."""

    def __init__(self, height: int = 6, ink: str = "accent_fill", parent: QWidget | None = None):
        super().__init__(parent)
        self._height, self._ink, self._part = height, ink, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float, ink: str = "") -> None:
        """Show how far it is; ``ink`` takes another colour."""
        self._part = min(max(part, 0.0), 1.0)
        self._ink = ink or self._ink
        self.setAccessibleName(f"{self._part:.0%}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(120), px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(40), px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, radius = QPainter(self), look().theme, self.height() / 2
        paint.box(painter, self.rect(), theme.border, None, radius)
        done = self.rect()
        done.setWidth(round(self._part * self.width()))
        if done.width() > 0:
            paint.box(painter, done, theme.token(self._ink), None, min(radius, done.width() / 2))
        painter.end()
