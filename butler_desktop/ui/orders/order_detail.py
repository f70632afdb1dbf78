"""The page of one order: what was bought, where its sites are, its filings, calls and history."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from butler_desktop.domain.filing_states import DELIVERED_STATES, RELEASED_STATES
from butler_desktop.domain.masking import masked_phone
from butler_desktop.domain.money import format_yuan
from butler_desktop.domain.order_states import OPEN_FOR_FILINGS, ORDER_STATE_WORDS
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.domain.worklist import FilingRow
from butler_desktop.services.orders import OrderView, order_view
from butler_desktop.ui.background import Background
from butler_desktop.ui.due_text import due_text
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind
from butler_desktop.ui.kit.count_tiles import CountTiles, Tile
from butler_desktop.ui.kit.due import DueText
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.filter_chip import FilterChip, FilterState
from butler_desktop.ui.kit.scroll_page import ScrollPage
from butler_desktop.ui.kit.section_header import SectionHeader
from butler_desktop.ui.kit.surface import Card, Surface
from butler_desktop.ui.kit.tab_bar import TabBar
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.orders.columns import COUNTS
from butler_desktop.ui.orders.order_lines import (
    contact_line,
    filing_line,
    history_line,
    ratings_card,
)

INKS = {"ordered": "text", "delivered": "green", "in_flight": "accent_text", "remaining": "text"}


class OrderDetail(Surface):
    """Shows one order by its id."""

    filing_opened = Signal(str)
    filing_wanted = Signal(str)
    """A filing shall be started; carries the order's id."""

    def __init__(
        self, background: Background, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._background, self._now = background, now
        self._rulebook: Rulebook | None = None
        self._order_id: str | None = None
        self._view: OrderView | None = None
        self._group = ""
        self._title = Text("", Role.DETAIL_TITLE, elide=True)
        self._facts = Text("", Role.META, "text_2", elide=True)
        self.tiles = CountTiles()
        self._panel_title = Text("", Role.BODY_BOLD)
        self._panel_words = Text("", Role.META, "text_2", elide=True)
        self.start = Button(self.tr("Start a filing"), Kind.FILLED)
        self._tabs = TabBar([self.tr("Filings"), self.tr("Contacts"), self.tr("Timeline")], side=20)
        self._chip = FilterChip("", FilterState.SET)
        self._all = Link("")
        self._pages = QStackedWidget()
        self._grounds = [QWidget() for _ in range(3)]
        self._lists = [VBox(ground) for ground in self._grounds]
        self._build()
        self._join()

    def _build(self) -> None:
        column = VBox(self)
        top = VBox(sides=(20, 14, 20, 0), gap=0)
        top.addWidget(self._title)
        top.addSpacing(4)
        top.addWidget(self._facts)
        top.addSpacing(14)
        top.addWidget(self.tiles)
        top.addSpacing(11)
        panel = Card("sunken")
        row = HBox(panel, sides=(14, 10, 10, 10), gap=8)
        words = VBox(gap=0)
        words.addWidget(self._panel_title)
        words.addWidget(self._panel_words)
        row.addLayout(words, 1)
        row.addWidget(self.start)
        self._panel = panel
        top.addWidget(panel)
        top.addSpacing(8)
        column.addLayout(top)
        column.addWidget(self._tabs)
        body = QWidget()
        inside = VBox(body, sides=(20, 12, 20, 16), gap=8)
        line = HBox(gap=8)
        line.addWidget(self._chip)
        line.addStretch(1)
        line.addWidget(self._all)
        inside.addLayout(line)
        for ground in self._grounds:
            self._pages.addWidget(ground)
        inside.addWidget(self._pages)
        inside.addStretch(1)
        column.addWidget(ScrollPage(body), 1)
        self._nothing = EmptyState(self.tr("Choose an order to see it here."), "")
        self._nothing.setParent(self)

    def _join(self) -> None:
        self.tiles.chosen.connect(self.show_group)
        self._chip.removed.connect(lambda: self.show_group(""))
        self._all.clicked.connect(lambda: self.show_group(""))
        self._tabs.chosen.connect(self._choose_tab)
        self.start.clicked.connect(self._start)

    def know(self, rulebook: Rulebook) -> None:
        """Say clocks by these rules."""
        self._rulebook = rulebook

    def show_order(self, order_id: str | None, group: str = "") -> None:
        """Show an order; ``group`` names the count whose filings are listed."""
        self._group = group if order_id != self._order_id or group else self._group
        self._order_id = order_id
        if order_id is None:
            self._paint(None)
        else:
            self._background.ask(self, order_view, order_id, then=self._paint)

    def read_again(self) -> None:
        """Read the present order again."""
        self.show_order(self._order_id)

    def show_group(self, group: str) -> None:
        """List exactly the filings behind a count; nothing lists all."""
        self._group = group
        if self._view is not None:
            self._paint(self._view)

    @property
    def shown_filings(self) -> tuple[FilingRow, ...]:
        """The filings that are listed now."""
        if self._view is None:
            return ()
        return tuple(row for row in self._view.filings if _in_group(row, self._group))

    def _paint(self, view: OrderView | None) -> None:
        self._view = view
        for child in (self._title, self._facts, self.tiles, self._panel, self._tabs, self._pages):
            child.setVisible(view is not None)
        self._nothing.setVisible(view is None)
        self._chip.setVisible(view is not None and bool(self._group))
        self._all.setVisible(view is not None and bool(self._group))
        if view is None:
            self._nothing.setGeometry(self.rect())
            return
        order, counts = view.dossier.order, view.dossier.counts
        self._title.setText(order.customer)
        self._facts.setText(" ・ ".join(self._fact_words(view)))
        self.tiles.show_tiles(
            [
                Tile(key, said(words), str(getattr(counts, key)), INKS.get(key, "text_2"))
                for key, words in COUNTS.items()
            ]
        )
        self.tiles.set_key(self._group)
        self._paint_panel(view)
        contacts = view.dossier.contacts
        names = [self.tr("Filings"), self.tr("Contacts"), self.tr("Timeline")]
        self._tabs.set_tabs(names, [str(len(view.filings)), str(len(contacts)), ""])
        listed = self.shown_filings
        if self._group:
            self._chip.show_filter(f"{said(COUNTS[self._group])} {len(listed)}", FilterState.SET)
            self._all.set_text(self.tr("Show all %n", "", len(view.filings)))
        self._paint_lists(view, listed)

    def _fact_words(self, view: OrderView) -> list[str]:
        order = view.dossier.order
        facts = [order.number, said(ORDER_STATE_WORDS[order.state])]
        if order.paid_at is not None:
            bought = said(near_moment_text(order.paid_at, self._now()))
            facts.append(self.tr("bought %1").replace("%1", bought))
        paid = self.tr("%1 yuan paid").replace("%1", format_yuan(order.paid_fen))
        facts += [paid, f"{order.contact_name} {masked_phone(order.contact_phone)}"]
        return facts

    def _paint_panel(self, view: OrderView) -> None:
        left = view.dossier.counts.remaining
        may_start = left > 0 and view.dossier.order.state in OPEN_FOR_FILINGS
        self.start.setVisible(may_start)
        if left:
            self._panel_title.setText(self.tr("%n site(s) not started", "", left))
        else:
            self._panel_title.setText(self.tr("Every site has its filing"))
        promises = [c for c in view.dossier.contacts if c.promise_at and c.promise_at > self._now()]
        if promises:
            nearest = min(promises, key=lambda c: c.promise_at or self._now())
            at = said(near_moment_text(nearest.promise_at or self._now(), self._now()))
            self._panel_words.setText(
                self.tr("Promised %1: %2").replace("%1", at).replace("%2", nearest.promise_note)
            )
        else:
            self._panel_words.setText(view.dossier.order.remark or self.tr("No call is promised"))

    def _paint_lists(self, view: OrderView, listed: tuple[FilingRow, ...]) -> None:
        for stack in self._lists:
            while (item := stack.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.deleteLater()
        filings, contacts, history = self._lists
        if listed:
            card = Card()
            inside = VBox(card, sides=(0, 0, 0, 0))
            for row in listed:
                line = filing_line(row, self._due(row))
                line.clicked.connect(lambda _=False, id_=row.id: self.filing_opened.emit(id_))
                inside.addWidget(line)
            filings.addWidget(card)
        else:
            filings.addWidget(Text(self.tr("No filing here."), Role.META, "text_3"))
        for contact in sorted(view.dossier.contacts, key=lambda c: c.at, reverse=True):
            contacts.addWidget(contact_line(contact, self._now()))
        if not view.dossier.contacts:
            contacts.addWidget(Text(self.tr("No contact yet."), Role.META, "text_3"))
        for entry in view.history:
            history.addWidget(history_line(entry, self._now()))
        if view.dossier.ratings:
            filings.addSpacing(8)
            filings.addWidget(SectionHeader(self.tr("Ratings")))
            filings.addWidget(ratings_card(view.dossier, self._now()))
        for stack in self._lists:
            stack.addStretch(1)

    def _due(self, row: FilingRow) -> DueText | None:
        if self._rulebook is None:
            return None
        return due_text(row.due, self._now(), self._rulebook.calendar)

    def _choose_tab(self, index: int) -> None:
        self._pages.setCurrentIndex(index)
        for child in (self._chip, self._all):
            child.setVisible(index == 0 and bool(self._group))

    def _start(self) -> None:
        if self._order_id is not None:
            self.filing_wanted.emit(self._order_id)


def _in_group(row: FilingRow, group: str) -> bool:
    match group:
        case "delivered":
            return row.state in DELIVERED_STATES
        case "in_flight":
            return row.state not in (*DELIVERED_STATES, *RELEASED_STATES)
        case "remaining" | "refunded":
            return False
        case _:
            return True
