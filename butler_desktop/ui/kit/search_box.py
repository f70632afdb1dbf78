"""Search box: the field of the top bar that finds filings while one types."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from butler_desktop.ui import fonts
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, key_cap, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CONTROL, RADIUS, px

KEYS = "Ctrl K"


class SearchBox(QLineEdit):
    """A field of 440 × 30. ``textEdited`` tells what is typed; Enter and Esc leave it."""

    entered = Signal()
    """Enter: on to what was found."""

    left = Signal()
    """Esc: the search is over; the field is empty again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search sponsors, domains, numbers"))
        self.setAccessibleName(self.tr("Search"))
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()
        look().changed.connect(self._dress)

    def begin(self) -> None:
        """Put the cursor here and let the next key replace what was looked for."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def show_text(self, text: str) -> None:
        """Show what is looked for; the cursor of who types stays where it is."""
        if text != self.text():
            self.setText(text)

    def _dress(self) -> None:
        self.setFont(fonts.font(Role.BODY))
        self.setMaximumWidth(px(440))
        self._leave_room()
        self.updateGeometry()

    def _leave_room(self) -> None:
        """For the icon, and for the keys where the field is not too short for both."""
        keys = key_cap.width(KEYS) + px(6) if self._shows_keys else 0
        self.setTextMargins(px(30), 0, keys + px(8), 0)

    @property
    def _shows_keys(self) -> bool:
        return self.width() >= px(200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's style sheet gives a font from before a change of zoom back when it polishes."""
        super().showEvent(event)
        self._dress()

    def sizeHint(self) -> QSize:
        return QSize(px(440), px(CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(CONTROL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, rect = look().theme, QPainter(self), self.rect()
        line = theme.field_line if self.underMouse() else theme.border_strong
        paint.box(painter, rect, theme.surface, line, px(RADIUS))
        size = px(icons.CONTROL)
        icons.draw(painter, px(9), (self.height() - size) // 2, "search", size, theme.text_3)
        if self._shows_keys:
            keys = QRect(0, 0, self.width() - px(8), self.height())
            key_cap.draw(painter, keys, "Esc" if self.hasFocus() and self.text() else KEYS)
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme, px(RADIUS))
        painter.end()
        super().paintEvent(event)
