"""The page of the day: first contacts in the largest type, what to do, what has changed."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.local_time import local
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.time_words import clock_text, day_text
from butler_desktop.domain.today import FirstContact, Today
from butler_desktop.errors import ButlerError, StoreAway
from butler_desktop.services.today import today
from butler_desktop.ui.background import Background
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import language, said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.progress import BusyBar
from butler_desktop.ui.kit.scroll_page import ScrollPage
from butler_desktop.ui.kit.segments import Segments
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.measure import px
from butler_desktop.ui.today.attainment_card import AttainmentCard
from butler_desktop.ui.today.change_list import ChangeList
from butler_desktop.ui.today.contact_card import ContactCard
from butler_desktop.ui.today.task_list import TaskList
from butler_desktop.words import Words

WEEKDAYS = tuple(
    Words(f"周{zh}", en)
    for zh, en in zip(
        "一二三四五六日", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), strict=True
    )
)
NARROW = 900
SIDE_WIDTH = 386
CARD_WIDTH = 330
CARDS = 6


class TodayPage(Surface):
    """Reads when it is shown and when something changed; nothing jumps while it reads."""

    contact_wanted = Signal(object)
    """A FirstContact whose call shall be logged."""

    task_wanted = Signal(object)
    change_wanted = Signal(object)
    rest_wanted = Signal()
    sheet_wanted = Signal()
    """The shift sheet of all that who sits here has in hand."""

    status_changed = Signal()

    def __init__(
        self, background: Background, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__("window", parent=parent)
        self._background, self._now = background, now
        self._rulebook: Rulebook | None = None
        self._today: Today | None = None
        self._may = True
        self.read_until: datetime | None = None
        """Until when what has changed was read."""
        self._day, self._told = Text("", Role.PAGE_TITLE), Text("", ink="text_2", elide=True)
        self.whose = Segments([self.tr("Mine"), self.tr("Team")], self.tr("Whose"))
        self.sheet = Button(self.tr("Shift sheet"), icon="file-text", size=Size.HEAD)
        self.strip = MessageStrip(flush=True)
        self.cards: list[ContactCard] = []
        self.more_cards = Link("")
        self.tasks, self.changes = TaskList(), ChangeList()
        self.attainments = AttainmentCard()
        self._build()
        self._busy = BusyBar(self)
        self.whose.chosen.connect(lambda _: self.read_again())
        self.tasks.opened.connect(self.task_wanted)
        self.tasks.rest_wanted.connect(self.rest_wanted)
        self.changes.opened.connect(self.change_wanted)
        self.changes.marked.connect(self._mark)
        self.more_cards.clicked.connect(self.rest_wanted)
        self.sheet.clicked.connect(self.sheet_wanted)

    def _build(self) -> None:
        column = VBox(self)
        column.addWidget(self.strip)
        page = QWidget()
        stack = VBox(page, sides=(24, 16, 24, 16), gap=14)
        head = HBox(gap=8)
        head.addWidget(self._day)
        head.addSpacing(px(4))
        head.addWidget(self._told, 1)
        head.addWidget(self.whose)
        head.addWidget(self.sheet)
        stack.addLayout(head)
        self._grid_ground = QWidget()
        self._grid = QGridLayout(self._grid_ground)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(12))
        stack.addWidget(self._grid_ground)
        stack.addWidget(self.more_cards)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(px(12))
        self._side = QWidget()
        beside = VBox(self._side, gap=12)
        beside.addWidget(self.changes, 1)
        beside.addWidget(self.attainments)
        self._body.addWidget(self.tasks, 1)
        self._body.addWidget(self._side)
        stack.addLayout(self._body, 1)
        column.addWidget(ScrollPage(page), 1)
        self.more_cards.hide()

    # what is shown

    @property
    def today(self) -> Today | None:
        """What is on the screen."""
        return self._today

    @property
    def status(self) -> str:
        """What falls due next, for the status bar."""
        item = self._today.to_do.next_due if self._today is not None else None
        if item is None or item.due is None or item.due.at is None:
            return ""
        what = self.tr("first contact") if isinstance(item, FirstContact) else said(item.words)
        told = self.tr("Next due: %1 %2 %3").replace("%1", clock_text(item.due.at))
        return told.replace("%2", what).replace("%3", item.customer)

    def know(self, rulebook: Rulebook) -> None:
        """Say clocks by these rules."""
        self._rulebook = rulebook

    def look_only(self) -> None:
        """Nothing can be logged here."""
        self._may = False

    def read_again(self) -> None:
        """Ask for the day anew."""
        self._busy.start()
        is_mine = self.whose.index() == 0
        self._background.ask(self, today, is_mine, then=self._arrived, failed=self._failed)

    def follow(self, _changes: Changes) -> None:
        """Somebody acted."""
        if self.isVisible():
            self.read_again()

    def tick(self) -> None:
        """A minute has passed."""
        if self.isVisible():
            self.read_again()

    def _failed(self, error: ButlerError) -> None:
        self._busy.stop()
        if not isinstance(error, StoreAway):
            self.strip.show_message("red", error.said(language()), closable=True)

    def _arrived(self, found: Today) -> None:
        self._busy.stop()
        self._today = found
        if self._rulebook is None:
            return
        self.setUpdatesEnabled(False)
        try:
            self._show_head(found)
            self._show_contacts(found)
            is_team, calendar = self.whose.index() == 1, self._rulebook.calendar
            self.tasks.show_tasks(found.to_do, calendar, is_team=is_team)
            self.changes.show_changes(found, self.read_until)
            self.attainments.show_attainments(found.attainments, found.to_do.now)
        finally:
            self.setUpdatesEnabled(True)
        self.status_changed.emit()

    def _show_head(self, found: Today) -> None:
        here, to_do = local(found.to_do.now).date(), found.to_do
        self._day.setText(f"{said(day_text(here))} {said(WEEKDAYS[here.weekday()])}")
        parts = [self.tr("%n thing(s) to do", "", to_do.count)]
        if to_do.overdue:
            parts.append(self.tr("%n overdue", "", to_do.overdue))
        if to_do.waiting.count:
            parts.append(self.tr("%n customer(s) wait for your call", "", to_do.waiting.count))
        self._told.setText(self.tr(", ").join(parts))

    def _show_contacts(self, found: Today) -> None:
        rulebook, contacts = self._rulebook, found.to_do.contacts
        shown = contacts[:CARDS]
        while len(self.cards) < len(shown):
            # With its place from the start: shown before it has one it would be a window.
            card = ContactCard(self._grid_ground)
            card.log_wanted.connect(self.contact_wanted)
            self.cards.append(card)
        for number, card in enumerate(self.cards):
            card.setVisible(number < len(shown))
            if number < len(shown) and rulebook is not None:
                card.show_contact(
                    shown[number],
                    found.to_do.now,
                    rulebook.calendar,
                    is_first=number == 0,
                    may=self._may,
                )
        self._grid_ground.setVisible(bool(shown))
        left = found.to_do.waiting.count - len(shown)
        self.more_cards.setVisible(left > 0)
        self.more_cards.set_text(self.tr("%n more wait for the first contact", "", left))
        self._place_cards()

    def _mark(self) -> None:
        if self._today is not None:
            self.read_until = self._today.to_do.now
            self.changes.show_changes(self._today, self.read_until)

    # the place

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < px(NARROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(down if is_narrow else across)
        self._side.setFixedWidth(px(SIDE_WIDTH)) if not is_narrow else self._side.setMaximumWidth(
            self.width()
        )
        self._place_cards()

    def _place_cards(self) -> None:
        """As many cards beside each other as have room; a single one keeps a card's width."""
        shown = [card for card in self.cards if not card.isHidden()]
        fit = max(1, (self.width() - px(48)) // px(CARD_WIDTH))
        columns = min(max(fit, 1), 3)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for number, card in enumerate(shown):
            self._grid.addWidget(card, number // columns, number % columns)
