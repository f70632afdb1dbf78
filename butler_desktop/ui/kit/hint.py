"""Hint: a small icon with quiet words (取自营业执照, 12/12 已填)."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px


class Hint(QWidget):
    """An icon and words in one colour of the theme."""

    def __init__(
        self,
        icon: str = "",
        text: str = "",
        ink: str = "text_3",
        role: Role = Role.META,
        size: int = icons.TEXT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._size = role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_hint(icon, text, ink)

    def show_hint(self, icon: str, text: str, ink: str = "text_3") -> None:
        """Say something else; an empty icon leaves the words alone."""
        self._icon, self._text, self._ink = icon, text, ink
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words."""
        return self._text

    def sizeHint(self) -> QSize:
        lead = px(self._size) + px(5) if self._icon else 0
        return QSize(lead + paint.width_of(self._role, self._text), self._role.line)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, ink, lead = QPainter(self), look().theme.token(self._ink), 0
        if self._icon:
            size = px(self._size)
            icons.draw(painter, 0, (self.height() - size) // 2, self._icon, size, ink)
            lead = size + px(5)
        spot = QRect(lead, 0, self.width() - lead, self.height())
        paint.words(painter, spot, self._role, ink, self._text)
        painter.end()
