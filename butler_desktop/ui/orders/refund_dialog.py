"""Refund dialogs: why it is asked for, and who decides."""

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.money import format_yuan
from butler_desktop.domain.refund import Refund
from butler_desktop.errors import ButlerError
from butler_desktop.services.refunds import RefundView
from butler_desktop.ui.i18n import language, translate
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.kit.text_field import TextField


class _RefundDialog(Dialog):
    """A dialog whose act may be refused."""

    def refuse(self, error: ButlerError) -> None:
        """Say why; what was typed stays."""
        self.strip.show_message("red", error.said(language()))
        self.act_button.setEnabled(True)


class AskDialog(_RefundDialog):
    """Why the customer wants it back; and the special reason, where one is needed."""

    def __init__(self, *, is_special: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("RefundDialog", "Ask for the refund"),
            translate("RefundDialog", "Ask for the refund"),
            sentence=translate(
                "RefundDialog",
                "A second person decides. Until then nothing of it is submitted.",
            ),
            width=460,
            danger=True,
            parent=parent,
        )
        self.reason = TextField(translate("RefundDialog", "The customer's reason"))
        self.exception = TextField(
            translate("RefundDialog", "Special reason (force majeure, change of policy)")
        )
        self.body.addWidget(self.reason)
        self.body.addWidget(self.exception)
        self.exception.setVisible(is_special)
        for field in (self.reason, self.exception):
            field.edited.connect(self._judge)
        self._judge()

    def _judge(self) -> None:
        needed = (self.reason,) if self.exception.isHidden() else (self.reason, self.exception)
        self.act_button.setEnabled(all(str(it.value() or "").strip() for it in needed))


class DecideDialog(_RefundDialog):
    """Who decides, and where it is declined, why."""

    def __init__(
        self, view: RefundView, refund: Refund, *, approves: bool, parent: QWidget | None = None
    ) -> None:
        words = translate("RefundDialog", "Approve the refund")
        if not approves:
            words = translate("RefundDialog", "Decline the refund")
        told = translate("RefundDialog", "%1 asked for %2 yuan back: %3")
        told = told.replace("%1", refund.asked_by)
        told = told.replace("%2", format_yuan(refund.asked_fen)).replace("%3", refund.reason)
        super().__init__(words, words, sentence=told, width=460, danger=approves, parent=parent)
        self.approves = approves
        self.name = LineField(translate("RefundDialog", "Who decides (not who asked)"))
        self.name.set_value(view.decider)
        self.name.set_read_only(bool(view.decider))
        self.why = TextField(translate("RefundDialog", "Why; the customer reads it"))
        self.body.addWidget(self.name)
        self.body.addWidget(self.why)
        self.why.setVisible(not approves)
        for field in (self.name, self.why):
            field.edited.connect(self._judge)
        self._judge()

    def _judge(self) -> None:
        needed = (self.name,) if self.approves else (self.name, self.why)
        self.act_button.setEnabled(all(str(it.value() or "").strip() for it in needed))
