"""Sheet side: the sheet that is looked at, what it is of, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from butler_desktop.domain.filled_reply import Proposal
from butler_desktop.errors import ButlerError
from butler_desktop.ui import i18n
from butler_desktop.ui.detail.scan_canvas import ScanCanvas
from butler_desktop.ui.detail.scan_head import ScanHead
from butler_desktop.ui.detail.scan_sheet import ScanSheet
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.inbox.hand_form import HandForm
from butler_desktop.ui.inbox.inbox_rows import FATE_WORDS, LOOKS, Fate, InboxRow
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.marked_text import MarkedText
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text


class SheetSide(Surface):
    """Shows one row; what is to be done with it is asked for by signals."""

    confirm_wanted = Signal()
    return_wanted = Signal()
    filing_wanted = Signal()
    take_back_wanted = Signal()
    discard_wanted = Signal()
    file_wanted = Signal(str, object, int)
    """By hand: the filing's number, the version or None, the page or 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "", parent)
        self._row: InboxRow | None = None
        self._may = True
        self.title = Text("", Role.CARD_TITLE, elide=True)
        self.note = MarkedText(Role.BODY)
        self.filled_in = Text("", Role.BODY, "text_2", wrap=True)
        confirm = self.tr("Record the confirmation")
        self.confirm_button = Button(confirm, Kind.FILLED, shortcut="Ctrl+Return")
        self.return_button = Button(self.tr("Record the return"))
        self.filing_button = Button(self.tr("Open the filing"), icon="external-link")
        self.take_back_button = Button(self.tr("Filed wrongly"), icon="undo-2")
        self.hand = HandForm()
        self.view = ScanHead()
        self.canvas = ScanCanvas()
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.canvas)
        self._build()
        self._join()
        self.show_row(None)

    def _build(self) -> None:
        self._top = QWidget()
        top = VBox(self._top, sides=(16, 12, 16, 12), gap=8)
        top.addWidget(self.title)
        top.addWidget(self.note)
        top.addWidget(self.filled_in)
        self._acts = QWidget()
        acts = HBox(self._acts, gap=8)
        for button in (self.confirm_button, self.return_button):
            acts.addWidget(button)
        acts.addStretch(1)
        more = HBox(gap=8)
        more.addWidget(self.filing_button)
        more.addWidget(self.take_back_button)
        more.addStretch(1)
        top.addWidget(self._acts)
        top.addWidget(self.hand)
        top.addLayout(more)
        for unused in (self.view.back, self.view.on, self.view.more):
            unused.hide()
        column = VBox(self)
        column.addWidget(self._top)
        column.addWidget(self.view)
        column.addWidget(self._stack, 1)

    def _join(self) -> None:
        self.confirm_button.clicked.connect(self.confirm_wanted)
        self.return_button.clicked.connect(self.return_wanted)
        self.filing_button.clicked.connect(self.filing_wanted)
        self.take_back_button.clicked.connect(self.take_back_wanted)
        self.hand.file_wanted.connect(self.file_wanted)
        self.hand.discard_wanted.connect(self.discard_wanted)
        self.view.zoom_stepped.connect(self.canvas.step_zoom)
        self.view.turn_wanted.connect(self.canvas.turn)
        self.canvas.zoomed.connect(self._tell_zoom)

    @property
    def row(self) -> InboxRow | None:
        """The row that is shown."""
        return self._row

    @property
    def can_answer(self) -> bool:
        """Whether the filled button is there to be pressed."""
        is_answer = self._row is not None and self._row.fate is Fate.ANSWER
        return is_answer and self._may and self.confirm_button.isEnabled()

    def look_only(self) -> None:
        """Who sits here may not act."""
        self._may = False
        self.show_row(self._row)

    def show_row(self, row: InboxRow | None) -> None:
        """Show what is known of a row; the sheet comes by ``show_sheet``."""
        is_other = row is None or self._row is None or row.id != self._row.id
        self._row = row
        self._top.setVisible(row is not None)
        self.view.setVisible(row is not None)
        if is_other:
            self.show_sheet(None)
            self.hand.clear()
        if row is None:
            self._empty.show_words(self.tr("Choose a sheet to look at it."))
            return
        icon, ink = LOOKS[row.fate]
        self.title.setText(said(row.page_words) if row.filed else row.file_name)
        fate, note = said(FATE_WORDS[row.fate]), said(row.note)
        self.note.show_words(icon, f"{fate} ・ {note}" if note else fate, ink)
        self.view.show_title(said(row.file_words))
        said_there = row.filed.proposed if row.filed else None
        told = [said_there.comment, said_there.who] if said_there else []
        self.filled_in.setText("\n".join(it for it in told if it))
        self.filled_in.setVisible(any(told))
        returns = row.proposal is Proposal.RETURN
        self.confirm_button.setVisible(not returns)
        self.return_button.set_kind(Kind.FILLED if returns else Kind.PLAIN)
        keys = "Ctrl+Return" if returns else ""
        self.return_button.set_words(self.tr("Record the return"), keys)
        self._acts.setVisible(row.fate is Fate.ANSWER and self._may)
        self.filing_button.setVisible(row.filed is not None)
        self.take_back_button.setVisible(row.filed is not None and self._may)
        self.hand.setVisible(row.fate is Fate.TRAY and self._may)

    def show_sheet(self, sheet: ScanSheet | None) -> None:
        """Show the sheet's picture, or nothing yet."""
        self._empty.show_words("")
        self._stack.setCurrentWidget(self.canvas if sheet else self._empty)
        self.canvas.show_sheet(sheet)
        self._tell_zoom()

    def show_failure(self, error: ButlerError) -> None:
        """Say why the sheet cannot be shown."""
        self._stack.setCurrentWidget(self._empty)
        self._empty.show_words(error.said(i18n.language()))

    def set_busy(self, busy: bool) -> None:
        """An act on the row is on its way."""
        for button in (self.confirm_button, self.return_button, self.take_back_button):
            button.setEnabled(not busy)
        self.hand.setEnabled(not busy)

    def _tell_zoom(self) -> None:
        self.view.show_zoom(self.canvas.zoom if self.canvas.sheet else None)
