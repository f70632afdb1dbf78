"""Stars: a rating of one to five, to be seen or to be given."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.kit.field import Field
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px

_MOST, _SIZE, _GAP = 5, 14, 2


class Stars(QWidget):
    """Stars and their number; ``editable`` takes digits, arrows and the mouse."""

    rated = Signal(int)

    def __init__(
        self, name: str, value: int = 0, *, editable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._value, self._editable = name, value, editable
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if editable else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value(value)

    def value(self) -> int:
        """How many stars; 0 for not rated."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show so many stars, without a signal."""
        self._value = value
        self.setAccessibleName(f"{self._name} {value} / {_MOST}")
        self.update()

    def rate(self, value: int) -> None:
        """Give so many stars as the butler does."""
        if self._editable and 1 <= value <= _MOST and value != self._value:
            self.set_value(value)
            self.rated.emit(value)

    @property
    def _pitch(self) -> int:
        return px(_SIZE + (10 if self._editable else _GAP))  # a target of 24

    def sizeHint(self) -> QSize:
        digits = paint.width_of(Role.BODY, str(_MOST))
        return QSize(_MOST * self._pitch + px(6) + digits, px(28 if self._editable else 20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, size = QPainter(self), look().theme, px(_SIZE)
        top = (self.height() - size) // 2
        for number in range(_MOST):
            on = number < self._value
            ink = theme.amber.text if self._value else theme.field_line
            icons.draw(painter, number * self._pitch, top, "star", size, ink, filled=on)
        if self._value:
            left = _MOST * self._pitch + px(4)
            spot = QRect(left, 0, self.width() - left, self.height())
            paint.words(painter, spot, Role.BODY, theme.text, str(self._value), elide=False)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), theme, px(4))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.rate(int(event.position().x()) // self._pitch + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.rate(self._value + step)
        elif event.text().isdigit():
            self.rate(int(event.text()))
        else:
            super().keyPressEvent(event)


class StarsField(Field):
    """A labelled rating; its value is a number of stars as text, or ``None``."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._stars = Stars(label, editable=True)
        self._stars.rated.connect(lambda _stars: self._picked())
        self._take(self._stars)

    def value(self) -> str | None:
        return str(self._stars.value()) if self._stars.value() else None

    def _show(self, value: object) -> None:
        self._stars.set_value(int(str(value)) if value else 0)
