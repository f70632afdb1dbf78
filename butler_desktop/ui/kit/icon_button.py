"""Icon button: an icon alone; its words are its tooltip and its accessible name."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.kit.buttons import shown_keys
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import ICON_BUTTON, RADIUS, px


class IconButton(QToolButton):
    """A button of ``side`` pixels that shows an icon of ``size``."""

    def __init__(
        self,
        icon: str,
        words: str,
        *,
        shortcut: str = "",
        side: int = ICON_BUTTON,
        size: int = icons.CONTROL,
        ink: str = "text_2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._side, self._size, self._ink = icon, side, size, ink
        self._mark = False
        self.set_words(words, shortcut)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def set_words(self, words: str, shortcut: str = "") -> None:
        """Say something else in tooltip and accessible name."""
        keys = shown_keys(shortcut)
        self.setToolTip(f"{words}  {keys}" if keys else words)
        self.setAccessibleName(words)

    def set_mark(self, mark: bool) -> None:
        """Show or hide the red dot of news."""
        self._mark = mark
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._side), px(self._side))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = look().theme, QPainter(self)
        if self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked()):
            paint.box(painter, self.rect(), theme.hover, None, px(RADIUS))
        ink = theme.text if self.isChecked() else theme.token(self._ink)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        icons.draw_in(painter, self.rect(), self._icon, px(self._size), ink)
        painter.setOpacity(1)
        if self._mark:
            side, middle = px(7), self.rect().center()
            dot = QRect(middle.x() + px(2), middle.y() - px(8), side, side)
            paint.box(painter, dot, theme.red.text, None, side / 2)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), theme, px(RADIUS))
        painter.end()
