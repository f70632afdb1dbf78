"""Marked text: an icon before a sentence that may wrap over several lines."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui import fonts
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour

_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class MarkedText(QWidget):
    """An icon and a wrapping sentence in one colour of the theme."""

    def __init__(self, role: Role = Role.META, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._icon = self._text = ""
        self._ink = "text_2"
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, icon: str, text: str, ink: str = "text_2") -> None:
        """Say something else."""
        self._icon, self._text, self._ink = icon, text, ink
        self.setAccessibleName(text)
        self._settle()
        self.update()

    def text(self) -> str:
        """The sentence."""
        return self._text

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - self._lead, 1), 10_000)
        used = fonts.metrics(self._role).boundingRect(room, _WRAP, self._text).height()
        lines = max(round(used / fonts.metrics(self._role).lineSpacing()), 1)
        return lines * self._role.line

    def sizeHint(self) -> QSize:
        width = self._lead + fonts.metrics(self._role).horizontalAdvance(self._text)
        return QSize(width, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), self._role.line)

    @property
    def _lead(self) -> int:
        return px(icons.TEXT) + px(4) if self._icon else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        """Ask for the height that the words need at the present width."""
        self.setMinimumHeight(self.heightForWidth(max(self.width(), 1)) if self._text else 0)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, ink = QPainter(self), look().theme.token(self._ink)
        line, size = self._role.line, px(icons.TEXT)
        if self._icon:
            icons.draw(painter, 0, (line - size) // 2, self._icon, size, ink)
        painter.setFont(fonts.font(self._role))
        painter.setPen(colour(ink))
        slack = (line - fonts.metrics(self._role).lineSpacing()) // 2
        area = self.rect().adjusted(self._lead, max(slack, 0), 0, 0)
        painter.drawText(area, _WRAP, self._text)
        painter.end()
