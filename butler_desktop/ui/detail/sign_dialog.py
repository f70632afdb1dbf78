"""Sign dialog: the password of the company's certificate, before a packet leaves signed."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from butler_desktop.ui.i18n import translate
from butler_desktop.ui.kit.check_box import CheckBox
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.line_field import LineField


class SignDialog(Dialog):
    """``acted`` when the password is typed, or left to the keyring."""

    def __init__(self, certificate: Path, version: int, parent: QWidget | None = None) -> None:
        told = translate("SignDialog", "Version %1 is signed with %2; the packet itself stays.")
        super().__init__(
            translate("SignDialog", "Sign the packet"),
            translate("SignDialog", "Choose where to save…"),
            sentence=told.replace("%1", str(version)).replace("%2", certificate.name),
            width=460,
            parent=parent,
        )
        self.password = LineField(
            translate("SignDialog", "Password of the certificate"),
            hint=translate("SignDialog", "As the keyring has it"),
        )
        self.password.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.keeps = CheckBox(translate("SignDialog", "Keep it in the system's keyring"))
        self.body.addWidget(self.password)
        self.body.addWidget(self.keeps)
