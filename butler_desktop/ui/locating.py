"""Locating: the palette of a workplace, and what its entries do there."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import cached_property, partial
from typing import Protocol

from PySide6.QtCore import QObject

from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.transition import Action
from butler_desktop.ui.background import Background
from butler_desktop.ui.main_window import MainWindow
from butler_desktop.ui.orders.orders_page import OrdersPage
from butler_desktop.ui.palette.commands import Command, general, places
from butler_desktop.ui.palette.found_lines import FoundLines
from butler_desktop.ui.palette.palette import Palette
from butler_desktop.ui.palette.palette_desk import PaletteDesk
from butler_desktop.ui.palette.subject import (
    FilingSubject,
    Subject,
    of_filing_view,
    of_order_view,
)
from butler_desktop.ui.queue.queue_page import FOCUS, SPLIT, TABLE, QueuePage
from butler_desktop.ui.sync_frame import SyncFrame
from butler_desktop.words import Words

FILTER = Words("筛选此列表", "Filter this list")
LAYOUTS = (
    ("split", Words("分栏", "Split"), SPLIT, "columns-2", ""),
    ("table", Words("表格", "Table"), TABLE, "rows-3", "F9"),
    ("focus", Words("专注", "Focus"), FOCUS, "maximize-2", "F11"),
)
DETAIL_ICONS = {
    "next": "chevron-down",
    "previous": "chevron-up",
    "tab": "chevron-right",
    "save": "check",
    "seen": "eye",
    "letters": "file-output",
    "pictures": "download",
    "export": "download",
    "print": "printer",
}
"""The detail's own actions that stand in the palette; its acts are there as acts on the filing."""


class Workplace(Protocol):
    """The pages, and the ways between them."""

    window: MainWindow
    queue: QueuePage
    orders: OrdersPage
    sync: SyncFrame | None

    def open_filing(self, filing_id: str) -> None:
        """Shows a filing."""

    def open_order(self, order_id: str) -> None:
        """Shows an order."""

    def start_filing(self, order_id: str = "") -> None:
        """Asks which order a new filing belongs to."""

    def enter_order(self) -> None:
        """Asks for an order."""

    def show_shortcuts(self) -> None:
        """Shows what the keys do."""


class Locating(QObject):
    """Opens the palette, and does the acts of its records when they are on the screen."""

    def __init__(
        self, place: Workplace, background: Background, now: Callable[[], datetime]
    ) -> None:
        super().__init__(place.window)
        self._place = place
        self._background = background
        self._waits: Callable[[], bool] | None = None
        self._lines = FoundLines(now, place.open_filing, place.open_order)
        place.queue.detail.shown.connect(self._arrived)
        place.orders.detail.shown.connect(self._arrived)

    @cached_property
    def palette(self) -> Palette:
        """The palette, made when it is first opened: a start need not wait for it."""
        return Palette(self._place.window, self._place.window.top.search)

    @cached_property
    def desk(self) -> PaletteDesk:
        """What fills it."""
        return PaletteDesk(
            self.palette,
            self._background,
            self._lines,
            self,
            current=self._shown,
            general=self._general,
        )

    def know(self, rulebook: Rulebook) -> None:
        """Say provinces and clocks by these rules."""
        self._lines.know(rulebook)

    def open(self, text: str = "") -> None:
        """Opens the palette."""
        self._waits = None
        self.desk.open(text)

    # what the acts do

    def open_filing(self, filing_id: str) -> None:
        """Shows a filing."""
        self._place.open_filing(filing_id)

    def open_order(self, order_id: str) -> None:
        """Shows an order."""
        self._place.open_order(order_id)

    def start_filing(self, order_id: str) -> None:
        """Asks for a new filing of an order."""
        self._place.start_filing(order_id)

    def act(self, filing_id: str, action: Action) -> None:
        """Shows a filing; if ``action`` is its next act still, begins it."""
        detail = self._place.queue.detail

        def begin() -> None:
            offer = detail.view.primary if detail.view else None
            if offer is not None and offer.row.action is action:
                detail.desk.offer(offer)

        self._place.open_filing(filing_id)
        self._when(lambda: self._filing_shown() == filing_id, begin)

    def begin_return(self, filing_id: str, given: Mapping[str, str]) -> None:
        """Shows a filing and opens the form of its customer's return, with what is known."""
        desk = self._place.queue.detail.desk
        self._place.open_filing(filing_id)
        self._when(
            lambda: self._filing_shown() == filing_id,
            lambda: desk.start_action(Action.RETURN_FOR_MODIFICATION, given),
        )

    def log_contact(self, subject: Subject) -> None:
        """Shows a record and opens the form that logs a contact."""
        if isinstance(subject, FilingSubject):
            self._place.open_filing(subject.id)
            detail = self._place.queue.detail
            self._when(lambda: self._filing_shown() == subject.id, detail.desk.log_contact)
        else:
            self.log_order_contact(subject.id)

    def log_order_contact(self, order_id: str) -> None:
        """Shows an order and opens the form that logs a contact about it."""
        self._place.open_order(order_id)
        order = self._place.orders.detail
        self._when(lambda: self._order_shown() == order_id, order.log_contact)

    def _when(self, is_there: Callable[[], bool], deed: Callable[[], None]) -> None:
        """Does it now, or when the record is on the screen, unless another is shown first."""

        def tried() -> bool:
            if is_there():
                deed()
                return True
            return False

        self._waits = None if tried() else tried

    def _arrived(self, _shown: str) -> None:
        waits, self._waits = self._waits, None
        if waits is not None:
            waits()

    # what is there

    def _filing_shown(self) -> str:
        view = self._place.queue.detail.view
        return view.filing.id if view is not None else ""

    def _order_shown(self) -> str:
        view = self._place.orders.detail.view
        return view.dossier.order.id if view is not None else ""

    def _shown(self) -> Subject | None:
        """The record on the screen."""
        page = self._place.window.pages.currentWidget()
        filing, order = self._place.queue.detail.view, self._place.orders.detail.view
        if page is self._place.queue and filing is not None:
            return of_filing_view(filing)
        if page is self._place.orders and order is not None:
            return of_order_view(order)
        return None

    def _general(self) -> tuple[Command, ...]:
        window = self._place.window
        sync = self._place.sync
        of_desk = sync.commands() if sync is not None else ()
        return (*places(window), *general(window, self._place), *of_desk, *self._of_page())

    def _of_page(self) -> Iterator[Command]:
        """What the page that is shown can do by key."""
        page, queue = self._place.window.pages.currentWidget(), self._place.queue
        if page is queue:
            yield Command("filter", FILTER, queue.start_finding, "list-filter", keys="Ctrl+F")
            for id_, words, layout, icon, key in LAYOUTS:
                yield Command(id_, words, partial(queue.set_layout, layout), icon, keys=key)
            yield from self._of_detail()
        elif page is self._place.orders:
            find = self._place.orders.head.start_finding
            yield Command("filter", FILTER, find, "list-filter", keys="Ctrl+F")

    def _of_detail(self) -> Iterator[Command]:
        detail = self._place.queue.detail
        if detail.view is None:
            return
        for name, icon in DETAIL_ICONS.items():
            action = detail.acts[name]
            if action.isEnabled():
                words, keys = action.text(), action.shortcut().toString()
                yield Command(name, Words(words, words), action.trigger, icon, keys=keys)
