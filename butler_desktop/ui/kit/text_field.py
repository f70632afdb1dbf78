"""Text field: several lines, growing to six or as many as are let, then scrolling."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from butler_desktop.ui import fonts
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.field import Field
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CONTROL, px

_LINES = 6


class _Lines(QPlainTextEdit):
    """The editor: as high as its text, up to so many lines; Tab leaves it."""

    left = Signal()
    focus_moved = Signal()

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self.composing = False
        """Whether an input method holds words that are not in the text yet."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.updateGeometry)
        self.document().documentLayout().documentSizeChanged.connect(
            lambda _size: self.updateGeometry()
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        lines = min(max(round(self.document().size().height()), 1), self._most)
        return QSize(px(160), lines * fonts.metrics(Role.BODY).lineSpacing() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(72), self.sizeHint().height())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.composing = bool(event.preeditString())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.composing = False
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()
        self.focus_moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit()


class _Frame(QWidget):
    """The field's frame around the editor."""

    def __init__(self, lines: _Lines) -> None:
        super().__init__()
        self._lines = lines
        lines.focus_moved.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        VBox(self, sides=(9, 5, 3, 5)).addWidget(lines)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(72), max(px(CONTROL), super().minimumSizeHint().height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.field(
            painter,
            self.rect(),
            look().theme,
            focus=self._lines.hasFocus(),
            state=self.property("finding") or None,
            enabled=not self._lines.isReadOnly(),
        )
        painter.end()


class TextField(Field):
    """Labelled text of several lines; its value is a ``str``."""

    left = Signal()
    """The keyboard went on, after ``committed``."""

    def __init__(
        self, label: str, *, hint: str = "", lines: int = _LINES, parent: QWidget | None = None
    ) -> None:
        super().__init__(label, parent)
        self._lines = _Lines(lines)
        self._lines.setPlaceholderText(hint)
        self._showing = False
        self._lines.textChanged.connect(self._changed)
        self._lines.left.connect(self.commit)
        self._lines.left.connect(self.left)
        self._frame = _Frame(self._lines)
        self._take(self._frame, self._lines)
        self._dress()
        look().changed.connect(self._dress)

    @property
    def lines(self) -> QPlainTextEdit:
        """The editor itself."""
        return self._lines

    def value(self) -> str:
        return self._lines.toPlainText()

    def set_read_only(self, read_only: bool) -> None:
        self._lines.setReadOnly(read_only)
        self._frame.update()

    def _show(self, value: object) -> None:
        self._showing = True
        self._lines.setPlainText("" if value is None else str(value))
        self._showing = False

    def _changed(self) -> None:
        if not self._showing:
            self._typed()

    def _dress(self) -> None:
        self._lines.setFont(fonts.font(Role.BODY))
        self._lines.updateGeometry()
