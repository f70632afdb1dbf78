"""The inbox: drop what came back; each sheet is filed, answered, or laid aside for a look.

The page is the only part that asks services; the list and the side show.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.filled_reply import Proposal
from butler_desktop.errors import ButlerError
from butler_desktop.services.answers import answer_inputs, confirm_by_page
from butler_desktop.services.list_export import Listing
from butler_desktop.services.progress import Cancelled, Progress
from butler_desktop.services.returned_pages import discard, file_by_hand, lay_back, take_back
from butler_desktop.services.scan_inbox import Inbox, Sorted, inbox, take_in
from butler_desktop.ui import i18n
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.drop_zone import DropZone
from butler_desktop.ui.detail.dropped_files import dropped_files, has_files
from butler_desktop.ui.detail.file_choice import FileChoice
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.inbox.inbox_list import InboxList
from butler_desktop.ui.inbox.inbox_rows import Fate, InboxRow, columns, counts_words, rows_of
from butler_desktop.ui.inbox.list_and_sheet import ListAndSheet
from butler_desktop.ui.inbox.sheet_picture import sheet_picture
from butler_desktop.ui.inbox.sheet_side import SheetSide
from butler_desktop.ui.kit.block_model import BlockModel
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.progress import BusyBar
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.kit.undo_strip import UndoStrip
from butler_desktop.ui.list_export import ListExport, as_shown
from butler_desktop.ui.measure import px

FOLLOWED = {"filing", "packet", "returned_page"}


class InboxPage(QWidget):
    """``filing_wanted`` asks for a filing; ``return_wanted`` for its form of a return, filled."""

    filing_wanted = Signal(str)
    return_wanted = Signal(str, dict)
    status_changed = Signal()
    _progressed = Signal(int, int, str)

    def __init__(
        self, background: Background, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._batch: tuple[Sorted, ...] = ()
        self._waiting = Inbox((), ())
        self._rows: dict[str, InboxRow] = {}
        self._stop = Event()
        self._is_taking = self._goes_on = False
        self.setAcceptDrops(True)
        self.counts = Text("", Role.META, "text_2", elide=True)
        self.cancel_button = Button(self.tr("Cancel"), size=Size.SMALL)
        self.strip = MessageStrip(flush=True)
        self.zone = DropZone(self.tr("Drop scans, photos or a PDF that came back here"))
        self.model = BlockModel(columns(), self._fetch, self)
        self.list = InboxList(self.model)
        self.export = ListExport(background, self.list, self._listing, now)
        self.side = SheetSide()
        self.empty = EmptyState()
        self._choice = FileChoice(self)
        self._build()
        self.undo = UndoStrip(self)
        self._busy = BusyBar(self)
        self._join()

    def _build(self) -> None:
        column = VBox(self)
        head = Surface(lines="b")
        row = HBox(head, sides=(20, 12, 20, 13), gap=12)
        row.addWidget(Text(self.title, Role.LIST_TITLE))
        row.addWidget(self.counts, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.export.button)
        self.cancel_button.hide()
        left = Surface()
        stack = VBox(left)
        drop = VBox(sides=(16, 12, 16, 12))
        drop.addWidget(self.zone)
        stack.addLayout(drop)
        stack.addWidget(self.list, 1)
        stack.addWidget(self.empty, 1)
        left.setFocusProxy(self.list)
        self.splitter = ListAndSheet(left, self.side)
        column.addWidget(head)
        column.addWidget(self.strip)
        column.addWidget(self.export.strip)
        column.addWidget(self.splitter, 1)
        self.list.setAccessibleName(self.title)

    def _join(self) -> None:
        side = self.side
        self.zone.dropped.connect(self.take_in)
        self.zone.choose_wanted.connect(lambda: self._choice.several(self.take_in))
        self.cancel_button.clicked.connect(self._stop.set)
        self._progressed.connect(self._show_progress)
        self.list.current_changed.connect(lambda _: self._show_current())
        self.list.opened.connect(lambda _: self._open())
        side.confirm_wanted.connect(self.confirm)
        side.return_wanted.connect(self._return)
        side.filing_wanted.connect(self._open)
        side.take_back_wanted.connect(self._take_back)
        side.discard_wanted.connect(self._discard)
        side.file_wanted.connect(self._file_by_hand)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self.answer)

    @property
    def title(self) -> str:
        """What the page is called."""
        return self.tr("Returned papers")

    @property
    def row(self) -> InboxRow | None:
        """The row that is looked at."""
        return self._rows.get(str(self.list.current_id()))

    @property
    def rows(self) -> tuple[InboxRow, ...]:
        """What is listed, in the order of the list."""
        return tuple(self._rows.values())

    def look_only(self) -> None:
        """Who sits here may not act."""
        self.zone.setEnabled(False)
        self.setAcceptDrops(False)
        self.side.look_only()

    def read_again(self) -> None:
        """Ask what waits."""
        self._background.ask(self, inbox, then=self._show, topic="inbox", failed=self._failed)

    def follow(self, changes: Changes) -> None:
        """Somebody did something."""
        if changes.everything or changes.kinds & FOLLOWED:
            self.read_again()

    def take_in(self, paths: Sequence[Path]) -> None:
        """Sort these files' sheets."""
        if self._is_taking:
            self.strip.show_message("amber", self.tr("The last files are still being sorted."))
            return
        self._is_taking = True
        self._stop.clear()
        self.strip.clear()
        self.cancel_button.show()
        self._busy.start()
        progress = Progress(self._progressed.emit, self._stop)
        self._background.run(
            self, take_in, tuple(paths), progress, then=self._taken, failed=self._not_taken
        )

    def answer(self) -> None:
        """Record the answer that the sheet carries: the one key."""
        if self.row is not None and self.row.proposal is Proposal.RETURN:
            self._return()
        else:
            self.confirm()

    def confirm(self) -> None:
        """Record the confirmation that the sheet carries."""
        row = self.row
        if row is None or row.filed is None or not self.side.can_answer:
            return
        self.side.set_busy(True)
        number = row.filed.number
        self._background.do(
            self,
            confirm_by_page,
            row.filed.page.filing_id,
            row.id,
            then=lambda _: self._confirmed(number),
            failed=self._failed,
        )

    def sizeHint(self) -> QSize:
        return QSize(px(1100), px(700))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read_again()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.take_in(paths)

    # what comes back from the workers

    def _show(self, waiting: Inbox) -> None:
        self._waiting = waiting
        rows = rows_of(self._batch, waiting)
        self._rows = {row.id: row for row in rows}
        self.model.reset([row.id for row in rows])
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.export.button.setVisible(bool(rows))
        self.empty.show_words(
            self.tr("Nothing waits. Pages that come back are known by the code at their foot.")
        )
        if rows and (self.list.current_id() is None or self._goes_on):
            self.list.go_to(rows[0].id)
        self._goes_on = False
        if not self._is_taking:
            self.counts.setText(said(counts_words(rows)))
        self._show_current()
        self.status_changed.emit()

    def _fetch(self, _ids: object, done: Callable[[dict[str, Any]], None]) -> None:
        done(dict(self._rows))

    def _listing(self) -> Listing:
        rows = self._rows
        said_now = tuple(as_shown(column) for column in columns())
        return Listing(
            self.title,
            tuple(rows),
            lambda _work, ids: [rows[id_] for id_ in ids],
            said_now,
        )

    def _show_current(self) -> None:
        row = self.row
        shown = self.side.row
        self.side.show_row(row)
        if row is None or (shown is not None and shown.id == row.id):
            return
        if row.fate is not Fate.REFUSED:
            self._background.ask(
                self,
                sheet_picture,
                row,
                then=self.side.show_sheet,
                failed=self.side.show_failure,
                topic="sheet",
            )

    def _show_progress(self, done: int, total: int, name: str) -> None:
        told = self.tr("Sorting %1 of %2: %3").replace("%1", str(min(done + 1, total)))
        self.counts.setText(told.replace("%2", str(total)).replace("%3", name))

    def _taken(self, found: tuple[Sorted, ...]) -> None:
        self._end()
        self._batch = found
        self.read_again()
        self.list.setFocus()

    def _not_taken(self, error: ButlerError) -> None:
        self._end()
        self.read_again()
        if not isinstance(error, Cancelled):
            self._failed(error)

    def _end(self) -> None:
        self._is_taking = False
        self.cancel_button.hide()
        self._busy.stop()

    def _confirmed(self, number: str) -> None:
        told = self.tr("%1: the confirmation is on record.").replace("%1", number)
        self._goes_on = True
        self._done(told)
        self.list.setFocus()

    def _done(self, told: str) -> None:
        self.side.set_busy(False)
        self.strip.show_message("green", told, closable=True)
        self.read_again()

    def _failed(self, error: ButlerError) -> None:
        self.side.set_busy(False)
        self.strip.show_message("red", error.said(i18n.language()), closable=True)

    # what the butler asks for

    def _open(self) -> None:
        row = self.row
        if row is not None and row.filed is not None:
            self.filing_wanted.emit(row.filed.page.filing_id)

    def _return(self) -> None:
        row = self.row
        if row is not None and row.filed is not None and self.side.can_answer:
            self.return_wanted.emit(row.filed.page.filing_id, answer_inputs(row.filed))

    def _take_back(self) -> None:
        row = self.row
        if row is None or row.filed is None:
            return
        self._forget(row.id)
        told = self.tr("%1 lies in the tray again.").replace("%1", said(row.page_words))
        self._background.run(
            self,
            take_back,
            row.filed.page.filing_id,
            row.id,
            then=lambda _: self._done(told),
            failed=self._failed,
        )

    def _file_by_hand(self, number: str, version: int | None, page: int) -> None:
        row = self.row
        if row is None or row.tray is None:
            return
        self.side.set_busy(True)
        told = self.tr("Filed with %1.").replace("%1", number)
        self._background.run(
            self,
            file_by_hand,
            row.tray.id,
            number,
            version,
            page,
            then=lambda _: self._done(told),
            failed=self._failed,
        )

    def _discard(self) -> None:
        row = self.row
        if row is not None and row.tray is not None:
            sheet = row.tray
            self._background.run(
                self,
                discard,
                sheet,
                then=lambda data: self._discarded(sheet, data),
                failed=self._failed,
            )

    def _discarded(self, sheet: Any, data: bytes) -> None:
        told = self.tr("%1 was put away.").replace("%1", sheet.file_name)
        self.undo.show_act(told, lambda: self._lay_back(sheet, data))
        self.read_again()

    def _lay_back(self, sheet: Any, data: bytes) -> None:
        self._background.run(
            self, lay_back, sheet, data, then=lambda _: self.read_again(), failed=self._failed
        )

    def _forget(self, page_id: str) -> None:
        """The batch's row of this page is told by what waits from now on."""
        self._batch = tuple(
            it for it in self._batch if it.filed is None or it.filed.page.id != page_id
        )
