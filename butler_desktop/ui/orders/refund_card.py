"""Refund card: what of an order could be given back and why, what waits, and what was decided."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.money import format_yuan
from butler_desktop.domain.refund import REFUND_STATE_WORDS, Refund, RefundLine, RefundState
from butler_desktop.domain.refund_offer import refund_amount
from butler_desktop.domain.role import Role as Rights
from butler_desktop.domain.role import may_write
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.services.refunds import RefundView
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Kind
from butler_desktop.ui.kit.check_box import CheckBox
from butler_desktop.ui.kit.section_header import SectionHeader
from butler_desktop.ui.kit.surface import Card, Surface
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.measure import px

DOT = " ・ "
NAME, AMOUNT = 190, 90
"""Logical pixels of the columns."""


class RefundCard(QWidget):
    """Stands while pages are painted anew: what was ticked stays ticked."""

    ask_wanted = Signal(object, bool)
    """The ids of the chosen filings, and whether a special reason is needed."""
    approve_wanted = Signal()
    decline_wanted = Signal()
    sheet_wanted = Signal(str)
    """The reasons of a refund on paper; carries its id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: RefundView | None = None
        self._order = ""
        self._left_out: set[str] = set()
        self._by_exception: set[str] = set()
        self.boxes: dict[str, CheckBox] = {}
        self.links: dict[str, Link] = {}
        self._head = SectionHeader(self.tr("Refund"))
        self._card = Card()
        self._rows = VBox(self._card, sides=(1, 4, 1, 1))
        self._sum = Text("", Role.META, "text_2")
        self._amount = Text("", Role.CARD_TITLE)
        self.special = CheckBox(self.tr("Special reason"))
        self.special.toggled.connect(lambda _on: self._paint())
        self.ask_button = Button(self.tr("Ask for the refund"), Kind.DANGER)
        self.ask_button.clicked.connect(self._ask)
        self.approve_button = Button(self.tr("Approve…"))
        self.approve_button.clicked.connect(self.approve_wanted)
        self.decline_button = Button(self.tr("Decline…"))
        self.decline_button.clicked.connect(self.decline_wanted)
        self._foot = QWidget()
        foot = HBox(self._foot, sides=(10, 8, 8, 8), gap=10)
        foot.addWidget(self._sum)
        foot.addWidget(self.special)
        foot.addStretch(1)
        foot.addWidget(self._amount)
        for button in (self.ask_button, self.decline_button, self.approve_button):
            foot.addWidget(button)
        self._decided = VBox(gap=6)
        stack = VBox(self, gap=8)
        stack.addSpacing(px(8))
        stack.addWidget(self._head)
        stack.addWidget(self._card)
        stack.addLayout(self._decided)
        self._lines = VBox()
        self._rows.addLayout(self._lines)
        self._rows.addWidget(self._foot)

    def show_view(self, view: RefundView, role: Rights, now: datetime) -> None:
        """Show an order's refunds; another order begins with everything ticked."""
        if view.order.id != self._order:
            self._order, self._left_out, self._by_exception = view.order.id, set(), set()
            self.special.setChecked(False)
        self._view, self._role, self._now = view, role, now
        self._paint()

    def chosen(self) -> list[str]:
        """The filings that are ticked; an empty id stands for the sites never begun."""
        return [key for key, box in self.boxes.items() if box.isChecked()]

    def _paint(self) -> None:
        view = self._view
        if view is None:
            return
        waits = view.waiting
        is_shown = waits is not None or (view.can_ask and bool(view.offer.lines))
        self.setVisible(is_shown or bool(view.decided))
        self._card.setVisible(is_shown)
        policy = waits.policy if waits else view.offer.policy
        told = self.tr("by the rules since %1").replace("%1", policy)
        self._head.show_status(told if is_shown else "")
        _empty(self._lines)
        self.boxes = {}
        lines = waits.chosen if waits else view.offer.lines if is_shown else ()
        for line in lines:
            self._lines.addWidget(self._row(line, is_fixed=waits is not None))
        if waits is not None:
            self._lines.addWidget(self._request(waits))
        self._show_foot(view)
        self._show_decided(view)

    def _row(self, line: RefundLine, *, is_fixed: bool) -> QWidget:
        row = Surface(lines="b")
        name = line.number or self.tr("Not begun")
        if line.site_count > 1 or not line.number:
            name += self.tr(" × %1").replace("%1", str(line.site_count))
        can = line.is_refundable or self.special.isChecked()
        box = CheckBox(name)
        on = (
            line.filing_id not in self._left_out
            if line.is_refundable
            else line.filing_id in self._by_exception
        )
        box.setChecked(is_fixed or (can and on))
        box.setEnabled(can and not is_fixed)
        box.toggled.connect(lambda on: self._tick(line, on))
        self.boxes[line.filing_id] = box
        amount = format_yuan(line.amount_fen) if line.amount_fen else "—"
        words = said(line.words)
        row.setAccessibleName(f"{name}，{words}，{amount}")
        inside = HBox(row, sides=(10, 5, 10, 5), gap=12)
        box.setFixedWidth(px(NAME))
        inside.addWidget(box)
        inside.addWidget(Text(words, Role.META, "text_2", elide=True), 1)
        money = Text(amount, Role.BODY, "text" if line.is_refundable else "text_3")
        money.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        money.setFixedWidth(px(AMOUNT))
        inside.addWidget(money)
        return row

    def _request(self, refund: Refund) -> QWidget:
        """Who asked, when and why."""
        row = Surface(lines="b")
        at = said(near_moment_text(refund.at, self._now))
        told = self.tr("%1 asked %2: %3").replace("%1", refund.asked_by).replace("%2", at)
        told = told.replace("%3", refund.reason)
        if refund.exception:
            told += DOT + self.tr("special reason: %1").replace("%1", refund.exception)
        HBox(row, sides=(10, 8, 10, 8)).addWidget(Text(told, Role.META, "text_2", wrap=True), 1)
        return row

    def _tick(self, line: RefundLine, on: bool) -> None:
        if line.is_refundable:
            (self._left_out.discard if on else self._left_out.add)(line.filing_id)
        else:
            (self._by_exception.add if on else self._by_exception.discard)(line.filing_id)
        if self._view is not None:
            self._show_foot(self._view)

    def _show_foot(self, view: RefundView) -> None:
        waits, may = view.waiting, may_write(self._role)
        lines = waits.chosen if waits else view.offer.lines
        sites = sum(it.site_count for it in lines if it.filing_id in self.chosen())
        amount = waits.asked_fen if waits else refund_amount(view.order, view.decided, sites)
        price = format_yuan(view.order.unit_price_fen)
        told = self.tr("%1 × %2 yuan").replace("%1", str(sites)).replace("%2", price)
        self._sum.setText(told)
        due = self.tr("Refund %1 yuan").replace("%1", format_yuan(amount if sites else 0))
        self._amount.setText(due)
        is_own = waits is not None and waits.asked_by == view.decider
        locked = any(not it.is_refundable for it in view.offer.lines)
        self.special.setVisible(waits is None and locked and may)
        self.ask_button.setVisible(waits is None and may)
        self.ask_button.setEnabled(bool(sites))
        for button in (self.approve_button, self.decline_button):
            button.setVisible(waits is not None and may)
            button.setEnabled(not is_own)
            button.setToolTip(self.tr("Somebody else decides") if is_own else "")

    def _show_decided(self, view: RefundView) -> None:
        _empty(self._decided)
        self.links = {}
        for refund in view.decided:
            self._decided.addWidget(self._verdict(refund))

    def _verdict(self, refund: Refund) -> QWidget:
        row = QWidget()
        is_given = refund.state is RefundState.APPROVED
        sites = refund.site_count or sum(it.site_count for it in refund.chosen)
        amount = format_yuan(refund.amount_fen or refund.asked_fen)
        told = (
            self.tr("%2 yuan for %1 of the sites").replace("%1", str(sites)).replace("%2", amount)
        )
        at = said(near_moment_text(refund.decided_at or refund.at, self._now))
        who = self.tr("asked by %1, decided by %2").replace("%1", refund.asked_by)
        who = who.replace("%2", refund.approved_by)
        words = said(REFUND_STATE_WORDS[refund.state])
        row.setAccessibleName(f"{words} {told}")
        inside = HBox(row, gap=8)
        inside.addWidget(Text(words, Role.BODY_BOLD, "text" if is_given else "amber"))
        inside.addWidget(Text(told, Role.BODY))
        quiet = DOT.join(it for it in (who, at, refund.decision) if it)
        inside.addWidget(Text(quiet, Role.META, "text_2", elide=True), 1)
        link = Link(self.tr("Reasons as PDF"))
        link.clicked.connect(lambda: self.sheet_wanted.emit(refund.id))
        self.links[refund.id] = link
        inside.addWidget(link)
        link.setVisible(bool(refund.lines) and may_write(self._role))
        return row

    def _ask(self) -> None:
        self.ask_wanted.emit(self.chosen(), bool(self._by_exception & set(self.chosen())))


def _empty(column: VBox) -> None:
    while (item := column.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
