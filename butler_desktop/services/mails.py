"""Mail to the customer: what would be written, and the queue from which it goes out.

Whether a desk can send it now does not matter: it waits. ``services/mail_round.py``
sends what waits.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from butler_desktop.domain.act_inputs import read_inputs
from butler_desktop.domain.advance import advance, row_for
from butler_desktop.domain.changes import Changes
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.mail import (
    MAIL_STATE_WORDS,
    NEEDS_BUTLER,
    Delivery,
    Mail,
    MailState,
    again,
    reason_to_drop,
    subject_of,
    tried,
)
from butler_desktop.domain.message import message_text
from butler_desktop.domain.telling import OCCASION_WORDS, Occasion
from butler_desktop.domain.transition import Action
from butler_desktop.domain.validators import email
from butler_desktop.errors import NotFound, Refused
from butler_desktop.services.filings import facts_of
from butler_desktop.storage.mails import add_mail, is_open_mail, mail_at, move_mail
from butler_desktop.storage.work import Work
from butler_desktop.words import Words

BY_MAIL = "email"
"""The channel's key."""

MAIL, NEW_MAIL = "mail", "new mail"
"""What the pages hear of: mail is no part of a dossier. The new waits for its first round."""


@dataclass(frozen=True, slots=True)
class MailDraft:
    """What would be written to the customer; the butler may change each word of it."""

    occasion: Occasion
    recipient: str
    subject: str
    body: str
    paper: str
    """The file that goes along; empty where none does."""


def mail_draft(work: Work, filing_id: str, occasion: Occasion) -> MailDraft:
    """The words of an occasion for this filing's customer. Raises NotFound."""
    dossier = work.dossier_of(filing_id)
    filing, packet = dossier.filing(filing_id), dossier.latest_packet(filing_id)
    goes_along = occasion is Occasion.CONFIRM and packet is not None
    return MailDraft(
        occasion,
        dossier.order.contact_email,
        subject_of(occasion, filing),
        message_text(occasion, filing, dossier.order, packet),
        f"{filing.number}-v{packet.version}.pdf" if goes_along and packet else "",
    )


def queue_mail(
    work: Work, filing_id: str, occasion: Occasion, recipient: str, subject: str, body: str
) -> Mail:
    """Puts one message into the queue.

    Raises Refused where no account is set, the address or the words are no
    good, there is no need, or mail of the same waits already.
    """
    if work.mail is None:
        raise Refused(
            Words("还没有设置发信邮箱。", "No mail account is set."),
            Words("在“设置 › 邮件”里填写。", "Set it under Settings, E-mail."),
        )
    address = email.validate(recipient)
    if address.fault is not None:
        raise Refused(
            Words("收件地址不能用：{why}。", "The address is no good: {why}.").filled(
                why=address.fault
            ),
            Words("核对客户的邮箱。", "Check the customer's address."),
        )
    if not subject.strip() or not body.strip():
        raise Refused(
            Words("主题和正文都要写。", "Subject and text are needed."),
            Words("补上后再发。", "Write them, then send."),
        )
    if is_open_mail(work, filing_id, occasion):
        raise Refused(
            Words(
                "“{what}”的邮件已在等待发送。", "Mail of this is waiting already: {what}."
            ).filled(what=OCCASION_WORDS[occasion]),
            Words("先处理那一封。", "Settle that one first."),
        )
    mail = replace(
        new_mail(work, filing_id, occasion),
        recipient=address.value,
        subject=subject.strip(),
        body=body.strip(),
    )
    _refuse_needless(work, mail)
    add_mail(work, mail)
    tell(work, mail)
    return mail


def new_mail(work: Work, filing_id: str, occasion: Occasion) -> Mail:
    """Mail of this occasion with the program's own words, to the order's contact."""
    dossier = work.dossier_of(filing_id)
    filing, packet = dossier.filing(filing_id), dossier.latest_packet(filing_id)
    return Mail(
        id=new_id(),
        filing_id=filing_id,
        occasion=occasion,
        recipient=dossier.order.contact_email,
        subject=subject_of(occasion, filing),
        body=message_text(occasion, filing, dossier.order, packet),
        packet_id=packet.id if packet else "",
        deadline=filing.confirmation_deadline,
        made_at=work.now,
        made_by=work.actor,
        due_at=work.now,
    )


