"""Buttons: filled, plain, danger and flat ones in three sizes.

A button may carry an icon at its left and its shortcut, quietly, at its
right. The shortcut named here is only shown; the action it belongs to owns
the key.
"""

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CONTROL, RADIUS, SMALL, px
from butler_desktop.ui.theme import Theme


class Kind(Enum):
    """How loud a button is; one FILLED per window area."""

    FILLED = "filled"
    PLAIN = "plain"
    DANGER = "danger"
    FLAT = "flat"


class Size(Enum):
    """Height, side and gap of a button, and its type, in pixels at 100 %."""

    NORMAL = (CONTROL, 13, 6, Role.BODY, icons.CONTROL)
    HEAD = (28, 9, 6, Role.META, icons.CONTROL)  # beside the title of a page
    SMALL = (SMALL, 9, 4, Role.META, icons.TEXT)  # in bars, rows and strips

    @property
    def height(self) -> int:
        """The button's height in logical pixels at the zoom in force."""
        return px(self.value[0])

    @property
    def side(self) -> int:
        """What is left free at either side, the line included."""
        return px(self.value[1])

    @property
    def gap(self) -> int:
        """Between icon and words."""
        return px(self.value[2])

    @property
    def role(self) -> Role:
        """The type of the words."""
        return self.value[3]

    @property
    def icon(self) -> int:
        """The side of the icon."""
        return px(self.value[4])


class Button(QPushButton):
    """A button of the kit."""

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.PLAIN,
        *,
        icon: str = "",
        shortcut: str = "",
        size: Size = Size.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind, self._icon, self._size = kind, icon, size
        self._shortcut = shown_keys(shortcut)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @property
    def kind(self) -> Kind:
        """How loud the button is."""
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        """Make the button louder or quieter."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def set_words(self, text: str, shortcut: str = "") -> None:
        """Say something else."""
        self._shortcut = shown_keys(shortcut)
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._content_width() + 2 * self._size.side, self._size.height)

    def _content_width(self) -> int:
        width = paint.width_of(self._role, self.text())
        if self._icon:
            width += self._size.icon + (self._size.gap if self.text() else 0)
        if self._shortcut:
            width += px(8) + paint.width_of(Role.META, self._shortcut)
        return width

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = look().theme, QPainter(self)
        ink = self._ground(painter, theme)
        quiet = theme.on_accent if self._kind is Kind.FILLED else theme.text_3
        free = max((self.width() - self._content_width()) // 2, 0)
        left = self.rect().adjusted(free, 0, -free, 0)
        if self._icon:
            side = self._size.icon
            icons.draw(painter, left.x(), (self.height() - side) // 2, self._icon, side, ink)
            left.setLeft(left.left() + side + self._size.gap)
        left.setLeft(left.left() + paint.words(painter, left, self._role, ink, self.text()))
        if self._shortcut:
            left.setLeft(left.left() + px(8))
            painter.setOpacity(0.85)
            paint.words(painter, left, Role.META, quiet, self._shortcut)
        painter.end()

    @property
    def _role(self) -> Role:
        bold = self._kind is Kind.FILLED and self._size is Size.NORMAL
        return Role.BODY_BOLD if bold else self._size.role

    def _ground(self, painter: QPainter, theme: Theme) -> str:
        """Paint what lies under the words; returns the colour of the words."""
        hover = self.underMouse() and self.isEnabled()
        rect, radius = self.rect(), px(RADIUS)
        ink = theme.text
        if self._kind is Kind.FILLED and self.isEnabled():
            paint.box(painter, rect, theme.accent_fill, None, radius)
            ink = theme.on_accent
            if self.isDown() or hover:
                painter.setOpacity(0.16 if self.isDown() else 0.08)
                paint.box(painter, rect, "#000000", None, radius)
                painter.setOpacity(1)
        elif self._kind is Kind.FLAT:
            if hover or self.isDown() or self.isChecked():
                paint.box(painter, rect, theme.hover, None, radius)
            ink = theme.text_2
        else:
            fill = theme.hover if hover or self.isDown() or self.isChecked() else theme.raised
            paint.box(painter, rect, fill, theme.border_strong, radius)
            ink = theme.red.text if self._kind is Kind.DANGER else theme.text
        if not self.isEnabled():
            ink = theme.text_3
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme, radius)
            if self._kind is Kind.FILLED:
                paint.box(painter, rect.adjusted(2, 2, -2, -2), None, theme.on_accent, radius - 2)
        return ink


def shown_keys(shortcut: str) -> str:
    """A shortcut as it stands in buttons and tooltips: ``Ctrl+Return`` is ``Ctrl ↵``."""
    if not shortcut:
        return ""
    keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.PortableText)
    return keys.replace("Return", "↵").replace("Enter", "↵").replace("+", " ")
