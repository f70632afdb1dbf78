"""Mail desk: writes to the customer of the filing that is shown, and settles what waits."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.mail import Mail
from butler_desktop.domain.telling import OCCASION_WORDS, Occasion
from butler_desktop.errors import ButlerError
from butler_desktop.services.mails import (
    MailDraft,
    drop_mail,
    mail_draft,
    queue_mail,
    send_again,
    was_received,
)
from butler_desktop.ui import i18n
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.mail_dialog import MailDialog
from butler_desktop.ui.detail.mail_line import AGAIN, DROP, RECEIVED
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.message_strip import MessageStrip

SERVICES = {AGAIN: send_again, RECEIVED: was_received, DROP: drop_mail}


class MailDesk(QObject):
    """Says in ``strip`` what was queued and what was refused."""

    def __init__(self, background: Background, strip: MessageStrip, window: QWidget) -> None:
        super().__init__(window)
        self._background, self._strip, self._window = background, strip, window

    def write(self, filing_id: str, occasion: str) -> None:
        """Open what would be written on this occasion."""
        self._background.ask(
            self,
            mail_draft,
            filing_id,
            Occasion(occasion),
            then=lambda draft: self._open(filing_id, draft),
            failed=self._refuse,
        )

    def settle(self, mail_id: str, key: str) -> None:
        """The butler's word on mail that waits."""
        self._background.do(self, SERVICES[key], mail_id, failed=self._refuse)

    def _open(self, filing_id: str, draft: MailDraft) -> None:
        dialog = MailDialog(draft, self._window.window())
        dialog.acted.connect(lambda: self._queue(filing_id, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _queue(self, filing_id: str, dialog: MailDialog) -> None:
        dialog.act_button.setEnabled(False)
        self._background.do(
            dialog,
            queue_mail,
            filing_id,
            dialog.draft.occasion,
            dialog.recipient.value(),
            dialog.subject.value(),
            dialog.text.value(),
            then=lambda mail: self._queued(mail, dialog),
            failed=lambda error: self._refuse_in(error, dialog),
        )

    def _queued(self, mail: Mail, dialog: MailDialog) -> None:
        dialog.accept()
        told = self.tr("E-mail is on its way: %1.")
        words = said(OCCASION_WORDS[mail.occasion])
        self._strip.show_message("green", told.replace("%1", words), closable=True)

    def _refuse_in(self, error: ButlerError, dialog: MailDialog) -> None:
        dialog.strip.show_message("red", error.said(i18n.language()))
        dialog.act_button.setEnabled(True)

    def _refuse(self, error: ButlerError) -> None:
        self._strip.show_message("red", error.said(i18n.language()), closable=True)
