"""Check box and radio button: a mark of 15 pixels and its words, drawn by ourselves.

Qt's own would need a style written in Python, through which every stroke of
every widget would pass.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import check_mark, paint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px

_GAP, _HEIGHT = 8, 24


def _size(button: QAbstractButton) -> QSize:
    words = button.text()
    width = px(check_mark.SIZE) + (px(_GAP) + paint.width_of(Role.BODY, words) if words else 0)
    return QSize(width + px(6), px(_HEIGHT))


def _paint(button: QAbstractButton, *, on: bool, part: bool, radio: bool) -> None:
    theme, painter, size = look().theme, QPainter(button), px(check_mark.SIZE)
    enabled = button.isEnabled()
    place = QRect(0, 0, size, button.height())
    check_mark.draw(
        painter,
        place,
        theme,
        on=on,
        part=part,
        enabled=enabled,
        focus=button.hasFocus() and not button.text(),
        radio=radio,
    )
    left = place.right() + 1 + px(_GAP)
    spot = QRect(left, 0, button.width() - left, button.height())
    ink = theme.text if enabled else theme.text_3
    width = paint.words(painter, spot, Role.BODY, ink, button.text())
    if button.hasFocus() and button.text():
        ring = QRect(left - px(4), 0, width + px(8), button.height())
        paint.focus_ring(painter, ring, theme, px(4))
    painter.end()


class CheckBox(QCheckBox):
    """A box with a tick, or a dash where it stands for a partly chosen lot."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_HEIGHT), px(_HEIGHT))

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        state = self.checkState()
        part = state is Qt.CheckState.PartiallyChecked
        _paint(self, on=state is Qt.CheckState.Checked, part=part, radio=False)


class RadioButton(QRadioButton):
    """A disc with a dot."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_HEIGHT), px(_HEIGHT))

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint(self, on=self.isChecked(), part=False, radio=True)
