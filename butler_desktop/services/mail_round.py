"""A round of mail: sends what waits, each message once, from whichever desk comes first.

Mail is claimed in one commit and settled in another; between them is the
server. Who falls silent there leaves mail of which nobody knows, and the
butler is asked: it is never sent again by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from uuid import UUID, uuid5

from butler_desktop.domain.mail import CUT_OFF, NOTHING, Delivery, Mail, MailState, claimed, tried
from butler_desktop.domain.mail_account import MailAccount
from butler_desktop.domain.role import may_write
from butler_desktop.domain.telling import Occasion
from butler_desktop.domain.validators import email
from butler_desktop.errors import ButlerError, NotFound
from butler_desktop.services.mails import move, needless, new_mail, record_told, tell
from butler_desktop.services.packets import note_taken, packet_pdf
from butler_desktop.storage.mail_server import (
    AWAY,
    deliver,
    keep_password,
    kept_password,
    try_account,
)
from butler_desktop.storage.mails import (
    add_mail,
    due_mails,
    is_open_mail,
    lapsed_mails,
    mail_at,
    mails_in,
)
from butler_desktop.storage.reminders import reminders_due
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.words import Words

SPACE = UUID("6f0c3a52-5c1b-4a0e-9d5f-6c1a3f0e7b21")
"""Of the names of reminders: the same one has the same name on every machine."""


@dataclass(frozen=True, slots=True)
class MailNews:
    """What became of one message in a round, or what waits for the butler."""

    mail_id: str
    filing_id: str
    filing: str
    """The filing's number; empty where it is gone."""
    occasion: Occasion
    state: MailState
    at: datetime
    reason: Words


def queue_reminders(workspace: Workspace) -> int:
    """Puts the reminders that are due into the queue where they go out by themselves.

    A customer without an address is left to the butler. Returns how many.
    """
    if workspace.mail is None or not workspace.mail.reminds:
        return 0
    with workspace.reading() as work:
        due = reminders_due(work)
    queued = 0
    for filing_id, reminder in due.items():
        with workspace.editing() as work:
            name = f"{filing_id} {reminder.deadline.isoformat()} {reminder.at.isoformat()}"
            mail = replace(new_mail(work, filing_id, Occasion.REMINDER), id=str(uuid5(SPACE, name)))
            if email.validate(mail.recipient).fault is not None:
                continue
            if is_open_mail(work, filing_id, Occasion.REMINDER) or needless(work, mail):
                continue
            if add_mail(work, mail):
                tell(work, mail)
                queued += 1
    return queued


def send_mails(workspace: Workspace) -> tuple[MailNews, ...]:
    """Sends what is due now; what it tells is what became of each message that it touched.

    A server that cannot be reached ends the round. Raises StoreUnavailable.
    """
    if not may_write(workspace.role):
        return ()
    return tuple(_lapsed(workspace)) + tuple(_sent(workspace))


def sign_in_to_mail(account: MailAccount, password: str) -> Delivery:
    """Whether a desk could send so; without ``password`` the one that is kept is tried."""
    return try_account(account, password or kept_password(account))


def keep_mail_password(account: MailAccount, password: str) -> None:
    """Has the keyring keep the password. Raises StoreUnavailable where there is none."""
    keep_password(account, password)


def mails_for_butler(work: Work) -> tuple[MailNews, ...]:
    """The mail that waits for a butler's word, the oldest first."""
    waiting = mails_in(work, MailState.FAILED, MailState.UNKNOWN)
    return tuple(_news(work, it, it.due_at) for it in waiting)


def _lapsed(workspace: Workspace) -> Iterator[MailNews]:
    """Who claimed these is gone: nobody knows of them."""
    with workspace.reading() as work:
        found = lapsed_mails(work)
    for mail in found:
        with workspace.editing() as work:
            after = replace(mail, state=MailState.UNKNOWN, reason=CUT_OFF)
            if move(work, mail, after):
                yield _news(work, after, work.now)


def _sent(workspace: Workspace) -> Iterator[MailNews]:
    account = workspace.mail
    if account is None:
        return
    with workspace.reading() as work:
        due = due_mails(work)
    password = kept_password(account) if due and account.user else ""
    for mail_id in due:
        news = _one(workspace, account, password, mail_id)
        if news is not None:
            yield news
            if news.reason == AWAY:
                return


def _one(
    workspace: Workspace, account: MailAccount, password: str, mail_id: str
) -> MailNews | None:
    """One message, if it is still due and no other desk has it."""
    with workspace.reading() as work:
        before = mail_at(work, mail_id)
        why = needless(work, before)
    try:
        message = None if why else _message(workspace, account, before)
    except ButlerError as error:  # its paper cannot be had
        return _put_aside(workspace, before, MailState.FAILED, error.sentence)
    if why is not None or message is None:
        return _put_aside(workspace, before, MailState.DROPPED, why or NOTHING)
    with workspace.editing() as work:
        mail = claimed(before, workspace.station, work.now)
        if before.state is not MailState.QUEUED or not move(work, before, mail):
            return None
        if mail.has_packet and mail.tries == 1:
            note_taken(work, mail.filing_id, mail.packet_id, "packet.mail")
    delivery = deliver(account, password, message)
    with workspace.editing() as work:
        after = tried(mail, delivery, work.now)
        # Who was thought gone may have come back: what he knows counts.
        if not move(work, mail, after):
            move(work, replace(mail, state=MailState.UNKNOWN), after)
        if after.state is MailState.SENT:
            record_told(work, after, work.now)
        return _news(work, after, work.now)


def _put_aside(
    workspace: Workspace, before: Mail, state: MailState, reason: Words
) -> MailNews | None:
    with workspace.editing() as work:
        after = replace(before, state=state, reason=reason)
        is_ours = before.state is MailState.QUEUED and move(work, before, after)
        return _news(work, after, work.now) if is_ours else None


def _news(work: Work, mail: Mail, at: datetime) -> MailNews:
    try:
        number = work.dossier_of(mail.filing_id).filing(mail.filing_id).number
    except NotFound:
        number = ""
    return MailNews(mail.id, mail.filing_id, number, mail.occasion, mail.state, at, mail.reason)


def _message(workspace: Workspace, account: MailAccount, mail: Mail) -> EmailMessage:
    """The message as it goes out. Its name stays the same whenever it is tried."""
    message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    message["From"] = formataddr((mail.made_by, account.sender))
    message["To"] = mail.recipient
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(mail.made_at)
    message["Message-ID"] = f"<{mail.id}@{account.sender.partition('@')[2]}>"
    message.set_content(mail.body)
    if mail.has_packet:
        with workspace.reading() as work:
            pdf = packet_pdf(work, mail.filing_id, mail.packet_id)
            dossier = work.dossier_of(mail.filing_id)
        filing = dossier.filing(mail.filing_id)
        version = next(it.version for it in dossier.packets if it.id == mail.packet_id)
        name = f"{filing.number}-v{version}.pdf"
        message.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)
    return message
