"""The list side of the queue: its head, the filters, the list, and what stands in its place."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from butler_desktop.domain.worklist import FilingRow
from butler_desktop.services import worklist
from butler_desktop.ui.background import Background
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.kit.progress import BusyBar
from butler_desktop.ui.kit.segments import Segments
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.list_export import ListExport
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.queue.chosen_bar import ChosenBar
from butler_desktop.ui.queue.filing_list import FilingList
from butler_desktop.ui.queue.filters import Filters

NARROWEST, LIST_WIDTH = 400, 620
MINE, TEAM = 0, 1


class ListSide(Surface):
    """The parts are attributes; ``chosen_changed`` tells another selection."""

    chosen_changed = Signal()

    def __init__(
        self, background: Background, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._background = background
        self.filings = FilingList(background, now, self)
        self.filters = Filters()
        self.whose = Segments([self.tr("Mine"), self.tr("Team")], self.tr("Whose filings"))
        self.table_button = IconButton("rows-3", self.tr("Table"), shortcut="F9")
        self.split_button = IconButton("columns-2", self.tr("Split"), shortcut="F9")
        self.new_button = Button(self.tr("New filing"), icon="plus", size=Size.HEAD)
        self.chosen_bar = ChosenBar()
        self.empty = EmptyState()
        self.export = ListExport(
            background, self.filings.view, lambda: self.filings.listing(self._title.text()), now
        )
        self._title = Text("", Role.LIST_TITLE)
        self._count = Text("", ink="text_3")
        self._column = VBox(self)
        self._build()
        self._busy = BusyBar(self)
        self._join()
        self._measure()
        look().changed.connect(self._measure)

    def _build(self) -> None:
        head = HBox(sides=(16, 10, 12, 10), gap=8)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.whose)
        for button in (self.table_button, self.split_button):
            button.setCheckable(True)
            head.addWidget(button)
        head.addWidget(self.export.button)
        self.new_button.setToolTip("Ctrl N")
        head.addWidget(self.new_button)
        column = self._column
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self.chosen_bar)
        column.addWidget(self.export.strip)
        column.addWidget(self.filings.view, 1)
        column.addWidget(self.empty, 1)
        self.chosen_bar.hide()
        self.empty.hide()
        self.setFocusProxy(self.filings.view)

    def _join(self) -> None:
        filings, bar = self.filings, self.chosen_bar
        filings.reading.connect(self._busy.start)
        filings.filled.connect(self._show_total)
        filings.model.checked_changed.connect(self._show_chosen)
        filings.view.selectionModel().selectionChanged.connect(
            lambda _new, _old: self.chosen_changed.emit()
        )
        self.filters.finished.connect(filings.view.setFocus)
        bar.all_wanted.connect(lambda: filings.model.check_all(True))
        bar.none_wanted.connect(lambda: filings.model.check_all(False))
        bar.copy_wanted.connect(self._copy)
        bar.export_wanted.connect(self.export.ask)

    @property
    def total(self) -> int:
        """How many filings the list has."""
        return len(self.filings.model.ids())

    @property
    def chosen(self) -> int:
        """How many rows are checked, or else selected."""
        checked: int = self.filings.model.checked_count()
        if checked:
            return checked
        chosen = self.filings.view.selectionModel().selection()
        return sum(chosen.at(part).height() for part in range(chosen.count()))

    @property
    def wanted_width(self) -> int:
        """The width at which every column of the split list has its room."""
        columns = sum(column.width for column in self.filings.model.columns())
        return px(max(LIST_WIDTH, columns + 2))

    def show_title(self, words: str) -> None:
        """Name the list."""
        self._title.setText(words)

    def show_layout(self, *, table: bool) -> None:
        """Two facts a cell, or the table."""
        if not table:
            self.filings.model.check_all(False)
        self.filings.set_split(split=not table)
        self.table_button.setChecked(table)
        self.split_button.setChecked(not table)

    def show_empty(self, text: str, button: str = "") -> None:
        """Say why the list is empty."""
        self.empty.show_words(text, button)

    def _show_total(self, count: int) -> None:
        self._busy.stop()
        self._count.setText(str(count))
        self._count.setAccessibleName(self.tr("%n filing(s)", "", count))
        had_focus = self.filings.view.hasFocus()
        self.empty.setVisible(count == 0)
        self.export.button.setVisible(count > 0)
        self.filings.view.setVisible(count > 0)
        self.setFocusProxy(self.filings.view if count else self.filters.button)
        if had_focus and count == 0:
            self.setFocus()

    def _show_chosen(self) -> None:
        model = self.filings.model
        chosen = model.checked_count()
        self.chosen_bar.show_count(chosen, len(model.ids()))
        self.chosen_bar.setVisible(chosen > 0)
        self.filters.setVisible(chosen == 0)
        self.chosen_changed.emit()

    def _copy(self) -> None:
        ids = tuple(self.filings.model.checked())
        self._background.ask(self, worklist.chosen_filing_rows, ids, then=self._copied)

    def _copied(self, rows: list[FilingRow]) -> None:
        QApplication.clipboard().setText(self.filings.written(rows))
        self.chosen_bar.say_copied(len(rows))

    def _measure(self) -> None:
        self.setMinimumWidth(px(NARROWEST))
