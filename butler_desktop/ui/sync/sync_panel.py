"""Sync panel: under the pill, each act that waits, and what can be done about it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.receipt import OUTCOME_WORDS, Outcome, Receipt, ReceiptLine
from butler_desktop.domain.sync_status import PAUSE_WORDS, Tie
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import language, said
from butler_desktop.ui.kit import icons, paint
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind, Size
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import px, zoom
from butler_desktop.ui.sync.outcome_look import DOT, LOOKS, record_of, when_of
from butler_desktop.ui.sync.standing import Standing, pill_look

WIDTH = 420
MOST = 7
"""Acts listed at 100 %; the receipt has all of them."""


class ActLine(QWidget):
    """One act: its outcome as an icon, what it was, of what and when."""

    def __init__(self, line: ReceiptLine, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = LOOKS[line.outcome]
        row = HBox(self, sides=(22, 2, 0, 2), gap=0)
        words = VBox()
        words.addWidget(Text(said(line.words), Role.BODY))
        facts = DOT.join((record_of(line), when_of(line, now)))
        second = Text(facts, Role.META, "text_3", elide=True)
        words.addWidget(second)
        row.addLayout(words, 1)
        self.setToolTip(said(line.reason))
        self.setAccessibleName(f"{said(OUTCOME_WORDS[line.outcome])} {said(line.words)} {facts}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, size = QPainter(self), px(icons.TEXT)
        ink = look().theme.token(self._look.ink)
        icons.draw(painter, 0, px(2) + (Role.BODY.line - size) // 2, self._look.icon, size, ink)
        painter.end()


class SyncPanel(QWidget):
    """A popup; its buttons send what is wanted and close it."""

    sync_wanted = Signal()
    conflicts_wanted = Signal()
    receipt_wanted = Signal()
    take_out_wanted = Signal()
    go_on_wanted = Signal()

    def __init__(
        self,
        standing: Standing,
        receipt: Receipt,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(px(WIDTH))
        title = pill_look(standing)[1]
        self.setAccessibleName(title)
        self._column = VBox(self, sides=(16, 14, 16, 14), gap=8)
        self._column.addWidget(Text(title, Role.CARD_TITLE))
        self._column.addWidget(Text(self._sentence(standing), Role.META, "text_2", wrap=True))
        if standing.tie is Tie.REPLICA:
            self._list_acts(receipt, now())
        self._column.addSpacing(px(4))
        self._column.addLayout(self._buttons(standing, receipt))

    def open_under(self, pill: QWidget) -> None:
        """Shows the panel below the pill, its right edges in line."""
        self.adjustSize()
        foot = pill.mapToGlobal(QPoint(pill.width(), pill.height() + px(4)))
        self.move(foot.x() - self.width(), foot.y())
        self.show()
        first = self.findChildren(Button)
        if first:
            first[-1].setFocus(Qt.FocusReason.PopupFocusReason)

    def acts(self) -> list[ActLine]:
        """The acts listed."""
        return self.findChildren(ActLine)

    def _sentence(self, standing: Standing) -> str:
        if standing.fault is not None:
            return standing.fault.said(language())
        if standing.status.pause is not None:
            return said(PAUSE_WORDS[standing.status.pause])
        if standing.tie is Tie.DIRECT:
            if standing.is_offline:
                return self.tr(
                    "The shared database is tried again by itself; you can go on reading."
                )
            return self.tr("You work on the shared database itself; every act is there at once.")
        if standing.is_offline:
            return self.tr(
                "Everything is kept on this machine, and merged when the network is back."
            )
        if standing.choices:
            return self.tr("Others changed the same values. Choose what stays; all else is merged.")
        if standing.status.waiting:
            return self.tr("Acts wait to be shared.")
        return self.tr("This machine's replica is equal to the shared database.")

    def _list_acts(self, receipt: Receipt, now: datetime) -> None:
        first = (Outcome.HELD, Outcome.WAITING, Outcome.REFUSED)
        waiting = [line for it in first for line in receipt.lines if line.outcome is it]
        most = round(MOST / zoom())  # the panel must not be higher than the screen
        for line in waiting[:most]:
            self._column.addWidget(ActLine(line, now))
        if len(waiting) > most:
            more = self.tr("and %n more, in the receipt", "", len(waiting) - most)
            self._column.addWidget(Text(more, Role.META, "text_3"))

    def _buttons(self, standing: Standing, receipt: Receipt) -> HBox:
        row = HBox(gap=8)
        is_replica = standing.tie is Tie.REPLICA
        if is_replica:
            self._add(row, self.tr("Take offline"), self.take_out_wanted, Kind.FLAT)
        if is_replica and receipt.made:
            self._add(row, self.tr("Receipt"), self.receipt_wanted, Kind.FLAT)
        row.addStretch(1)
        is_paused = standing.status.pause is not None
        calm = not standing.choices and not is_paused
        sync = Kind.FILLED if calm else Kind.PLAIN
        self._add(row, self.tr("Sync now"), self.sync_wanted, sync, "F5")
        if standing.choices:
            kind = Kind.PLAIN if is_paused else Kind.FILLED
            self._add(row, self.tr("Settle conflicts"), self.conflicts_wanted, kind)
        if is_paused:
            self._add(row, self.tr("Looked at it, go on"), self.go_on_wanted, Kind.FILLED)
        return row

    def _add(self, row: HBox, words: str, wanted: object, kind: Kind, shortcut: str = "") -> Button:
        button = Button(words, kind, shortcut=shortcut, size=Size.SMALL)
        button.clicked.connect(self.close)
        button.clicked.connect(wanted)
        row.addWidget(button)
        return button

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look().theme
        # Square: where no compositor runs, round corners of a window are black.
        paint.box(painter, self.rect(), theme.raised, theme.border_strong, 0)
        painter.end()
