"""The queue page: the list of filings in its three layouts, and the detail of the chosen one."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.presence import Presence
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.views import VIEW_WORDS, View
from butler_desktop.domain.worklist import FilingFilter, Sorting, view_filter
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.detail_pane import DetailPane
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import VBox
from butler_desktop.ui.kit.side_by_side import SideBySide
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.queue.detail_side import DetailSide
from butler_desktop.ui.queue.list_side import MINE, TEAM, ListSide
from butler_desktop.ui.queue.sort_button import SORTS

SPLIT, TABLE, FOCUS = "split", "table", "focus"
LAYOUTS = (SPLIT, TABLE, FOCUS)
NARROW = 992
"""The page's width in a window of 1200: below it the split layout shows list or detail."""


class QueuePage(QWidget):
    """Signals: ``order_wanted(order id)``, ``new_filing_wanted()``, ``status_changed()``."""

    order_wanted = Signal(str)
    new_filing_wanted = Signal()
    status_changed = Signal()
    choices_wanted = Signal(str)
    """The choices that wait in a filing are to be made."""

    title_changed = Signal(str)

    def __init__(
        self, background: Background, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.layout_name = SPLIT
        self.overdue = 0
        """How many filings of the list are overdue."""
        self._sorting = Sorting()
        self._shows_detail = False  # in a narrow window: the detail, not the list
        self._is_new_list = True
        self.list_side = ListSide(background, now)
        self.filings, self.filters = self.list_side.filings, self.list_side.filters
        self.detail = DetailPane(background)
        self.detail_side = DetailSide(self.detail)
        self.splitter = SideBySide(self.list_side, self.detail_side)
        VBox(self).addWidget(self.splitter, 1)
        self._join()
        self._add_keys()
        self._arrange()
        self.show_view(View.ALL)

    def _join(self) -> None:
        side, view = self.list_side, self.filings.view
        view.current_changed.connect(lambda _: self._show_current())
        view.opened.connect(lambda _: self.open_current())
        view.clicked.connect(self._clicked)
        view.left.connect(view.clearSelection)
        view.header.sort_chosen.connect(self._sort)
        self.filings.filled.connect(self._filled)
        self.filings.overdue_counted.connect(self._count_overdue)
        self.filings.not_found.connect(self._look_everywhere)
        self.filters.changed.connect(lambda _: self._read())
        self.filters.sort.sort_chosen.connect(self._sort)
        side.whose.chosen.connect(self._choose_whose)
        side.chosen_changed.connect(self.status_changed)
        side.empty.acted.connect(self.filters.clear)
        side.new_button.clicked.connect(self.new_filing_wanted)
        side.table_button.clicked.connect(lambda: self.set_layout(TABLE))
        side.split_button.clicked.connect(lambda: self.set_layout(SPLIT))
        self.detail_side.back_wanted.connect(self.back_to_list)
        self.detail.order_requested.connect(self.order_wanted)
        self.detail.previous_requested.connect(lambda: view.step(-1))
        self.detail.next_requested.connect(lambda: view.step(1))
        self.detail.focus_toggled.connect(lambda on: self.set_layout(FOCUS if on else SPLIT))
        self.detail.left.connect(self.back_to_list)
        self.detail.title_changed.connect(self.title_changed)
        self.detail.choices_wanted.connect(self.choices_wanted)
        look().changed.connect(self._arrange)

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "F9": lambda: self.set_layout(SPLIT if self.layout_name == TABLE else TABLE),
            "F11": lambda: self.set_layout(SPLIT if self.layout_name == FOCUS else FOCUS),
            "Ctrl+F": self.start_finding,
            "Ctrl+Up": lambda: self.filings.view.step(-1),
            "Ctrl+Down": lambda: self.filings.view.step(1),
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(act)

    # what is shown

    @property
    def view(self) -> View | None:
        """The view of the queue that is shown; None where filings in every state are."""
        return self.filters.filter.view

    @property
    def current(self) -> str | None:
        """The id of the chosen filing."""
        chosen: str | None = self.filings.view.current_id()
        return chosen

    @property
    def total(self) -> int:
        """How many filings the list has."""
        return self.list_side.total

    @property
    def chosen(self) -> int:
        """How many filings are chosen."""
        return self.list_side.chosen

    def chosen_ids(self) -> tuple[str, ...]:
        """The ids of the rows that are checked, or else selected; at least the one shown."""
        view, model = self.filings.view, self.filings.model
        found = tuple(model.checked()) or tuple(view.selected_ids())
        shown = self.detail.filing_id
        return found or ((shown,) if shown else ())

    @property
    def sorting(self) -> Sorting:
        """The order of the list."""
        return self._sorting

    @property
    def title(self) -> str:
        """The name of the list."""
        if self.view is None:
            found = bool(self.filters.filter.text)
            return self.tr("Found filings") if found else self.tr("All filings")
        return said(VIEW_WORDS[self.view])

    def know(self, rulebook: Rulebook) -> None:
        """Use these rules for provinces and clocks."""
        self.filters.know(rulebook.provinces)
        self.filings.know(rulebook)

    def look_only(self, why: str) -> None:
        """Nothing can be started here, and the button says why."""
        self.list_side.new_button.setEnabled(False)
        self.list_side.new_button.setToolTip(why)

    def sort_by(self, sorting: Sorting) -> None:
        """Puts the list into an order from the next reading on; an unknown one is by due time."""
        sorting = sorting if sorting.key in SORTS else Sorting()
        self._sorting = sorting
        self.filings.view.header.show_order(sorting.key, sorting.descending)
        self.filters.sort.show_sorting(sorting)

    def show_view(self, view: View, filing_id: str | None = None) -> None:
        """Show a view of the queue from its beginning."""
        self.show_filter(view_filter(view), filing_id)

    def show_filter(self, wanted: FilingFilter, filing_id: str | None = None) -> None:
        """Show exactly the filings that ``wanted`` lets through."""
        self.list_side.whose.set_index(MINE if wanted.mine_only else TEAM)
        self.filters.set_filter(wanted)
        self.list_side.show_title(self.title)
        self._read(filing_id)

    def show_filing(self, filing_id: str) -> None:
        """Show a filing: in this list if it is there, else among all."""
        if not self.filings.view.go_to(filing_id):
            self.show_view(View.ALL, filing_id)
        self.open_current()

    def start_finding(self) -> None:
        """Put the cursor into the list's own filter."""
        if self.layout_name == FOCUS or not self.list_side.isVisible():
            self.back_to_list()
        self.filters.start_finding()

    def follow(self, changes: Changes) -> None:
        """Somebody acted: list and detail read what concerns them again."""
        self.filings.follow(changes)
        self.detail.follow(changes)

    def mark_choices(self, choices: dict[str, int]) -> None:
        """Mark the filings in which the butler has to choose, after others changed the same."""
        self.filings.mark_choices(choices)
        self.detail.mark_choices(choices)

    def mark_presence(self, by_filing: Mapping[str, tuple[Presence, ...]]) -> None:
        """Say quietly which colleagues are at which filing."""
        self.filings.mark_presence(by_filing)
        self.detail.mark_presence(by_filing)

    def tick(self) -> None:
        """A minute has passed: say the clocks anew."""
        self.filings.tick()
        self.detail.tick()

    # layouts

    def set_layout(self, name: str) -> None:
        """Split, table or focus; the split keeps the widths that it had."""
        self.layout_name = name if name in LAYOUTS else SPLIT
        self.detail.set_focused(self.layout_name == FOCUS)
        self.list_side.show_layout(table=self.layout_name == TABLE)
        self._arrange()
        self._show_current()

    def open_current(self) -> None:
        """Go into the detail of the chosen filing."""
        self._shows_detail = True
        if self.layout_name == TABLE:
            self.set_layout(SPLIT)
        else:
            self._arrange()
        self.detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def back_to_list(self) -> None:
        """Leave the detail: Esc, or the button above it in a narrow window."""
        self._shows_detail = False
        if self.layout_name == FOCUS:
            self.set_layout(SPLIT)
        else:
            self._arrange()
        self.list_side.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_sizes(self, sizes: list[int]) -> None:
        """Gives list and detail the widths that they had."""
        self.splitter.keep_sizes(sizes)
        self._arrange()

    def sizes(self) -> list[int]:
        """The widths of list and detail in the split layout."""
        return self.splitter.kept_sizes()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @property
    def _is_narrow(self) -> bool:
        return self.width() < px(NARROW)

    def _arrange(self) -> None:
        """Show list, detail or both, as layout and width have it."""
        alone = self.layout_name == SPLIT and self._is_narrow
        has_list = self.layout_name != FOCUS and not (alone and self._shows_detail)
        has_detail = self.layout_name == FOCUS or (
            self.layout_name == SPLIT and (not alone or self._shows_detail)
        )
        self.splitter.show_panes(
            first=has_list, second=has_detail, wanted=self.list_side.wanted_width
        )
        self.detail_side.show_way_back(shown=alone and self._shows_detail, words=self.title)

    # what the list tells

    def _read(self, filing_id: str | None = None) -> None:
        self._is_new_list = True
        self.filings.show(self.filters.filter, self._sorting, filing_id)

    def _choose_whose(self, index: int) -> None:
        wanted = replace(self.filters.filter, mine_only=index == MINE)
        self.filters.set_filter(wanted)
        self._read()

    def _sort(self, key: str, descending: bool) -> None:
        self.sort_by(Sorting(key, descending))
        self._read()

    def _filled(self, count: int) -> None:
        if count == 0:
            self.list_side.show_empty(*self._why_empty())
        elif self.current is None and (self._is_new_list or self.detail.filing_id is None):
            self.filings.view.step(0)
        self._show_current()
        self._is_new_list = False

    def _count_overdue(self, overdue: int) -> None:
        self.overdue = overdue
        self.status_changed.emit()

    def _look_everywhere(self, filing_id: str) -> None:
        """The filing is in no open list: it is closed, or a filter hides it."""
        if self.view is not None:
            self.show_filter(FilingFilter(view=None), filing_id)

    def _why_empty(self) -> tuple[str, str]:
        if self.filters.is_set:
            return self.tr("No filing passes these filters."), self.tr("Clear the filters")
        return self.tr("There is no filing in “%1”.").replace("%1", self.title), ""

    def _clicked(self, index: QModelIndex) -> None:
        """In a narrow window a click goes into the detail, which has no place beside the list."""
        if index.isValid() and self.layout_name == SPLIT and self._is_narrow:
            self.open_current()

    def _show_current(self) -> None:
        """Show the current row; a filing that an act took out of this list stays on screen."""
        current = self.current
        if self.layout_name != TABLE and (current is not None or self._is_new_list):
            self.detail.show_filing(current)
        if self.layout_name != TABLE:
            row = self.filings.model.row_of(current) if current else -1
            self.detail.show_place(f"{row + 1} / {self.total}" if row >= 0 else "")
        self.status_changed.emit()
