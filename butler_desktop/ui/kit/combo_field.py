"""Combo field: one of several known values."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QWidget

from butler_desktop.ui import fonts
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.kit.choice_delegate import ChoiceDelegate
from butler_desktop.ui.kit.field import Field
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CONTROL, px


class Combo(QComboBox):
    """A combo box whose wheel scrolls the page, not the value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setView(QListView())
        self.setItemDelegate(ChoiceDelegate(self))
        self.setMaxVisibleItems(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._dress()
        look().changed.connect(self._dress)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, words); the chosen key stays if it is still there."""
        chosen = self.currentData()
        self.blockSignals(True)
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        self.setCurrentIndex(self.findData(chosen))
        self.blockSignals(False)

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(72), px(CONTROL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, enabled = look().theme, QPainter(self), self.isEnabled()
        finding = self.property("finding") or None
        paint.field(
            painter, self.rect(), theme, focus=self.hasFocus(), state=finding, enabled=enabled
        )
        size = px(icons.TEXT)
        place = QRect(self.width() - size - px(9), 0, size, self.height())
        icons.draw_in(painter, place, "chevron-down", size, theme.text_2)
        area = QRect(px(9), 0, place.left() - px(13), self.height())
        if self.currentIndex() >= 0:
            ink = theme.text if enabled else theme.text_2
            paint.words(painter, area, Role.BODY, ink, self.currentText())
        else:
            paint.words(painter, area, Role.BODY, theme.text_3, self.placeholderText())
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _dress(self) -> None:
        self.setFont(fonts.font(Role.BODY))
        self.updateGeometry()


class ComboField(Field):
    """A labelled choice; its value is the chosen key, or ``None``."""

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[str, str]] = (),
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, parent)
        self._combo = Combo()
        self._combo.setPlaceholderText(hint)
        self._combo.set_choices(choices)
        self._combo.setCurrentIndex(-1)
        self._combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._combo.activated.connect(lambda _index: self._picked())
        self._take(self._combo)

    @property
    def combo(self) -> Combo:
        """The combo box itself."""
        return self._combo

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other (key, words)."""
        self._combo.set_choices(choices)

    def value(self) -> str | None:
        found = self._combo.currentData()
        return None if found is None else str(found)

    def _show(self, value: object) -> None:
        self._combo.setCurrentIndex(self._combo.findData(value) if value is not None else -1)
