"""The filters above the queue: due, province, kind, free text; each a chip that can be removed."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from butler_desktop.domain.province import Provinces
from butler_desktop.domain.vocabulary import FILING_KIND_SHORT
from butler_desktop.domain.worklist import SOON_DAYS, FilingFilter
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.filter_chip import FilterChip, FilterState
from butler_desktop.ui.kit.line_field import Edit

PARTS: dict[str, dict[str, Any]] = {
    "due": {"due_within_days": None},
    "province": {"provinces": ()},
    "kind": {"kinds": ()},
}
"""What clears each chip's filter."""


class Filters(QWidget):
    """Holds a ``FilingFilter``; ``changed`` tells a new one."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = FilingFilter()
        self._provinces = Provinces()
        row = HBox(self, sides=(16, 5, 12, 4), gap=6)
        self.text_filter = Edit()
        self.text_filter.setPlaceholderText(self.tr("Filter this list"))
        self.text_filter.setAccessibleName(self.tr("Filter this list"))
        self.text_filter.setClearButtonEnabled(True)
        self.text_filter.textChanged.connect(self._find)
        self.text_filter.hide()
        row.addWidget(self.text_filter)
        self._chips = {key: FilterChip("") for key in PARTS}
        for key, chip in self._chips.items():
            row.addWidget(chip)
            chip.clicked.connect(lambda _=False, key=key: self._open(key))
            chip.removed.connect(lambda key=key: self._set(**PARTS[key]))
        row.addStretch(1)
        self.row = row
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
        self.text_filter.blockSignals(True)
        self.text_filter.setText(wanted.text)
        self.text_filter.blockSignals(False)
        self.text_filter.setVisible(bool(wanted.text))
        self._say()

    def clear(self) -> None:
        """Remove every filter but the view."""
        self.text_filter.clear()
        self._set(text="", provinces=(), kinds=(), due_within_days=None)

    def start_finding(self) -> None:
        """Put the cursor into the text filter."""
        self.text_filter.show()
        self.text_filter.setFocus()
        self.text_filter.selectAll()

    def _find(self, text: str) -> None:
        self._set(text=text)

    def _set(self, **changes: Any) -> None:
        self._filter = replace(self._filter, **changes)
        self._say()
        self.changed.emit(self._filter)

    def _say(self) -> None:
        f = self._filter
        provinces = [p for code in f.provinces if (p := self._provinces.named(code))]
        kinds = [said(words) for kind, words in FILING_KIND_SHORT.items() if kind in f.kinds]
        told = {
            "due": (
                self.tr("Due"),
                self.tr("%n day(s)", "", f.due_within_days)
                if f.due_within_days is not None
                else "",
            ),
            "province": (self.tr("Province"), "、".join(said(p.short_words) for p in provinces)),
            "kind": (self.tr("Service type"), "、".join(kinds)),
        }
        for key, (name, value) in told.items():
            state = FilterState.SET if value else FilterState.EMPTY
            self._chips[key].show_filter(f"{name}：{value}" if value else name, state)

    def _open(self, key: str) -> None:
        menu = QMenu(self)
        if key == "due":
            for days in (0, 1, SOON_DAYS, 7):
                action = menu.addAction(self.tr("%n day(s)", "", days))
                action.triggered.connect(lambda _=False, d=days: self._set(due_within_days=d))
        elif key == "province":
            for province in self._provinces:
                self._add_choice(menu, said(province.short_words), "provinces", province.code)
        else:
            for kind, words in FILING_KIND_SHORT.items():
                self._add_choice(menu, said(words), "kinds", str(kind))
        chip = self._chips[key]
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _add_choice(self, menu: QMenu, words: str, name: str, value: str) -> QAction:
        chosen: tuple[str, ...] = getattr(self._filter, name)
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(value in chosen)
        rest = tuple(v for v in chosen if v != value)
        wanted = rest if value in chosen else (*rest, value)
        action.triggered.connect(lambda _=False: self._set(**{name: wanted}))
        return action
