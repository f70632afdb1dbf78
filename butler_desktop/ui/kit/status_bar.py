"""Status bar: counts and selection left; running task, database, backup and zoom right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.kit.boxes import Box, HBox
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour

_GAP = 4


@dataclass(frozen=True, slots=True)
class StatusItem:
    """A fact in the status bar; with a ``key`` it can be pressed."""

    text: str
    icon: str = ""
    key: str = ""
    ink: str = "text_3"


class _Part(QAbstractButton):
    """One fact."""

    def __init__(self, item: StatusItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = item
        self.setText(item.text)
        self.setAccessibleName(item.text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        pressed = Qt.FocusPolicy.TabFocus if item.key else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(pressed)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        lead = px(icons.TEXT) + px(_GAP) if self._item.icon else 0
        return QSize(lead + paint.width_of(Role.META, self._item.text), px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, lead = look().theme, QPainter(self), 0
        ink = theme.token(self._item.ink)
        if self._item.key and self.underMouse():
            ink = theme.text
        if self._item.icon:
            size = px(icons.TEXT)
            icons.draw(painter, 0, (self.height() - size) // 2, self._item.icon, size, ink)
            lead = size + px(_GAP)
        spot = QRect(lead, 0, self.width() - lead, self.height())
        paint.words(painter, spot, Role.META, ink, self._item.text, elide=False)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), theme, px(3))
        painter.end()


class StatusBar(QWidget):
    """A bar of 25 pixels with facts at both ends."""

    item_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._left, self._right = HBox(gap=16), HBox(gap=16)
        self._shown: dict[int, list[_Part]] = {0: [], 1: []}
        self._said: dict[int, list[StatusItem]] = {0: [], 1: []}
        row = HBox(self, sides=(12, 1, 12, 0), gap=16)
        row.addLayout(self._left)
        row.addStretch(1)
        row.addLayout(self._right)

    def show_left(self, items: Sequence[StatusItem]) -> None:
        """Show these facts at the left."""
        self._show(0, self._left, items)

    def show_right(self, items: Sequence[StatusItem]) -> None:
        """Show these facts at the right."""
        self._show(1, self._right, items)

    def _show(self, end: int, box: Box, items: Sequence[StatusItem]) -> None:
        if self._said[end] == list(items):
            return
        self._said[end] = list(items)
        for part in self._shown[end]:
            # Hidden first: a layout shows what it was given late, and would then show a window.
            part.hide()
            part.setParent(None)
            part.deleteLater()
        self._shown[end] = []
        for item in items:
            part = _Part(item)
            if item.key:
                part.clicked.connect(lambda _on=False, key=item.key: self.item_clicked.emit(key))
            box.addWidget(part)
            part.show()
            self._shown[end].append(part)

    def sizeHint(self) -> QSize:
        return QSize(px(1024), px(25))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(300), px(25))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        painter.fillRect(self.rect(), colour(theme.window))
        painter.fillRect(0, 0, self.width(), 1, colour(theme.border))
        painter.end()
