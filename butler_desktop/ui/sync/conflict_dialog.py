"""The conflict dialog: what others changed as well, record by record, and which value stays.

It can be left at any time: each choice is kept as it is made. When a record
has no open field any more, its act is settled.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from butler_desktop.domain.conflict import Conflict, ConflictField, Decision, Place
from butler_desktop.domain.receipt import Receipt
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.errors import ButlerError
from butler_desktop.services.conflicts import decide, settle
from butler_desktop.services.filing_view import FilingView, filing_view
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind
from butler_desktop.ui.kit.scroll_page import ScrollPage
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import px
from butler_desktop.ui.sync.choice_book import ChoiceBook, is_same_act
from butler_desktop.ui.sync.choice_cell import PICTURE
from butler_desktop.ui.sync.conflict_head import ConflictHead
from butler_desktop.ui.sync.conflict_list import ConflictList
from butler_desktop.ui.sync.conflict_record import ConflictRecord
from butler_desktop.ui.sync.scan_picture import scan_picture
from butler_desktop.ui.sync.value_words import is_scan

SIZE = (1240, 744)
SMALLEST = (940, 560)
"""Logical pixels at any zoom: what is too large for its place scrolls."""


class ConflictDialog(QDialog):
    """Shows what the desk knows; ``show_conflicts`` when it knows more."""

    receipt_wanted = Signal()
    decided = Signal()
    """A choice is kept; what is known of the conflicts is to be read again."""

    def __init__(
        self,
        background: Background,
        rulebook: Rulebook | None,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._background, self._rulebook, self._now = background, rulebook, now
        self.book = ChoiceBook()
        self._view: FilingView | None = None
        self.record: ConflictRecord | None = None
        self.setWindowTitle(self.tr("Merge offline changes"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self.head = ConflictHead()
        self.list = ConflictList()
        self.page = Surface()
        self._pages = VBox(self.page)
        self.later = Button(self.tr("Later"))
        self.previous = Button(self.tr("Previous"))
        self.next = Button("", Kind.FILLED)
        self._build()
        self._join()
        self.setMinimumSize(*SMALLEST)
        room = parent.window().size() if parent is not None else self.sizeHint()
        self.resize(self.sizeHint().boundedTo(room))

    def show_receipt(self, receipt: Receipt) -> None:
        """Count what was made and what became of it."""
        self.head.show_receipt(receipt, self._now())
        self.list.show_merged(receipt)

    def show_conflicts(self, found: tuple[Conflict, ...]) -> None:
        """Show what waits now; a record whose fields are the same keeps its place."""
        self.book.take(found)
        self._show_all()

    def show_record(self, act_id: str) -> None:
        """Bring another record to the front."""
        if self.book.look_at(act_id):
            self._show_all()

    def step(self, steps: int) -> None:
        """Go to the next (1) or previous (-1) record that has an open choice."""
        if steps > 0 and self.record is not None and self._passes_within():
            return
        wanted = self.book.next_open(steps)
        if wanted:
            self.show_record(wanted)
        if self.record is not None:
            self.record.enter()

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins at the first choice."""
        super().showEvent(event)
        if self.record is not None:
            self.record.enter()

    # what is shown

    def _show_all(self) -> None:
        self.list.show_conflicts(self.book.found, self.book.current_id)
        self.head.show_conflicts(self.book.found)
        self._show_foot()
        self._show_record()

    def _passes_within(self) -> bool:
        """Goes to the open field after the one in hand, in the same record."""
        table = self.record.table if self.record is not None else None
        focus = self.focusWidget()
        if table is None or self.book.current is None:
            return False
        rows = list(table.rows.values())
        here = next((n for n, row in enumerate(rows) if row.isAncestorOf(focus)), -1)
        for row in rows[here + 1 :]:
            if row.decision is None:
                row.mine.setFocus(Qt.FocusReason.TabFocusReason)
                self._scroll.ensureWidgetVisible(row)
                return True
        return False

    def _show_record(self) -> None:
        conflict = self.book.current
        shown = self.record
        if conflict is None:
            self._replace(None)
        elif shown is not None and is_same_act(shown.conflict, conflict):
            shown.show_conflict(conflict)
        else:
            self._view = None
            self._replace(self._made(conflict))
            if conflict.filing_id:
                self._background.ask(
                    self,
                    filing_view,
                    conflict.filing_id,
                    then=self._know_filing,
                    failed=lambda _error: None,
                    topic="filing",
                )

    def _know_filing(self, view: FilingView) -> None:
        conflict = self.book.current
        if conflict is not None and conflict.filing_id == view.filing.id:
            self._view = view
            self._replace(self._made(conflict))

    def _made(self, conflict: Conflict) -> ConflictRecord:
        record = ConflictRecord(conflict, self._view, self._rulebook, self._now())
        record.decided.connect(self._decide)
        record.retried.connect(lambda: self._settle(conflict, give_up=False))
        record.given_up.connect(lambda: self._settle(conflict, give_up=True))
        if record.table is not None:
            record.table.writing_begun.connect(self._bring_to_eye)
        for field in conflict.fields:
            if is_scan(field):
                self._draw(record, field)
        return record

    def _replace(self, record: ConflictRecord | None) -> None:
        had_focus = self.record is not None and self.record.isAncestorOf(self.focusWidget())
        self.record = record
        page = record or QWidget()
        self._scroll.setWidget(page)
        page.setAutoFillBackground(False)
        if had_focus and record is not None:
            record.enter()

    def _bring_to_eye(self, part: QWidget) -> None:
        """Scrolls there once the page has made room for it."""
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part))

    def _draw(self, record: ConflictRecord, field: ConflictField) -> None:
        """Small drawings of both scans; a file that cannot be drawn keeps its plain paper."""
        row = record.table.rows[field.place] if record.table is not None else None
        if row is None:
            return
        ratio = self.devicePixelRatioF()
        box = (round(px(PICTURE[0]) * 2 * ratio), round(px(PICTURE[1]) * 2 * ratio))
        for cell, value in ((row.mine, field.mine), (row.theirs, field.theirs)):
            self._background.ask(
                cell,
                scan_picture,
                str(value["sha256"]),
                box,
                then=cell.show_picture,
                failed=lambda _error: None,
                topic="picture",
            )

    def _show_foot(self) -> None:
        count, conflict = self.book.open_count, self.book.current
        if conflict is not None and not conflict.undecided:
            words = self.tr("Merge this record")
        elif count:
            words = self.tr("Next ・ %n left", "", count)
        else:
            words = self.tr("Done, close")
        self.next.set_words(words)
        self.previous.setEnabled(len(self.book.found) > 1)

    # what is done

    def _decide(self, decisions: Mapping[Place, Decision]) -> None:
        conflict = self.book.current
        if conflict is None:
            return
        self.book.choose(conflict.act_id, decisions)
        if self.record is not None:
            self.record.strip.clear()
        self._show_all()
        self._background.do(
            self,
            decide,
            conflict.act_id,
            dict(decisions),
            then=lambda _: self.decided.emit(),
            failed=self._refused,
        )
        chosen = self.book.current
        if chosen is not None and not chosen.undecided:
            self._settle(conflict, give_up=False)

    def _settle(self, conflict: Conflict, *, give_up: bool) -> None:
        self._background.do(
            self,
            partial(settle, give_up=give_up),
            conflict.act_id,
            then=lambda _: self.decided.emit(),
            failed=self._refused,
        )

    def _refused(self, error: ButlerError) -> None:
        if self.record is not None:
            self.record.strip.show_message("red", error.said(language()))
            self._scroll.ensureVisible(0, 0)

    def _forward(self) -> None:
        conflict = self.book.current
        if conflict is not None and not conflict.undecided:
            self._settle(conflict, give_up=False)
        elif self.book.open_count:
            self.step(1)
        else:
            self.accept()

    # how it is built

    def _build(self) -> None:
        outer = VBox(self)
        outer.addWidget(self.head)
        middle = HBox()
        middle.addWidget(self.list)
        self._scroll = ScrollPage(QWidget())
        self._pages.addWidget(self._scroll)
        middle.addWidget(self.page, 1)
        outer.addLayout(middle, 1)
        foot = Surface("surface", "t")
        row = HBox(foot, sides=(24, 13, 24, 13), gap=8)
        note = self.tr("What is not chosen stays here and holds up no other filing.")
        row.addWidget(Text(note, ink="text_2", elide=True), 1)
        for button in (self.later, self.previous, self.next):
            row.addWidget(button)
        outer.addWidget(foot)

    def _join(self) -> None:
        self.list.chosen.connect(self.show_record)
        self.head.receipt_wanted.connect(self.receipt_wanted)
        self.later.clicked.connect(self.reject)
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(self._forward)
        for key, steps in (("F8", 1), ("Shift+F8", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda steps=steps: self.step(steps))

    def sizeHint(self) -> QSize:
        return QSize(px(SIZE[0]), px(SIZE[1]))
