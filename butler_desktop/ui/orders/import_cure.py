"""Cure button: one cure of a faulty row, over the panel's whole width, with its Alt key."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from butler_desktop.domain.order_cures import Cure
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit import key_cap, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CONTROL, RADIUS, px

_SIDE = 12
_MOST = 9
"""There is no key beyond Alt 9."""


class CureButton(QAbstractButton):
    """``chosen(cure)``; the key is owned by the page."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cure: Cure | None = None
        self._keys = ""
        self.number = 0
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.chosen.emit(self._cure))

    @property
    def cure(self) -> Cure | None:
        """The cure that is offered."""
        return self._cure

    def show_cure(self, cure: Cure, number: int) -> None:
        """Offer a cure by Alt and ``number``."""
        self._cure, self.number = cure, number
        self._keys = f"Alt {number}" if number <= _MOST else ""
        self.setText(said(cure.words))
        self.setAccessibleName(self.text())
        self.setToolTip(f"{self.text()}  {self._keys}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(CONTROL + 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(CONTROL + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, radius = look().theme, QPainter(self), px(RADIUS)
        over = self.underMouse() or self.isDown()
        fill = theme.hover if over else theme.raised
        paint.box(painter, self.rect(), fill, theme.border_strong, radius)
        area = self.rect().adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        if self._keys:
            area.setRight(key_cap.draw(painter, area, self._keys) - px(8))
        paint.words(painter, QRect(area), Role.BODY, theme.text, self.text())
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), theme, radius)
        painter.end()
