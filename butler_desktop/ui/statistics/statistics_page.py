"""The page of statistics: five figures, seven charts, and all of it as tables."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.local_time import local
from butler_desktop.domain.return_kind import RETURN_KIND_WORDS
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.stage import STAGE_WORDS
from butler_desktop.domain.statistics import LEGAL_DAYS, LOW, Statistics
from butler_desktop.domain.statistics_tables import (
    CALLS,
    LOADS,
    PROVINCES,
    REASONS,
    STARS,
    STEPS,
    TREND,
    WEEKDAYS,
    province_words,
    slot_words,
    statistics_tables,
)
from butler_desktop.domain.table import Table
from butler_desktop.domain.time_words import clock_text, day_text
from butler_desktop.errors import ButlerError, StoreAway
from butler_desktop.services.statistics import export_tables, statistics
from butler_desktop.ui.background import Background
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import language, said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.progress import BusyBar
from butler_desktop.ui.kit.scroll_page import ScrollPage
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import px
from butler_desktop.ui.statistics.bar_chart import BarChart
from butler_desktop.ui.statistics.chart_card import ChartCard
from butler_desktop.ui.statistics.figure_tile import FigureTile
from butler_desktop.ui.statistics.figure_words import tiles
from butler_desktop.ui.statistics.slot_grid import SlotGrid
from butler_desktop.ui.statistics.spread_chart import SpreadChart
from butler_desktop.ui.statistics.trend_chart import TrendChart
from butler_desktop.ui.statistics.wanted_bar import WantedBar

WIDE = 1000
PROVINCES_SHOWN = 8
LAYOUT = {
    TREND: (0, 0, 2),
    PROVINCES: (0, 2, 2),
    CALLS: (1, 0, 2),
    REASONS: (1, 2, 1),
    STARS: (1, 3, 1),
    STEPS: (2, 0, 2),
    LOADS: (2, 2, 2),
}
"""Row, column and width of each card where there is room."""


class StatisticsPage(Surface):
    """Reads when it is shown, when something else is wanted, and when something changed."""

    status_changed = Signal()

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__("window", parent=parent)
        self._background = background
        self._rulebook: Rulebook | None = None
        self._actor = ""
        self._found: Statistics | None = None
        self._tables: dict[str, Table] = {}
        self.bar = WantedBar()
        self.export_all = Button(self.tr("Export the report"), icon="download", size=Size.HEAD)
        self.strip = MessageStrip(flush=True)
        self.tiles = [FigureTile() for _ in range(5)]
        self.trend, self.provinces, self.calls = TrendChart(), SpreadChart(), SlotGrid()
        self.reasons, self.stars = BarChart(), BarChart("amber")
        self.steps, self.loads = SpreadChart(), BarChart(row=28)
        charts = (
            *(self.trend, self.provinces, self.calls, self.reasons),
            *(self.stars, self.steps, self.loads),
        )
        self.cards = {key: ChartCard(chart) for key, chart in zip(LAYOUT, charts, strict=True)}
        self._build()
        self._busy = BusyBar(self)
        self.bar.changed.connect(self.read_again)
        self.export_all.clicked.connect(lambda: self.ask_where(tuple(self._tables.values())))
        for card in self.cards.values():
            card.export_wanted.connect(lambda table: self.ask_where((table,)))

    def _build(self) -> None:
        column = VBox(self)
        column.addWidget(self.strip)
        page = QWidget()
        stack = VBox(page, sides=(24, 16, 24, 16), gap=12)
        head = HBox(gap=8)
        head.addWidget(Text(self.tr("Statistics"), Role.PAGE_TITLE))
        head.addStretch(1)
        head.addWidget(self.bar)
        head.addWidget(self.export_all)
        stack.addLayout(head)
        self._figures, self._charts = QGridLayout(), QGridLayout()
        for grid in (self._figures, self._charts):
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setSpacing(px(12))
            stack.addLayout(grid)
        stack.addStretch(1)
        column.addWidget(ScrollPage(page), 1)
        self._place()

    # what is shown

    @property
    def found(self) -> Statistics | None:
        """What is on the screen."""
        return self._found

    @property
    def status(self) -> str:
        """As of when, and of how many filings."""
        if self._found is None:
            return ""
        now = self._found.now
        at = f"{said(day_text(local(now).date()))} {clock_text(now)}"
        told = self.tr("As of %1 ・ filings: %2").replace("%1", at)
        return told.replace("%2", str(self._found.filing_count))

    def know(self, rulebook: Rulebook, actor: str) -> None:
        """Name provinces by these rules; count one's own work for ``actor``."""
        self._rulebook, self._actor = rulebook, actor
        self.bar.know(rulebook.provinces)

    def read_again(self) -> None:
        """Ask for the numbers anew; those on the screen stay until then."""
        self._busy.start()
        wanted = self.bar.wanted(self._actor)
        self._background.ask(self, statistics, wanted, then=self._arrived, failed=self._failed)

    def follow(self, _changes: Changes) -> None:
        """Somebody acted."""
        if self.isVisible():
            self.read_again()

    def _failed(self, error: ButlerError) -> None:
        self._busy.stop()
        if not isinstance(error, StoreAway):
            self.strip.show_message("red", error.said(language()), closable=True)

    def _arrived(self, found: Statistics) -> None:
        self._busy.stop()
        if self._rulebook is None:
            return
        self._found = found
        self._tables = statistics_tables(found, self._rulebook.provinces, language())
        for tile, told in zip(self.tiles, tiles(found), strict=True):
            tile.show_told(told)
        self._draw(found, self._rulebook)
        about = self._abouts(found)
        feet = {CALLS: self._lowest(found), PROVINCES: self._limits(found)}
        for key, card in self.cards.items():
            card.show_table(self._tables[key], about[key], feet.get(key, ""))
        self.status_changed.emit()

    def _draw(self, found: Statistics, rulebook: Rulebook) -> None:
        often = sorted(found.provinces, key=lambda it: -it.count)[:PROVINCES_SHOWN]
        shown = [it for it in found.provinces if it in often]
        named = [(said(province_words(it.key, rulebook.provinces)), it) for it in shown]
        self.trend.show_points(found.trend, is_own=found.wanted.butler is not None)
        self.provinces.show_spreads(named, self.tr("%1 d"), LEGAL_DAYS)
        self.calls.show_slots(found.slots)
        self.reasons.show_bars(
            [(said(RETURN_KIND_WORDS[it]), count) for it, count in found.reasons]
        )
        self.stars.show_bars(
            [(self.tr("%1 stars").replace("%1", str(n)), it) for n, it in found.stars.items()]
        )
        steps = [(said(STAGE_WORDS[stage]), spread) for stage, spread in found.steps.items()]
        self.steps.show_spreads(steps, self.tr("%1 h"))
        loads = sorted(found.loads, key=lambda it: -it.open)
        self.loads.show_bars([(it.butler or "—", it.open) for it in loads])

    def _abouts(self, found: Statistics) -> dict[str, str]:
        returns = sum(count for _, count in found.reasons)
        ratings = sum(found.stars.values())
        low = f"{LOW:.0%}"
        return {
            TREND: self.tr("by fortnight; approved with the first submission"),
            PROVINCES: self.tr(
                "working days from submission to decision; line: median, box: middle half"
            ),
            CALLS: self.tr("by hour of the purchase, %; △ below %1").replace("%1", low),
            REASONS: self.tr("by the authority: %1").replace("%1", str(returns)),
            STARS: self.tr("ratings: %1").replace("%1", str(ratings)),
            STEPS: self.tr("working hours; line: median, box: middle half"),
            LOADS: self.tr("open filings by butler"),
        }

    def _limits(self, found: Statistics) -> str:
        told = self.tr("The 20 working days are the legal limit.")
        if len(found.provinces) > PROVINCES_SHOWN:
            words = self.tr("Shown are the %1 with the most filings; the table has all.")
            told += " " + words.replace("%1", str(PROVINCES_SHOWN))
        return told

    def _lowest(self, found: Statistics) -> str:
        rated = [(it.rate, place, it) for place, it in found.slots.items() if it.rate is not None]
        told = []
        if rated:
            rate, (day, slot), share = min(rated)
            words = self.tr("Lowest: %1 %2, %3 of %4 in time (%5).")
            for number, value in enumerate(
                (said(WEEKDAYS[day]), slot_words(slot), share.part, share.whole, f"{rate:.0%}"), 1
            ):
                words = words.replace(f"%{number}", str(value))
            told.append(words)
        if found.outside.whole:
            words = self.tr("Outside working hours: %1 of %2 in time.")
            words = words.replace("%1", str(found.outside.part))
            told.append(words.replace("%2", str(found.outside.whole)))
        return " ".join(told)

    # the way out

    def ask_where(self, tables: Sequence[Table]) -> None:
        """Let the butler choose the file."""
        if not tables:
            return
        name = said(tables[0].title) if len(tables) == 1 else self.tr("Statistics")
        dialog = QFileDialog(self, self.tr("Export as .xlsx"), f"{name}.xlsx")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Excel (*.xlsx)")
        dialog.setDefaultSuffix("xlsx")
        dialog.fileSelected.connect(lambda chosen: self.export(tables, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, tables: Sequence[Table], target: Path) -> None:
        """Write the tables."""
        self._background.run(
            self,
            export_tables,
            tuple(tables),
            target,
            language(),
            then=self._written,
            failed=lambda error: self.strip.show_message(
                "red", error.said(language()), closable=True
            ),
        )

    def _written(self, path: Path) -> None:
        told = self.tr("Written: %1").replace("%1", str(path))
        self.strip.show_message("green", told, closable=True)

    # the place

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Side by side where there is room, else one below the other."""
        is_wide = self.width() >= px(WIDE)
        across = 5 if is_wide else 3
        for place, tile in enumerate(self.tiles):
            self._figures.addWidget(tile, place // across, place % across)
        for column in range(4):
            self._charts.setColumnStretch(column, 1 if is_wide or not column else 0)
        for place, (key, (row, column, span)) in enumerate(LAYOUT.items()):
            if is_wide:
                self._charts.addWidget(self.cards[key], row, column, 1, span)
            else:
                self._charts.addWidget(self.cards[key], place, 0, 1, 4)
