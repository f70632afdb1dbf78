"""The guards of what comes after the submission: SMS, calls, numbers, refunds, ratings, duties."""

from collections.abc import Callable

from butler_desktop.domain.after_care import after_care
from butler_desktop.domain.facts import Facts, unless
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.readiness import Lack
from butler_desktop.domain.refund import RefundState
from butler_desktop.domain.reviewer_call import pending_call
from butler_desktop.domain.sms_check import awaited, chosen, sms_checks
from butler_desktop.domain.transition import Guard
from butler_desktop.domain.validators.filing_number import numbers_fault
from butler_desktop.words import Words


def _person_awaited(facts: Facts) -> tuple[Lack, ...]:
    return unless(
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
    return unless(
        any(it.is_locked for it in sms_checks(facts.filing)),
        "验证码还可以再试",
        "Codes may still be tried",
    )


def _call_pending(facts: Facts) -> tuple[Lack, ...]:
    filing = facts.filing
    call = pending_call(filing.authority_notes, filing.submitted_at)
    return unless(call is not None, "没有待接的审核员来电", "No call of the reviewer is awaited")


def _duty_open(facts: Facts) -> tuple[Lack, ...]:
    tasks = after_care(facts.filing, facts.rulebook.calendar)
    done = [it.duty for it in tasks if it.done_at is not None]
    return unless(
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
    return unless(
        refund is None or refund.state is not RefundState.ASKED,
        "已申请退订，等另一人核准",
        "A refund of it waits for its decision",
    )


def _is_refunded(facts: Facts) -> bool:
    refund = facts.dossier.refund_of(facts.filing.id)
    is_all = facts.dossier.order.state is OrderState.REFUNDED
    return is_all or (refund is not None and refund.state is RefundState.APPROVED)


def _refunded(facts: Facts) -> tuple[Lack, ...]:
    return unless(_is_refunded(facts), "还没有退订", "It is not refunded")


def _refunded_by_exception(facts: Facts) -> tuple[Lack, ...]:
    refund = facts.dossier.refund_of(facts.filing.id)
    is_given_back = refund is not None and refund.state is RefundState.APPROVED
    return unless(is_given_back, "没有经核准退订", "No refund by exception")


def _is_rated(facts: Facts) -> bool:
    return (
        facts.dossier.rating_of(facts.filing.id) is not None
        or facts.filing.rating_waived_at is not None
    )


def _rated_or_waived(facts: Facts) -> tuple[Lack, ...]:
    return unless(_is_rated(facts), "还没有评价", "Not rated yet")


def _not_rated(facts: Facts) -> tuple[Lack, ...]:
    return unless(not _is_rated(facts), "评价已登记", "The rating is on record")


def _duties_told(facts: Facts) -> tuple[Lack, ...]:
    return unless(
        facts.filing.duties_told_at is not None, "还没有告知后续义务", "Duties not told yet"
    )


def _duties_not_told(facts: Facts) -> tuple[Lack, ...]:
    return unless(facts.filing.duties_told_at is None, "后续义务已告知", "The duties were told")


AFTER_GUARDS: dict[Guard, Callable[[Facts], tuple[Lack, ...]]] = {
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