def send_again(work: Work, mail_id: str) -> Mail:
    """Has mail that was not sent, or of which nobody knows, tried anew. Raises Refused."""
    before = _for_butler(work, mail_id)
    after = again(before, work.now)
    _refuse_needless(work, after)
    return _settled(work, before, after)


def was_received(work: Work, mail_id: str) -> Mail:
    """The customer has the mail of which nobody knew; that he was told goes on record."""
    before = _for_butler(work, mail_id)
    at = before.claimed_at or before.made_at
    after = tried(before, Delivery(MailState.SENT), at)
    record_told(work, after, at)
    return _settled(work, before, after)


def drop_mail(work: Work, mail_id: str) -> Mail:
    """Takes mail out of the queue. Raises Refused where it is being sent or is settled."""
    before = mail_at(work, mail_id)
    if before.state not in (*NEEDS_BUTLER, MailState.QUEUED):
        raise _as_it_is(before)
    reason = Words("管家取消", "Called off by the butler")
    return _settled(work, before, replace(before, state=MailState.DROPPED, reason=reason))


def record_told(work: Work, mail: Mail, at: datetime) -> bool:
    """Puts on record that the customer was told; False where the filing has gone on.

    By whom is who wrote the mail. The mail itself stays on record in any case.
    """
    before = work.dossier_of(mail.filing_id)
    filing, packet = before.filing(mail.filing_id), before.latest_packet(mail.filing_id)
    is_present = packet is not None and packet.id == mail.packet_id
    is_first = packet is not None and packet.delivered_at is None
    given = {"how": BY_MAIL, "at": at.isoformat()}
    if mail.occasion is Occasion.REMINDER:
        action = Action.RECORD_REMINDER
    elif mail.occasion is Occasion.CONFIRM and is_first:
        action = Action.RECORD_DELIVERY
    else:
        action, given = Action.TELL_CUSTOMER, given | {"message": str(mail.occasion)}
    if mail.has_packet and not is_present:
        return False
    try:
        inputs = read_inputs(row_for(filing, action), given, work.now)
        facts = replace(facts_of(work, before, filing.id), actor=mail.made_by, inputs=inputs)
        after = advance(facts, action)
    except Refused:
        return False
    work.save(before, after, f"filing.advance:{action}")
    return True


def needless(work: Work, mail: Mail) -> Words | None:
    """Why the mail is not to be sent any more; None where it holds."""
    try:
        dossier = work.dossier_of(mail.filing_id)
    except NotFound as error:  # a replica took the filing back
        return error.sentence
    packet = dossier.latest_packet(mail.filing_id)
    return reason_to_drop(mail, dossier.filing(mail.filing_id), packet)


def move(work: Work, before: Mail, after: Mail) -> bool:
    """Writes what became of mail and lets the pages know; False where another desk was first."""
    is_ours = move_mail(work, before, after)
    if is_ours:
        tell(work, after)
    return is_ours


def tell(work: Work, mail: Mail) -> None:
    """Lets the pages know that a filing's mail is not as it was."""
    is_new = mail.state is MailState.QUEUED and mail.tries == 0
    kinds = frozenset([NEW_MAIL if is_new else MAIL])
    work.changes |= Changes(kinds, filing_ids=frozenset([mail.filing_id]))


def _settled(work: Work, before: Mail, after: Mail) -> Mail:
    if not move(work, before, after):
        raise _as_it_is(mail_at(work, before.id))
    return after


def _for_butler(work: Work, mail_id: str) -> Mail:
    mail = mail_at(work, mail_id)
    if mail.state not in NEEDS_BUTLER:
        raise _as_it_is(mail)
    return mail


def _as_it_is(mail: Mail) -> Refused:
    return Refused(
        Words("这封邮件现在是“{state}”。", "This mail is “{state}” now.").filled(
            state=MAIL_STATE_WORDS[mail.state]
        ),
        Words("看过现在的情况后再定。", "Look at it as it is, then decide."),
    )


def _refuse_needless(work: Work, mail: Mail) -> None:
    why = needless(work, mail)
    if why is not None:
        raise Refused(Words("不必再发：{why}。", "There is no need: {why}.").filled(why=why))
