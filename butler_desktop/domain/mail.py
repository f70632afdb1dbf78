"""Mail: what is sent to the customer by e-mail, and what became of it.

Mail waits in a queue of the database until a desk sends it. Whoever sends it
has claimed it before, so that nobody else does. Where nobody can know whether
the server has taken it, the butler decides; it is never sent again by itself.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from butler_desktop.domain.filing import Filing
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.telling import OCCASION_WORDS, Occasion
from butler_desktop.words import Words

PAUSES = tuple(timedelta(minutes=it) for it in (1, 5, 15, 60))
"""The pauses between the first tries; the last one is that between all further ones."""

GIVE_UP = timedelta(hours=24)
"""Mail that no server took for so long waits for the butler."""

CLAIM = timedelta(minutes=15)
"""Longer than any try lasts: who claimed mail so long ago is gone."""


class MailState(StrEnum):
    """What became of it."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    DROPPED = "dropped"


MAIL_STATE_WORDS = {
    MailState.QUEUED: Words("待发送", "Waits to be sent"),
    MailState.SENDING: Words("正在发送", "Being sent"),
    MailState.SENT: Words("已发送", "Sent"),
    MailState.FAILED: Words("没有发出", "Not sent"),
    MailState.UNKNOWN: Words("不确定是否已发出", "Nobody knows whether it was sent"),
    MailState.DROPPED: Words("不再发送", "Not to be sent any more"),
}
OPEN_MAIL = (MailState.QUEUED, MailState.SENDING, MailState.FAILED, MailState.UNKNOWN)
"""Not settled: of the same occasion no other is queued meanwhile."""

NEEDS_BUTLER = (MailState.FAILED, MailState.UNKNOWN)

NOTHING = Words("", "")
CUT_OFF = Words(
    "发送中断，服务器可能已收下：请先问客户是否收到，再选“已收到”或“重发”。",
    "It broke off and the server may have it: ask the customer, then say so or send it again.",
)
OUTDATED_PACKET = Words("确认书已换新版或已作废", "The packet was replaced or is void")
ANSWERED = Words("客户已答复", "The customer has answered")
OTHER_DEADLINE = Words("确认截止时间已改", "The deadline was changed")
REMINDED = Words("已用别的方式提醒", "The customer was reminded otherwise")


@dataclass(frozen=True, slots=True)
class Mail:
    """One message to one customer. Times UTC."""

    id: str
    filing_id: str
    occasion: Occasion
    recipient: str
    subject: str
    body: str
    packet_id: str
    """Of which version it speaks; its paper goes along with the request to confirm."""
    deadline: datetime | None
    """The deadline that it names."""
    made_at: datetime
    made_by: str
    due_at: datetime
    """When it is tried next."""
    state: MailState = MailState.QUEUED
    tries: int = 0
    claimed_at: datetime | None = None
    claimed_by: str = ""
    """The desk that sends it."""
    sent_at: datetime | None = None
    reason: Words = NOTHING
    """Why it is not sent."""

    @property
    def has_packet(self) -> bool:
        """Whether the packet's paper goes along."""
        return self.occasion is Occasion.CONFIRM and bool(self.packet_id)


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a try ended: ``SENT``, ``QUEUED`` (again later), ``FAILED``, ``UNKNOWN``; and why."""

    state: MailState
    reason: Words = NOTHING


def subject_of(occasion: Occasion, filing: Filing) -> str:
    """What stands above it, in Chinese; nothing of a person."""
    site = filing.particulars.service.service_name or ""
    return " ".join(
        it for it in (f"【备案】{OCCASION_WORDS[occasion].zh}", site, filing.number) if it
    )


def claimed(mail: Mail, station: str, now: datetime) -> Mail:
    """The mail while ``station`` sends it."""
    return replace(
        mail, state=MailState.SENDING, tries=mail.tries + 1, claimed_at=now, claimed_by=station
    )


def tried(mail: Mail, delivery: Delivery, now: datetime) -> Mail:
    """The mail after a try: a server that cannot be had is tried again, ever more slowly."""
    if delivery.state is MailState.SENT:
        return replace(mail, state=MailState.SENT, sent_at=now, reason=NOTHING)
    if delivery.state is MailState.QUEUED and now - mail.made_at < GIVE_UP:
        pause = PAUSES[min(max(mail.tries, 1), len(PAUSES)) - 1]
        return replace(mail, state=MailState.QUEUED, due_at=now + pause, reason=delivery.reason)
    state = MailState.FAILED if delivery.state is MailState.QUEUED else delivery.state
    return replace(mail, state=state, reason=delivery.reason)


def again(mail: Mail, now: datetime) -> Mail:
    """The mail when the butler wants it sent after all, from the beginning."""
    return replace(mail, state=MailState.QUEUED, tries=0, made_at=now, due_at=now, reason=NOTHING)


def reason_to_drop(mail: Mail, filing: Filing, packet: PacketVersion | None) -> Words | None:
    """Why mail that waits is not to be sent any more; None where it still holds.

    ``packet`` is the filing's newest version.
    """
    if mail.occasion not in (Occasion.CONFIRM, Occasion.REMINDER):
        return None
    if filing.confirmed_at is not None or (packet and packet.returned_at):
        return ANSWERED
    if packet is None or packet.id != mail.packet_id or packet.voided_at is not None:
        return OUTDATED_PACKET
    if filing.confirmation_deadline != mail.deadline:
        return OTHER_DEADLINE
    if mail.occasion is Occasion.REMINDER and any(
        it.at >= mail.made_at and it.deadline == mail.deadline for it in packet.reminders
    ):
        return REMINDED
    return None
