"""Starting a filing: choose the order that pays for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.worklist import NEWEST_PAID, OrderRow
from butler_desktop.errors import ButlerError
from butler_desktop.services.filings import request_filing
from butler_desktop.services.worklist import orders_with_sites
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language, translate
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.dialog import Dialog


class NewFilingDialog(Dialog):
    """``started(filing id)`` after the filing is there."""

    started = Signal(str)

    def __init__(
        self, background: Background, order_id: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(
            translate("NewFilingDialog", "New filing"),
            translate("NewFilingDialog", "Start the filing"),
            sentence=translate("NewFilingDialog", "One site of the order is used."),
            width=520,
            parent=parent,
        )
        self._background, self._wanted = background, order_id
        self.order = ComboField(translate("NewFilingDialog", "Order"), [])
        self.body.addWidget(self.order)
        self.set_act(translate("NewFilingDialog", "Start the filing"), enabled=False)
        self.acted.connect(self._start)
        background.ask(self, orders_with_sites, NEWEST_PAID, then=self._offer)

    def _offer(self, rows: list[OrderRow]) -> None:
        left = translate("NewFilingDialog", "%1 left")
        self.order.set_choices(
            [
                (
                    row.id,
                    f"{row.customer} ・ {row.number} ・ {left.replace('%1', str(row.remaining))}",
                )
                for row in rows
            ]
        )
        if not rows:
            self.strip.show_message(
                "amber", translate("NewFilingDialog", "No order has a site left. Enter one first.")
            )
            return
        known = {row.id for row in rows}
        self.order.set_value(self._wanted if self._wanted in known else rows[0].id)
        self.set_act(translate("NewFilingDialog", "Start the filing"), enabled=True)

    def _start(self) -> None:
        self._background.do(
            self,
            request_filing,
            str(self.order.value()),
            then=lambda filing: self._done(filing.id),
            failed=self._refused,
        )

    def _done(self, filing_id: str) -> None:
        self.started.emit(filing_id)
        self.accept()

    def _refused(self, error: ButlerError) -> None:
        self.strip.show_message("red", error.said(language()))
