"""User button: who works at this desk; opens the user's menu."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import RADIUS, px

_DISC = 22


class UserButton(QAbstractButton):
    """The first character of the name in a disc, the name, an arrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        """Say who works here."""
        self.setText(name)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        name = paint.width_of(Role.BODY, self.text())
        return QSize(px(_DISC) + px(7) + name + px(6) + px(icons.TEXT) + px(2), px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, rect = look().theme, QPainter(self), self.rect()
        if self.underMouse():
            paint.box(painter, rect, theme.hover, None, px(RADIUS))
        side = px(_DISC)
        disc = QRect(0, (self.height() - side) // 2, side, side)
        paint.box(painter, disc, theme.accent_ground, None, side / 2)
        first = self.text()[:1]
        paint.words(painter, disc, Role.META, theme.accent_text, first, paint.CENTRE, elide=False)
        left = disc.right() + 1 + px(7)
        spot = QRect(left, 0, self.width() - left, self.height())
        used = paint.words(painter, spot, Role.BODY, theme.text, self.text())
        size = px(icons.TEXT)
        top = (self.height() - size) // 2
        icons.draw(painter, left + used + px(6), top, "chevron-down", size, theme.text)
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme, px(RADIUS))
        painter.end()
