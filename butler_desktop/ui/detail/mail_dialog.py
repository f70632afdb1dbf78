"""Mail dialog: what goes to the customer by e-mail, each word of it the butler's to change."""

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.telling import OCCASION_WORDS
from butler_desktop.domain.validators import email
from butler_desktop.services.mails import MailDraft
from butler_desktop.ui.i18n import said, translate
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.finding_line import FieldFinding
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.kit.text_field import TextField


class MailDialog(Dialog):
    """``acted`` when it may be sent; the fields hold what is to go out."""

    def __init__(self, draft: MailDraft, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("MailDialog", "Write to the customer"),
            translate("MailDialog", "Send"),
            sentence=said(OCCASION_WORDS[draft.occasion]),
            width=640,
            parent=parent,
        )
        self.draft = draft
        self.recipient = LineField(translate("MailDialog", "To"))
        self.subject = LineField(translate("MailDialog", "Subject"))
        self.text = TextField(translate("MailDialog", "Text"), lines=14)
        for field, value in (
            (self.recipient, draft.recipient),
            (self.subject, draft.subject),
            (self.text, draft.body),
        ):
            field.set_value(value)
            self.body.addWidget(field)
        if draft.paper:
            self.body.addWidget(Hint("file-text", draft.paper, "text_2"))
        self.recipient.edited.connect(self._judge)
        self._judge()

    def _judge(self) -> None:
        """Without an address nothing can be sent."""
        fault = email.validate(self.recipient.value()).fault
        is_empty = not self.recipient.value().strip()
        told = translate("MailDialog", "The order has no address: ask the customer")
        words = told if is_empty else said(fault) if fault else ""
        self.recipient.set_finding(FieldFinding("red", words) if words else None)
        self.act_button.setEnabled(fault is None)
