"""Keep dialog: the reason for which a finding is let pass, and who agrees where two must."""

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.checks import Finding
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said, translate
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.kit.text_field import TextField


class KeepDialog(Dialog):
    """``acted`` once a reason is written; where another only agrees, his name is asked alone."""

    def __init__(
        self,
        finding: Finding,
        *,
        is_signed_in: bool,
        is_agreeing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        title = translate("KeepDialog", "Let it pass, with the reason")
        act = translate("KeepDialog", "Let it pass")
        if is_agreeing:
            title = act = translate("KeepDialog", "Agree to let it pass")
        elif finding.needs_second and is_signed_in:
            act = translate("KeepDialog", "Ask a second person")
        super().__init__(title, act, sentence=said(finding.message), width=480, parent=parent)
        self.reason = TextField(translate("KeepDialog", "Reason"), lines=4)
        self.second = LineField(translate("KeepDialog", "Who agrees"))
        told = translate("KeepDialog", "It counts once a colleague has signed in and agreed.")
        self.note = Text(told, Role.META, "text_2", wrap=True)
        for part in (self.reason, self.second, self.note):
            self.body.addWidget(part)
        self._is_agreeing = is_agreeing
        self.reason.setVisible(not is_agreeing)
        self.second.setVisible(finding.needs_second and not is_signed_in)
        self.note.setVisible(finding.needs_second and is_signed_in and not is_agreeing)
        self.reason.edited.connect(self._tell)
        self.second.edited.connect(self._tell)
        self._tell()

    def given(self) -> dict[str, str]:
        """What was written, by the act's inputs."""
        reason = {} if self._is_agreeing else {"reason": str(self.reason.value()).strip()}
        second = str(self.second.value()).strip()
        return reason | ({"second": second} if second else {})

    def _tell(self) -> None:
        needed = self.second if self._is_agreeing else self.reason
        self.act_button.setEnabled(bool(str(needed.value()).strip()))
