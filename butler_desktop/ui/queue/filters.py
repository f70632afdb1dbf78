"""The filters above the queue: due, province, kind, free text; each a chip that can be removed."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from butler_desktop.domain.province import Provinces
from butler_desktop.domain.views import SOON_DAYS
from butler_desktop.domain.vocabulary import FILING_KIND_SHORT
from butler_desktop.domain.worklist import FilingFilter
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.filter_chip import FilterChip, FilterState
from butler_desktop.ui.kit.line_field import Edit
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import SMALL, px
from butler_desktop.ui.queue.sort_button import SortButton

PARTS: dict[str, dict[str, Any]] = {
    "due": {"due_within_days": None},
    "province": {"provinces": ()},
    "kind": {"kinds": ()},
}
"""What clears each chip's filter."""

DAYS = (0, 1, SOON_DAYS, 7)


class Filters(QWidget):
    """Holds a ``FilingFilter``; ``changed`` tells a new one."""

    changed = Signal(object)

    finished = Signal()
    """The text is typed: on to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = FilingFilter()
        self._provinces = Provinces()
        row = HBox(self, sides=(16, 5, 12, 4), gap=6)
        self.button = FilterChip(self.tr("Filter"), FilterState.BUTTON, icon="list-filter")
        self.button.clicked.connect(self._open_all)
        row.addWidget(self.button)
        self.text_filter = Edit()
        self.text_filter.setPlaceholderText(self.tr("Filter this list"))
        self.text_filter.setAccessibleName(self.tr("Filter this list"))
        self.text_filter.setClearButtonEnabled(True)
        self.text_filter.textChanged.connect(lambda text: self._set(text=text))
        self.text_filter.returnPressed.connect(self.finished)
        self.text_filter.hide()
        row.addWidget(self.text_filter)
        self.chips = {key: FilterChip("") for key in PARTS}
        for key, chip in self.chips.items():
            row.addWidget(chip)
            chip.clicked.connect(lambda _=False, key=key: self._open(key))
            chip.removed.connect(lambda key=key: self._set(**PARTS[key]))
        row.addStretch(1)
        self.sort = SortButton()
        row.addWidget(self.sort)
        self._measure()
        look().changed.connect(self._measure)
        self._say()

    @property
    def filter(self) -> FilingFilter:
        """The filter in force."""
        return self._filter

    @property
    def is_set(self) -> bool:
        """Whether any chip or text narrows the list."""
        f = self._filter
        return bool(f.text or f.provinces or f.kinds or f.due_within_days is not None)

    def know(self, provinces: Provinces) -> None:
        """Offer these provinces."""
        self._provinces = provinces
        self._say()

    def set_filter(self, wanted: FilingFilter) -> None:
        """Put a whole filter in force without telling."""
        self._filter = wanted
        if self.text_filter.text() != wanted.text:
            self.text_filter.blockSignals(True)
            self.text_filter.setText(wanted.text)
            self.text_filter.blockSignals(False)
        own = bool(wanted.text) and wanted.view is not None  # else it stands in the top bar
        self.text_filter.setVisible(own or self.text_filter.hasFocus())
        self._say()

    def clear(self) -> None:
        """Remove every filter but the view."""
        self.set_filter(
            replace(self._filter, text="", provinces=(), kinds=(), due_within_days=None)
        )
        self.changed.emit(self._filter)

    def start_finding(self) -> None:
        """Put the cursor into the text filter."""
        self.text_filter.show()
        self.text_filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text_filter.selectAll()

    def stop_finding(self) -> None:
        """Take the text filter away."""
        self.text_filter.clear()
        self.text_filter.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in the text filter takes it away."""
        if event.key() == Qt.Key.Key_Escape and self.text_filter.hasFocus():
            self.finished.emit()
            self.stop_finding()
        else:
            super().keyPressEvent(event)

    def _set(self, **changes: Any) -> None:
        self._filter = replace(self._filter, **changes)
        self._say()
        self.changed.emit(self._filter)

    def _measure(self) -> None:
        self.text_filter.setMaximumWidth(px(200))
        self.text_filter.setFixedHeight(px(SMALL))

    # what the chips say

    def _say(self) -> None:
        names = {
            "due": self.tr("Due"),
            "province": self.tr("Province"),
            "kind": self.tr("Service type"),
        }
        for key, value in self._values().items():
            text = self.tr("%1: %2").replace("%1", names[key]).replace("%2", value)
            state = FilterState.SET if value else FilterState.EMPTY
            self.chips[key].show_filter(text if value else names[key], state)

    def _values(self) -> dict[str, str]:
        f = self._filter
        provinces = (p for code in f.provinces if (p := self._provinces.named(code)))
        kinds = (words for kind, words in FILING_KIND_SHORT.items() if kind in f.kinds)
        comma = self.tr(", ")
        return {
            "due": "" if f.due_within_days is None else self._days(f.due_within_days),
            "province": comma.join(said(province.short_words) for province in provinces),
            "kind": comma.join(said(words) for words in kinds),
        }

    def _days(self, days: int) -> str:
        return self.tr("%n day(s)", "", days) if days else self.tr("now")

    # their menus

    def menu_of(self, key: str) -> QMenu:
        """The choices of a chip; those in force are ticked."""
        titles = {
            "due": self.tr("Due"),
            "province": self.tr("Province"),
            "kind": self.tr("Service type"),
        }
        menu = QMenu(titles[key], self)
        if key == "due":
            for days in DAYS:
                on = self._filter.due_within_days == days
                wanted: dict[str, Any] = {"due_within_days": None if on else days}
                self._add_choice(menu, self._days(days), wanted, on=on)
        elif key == "province":
            for province in self._provinces:
                self._add_member(menu, said(province.short_words), "provinces", province.code)
        else:
            for kind, words in FILING_KIND_SHORT.items():
                self._add_member(menu, said(words), "kinds", str(kind))
        return menu

    def menu_of_all(self) -> QMenu:
        """Every filter in one menu, and the way to clear them."""
        menu = QMenu(self)
        for key in PARTS:
            part = self.menu_of(key)
            part.setParent(menu, part.windowFlags())
            menu.addMenu(part)
        menu.addSeparator()
        menu.addAction(self.tr("Filter by text"), self.start_finding)
        clear = menu.addAction(self.tr("Clear the filters"), self.clear)
        clear.setEnabled(self.is_set)
        return menu

    def _open(self, key: str) -> None:
        self._pop_up(self.menu_of(key), self.chips[key])

    def _open_all(self) -> None:
        self._pop_up(self.menu_of_all(), self.button)

    @staticmethod
    def _pop_up(menu: QMenu, under: QWidget) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def _add_member(self, menu: QMenu, words: str, name: str, value: str) -> None:
        chosen: tuple[str, ...] = getattr(self._filter, name)
        rest = tuple(v for v in chosen if v != value)
        on = value in chosen
        self._add_choice(menu, words, {name: rest if on else (*rest, value)}, on=on)

    def _add_choice(self, menu: QMenu, words: str, wanted: dict[str, Any], *, on: bool) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _=False: self._set(**wanted))
