"""Wanted bar: what is counted: period, province, kind; one's own work or the team's."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from butler_desktop.domain.province import Provinces
from butler_desktop.domain.statistics import PERIODS, Wanted
from butler_desktop.domain.vocabulary import FILING_KIND_SHORT
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox
from butler_desktop.ui.kit.filter_chip import FilterChip, FilterState
from butler_desktop.ui.kit.segments import Segments


class WantedBar(QWidget):
    """``changed`` when something else shall be counted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._provinces = Provinces()
        self._days, self._province, self._kind = 90, "", ""
        self.period = FilterChip("", FilterState.BUTTON, icon="calendar-days")
        self.province = FilterChip("", FilterState.EMPTY)
        self.kind = FilterChip("", FilterState.EMPTY)
        self.whose = Segments([self.tr("Me"), self.tr("Team")], self.tr("Whose"))
        row = HBox(self, gap=8)
        for part in (self.period, self.province, self.kind, self.whose):
            row.addWidget(part)
        self.period.clicked.connect(
            lambda: self._open(self.period, self._periods(), self._set_days)
        )
        self.province.clicked.connect(
            lambda: self._open(self.province, self._province_choices(), self._set_province)
        )
        self.kind.clicked.connect(lambda: self._open(self.kind, self._kinds(), self._set_kind))
        self.province.removed.connect(lambda: self._set_province(""))
        self.kind.removed.connect(lambda: self._set_kind(""))
        self.whose.chosen.connect(lambda _: self.changed.emit())
        self._say()

    def know(self, provinces: Provinces) -> None:
        """Offer these provinces."""
        self._provinces = provinces
        self._say()

    def wanted(self, actor: str) -> Wanted:
        """What is counted, for who sits here."""
        butler = actor if self.whose.index() == 0 else None
        return Wanted(self._days, self._province, self._kind, butler)

    def _periods(self) -> list[tuple[str, str]]:
        days = [(str(n), self.tr("Last %1 days").replace("%1", str(n))) for n in PERIODS]
        return [*days, ("0", self.tr("All the time"))]

    def _province_choices(self) -> list[tuple[str, str]]:
        found = [(it.code, said(it.short_words)) for it in self._provinces]
        return [("", self.tr("All provinces")), *found]

    def _kinds(self) -> list[tuple[str, str]]:
        found = [(str(kind), said(words)) for kind, words in FILING_KIND_SHORT.items()]
        return [("", self.tr("All kinds")), *found]

    def _open(
        self, chip: FilterChip, choices: Sequence[tuple[str, str]], choose: Callable[[str], None]
    ) -> None:
        menu = QMenu(self)
        for key, words in choices:
            menu.addAction(words).triggered.connect(lambda _=False, key=key: choose(key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _set_days(self, key: str) -> None:
        self._days = int(key)
        self._tell()

    def _set_province(self, key: str) -> None:
        self._province = key
        self._tell()

    def _set_kind(self, key: str) -> None:
        self._kind = key
        self._tell()

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self.period.show_filter(dict(self._periods())[str(self._days)], FilterState.BUTTON)
        for chip, key, choices in (
            (self.province, self._province, self._province_choices()),
            (self.kind, self._kind, self._kinds()),
        ):
            words = dict(choices).get(key, key)
            chip.show_filter(words, FilterState.SET if key else FilterState.EMPTY)
