"""Refund desk: asks why, has it decided, and writes the reasons as PDF."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from butler_desktop.errors import ButlerError
from butler_desktop.services.orders import OrderView
from butler_desktop.services.refunds import approve, ask, decline, export_reasoning
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.orders.refund_card import RefundCard
from butler_desktop.ui.orders.refund_dialog import AskDialog, DecideDialog

Shown = Callable[[], OrderView | None]


class RefundDesk(QObject):
    """Joins the card to the services; says in ``strip`` what was done."""

    def __init__(
        self,
        background: Background,
        card: RefundCard,
        strip: MessageStrip,
        shown: Shown,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._background, self._strip, self._window = background, strip, window
        self._shown = shown
        card.ask_wanted.connect(self.ask)
        card.approve_wanted.connect(lambda: self.decide(approves=True))
        card.decline_wanted.connect(lambda: self.decide(approves=False))
        card.sheet_wanted.connect(self.ask_where)

    def ask(self, chosen: list[str], is_special: bool) -> None:
        """Ask why the customer wants these back."""
        view = self._shown()
        if view is None:
            return
        order_id = view.dossier.order.id
        dialog = AskDialog(is_special=is_special, parent=self._window.window())
        dialog.acted.connect(
            lambda: self._do(
                dialog, ask, order_id, chosen, dialog.reason.value(), dialog.exception.value()
            )
        )
        self._open(dialog)

    def decide(self, *, approves: bool) -> None:
        """Ask who decides, and why not."""
        view = self._shown()
        waiting = view.refunds.waiting if view is not None else None
        if view is None or waiting is None:
            return
        order_id, parent = view.dossier.order.id, self._window.window()
        dialog = DecideDialog(view.refunds, waiting, approves=approves, parent=parent)
        dialog.acted.connect(
            lambda: (
                self._do(dialog, approve, order_id, dialog.name.value())
                if approves
                else self._do(dialog, decline, order_id, dialog.why.value(), dialog.name.value())
            )
        )
        self._open(dialog)

    def ask_where(self, refund_id: str) -> None:
        """Let the butler choose the file that the reasons go to."""
        view = self._shown()
        if view is None:
            return
        order = view.dossier.order
        name = self.tr("%1 refund.pdf").replace("%1", order.number)
        dialog = QFileDialog(self._window, self.tr("Reasons of the refund"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: self.export(order.id, refund_id, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, order_id: str, refund_id: str, target: Path) -> None:
        """Write the reasons."""
        self._background.run(
            self,
            export_reasoning,
            order_id,
            refund_id,
            target,
            then=self._written,
            failed=lambda error: self._strip.show_message(
                "red", error.said(language()), closable=True
            ),
        )

    def _open(self, dialog: AskDialog | DecideDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _do(self, dialog: AskDialog | DecideDialog, service: Any, *given: Any) -> None:
        dialog.act_button.setEnabled(False)

        def refused(error: ButlerError) -> None:
            dialog.refuse(error)

        self._background.do(dialog, service, *given, then=lambda _: dialog.accept(), failed=refused)

    def _written(self, path: Path) -> None:
        told = self.tr("Written: %1").replace("%1", str(path))
        self._strip.show_message("green", told, closable=True)
