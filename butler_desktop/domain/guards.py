"""Guards: the conditions of the state table, each answering what is still missing.

A guard takes the facts and returns its lacks; no lack, the guard holds.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from butler_desktop.domain.after_care import after_care
from butler_desktop.domain.checks import findings
from butler_desktop.domain.confirmation import confirmed_values_digest, packet_is_present
from butler_desktop.domain.correction import place_of, places
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.readiness import Lack, content_lacks
from butler_desktop.domain.refund import RefundState
from butler_desktop.domain.reviewer_call import pending_call
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.sms_check import awaited, chosen, sms_checks
from butler_desktop.domain.transition import Guard, Transition
from butler_desktop.domain.validators.filing_number import numbers_fault
from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class Facts:
    """What a guard may look at. ``inputs`` are what the act was given, already read.

    ``other_open`` are numbers of filings of the same sponsor that the
    authority has not decided yet.
    """

    dossier: Dossier
    filing: Filing
    now: datetime
    actor: str
    rulebook: Rulebook
    inputs: Mapping[str, Any] = field(default_factory=dict)
    other_open: tuple[str, ...] = ()


def lacks(row: Transition, facts: Facts, *, with_inputs: bool) -> tuple[Lack, ...]:
    """What ``row`` still lacks; without inputs only what must hold before the act."""
    guards = row.guards + (row.input_guards if with_inputs else ())
    return tuple(lack for guard in guards for lack in GUARDS[guard](facts))


def _unless(holds: bool, zh: str, en: str, place: str = "") -> tuple[Lack, ...]:
    return () if holds else (Lack(Words(zh, en), place),)


def _call_logged(facts: Facts) -> tuple[Lack, ...]:
    return _unless(bool(facts.inputs.get("at")), "没有接通时间", "No time of the call", "input:at")


def _kind_province_sponsor(facts: Facts) -> tuple[Lack, ...]:
    form = facts.filing.particulars
    return (
        *_unless(bool(form.filing_kind), "未选备案类型", "No filing kind", "form:filing_kind"),
        *_unless(bool(form.province), "未选省份", "No province", "form:province"),
        *_unless(
            bool(form.subject.sponsor_kind),
            "未选主办者性质",
            "No sponsor kind",
            "form:subject.sponsor_kind",
        ),
    )


def _content_complete(facts: Facts) -> tuple[Lack, ...]:
    return content_lacks(facts.dossier, facts.filing, facts.rulebook)


def _no_error_finding(facts: Facts) -> tuple[Lack, ...]:
    found = findings(facts.filing.particulars, facts.rulebook, local_date(facts.now))
    return tuple(Lack(f.message, f"form:{f.path}") for f in found if f.severity == "error")


def _packet_present(facts: Facts) -> tuple[Lack, ...]:
    return _unless(
        packet_is_present(facts.dossier, facts.filing),
        "还没有现在内容的确认包",
        "No packet shows the present content",
        "packet",
    )


def _packet_latest(facts: Facts) -> tuple[Lack, ...]:
    return _unless(
        packet_is_present(facts.dossier, facts.filing),
        "确认包之后内容有改动，须先生成新版本",
        "The content changed after the packet; make a new version first",
        "packet",
    )


def _packet_delivered(facts: Facts) -> tuple[Lack, ...]:
    packet = facts.dossier.latest_packet(facts.filing.id)
    return _unless(
        packet is not None and packet.delivered_at is not None,
        "没有本版送达客户的记录",
        "No delivery of this version is on record",
        "packet",
    )


def _customer_reminded(facts: Facts) -> tuple[Lack, ...]:
    """process.md A8: silence counts only where the customer was told of the deadline."""
    packet = facts.dossier.latest_packet(facts.filing.id)
    return _unless(
        packet is not None and packet.reminder_of(facts.filing.confirmation_deadline) is not None,
        "没有提醒客户这个截止时间的记录",
        "No reminder of this deadline is on record",
        "packet",
    )


def _marks_known(facts: Facts) -> tuple[Lack, ...]:
    papers = facts.dossier.materials_of(facts.filing.id)
    known = places(facts.filing.particulars, facts.rulebook, papers)
    strange = [it for it in facts.inputs.get("marks", ()) if place_of(it, known) is None]
    told = "、".join(strange)
    return _unless(
        not strange,
        f"没有“{told}”这样的字段或材料",
        f"No such field or paper: {told}",
        "input:marks",
    )


def _deadline_ahead(facts: Facts) -> tuple[Lack, ...]:
    deadline = facts.inputs.get("deadline")
    return _unless(
        deadline is not None and deadline > facts.now,
        "确认截止时间须晚于现在",
        "The deadline must lie in the future",
        "input:deadline",
    )


def _deadline_passed(facts: Facts) -> tuple[Lack, ...]:
    deadline = facts.filing.confirmation_deadline
    return _unless(
        deadline is not None and deadline < facts.now,
        "确认截止时间未到",
        "The deadline has not passed",
    )


def _before_deadline(facts: Facts) -> tuple[Lack, ...]:
    deadline = facts.filing.confirmation_deadline
    return _unless(
        deadline is None or facts.now <= deadline,
        "确认截止时间已过",
        "The deadline has passed",
    )


def _confirmed_as_is(facts: Facts) -> tuple[Lack, ...]:
    filing = facts.filing
    return _unless(
        bool(filing.confirmed_digest)
        and filing.confirmed_digest == confirmed_values_digest(facts.dossier, filing),
        "现在的内容未经客户确认",
        "The customer has not confirmed the present content",
        "packet",
    )


def _confirmation_stale(facts: Facts) -> tuple[Lack, ...]:
    return _unless(
        not packet_is_present(facts.dossier, facts.filing), "内容没有改动", "Nothing changed"
    )


def _is_face_verified(facts: Facts) -> bool:
    verification = facts.filing.face_verification
    return (
        verification is not None
        and verification.expires_at > facts.now
        and verification.person == facts.filing.particulars.service_pic.name
    )


def _face_verified(facts: Facts) -> tuple[Lack, ...]:
    return _unless(
        _is_face_verified(facts),
        "服务负责人没有有效的人脸核验",
        "No valid face verification of the service person in charge",
        "face",
    )


def _face_not_verified(facts: Facts) -> tuple[Lack, ...]:
    return _unless(not _is_face_verified(facts), "人脸核验有效", "The face is verified")


def _no_other_open(facts: Facts) -> tuple[Lack, ...]:
    return tuple(
        Lack(
            Words(
                f"同一主办者的 {number} 还在管局审核，不能同时提交（规则 K03）",
                f"{number} of the same sponsor is with the authority (rule K03)",
            ),
            f"filing:{number}",
        )
        for number in facts.other_open
    )


def _person_awaited(facts: Facts) -> tuple[Lack, ...]:
    return _unless(
        bool(chosen(facts.filing, facts.inputs.get("person", ""))),
        "须指明一位还没有核验的负责人",
        "Name a person in charge whose number is not verified yet",
        "input:person",
    )


def _sms_complete(facts: Facts) -> tuple[Lack, ...]:
    return tuple(
        Lack(Words("{who}还没有核验", "{who}: not verified yet").filled(who=it.words))
        for it in awaited(facts.filing)
    )


def _sms_locked(facts: Facts) -> tuple[Lack, ...]:
    return _unless(
        any(it.is_locked for it in sms_checks(facts.filing)),
        "验证码还可以再试",
        "Codes may still be tried",
    )


def _call_pending(facts: Facts) -> tuple[Lack, ...]:
    filing = facts.filing
    call = pending_call(filing.authority_notes, filing.submitted_at)
    return _unless(call is not None, "没有待接的审核员来电", "No call of the reviewer is awaited")


def _duty_open(facts: Facts) -> tuple[Lack, ...]:
    tasks = after_care(facts.filing, facts.rulebook.calendar)
    done = [it.duty for it in tasks if it.done_at is not None]
    return _unless(
        facts.inputs.get("duty") not in done, "这一项已办", "It is done already", "input:duty"
    )


def _numbers_fit(facts: Facts) -> tuple[Lack, ...]:
    province = facts.rulebook.provinces.named(facts.filing.particulars.province or "")
    fault = numbers_fault(
        str(facts.inputs.get("subject_number", "")),
        str(facts.inputs.get("service_number", "")),
        province.icp_abbr if province else "",
        facts.filing.particulars.existing_subject_number or "",
    )
    return () if fault is None else (Lack(fault.words, f"input:{fault.number}"),)


def _not_asked_back(facts: Facts) -> tuple[Lack, ...]:
    refund = facts.dossier.refund_of(facts.filing.id)
    return _unless(
        refund is None or refund.state is not RefundState.ASKED,
        "已申请退订，等另一人核准",
        "A refund of it waits for its decision",
    )


def _is_refunded(facts: Facts) -> bool:
    refund = facts.dossier.refund_of(facts.filing.id)
    is_all = facts.dossier.order.state is OrderState.REFUNDED
    return is_all or (refund is not None and refund.state is RefundState.APPROVED)


def _refunded(facts: Facts) -> tuple[Lack, ...]:
    return _unless(_is_refunded(facts), "还没有退订", "It is not refunded")


def _refunded_by_exception(facts: Facts) -> tuple[Lack, ...]:
    refund = facts.dossier.refund_of(facts.filing.id)
    is_given_back = refund is not None and refund.state is RefundState.APPROVED
    return _unless(is_given_back, "没有经核准退订", "No refund by exception")


def _is_rated(facts: Facts) -> bool:
    return (
        facts.dossier.rating_of(facts.filing.id) is not None
        or facts.filing.rating_waived_at is not None
    )


def _rated_or_waived(facts: Facts) -> tuple[Lack, ...]:
    return _unless(_is_rated(facts), "还没有评价", "Not rated yet")


def _not_rated(facts: Facts) -> tuple[Lack, ...]:
    return _unless(not _is_rated(facts), "评价已登记", "The rating is on record")


def _duties_told(facts: Facts) -> tuple[Lack, ...]:
    return _unless(
        facts.filing.duties_told_at is not None, "还没有告知后续义务", "Duties not told yet"
    )


def _duties_not_told(facts: Facts) -> tuple[Lack, ...]:
    return _unless(facts.filing.duties_told_at is None, "后续义务已告知", "The duties were told")


GUARDS: dict[Guard, Callable[[Facts], tuple[Lack, ...]]] = {
    Guard.CALL_LOGGED: _call_logged,
    Guard.KIND_PROVINCE_SPONSOR: _kind_province_sponsor,
    Guard.CONTENT_COMPLETE: _content_complete,
    Guard.NO_ERROR_FINDING: _no_error_finding,
    Guard.PACKET_PRESENT: _packet_present,
    Guard.PACKET_LATEST: _packet_latest,
    Guard.PACKET_DELIVERED: _packet_delivered,
    Guard.CUSTOMER_REMINDED: _customer_reminded,
    Guard.MARKS_KNOWN: _marks_known,
    Guard.DEADLINE_AHEAD: _deadline_ahead,
    Guard.DEADLINE_PASSED: _deadline_passed,
    Guard.BEFORE_DEADLINE: _before_deadline,
    Guard.CONFIRMED_AS_IS: _confirmed_as_is,
    Guard.CONFIRMATION_STALE: _confirmation_stale,
    Guard.FACE_VERIFIED: _face_verified,
    Guard.FACE_NOT_VERIFIED: _face_not_verified,
    Guard.NO_OTHER_OPEN: _no_other_open,
    Guard.PERSON_AWAITED: _person_awaited,
    Guard.SMS_COMPLETE: _sms_complete,
    Guard.SMS_LOCKED: _sms_locked,
    Guard.CALL_PENDING: _call_pending,
    Guard.DUTY_OPEN: _duty_open,
    Guard.NUMBERS_FIT: _numbers_fit,
    Guard.NOT_ASKED_BACK: _not_asked_back,
    Guard.REFUNDED: _refunded,
    Guard.REFUNDED_BY_EXCEPTION: _refunded_by_exception,
    Guard.RATED_OR_WAIVED: _rated_or_waived,
    Guard.NOT_RATED: _not_rated,
    Guard.DUTIES_TOLD: _duties_told,
    Guard.DUTIES_NOT_TOLD: _duties_not_told,
}
