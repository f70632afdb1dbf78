"""Mail card: from which server and address the customer is written to, and whether by itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from butler_desktop.domain.mail import Delivery, MailState
from butler_desktop.domain.mail_account import (
    SECURITY_WORDS,
    AccountFault,
    MailAccount,
    read_account,
)
from butler_desktop.errors import ButlerError
from butler_desktop.services.mail_round import keep_mail_password, sign_in_to_mail
from butler_desktop.settings import NO, YES, Settings
from butler_desktop.ui.background import Background
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import language, said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button
from butler_desktop.ui.kit.check_box import CheckBox
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.field import Field
from butler_desktop.ui.kit.finding_line import FieldFinding
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.surface import Card
from butler_desktop.ui.kit.text import Text


class MailCard(Card):
    """``chosen(dict)`` is what the settings shall be; saved as a whole, or not at all."""

    chosen = Signal(dict)

    def __init__(
        self, settings: Settings, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._background = background
        self.server = LineField(self.tr("Mail server"), hint="smtp.example.cn")
        kinds = [(str(kind), said(words)) for kind, words in SECURITY_WORDS.items()]
        self.security = ComboField(self.tr("Encryption"), kinds)
        self.user = LineField(self.tr("User name"))
        hint = self.tr("As the keyring has it")
        self.password = LineField(self.tr("Password or authorisation code"), hint=hint)
        self.password.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.address = LineField(self.tr("Address that mail is from"), hint="beian@example.cn")
        self.reminds = CheckBox(self.tr("Send reminders of the deadline by themselves"))
        self.check_button = Button(self.tr("Check the connection"))
        self.save_button = Button(self.tr("Save"))
        self.strip = MessageStrip()
        self._fields: dict[str, Field] = {
            "server": self.server,
            "security": self.security,
            "sender": self.address,
        }
        self._build()
        self.server.set_value(settings.mail_server)
        self.security.set_value(settings.mail_security)
        self.user.set_value(settings.mail_user)
        self.address.set_value(settings.mail_sender)
        self.reminds.setChecked(settings.mail_reminders == YES)
        for field in (self.server, self.security, self.user, self.password, self.address):
            field.edited.connect(self._doubt)
        self.check_button.clicked.connect(self._check)
        self.save_button.clicked.connect(self._save)
        self._doubt()

    def _build(self) -> None:
        column = VBox(self, sides=(20, 14, 20, 20), gap=10)
        column.addWidget(Text(self.tr("E-mail"), Role.CARD_TITLE))
        told = self.tr("Messages to customers go out from here; without a network they wait.")
        column.addWidget(Text(told, Role.BODY, "text_2", wrap=True))
        for pair in ((self.server, self.security), (self.user, self.password)):
            row = HBox(gap=12)
            for field in pair:
                row.addWidget(field, 1)
            column.addLayout(row)
        column.addWidget(self.address)
        column.addWidget(self.reminds)
        self.strip.clear()
        column.addWidget(self.strip)
        row = HBox(gap=8)
        row.addWidget(self.check_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        column.addLayout(row)

    def _doubt(self) -> None:
        """What was typed since has not been tried."""
        self._background.forget(self, "mail")
        self.strip.clear()
        for field in self._fields.values():
            field.set_finding(None)
        self.check_button.setEnabled(bool(self.server.value().strip()))

    def _typed(self) -> MailAccount | AccountFault | None:
        return read_account(
            self.server.value(),
            str(self.security.value()),
            self.user.value(),
            self.address.value(),
            reminds=self.reminds.isChecked(),
        )

    def _read(self) -> MailAccount | None:
        """What is typed, if it can be; else it is said where it cannot."""
        typed = self._typed()
        if isinstance(typed, AccountFault):
            self._fields[typed.field].set_finding(FieldFinding("red", said(typed.words)))
            self._fields[typed.field].setFocus()
            return None
        return typed

    def _check(self) -> None:
        self._doubt()
        account = self._read()
        if account is None:
            return
        self.check_button.setEnabled(False)
        self.strip.show_message("blue", self.tr("Connecting"))
        self._background.compute(
            self,
            sign_in_to_mail,
            account,
            self.password.value(),
            then=self._found,
            topic="mail",
        )

    def _found(self, delivery: Delivery) -> None:
        self.check_button.setEnabled(True)
        if delivery.state is MailState.SENT:
            self.strip.show_message("green", self.tr("The server lets this desk send."))
        else:
            self.strip.show_message("red", said(delivery.reason))

    def _save(self) -> None:
        self._doubt()
        account = self._read()
        if account is None and self.server.value().strip():
            return
        self.chosen.emit(
            {
                "mail_server": self.server.value().strip(),
                "mail_security": str(self.security.value()),
                "mail_user": self.user.value().strip(),
                "mail_sender": self.address.value().strip(),
                "mail_reminders": YES if self.reminds.isChecked() else NO,
            }
        )
        self.strip.show_message("blue", self.tr("In force after the next start."))
        password = self.password.value()
        if account is not None and account.user and password:
            self._background.compute(
                self,
                keep_mail_password,
                account,
                password,
                then=lambda _: self.password.set_value(""),
                topic="password",
                failed=self._not_kept,
            )

    def _not_kept(self, error: ButlerError) -> None:
        self.strip.show_message("amber", error.said(language()))
