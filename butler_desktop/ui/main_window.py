"""The main window: the frame around the pages, and the only one that knows them all.

The frame stands at once; the pages come when the workspace is open (``install``).
The window joins one page's signals to another's slots; pages do not know each
other.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from butler_desktop.domain.local_time import local
from butler_desktop.domain.time_words import near_moment_text, span_text
from butler_desktop.ui.failures import Failures
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.navigation import Navigation
from butler_desktop.ui.kit.progress import BusyBar
from butler_desktop.ui.kit.splitter import Splitter
from butler_desktop.ui.kit.status_bar import StatusBar, StatusItem
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.sync_pill import SyncState
from butler_desktop.ui.kit.top_bar import TopBar
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.places import BOTTOM, PLACES, SETTINGS

if TYPE_CHECKING:
    from butler_desktop.domain.rulebook import Rulebook

SMALLEST = (1024, 680)


class MainWindow(QWidget):
    """Navigation, top bar, pages, status bar."""

    place_chosen = Signal(str)
    palette_wanted = Signal()
    closing = Signal()

    def __init__(
        self, failures: Failures, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self.failures = failures
        self.top = TopBar()
        self.navigation = Navigation()
        self.pages = QStackedWidget()
        self.status = StatusBar()
        self._page_items: list[StatusItem] = []
        self._rules_items: list[StatusItem] = []
        here = StatusItem(self.tr("Database on this machine"), "database")
        self._desk_items: tuple[list[StatusItem], list[StatusItem]] = ([], [here])
        self._way: list[str] = []
        self._here = -1
        self._build()
        self._add_keys()

    def _build(self) -> None:
        self.setMinimumSize(*SMALLEST)
        self.setWindowTitle(self.tr("Butler desk"))
        column = VBox(self)
        ground = Surface("window")
        column.addWidget(ground)
        inside = VBox(ground)
        inside.addWidget(self.top)
        middle = HBox()
        middle.addWidget(self.navigation)
        content = VBox()
        content.addWidget(self.failures)
        blank = Surface()
        self.pages.addWidget(blank)
        content.addWidget(self.pages, 1)
        middle.addLayout(content, 1)
        inside.addLayout(middle, 1)
        inside.addWidget(self.status)
        self.busy = BusyBar(self.pages)
        self.navigation.set_entries([p.entry() for p in PLACES], [p.entry() for p in BOTTOM])
        self.navigation.chosen.connect(self.go)
        self.top.navigation_toggled.connect(self.toggle_navigation)
        self.top.back.connect(lambda: self._step(-1))
        self.top.forward.connect(lambda: self._step(1))
        self.top.search.clicked.connect(self.palette_wanted)
        self.top.user.clicked.connect(lambda: self.go(SETTINGS))
        self.top.notices.hide()
        self.top.sync.show_state(SyncState.ALONE, self.tr("Database on this machine"))
        self.top.set_way(False, False)

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+K": self.palette_wanted.emit,
            "Ctrl+1": lambda: self.go("today"),
            "Ctrl+2": lambda: self.go("orders"),
            "Ctrl+3": lambda: self.go("queue:all"),
            "Ctrl+4": lambda: self.go("inbox"),
            "Ctrl+5": lambda: self.go("statistics"),
            "Ctrl+6": lambda: self.go("policy"),
            "Ctrl+,": lambda: self.go("settings"),
            "Ctrl+\\": self.toggle_navigation,
            "Ctrl+=": lambda: look().step_zoom(1),
            "Ctrl+-": lambda: look().step_zoom(-1),
            "Ctrl+0": lambda: look().step_zoom(0),
            "Alt+Left": lambda: self._step(-1),
            "Alt+Right": lambda: self._step(1),
            "F6": lambda: self._next_area(1),
            "Shift+F6": lambda: self._next_area(-1),
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(act)

    # places

    @property
    def place(self) -> str:
        """The key of the place that is shown."""
        return self._way[self._here] if self._way else ""

    def go(self, key: str) -> None:
        """Shows a place and remembers the way to it."""
        if key != self.place:
            self._way = [*self._way[: self._here + 1], key]
            self._here = len(self._way) - 1
        self._arrive()

    def _step(self, steps: int) -> None:
        if 0 <= self._here + steps < len(self._way):
            self._here += steps
            self._arrive()

    def _arrive(self) -> None:
        self.navigation.select(self.place)
        self.top.set_way(self._here > 0, self._here < len(self._way) - 1)
        self.place_chosen.emit(self.place)

    def show_page(self, page: QWidget) -> None:
        """Brings a page to the front; the first one takes the keyboard."""
        is_first = self.pages.currentIndex() == 0
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if is_first:
            self.enter_page()

    @property
    def is_frame_busy(self) -> bool:
        """Whether the butler walks the navigation, and goes on there."""
        return self.navigation.isAncestorOf(self.focusWidget())

    def enter_page(self) -> None:
        """Gives the keyboard to the page that is shown."""
        for area in self._page_areas():
            if _enter(area):
                return

    def toggle_navigation(self) -> None:
        """Collapses the navigation, or opens it again."""
        self.navigation.set_collapsed(not self.navigation.collapsed)

    def _page_areas(self) -> list[QWidget]:
        """The panes of the page that is shown, or the page."""
        page = self.pages.currentWidget()
        if page is None:
            return []
        beside = Qt.FindChildOption.FindDirectChildrenOnly
        panes = page.findChild(Splitter, options=beside)
        if panes is None:
            return [page]
        beside_each_other = (panes.widget(n) for n in range(panes.count()))
        return [pane for pane in beside_each_other if pane is not None and pane.isVisible()]

    def _next_area(self, step: int) -> None:
        """Moves the keyboard to the next area that can take it: bars, navigation, panes."""
        areas: list[QWidget] = [self.navigation, *self._page_areas(), self.status, self.top]
        focus = self.focusWidget()
        holds = (i for i, area in enumerate(areas) if area is focus or area.isAncestorOf(focus))
        here = next(holds, -1 if step > 0 else 0)
        for n in range(1, len(areas) + 1):
            if _enter(areas[(here + n * step) % len(areas)]):
                return

    # what the frame says

    def show_title(self, words: str) -> None:
        """The system's title bar."""
        name = self.tr("Butler desk")
        self.setWindowTitle(f"{words} — {name}" if words else name)

    def show_working_time(self, rulebook: "Rulebook") -> None:
        """The line of working hours: how long is left, or when they begin."""
        calendar, now = rulebook.calendar, self._now()
        if calendar.is_open(now):
            here, closes = local(now), calendar.closes
            end = here.replace(hour=closes.hour, minute=closes.minute, second=0, microsecond=0)
            left = said(span_text(end - here, calendar.day_length))
            text = self.tr("Working hours 9:30–17:30 ・ %1 left").replace("%1", left)
        else:
            opening = said(near_moment_text(calendar.next_opening(now), now))
            text = self.tr("Outside working hours ・ open %1").replace("%1", opening)
        if calendar.is_working_day(local(now).date()).is_provisional:
            # Never a silent Monday to Friday: the holidays of this year are not known.
            text += self.tr(" (holidays not known)")
        self.top.working_time.show_hint("briefcase-business", text, "text_2")

    def show_rules(self, rulebook: "Rulebook") -> None:
        """Which rulebook is in force, and whether its signature was checked."""
        told = self.tr("Rules of %1").replace("%1", rulebook.version)
        if rulebook.signed_by:
            told += self.tr(" ・ signature checked")
        self._rules_items = [StatusItem(told)]
        self.show_status(self._page_items)

    def show_status(self, left: list[StatusItem]) -> None:
        """Counts and selection at the left; database and zoom at the right."""
        self._page_items = left
        before, after = self._desk_items
        self.status.show_left([*before, *left])
        zoom = self.tr("Zoom %1%").replace("%1", str(round(look().zoom * 100)))
        self.status.show_right([*self._rules_items, *after, StatusItem(zoom)])

    def show_desk(self, left: list[StatusItem], right: list[StatusItem]) -> None:
        """What the status bar says of the desk itself, whatever page is shown."""
        self._desk_items = (left, right)
        self.show_status(self._page_items)

    def start_size(self) -> None:
        """The size of a first start."""
        self.resize(px(1440), px(900))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lets the program finish what it began."""
        self.closing.emit()
        super().closeEvent(event)


def _enter(area: QWidget) -> bool:
    """Gives the keyboard to an area: to its own choice, or to the first that takes it."""
    wanted = area.focusProxy()
    while wanted is not None and wanted.focusProxy() is not None:
        wanted = wanted.focusProxy()
    if isinstance(area, Navigation):
        wanted = area
    if wanted is None or not wanted.isVisible():
        wanted = next((w for w in area.findChildren(QWidget) if _takes_focus(w)), None)
    if wanted is None:
        return False
    wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return True


def _takes_focus(widget: QWidget) -> bool:
    by_key = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return by_key and widget.isVisible() and widget.isEnabled()
