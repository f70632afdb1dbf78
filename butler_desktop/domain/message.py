"""Messages: what the customer is told at each key state, ready to be sent, and whether he was.

The words are the butler's to change; no personal number is in them. Source:
service description 3.2.3 (confirmation), 1.5 (what the customer does himself),
2.4 (refunds); process.md 4.1 and 6.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.order import Order
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.reminder_plan import DueReminder
from butler_desktop.domain.telling import Occasion, Telling
from butler_desktop.domain.time_words import full_moment_text


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A key state that was reached: since when (UTC), and how the customer was told, if he was."""

    occasion: Occasion
    since: datetime
    telling: Telling | None


def told_lines(
    filing: Filing, packet: PacketVersion | None, reminder: DueReminder | None = None
) -> tuple[ToldLine, ...]:
    """Every key state that the filing has reached, in their order, with who was told or nobody.

    ``packet`` is its newest version: telling of an older one tells nothing of
    it. ``reminder`` is the one that is due now.
    """
    lines = [
        ToldLine(occasion, since, _telling(filing, packet, occasion, since))
        for occasion, since in _reached(filing, packet)
    ]
    if reminder is not None:
        lines = [it for it in lines if it.occasion is not Occasion.REMINDER]
        lines.insert(1, ToldLine(Occasion.REMINDER, reminder.at, None))
    return tuple(it for it in lines if it.telling or not _is_settled(filing, it.occasion))


def _is_settled(filing: Filing, occasion: Occasion) -> bool:
    """Whether the customer has done what he would be told to do."""
    done = {
        Occasion.CONFIRM: filing.confirmed_at,
        Occasion.REMINDER: filing.confirmed_at,
        Occasion.FACE: filing.face_verification,
        Occasion.SMS: filing.sms_verified_at,
    }
    return done.get(occasion) is not None


def message_text(
    occasion: Occasion, filing: Filing, order: Order, packet: PacketVersion | None
) -> str:
    """What to write to the customer, in Chinese, ready to be sent."""
    name = order.contact_name or "您好"
    site = filing.particulars.service.service_name or filing.number
    lines = _BODIES[occasion](filing, packet)
    head = f"{name}，您好。关于“{site}”的备案（{filing.number}）："
    return "\n".join((head, *lines, f"备案管家 {filing.butler}".rstrip()))


def _reached(filing: Filing, packet: PacketVersion | None) -> Iterator[tuple[Occasion, datetime]]:
    if packet is not None and filing.confirmation_deadline is not None:
        yield Occasion.CONFIRM, packet.made_at
        reminder = packet.reminder_of(filing.confirmation_deadline)
        if reminder is not None:
            yield Occasion.REMINDER, reminder.at
    if filing.confirmed_at is not None:
        yield Occasion.FACE, filing.confirmed_at
    if filing.sms_sent_at is not None:
        yield Occasion.SMS, filing.sms_sent_at
    if filing.state in (FilingState.REJECTED, FilingState.REWORK) and filing.rejection_reasons:
        yield Occasion.REJECTED, filing.submitted_at or filing.state_since
    if filing.approved_at is not None:
        yield Occasion.APPROVED, filing.approved_at
    if filing.state in (FilingState.FAILED, FilingState.WITHDRAWN):
        yield Occasion.REFUND, filing.state_since


def _telling(
    filing: Filing, packet: PacketVersion | None, occasion: Occasion, since: datetime
) -> Telling | None:
    told = [it for it in filing.tellings if it.occasion is occasion and it.at >= since]
    if packet is not None and occasion is Occasion.REMINDER:
        told += [Telling(occasion, it.at, it.by, it.how) for it in packet.reminders]
    if packet is not None and occasion is Occasion.CONFIRM and packet.delivered_at is not None:
        told.append(
            Telling(occasion, packet.delivered_at, packet.delivered_by, packet.delivered_how)
        )
    return max(told, key=lambda it: it.at, default=None)


def _confirm(filing: Filing, packet: PacketVersion | None) -> tuple[str, ...]:
    version = f"第 {packet.version} 版" if packet else ""
    until = filing.confirmation_deadline
    by = f"请在 {full_moment_text(until).zh} 前确认或退回；" if until else "请确认或退回；"
    return (
        f"备案信息确认书{version}已发给您，请逐项核对。",
        f"{by}到期未确认也未退回的，按约定视为确认。",
        "确认：在最后一页勾选、签字盖章后拍照回传，或直接在 PDF 上填写后发回。",
        "有要修改的，请在最后一页写明第几页、哪一项、应改为什么。",
    )


def _reminder(filing: Filing, packet: PacketVersion | None) -> tuple[str, ...]:
    version = f"第 {packet.version} 版" if packet else ""
    until = filing.confirmation_deadline
    by = f"将于 {full_moment_text(until).zh} 截止" if until else "即将截止"
    return (
        f"备案信息确认书{version}的确认{by}，还没有收到您的答复。",
        "请在截止前确认或退回；到期未确认也未退回的，按约定视为确认。",
        "需要更多时间的，请在截止前告诉我。",
    )


def _face(_filing: Filing, _packet: PacketVersion | None) -> tuple[str, ...]:
    return (
        "备案信息已确认，提交前须由服务负责人本人做一次人脸核验。",
        "请本人手持有效身份证，在光线充足、背景干净处按链接提示完成；完成后告诉我一声。",
    )


def _sms(filing: Filing, _packet: PacketVersion | None) -> tuple[str, ...]:
    sent = f"（{full_moment_text(filing.sms_sent_at).zh} 发出）" if filing.sms_sent_at else ""
    return (
        f"管局的核验短信已发到备案登记的手机{sent}，须在 24 小时内完成核验。",
        "请打开短信里的工信部网址，填写验证码、手机号后几位和证件号后几位。",
        "验证码最多可输错 5 次，再错即被退回。",
        "没收到短信的，先看拦截的短信，再联系我重发。超过 24 小时须重新提交。",
    )


def _approved(filing: Filing, _packet: PacketVersion | None) -> tuple[str, ...]:
    number = filing.service_number or filing.subject_number
    return (
        f"备案已通过，备案号 {number}。",
        "1. 请在首页底部标明备案号，并链接到 https://beian.miit.gov.cn。",
        "2. 网站开通之日起 30 日内，到全国互联网安全管理服务平台办理公安联网备案。",
        "3. 主体、域名、接入商或负责人有变化的，请在 30 日内告诉我们办理变更。",
        "4. 域名和证件到期前请续费、更新，否则备案可能被注销。",
    )


def _rejected(filing: Filing, _packet: PacketVersion | None) -> tuple[str, ...]:
    return (
        "管局退回了这次备案，原文如下：",
        filing.rejection_reasons.strip(),
        "我们正在整改；需要您补充或重新提供的，会逐项告诉您。改好后会请您再确认一次。",
    )


def _refund(_filing: Filing, _packet: PacketVersion | None) -> tuple[str, ...]:
    return (
        "这次备案已终止。按服务规则，提交管局前可全额退订；备案不成功的全额退还。",
        "退款原路返回，到账时间以支付渠道为准。",
    )


_BODIES = {
    Occasion.CONFIRM: _confirm,
    Occasion.REMINDER: _reminder,
    Occasion.FACE: _face,
    Occasion.SMS: _sms,
    Occasion.APPROVED: _approved,
    Occasion.REJECTED: _rejected,
    Occasion.REFUND: _refund,
}
