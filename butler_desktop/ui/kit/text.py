"""Text: labels and links in the type roles and colours of the design."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from butler_desktop.ui import fonts
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour


class Text(QLabel):
    """Words in a type role and a colour of the theme; may wrap, be elided, or be selected."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        ink: str = "text",
        *,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._ink, self._elide = role, ink, elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self._dress()
        look().changed.connect(self._dress)

    def set_ink(self, ink: str) -> None:
        """Draw the words in another colour."""
        self._ink = ink
        self._dress()

    def set_role(self, role: Role) -> None:
        """Draw the words in another type role."""
        self._role = role
        self._dress()

    def setText(self, text: str) -> None:
        super().setText(text)
        if self._elide:
            self.setToolTip(text)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self.wordWrap():
            return hint
        return QSize(hint.width(), max(hint.height(), self._role.line))

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self._elide:
            return QSize(px(24), self._role.line)
        return QSize(hint.width(), max(hint.height(), self._role.line))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        ink = look().theme.token(self._ink)
        paint.words(painter, self.contentsRect(), self._role, ink, self.text())
        painter.end()

    def _dress(self) -> None:
        self.setFont(fonts.font(self._role))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), colour(look().theme.token(self._ink)))
        self.setPalette(palette)
        self.updateGeometry()


class Link(QWidget):
    """Underlined words that act; focusable, pressed by Enter and Space."""

    clicked = Signal()

    def __init__(
        self, text: str, role: Role = Role.META, *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._role, self._icon = text, role, icon
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The words."""
        return self._text

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        icon = px(icons.TEXT) + px(4) if self._icon else 0
        return QSize(icon + paint.width_of(self._role, self._text), self._role.line)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, area = look().theme, QPainter(self), self.rect()
        ink = theme.accent_text if self.isEnabled() else theme.text_3
        if self._icon:
            size = px(icons.TEXT)
            icons.draw(painter, 0, (self.height() - size) // 2, self._icon, size, ink)
            area.setLeft(size + px(4))
        area.setHeight(self._role.line)
        width = paint.words(painter, area, self._role, ink, self._text)
        painter.fillRect(area.left(), self._role.line - 1, width, 1, colour(ink))
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), theme, px(2))
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.EnabledChange):
            self.updateGeometry()
            self.update()
