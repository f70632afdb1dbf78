"""Mail line: how it stands with an e-mail that is not settled, and what can be done about it."""

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.mail import MAIL_STATE_WORDS, NEEDS_BUTLER, Mail, MailState
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.i18n import said, translate
from butler_desktop.ui.kit.finding_line import FieldFinding, FindingLine

AGAIN, RECEIVED, DROP = "again", "received", "drop"
"""The links' keys."""

LEVELS = {MailState.FAILED: "red", MailState.UNKNOWN: "amber"}


def mail_line(mail: Mail, view: FilingView, parent: QWidget | None = None) -> FindingLine:
    """The line of mail that waits, is being sent, or needs the butler."""
    told = translate("MailLine", "E-mail: %1.").replace("%1", said(MAIL_STATE_WORDS[mail.state]))
    if mail.state is MailState.UNKNOWN:
        told = said(mail.reason)
    elif mail.reason.zh:
        told = " ".join((told, said(mail.reason)))
    if mail.state is MailState.QUEUED and mail.tries:
        at = said(near_moment_text(mail.due_at, view.now))
        told += translate("MailLine", "; tried again %1").replace("%1", at)
    links = []
    if mail.state is MailState.UNKNOWN:
        links.append((RECEIVED, translate("MailLine", "It arrived")))
    if mail.state in NEEDS_BUTLER:
        links.append((AGAIN, translate("MailLine", "Send again")))
    if mail.state is not MailState.SENDING:
        links.append((DROP, translate("MailLine", "Call it off")))
    line = FindingLine(parent)
    level = LEVELS.get(mail.state, "blue")
    line.show_finding(FieldFinding(level, told, tuple(links), mail.state in NEEDS_BUTLER))
    line.setAccessibleName(told)
    return line
