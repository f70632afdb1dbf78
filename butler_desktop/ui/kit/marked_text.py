"""Marked text: an icon before a sentence that may wrap, with a bold lead if it has one."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui import fonts
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour

_LINE_END = "\u2028"  # Unicode's line separator, the only one a text layout knows


class MarkedText(QWidget):
    """An icon and a wrapping sentence in one colour of the theme."""

    def __init__(self, role: Role = Role.META, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._icon = self._lead = self._text = ""
        self._ink = "text_2"
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look().changed.connect(self._settle)

    def show_words(self, icon: str, text: str, ink: str = "text_2", *, lead: str = "") -> None:
        """Say something else; ``lead`` comes first, in bold (end it with a line end if wanted)."""
        self._icon, self._lead, self._text, self._ink = icon, lead, text, ink
        self.setAccessibleName((lead + text).strip())
        self._settle()
        self.update()

    def text(self) -> str:
        """The sentence, without its lead."""
        return self._text

    def heightForWidth(self, width: int) -> int:
        return self._laid(width).lineCount() * self._role.line

    def sizeHint(self) -> QSize:
        measured = fonts.metrics(self._role)
        width = self._margin + measured.horizontalAdvance(self._lead + self._text) + px(8)
        return QSize(width, self.heightForWidth(max(self.width(), px(80))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), self._role.line)

    @property
    def _margin(self) -> int:
        return px(icons.TEXT) + px(4) if self._icon else 0

    def _laid(self, width: int) -> QTextLayout:
        """The sentence broken into lines for ``width``."""
        whole = (self._lead + self._text).replace("\n", _LINE_END)
        made = QTextLayout(whole, fonts.font(self._role))
        if self._lead:
            bold = QTextLayout.FormatRange()
            bold.start, bold.length = 0, len(self._lead)
            bold.format = QTextCharFormat()
            bold.format.setFontWeight(QFont.Weight.Bold)
            made.setFormats([bold])
        made.beginLayout()
        top = 0
        while (line := made.createLine()).isValid():
            line.setLineWidth(max(width - self._margin, 1))
            line.setPosition(QPointF(0, top + (self._role.line - line.height()) // 2))
            top += self._role.line
        made.endLayout()
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        """Ask for the height that the words need at the present width."""
        self.setMinimumHeight(self.heightForWidth(max(self.width(), 1)) if self._text else 0)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, ink = QPainter(self), look().theme.token(self._ink)
        laid, line, size = self._laid(self.width()), self._role.line, px(icons.TEXT)
        top = max((self.height() - laid.lineCount() * line) // 2, 0)
        if self._icon:
            icons.draw(painter, 0, top + (line - size) // 2, self._icon, size, ink)
        painter.setPen(colour(ink))
        laid.draw(painter, QPointF(self._margin, top))
        painter.end()
