"""Picks field: any number of known values from a long list, in the height of one field.

The field shows the chosen words; pressing it opens the list. What was picked
is committed when the list closes, so that five ticks are one act.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.check_box import CheckBox
from butler_desktop.ui.kit.field import Field
from butler_desktop.ui.kit.scroll_page import ScrollPage
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CONTROL, px
from butler_desktop.ui.theme import colour

_ROW = 28
_MOST_ROWS = 11


class _List(QWidget):
    """The open list: a check box a line; arrows move, Space ticks, Esc and Enter close."""

    closed = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        super().__init__(None, Qt.WindowType.Popup)
        page = QWidget()
        rows = VBox(page, sides=(10, 4, 10, 4))
        self.boxes: dict[str, CheckBox] = {}
        for key, words in choices:
            box = CheckBox(words)
            box.setFixedHeight(px(_ROW))
            box.setChecked(key in chosen)
            rows.addWidget(box)
            self.boxes[key] = box
        VBox(self, sides=(1, 1, 1, 1)).addWidget(ScrollPage(page))
        seen = min(len(self.boxes), _MOST_ROWS)
        self.setFixedHeight(seen * px(_ROW) + 2 * px(4) + 2)
        if self.boxes:
            first = next((b for b in self.boxes.values() if b.isChecked()), None)
            (first or next(iter(self.boxes.values()))).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        painter.fillRect(self.rect(), colour(theme.raised))
        painter.setPen(colour(theme.border_strong))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class _Box(QPushButton):
    """The closed field: the chosen words and an arrow."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(72), px(CONTROL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        enabled = self.isEnabled()
        paint.field(
            painter,
            self.rect(),
            theme,
            focus=self.hasFocus(),
            state=self.property("finding") or None,
            enabled=enabled,
        )
        size = px(icons.CONTROL)
        ink = theme.text_2 if enabled else theme.text_3
        spot = self.rect().adjusted(self.width() - size - px(8), 0, -px(8), 0)
        icons.draw_in(painter, spot, "chevron-down", size, ink)
        area = self.rect().adjusted(px(9), 0, -px(28), 0)
        ink = theme.text if enabled else theme.text_2
        paint.words(painter, area, Role.BODY, ink, self.text())
        painter.end()


class PicksField(Field):
    """A labelled line of chosen values; its value is a tuple of keys, in the list's order."""

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, parent)
        self._choices = list(choices)
        self._chosen: tuple[str, ...] = ()
        self._list: _List | None = None
        self._box = _Box()
        self._box.clicked.connect(self.open_list)
        self._take(self._box)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, words); what is chosen stays chosen."""
        self._choices = list(choices)
        self._tell()

    def value(self) -> tuple[str, ...]:
        return self._chosen

    @property
    def boxes(self) -> dict[str, CheckBox]:
        """The check boxes of the open list."""
        return self._list.boxes if self._list is not None else {}

    def open_list(self) -> None:
        """Open the list under the field."""
        shown = _List(self._choices, self._chosen)
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown.closed.connect(self._closed)
        shown.setFixedWidth(max(self._box.width(), px(240)))
        below = self._box.mapToGlobal(QPoint(0, self._box.height() + px(2)))
        room = self._box.screen().availableGeometry()
        if below.y() + shown.height() > room.bottom():
            below = self._box.mapToGlobal(QPoint(0, -shown.height() - px(2)))
        shown.move(min(below.x(), room.right() - shown.width()), max(below.y(), room.top()))
        self._list = shown
        shown.show()

    def close_list(self) -> None:
        """Close the list and commit what was picked."""
        if self._list is not None:
            self._list.close()

    def _closed(self) -> None:
        shown, self._list = self._list, None
        if shown is None:
            return
        offered = {key: box.isChecked() for key, box in shown.boxes.items()}
        kept = [key for key in self._chosen if key not in offered]
        self._chosen = (*(key for key, on in offered.items() if on), *kept)
        self._tell()
        self._picked()

    def _show(self, value: object) -> None:
        self._chosen = tuple(str(key) for key in value) if isinstance(value, tuple) else ()
        self._tell()

    def _tell(self) -> None:
        words = dict(self._choices)
        text = self.tr(", ").join(words.get(key, key) for key in self._chosen)
        self._box.setText(text)
        self._box.setToolTip(text)
        self._box.setAccessibleName(f"{self.label} {text}")
        self._box.update()
