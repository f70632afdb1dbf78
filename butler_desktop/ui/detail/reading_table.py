"""Reading table: what was read on a scan beside the form, with what is to be looked at first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.domain.proposal import Proposal
from butler_desktop.errors import ButlerError
from butler_desktop.services.recognition import EXTRA
from butler_desktop.ui.detail.reading_row import SETTLED, ReadingRow, columns
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import language
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import colour

_HEAD = 28


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of the text of a page: what it says, or why it is not known.

    ``proposals`` is None while the page is being read.
    """

    proposals: tuple[Proposal, ...] | None = None
    error: ButlerError | None = None
    is_missing: bool = False
    """Whether there is no engine on this machine."""


class _Heads(QWidget):
    """The names of the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(_HEAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = look().theme, QPainter(self)
        painter.fillRect(self.rect(), colour(theme.sunken))
        heads = self.tr("Field"), self.tr("Scan"), self.tr("Form"), self.tr("Result")
        for head, spot in zip(heads, columns(self.width()), strict=True):
            spot.setHeight(self.height())
            if spot.width() > 0:
                paint.words(painter, spot, Role.META, theme.text_2, head)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour(theme.border))
        painter.end()


class ReadingTable(QWidget):
    """Shows a ``Reading``; hidden where nothing is to be said."""

    accepted = Signal(object)
    """This Proposal is to be written into the form."""
    pointed = Signal(object)
    """The Box on the page that is looked at; None where none is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: QImage | None = None
        self._reading: Reading | None = None
        self._rows: list[ReadingRow] = []
        self._title = Text(self.tr("Read on the scan, beside the form"), Role.BODY_BOLD)
        self._rule = Text(
            self.tr("Read on this machine; written only when you take it over"),
            Role.META,
            "text_3",
            elide=True,
        )
        self._rule.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._state = Text("", Role.META, "text_3", wrap=True)
        self._heads = _Heads(self)
        head = HBox(gap=16)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._rule)
        self._stack = VBox(self)
        self._stack.addLayout(head)
        self._stack.addSpacing(px(6))
        self._stack.addWidget(self._state)
        self._stack.addWidget(self._heads)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def rows(self) -> tuple[ReadingRow, ...]:
        """The rows that are shown."""
        return tuple(row for row in self._rows if not row.isHidden())

    @property
    def wants_room(self) -> bool:
        """Whether rows are there or may come: the page above keeps its size meanwhile."""
        return self._reading is not None and not self._reading.is_missing

    @property
    def state(self) -> str:
        """What is said in place of rows; empty where there are some."""
        return "" if self._state.isHidden() else self._state.text()

    def show_sheet(self, sheet: QImage | None) -> None:
        """The page of which the strips are cut."""
        self._sheet = sheet
        for row in self.rows:
            if row.proposal is not None:
                row.update_crop()

    def show_reading(self, reading: Reading | None, *, editable: bool) -> None:
        """Show what was read; None where nothing is looked for on such a paper."""
        if reading == self._reading and all(row.is_editable == editable for row in self.rows):
            return
        self._reading = reading
        shown = _ordered(reading.proposals or ()) if reading else ()
        self._fill(shown, editable=editable)
        told = self._told(reading)
        self._state.setText(told)
        self._state.setVisible(bool(told))
        self._heads.setVisible(bool(shown))
        self._rule.setVisible(bool(shown))
        self.setVisible(reading is not None)

    def _fill(self, shown: Sequence[Proposal], *, editable: bool) -> None:
        while len(self._rows) < len(shown):
            row = ReadingRow(lambda: self._sheet, self)
            row.accepted.connect(self.accepted)
            row.pointed.connect(self.pointed)
            self._rows.append(row)
            self._stack.addWidget(row)
        for row, proposal in zip(self._rows, shown, strict=False):
            row.show_proposal(proposal, editable=editable)
            row.show()
        for row in self._rows[len(shown) :]:
            row.hide()

    def _told(self, reading: Reading | None) -> str:
        """What stands in place of rows."""
        if reading is None or reading.proposals:
            return ""
        if reading.is_missing:
            told = self.tr("With text recognition installed, what the scan says is listed here: %1")
            return told.replace("%1", f"pip install {EXTRA}")
        if reading.error is not None:
            return reading.error.said(language())
        if reading.proposals is None:
            return self.tr("Reading the scan…")
        return self.tr("Nothing was read that the form asks for.")


def _ordered(found: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """What is to be looked at first, then what is settled; each in the order of the form."""
    return tuple(sorted(found, key=lambda each: each.standing in SETTLED))
