"""The queue page: a view of the queue, its filters, the list and the detail beside it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.worklist import VIEW_WORDS, FilingFilter, Sorting, View
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.detail_pane import DetailPane
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.kit.segments import Segments
from butler_desktop.ui.kit.splitter import Splitter
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import px
from butler_desktop.ui.queue.filing_list import FilingList
from butler_desktop.ui.queue.filters import Filters

SPLIT, TABLE, FOCUS = "split", "table", "focus"
NARROW = 1200
"""Below this width the split layout shows list or detail."""


class QueuePage(QWidget):
    """Signals: ``order_wanted(order id)``, ``new_filing_wanted()``, ``status_changed()``."""

    order_wanted = Signal(str)
    new_filing_wanted = Signal()
    status_changed = Signal()
    title_changed = Signal(str)

    def __init__(
        self, background: Background, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.layout_name = SPLIT
        self._sizes: dict[str, list[int]] = {}
        self._total = 0
        self._sorting = Sorting()
        self.filings = FilingList(background, now, self)
        self.detail = DetailPane(background)
        self.filters = Filters()
        self._title = Text("", Role.LIST_TITLE)
        self._count = Text("", ink="text_3")
        self._whose = Segments([self.tr("Mine"), self.tr("Team")], self.tr("Whose filings"))
        self._empty = EmptyState("", "")
        self._list_side = self._build_list()
        self._is_laid_out = False
        self.splitter = Splitter()
        self.splitter.addWidget(self._list_side)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(1, 1)
        VBox(self).addWidget(self.splitter, 1)
        self._join()
        self._add_keys()
        self.show_view(View.ALL)

    def _build_list(self) -> QWidget:
        side = Surface()
        side.setMinimumWidth(px(400))
        column = VBox(side)
        head = HBox(sides=(16, 10, 12, 10), gap=8)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._whose)
        self._table_button = IconButton("rows-3", self.tr("Table"), shortcut="F9")
        self._split_button = IconButton("columns-2", self.tr("Split"), shortcut="F9")
        for button in (self._table_button, self._split_button):
            button.setCheckable(True)
            head.addWidget(button)
        self._new = Button(self.tr("New filing"), icon="plus", size=Size.HEAD)
        head.addWidget(self._new)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self.filings.view, 1)
        column.addWidget(self._empty, 1)
        self._empty.hide()
        return side

    def _join(self) -> None:
        view = self.filings.view
        view.current_changed.connect(self._chosen)
        view.opened.connect(lambda _: self.detail.setFocus(Qt.FocusReason.OtherFocusReason))
        view.header.sort_chosen.connect(self._sort)
        self.filings.filled.connect(self._filled)
        self.filters.changed.connect(lambda _: self._read())
        self._whose.chosen.connect(lambda _: self._read())
        self._empty.acted.connect(self.filters.clear)
        self._new.clicked.connect(self.new_filing_wanted)
        self._table_button.clicked.connect(lambda: self.set_layout(TABLE))
        self._split_button.clicked.connect(lambda: self.set_layout(SPLIT))
        self.detail.order_requested.connect(self.order_wanted)
        self.detail.previous_requested.connect(lambda: view.step(-1))
        self.detail.next_requested.connect(lambda: view.step(1))
        self.detail.focus_toggled.connect(self._focus)
        self.detail.title_changed.connect(self.title_changed)

    def _add_keys(self) -> None:
        keys = {
            "F9": lambda: self.set_layout(SPLIT if self.layout_name == TABLE else TABLE),
            "F11": lambda: self.set_layout(SPLIT if self.layout_name == FOCUS else FOCUS),
            "Ctrl+F": self.filters.start_finding,
            "Ctrl+Up": lambda: self.filings.view.step(-1),
            "Ctrl+Down": lambda: self.filings.view.step(1),
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def keep_sizes(self, sizes: list[int]) -> None:
        """Gives list and detail the widths that they had."""
        self._is_laid_out = True
        self.splitter.setSizes(sizes)

    def showEvent(self, event: QShowEvent) -> None:
        """The first time the list gets its designed width; later the butler's."""
        super().showEvent(event)
        if not self._is_laid_out:
            self._is_laid_out = True
            self.splitter.setSizes([px(620), self.width() - px(620)])

    # what is shown

    @property
    def view(self) -> View:
        """The view of the queue that is shown."""
        return self.filters.filter.view or View.ALL

    @property
    def current(self) -> str | None:
        """The id of the chosen filing."""
        chosen: str | None = self.filings.view.current_id()
        return chosen

    @property
    def total(self) -> int:
        """How many filings the list has."""
        return self._total

    @property
    def sorting(self) -> Sorting:
        """The order of the list."""
        return self._sorting

    def sort_by(self, sorting: Sorting) -> None:
        """Puts the list into an order from the next reading on."""
        self._sorting = sorting
        self.filings.view.header.show_order(sorting.key, sorting.descending)

    def know(self, rulebook: Rulebook) -> None:
        """Use these rules for provinces and clocks."""
        self.filters.know(rulebook.provinces)
        self.filings.know(rulebook)

    def show_view(self, view: View, filing_id: str | None = None) -> None:
        """Show a view of the queue from its beginning."""
        self.show_filter(FilingFilter(view=view), filing_id)

    def show_filter(self, wanted: FilingFilter, filing_id: str | None = None) -> None:
        """Show exactly the filings that ``wanted`` lets through."""
        self._whose.set_index(0 if wanted.mine_only else 1)
        self.filters.set_filter(wanted)
        self._title.setText(said(VIEW_WORDS[wanted.view or View.ALL]))
        self._read(filing_id)

    def follow(self, changes: Changes) -> None:
        """Somebody acted: list and detail read what concerns them again."""
        self.filings.follow(changes)
        self.detail.follow(changes)

    def tick(self) -> None:
        """A minute has passed: say the clocks anew."""
        self.filings.model.say_anew()
        self.detail.tick()

    def set_layout(self, name: str) -> None:
        """Split, table or focus; each keeps the sizes that it had."""
        if self.splitter.count() == 2 and self.layout_name == SPLIT:
            self._sizes[SPLIT] = self.splitter.sizes()
        self.layout_name = name
        self._list_side.setVisible(name != FOCUS)
        self.detail.setVisible(name != TABLE)
        self.detail.set_focused(name == FOCUS)
        self.filings.set_split(split=name != TABLE)
        self._table_button.setChecked(name == TABLE)
        self._split_button.setChecked(name == SPLIT)
        if name == SPLIT and SPLIT in self._sizes:
            self.splitter.setSizes(self._sizes[SPLIT])

    def _read(self, filing_id: str | None = None) -> None:
        wanted = self.filters.filter
        mine = self._whose.index() == 0
        if wanted.mine_only != mine:
            wanted = replace(wanted, mine_only=mine)
            self.filters.set_filter(wanted)
        self.filings.show(wanted, self._sorting, filing_id)

    def _sort(self, key: str, descending: bool) -> None:
        self._sorting = Sorting(key, descending)
        self.filings.view.header.show_order(key, descending)
        self._read()

    def _filled(self, count: int) -> None:
        self._total = count
        self._count.setText(str(count))
        if count == 0:
            self._empty.show_words(*self._why_empty())
        self._empty.setVisible(count == 0)
        self.filings.view.setVisible(count > 0)
        if count and self.current is None:
            self.filings.view.step(0)
        if not count:
            self._chosen(None)
        self.status_changed.emit()

    def _why_empty(self) -> tuple[str, str]:
        if self.filters.is_set:
            return self.tr("No filing passes these filters."), self.tr("Clear the filters")
        name = said(VIEW_WORDS[self.view])
        return self.tr("There is no filing in “%1”.").replace("%1", name), ""

    def _chosen(self, filing_id: str | None) -> None:
        self.detail.show_filing(filing_id)
        self.status_changed.emit()

    def _focus(self, on: bool) -> None:
        self.set_layout(FOCUS if on else SPLIT)
