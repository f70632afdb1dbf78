"""Guards: the conditions of the state table, each answering what is still missing.

A guard takes the facts and returns its lacks; no lack, the guard holds.
"""

from collections.abc import Callable

from butler_desktop.domain.checks import findings
from butler_desktop.domain.confirmation import confirmed_values_digest, packet_is_present
from butler_desktop.domain.correction import place_of, places
from butler_desktop.domain.facts import Facts, unless
from butler_desktop.domain.guards_after import AFTER_GUARDS
from butler_desktop.domain.guards_findings import FINDING_GUARDS
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.readiness import Lack, content_lacks
from butler_desktop.domain.transition import Guard, Transition
from butler_desktop.words import Words


def lacks(row: Transition, facts: Facts, *, with_inputs: bool) -> tuple[Lack, ...]:
    """What ``row`` still lacks; without inputs only what must hold before the act."""
    guards = row.guards + (row.input_guards if with_inputs else ())
    return tuple(lack for guard in guards for lack in GUARDS[guard](facts))


def _call_logged(facts: Facts) -> tuple[Lack, ...]:
    return unless(bool(facts.inputs.get("at")), "没有接通时间", "No time of the call", "input:at")


def _kind_province_sponsor(facts: Facts) -> tuple[Lack, ...]:
    form = facts.filing.particulars
    return (
        *unless(bool(form.filing_kind), "未选备案类型", "No filing kind", "form:filing_kind"),
        *unless(bool(form.province), "未选省份", "No province", "form:province"),
        *unless(
            bool(form.subject.sponsor_kind),
            "未选主办者性质",
            "No sponsor kind",
            "form:subject.sponsor_kind",
        ),
    )


def _content_complete(facts: Facts) -> tuple[Lack, ...]:
    today = local_date(facts.now)
    return content_lacks(facts.dossier, facts.filing, facts.rulebook, today)


def _clock_runs(facts: Facts) -> tuple[Lack, ...]:
    is_running = facts.filing.paused_at is None
    return unless(is_running, "已在等客户补资料", "The customer is awaited already")


def _clock_paused(facts: Facts) -> tuple[Lack, ...]:
    is_paused = facts.filing.paused_at is not None
    return unless(is_paused, "没有停止计时", "The clock does not stand still")


def _no_error_finding(facts: Facts) -> tuple[Lack, ...]:
    today = local_date(facts.now)
    found = findings(facts.filing.particulars, facts.rulebook, today, case=facts.case)
    return tuple(Lack(it.message, it.place) for it in found if it.bars)


def _packet_present(facts: Facts) -> tuple[Lack, ...]:
    return unless(
        packet_is_present(facts.dossier, facts.filing),
        "还没有现在内容的确认包",
        "No packet shows the present content",
        "packet",
    )


def _packet_latest(facts: Facts) -> tuple[Lack, ...]:
    return unless(
        packet_is_present(facts.dossier, facts.filing),
        "确认包之后内容有改动，须先生成新版本",
        "The content changed after the packet; make a new version first",
        "packet",
    )


def _packet_delivered(facts: Facts) -> tuple[Lack, ...]:
    packet = facts.dossier.latest_packet(facts.filing.id)
    return unless(
        packet is not None and packet.delivered_at is not None,
        "没有本版送达客户的记录",
        "No delivery of this version is on record",
        "packet",
    )


def _customer_reminded(facts: Facts) -> tuple[Lack, ...]:
    """process.md A8: silence counts only where the customer was told of the deadline."""
    packet = facts.dossier.latest_packet(facts.filing.id)
    return unless(
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
    return unless(
        not strange,
        f"没有“{told}”这样的字段或材料",
        f"No such field or paper: {told}",
        "input:marks",
    )


def _deadline_ahead(facts: Facts) -> tuple[Lack, ...]:
    deadline = facts.inputs.get("deadline")
    return unless(
        deadline is not None and deadline > facts.now,
        "确认截止时间须晚于现在",
        "The deadline must lie in the future",
        "input:deadline",
    )


def _deadline_passed(facts: Facts) -> tuple[Lack, ...]:
    deadline = facts.filing.confirmation_deadline
    return unless(
        deadline is not None and deadline < facts.now,
        "确认截止时间未到",
        "The deadline has not passed",
    )


def _before_deadline(facts: Facts) -> tuple[Lack, ...]:
    deadline = facts.filing.confirmation_deadline
    return unless(
        deadline is None or facts.now <= deadline,
        "确认截止时间已过",
        "The deadline has passed",
    )


def _confirmed_as_is(facts: Facts) -> tuple[Lack, ...]:
    filing = facts.filing
    return unless(
        bool(filing.confirmed_digest)
        and filing.confirmed_digest == confirmed_values_digest(facts.dossier, filing),
        "现在的内容未经客户确认",
        "The customer has not confirmed the present content",
        "packet",
    )


def _confirmation_stale(facts: Facts) -> tuple[Lack, ...]:
    return unless(
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
    return unless(
        _is_face_verified(facts),
        "服务负责人没有有效的人脸核验",
        "No valid face verification of the service person in charge",
        "face",
    )


def _face_not_verified(facts: Facts) -> tuple[Lack, ...]:
    return unless(not _is_face_verified(facts), "人脸核验有效", "The face is verified")


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


GUARDS: dict[Guard, Callable[[Facts], tuple[Lack, ...]]] = {
    **AFTER_GUARDS,
    **FINDING_GUARDS,
    Guard.CALL_LOGGED: _call_logged,
    Guard.KIND_PROVINCE_SPONSOR: _kind_province_sponsor,
    Guard.CONTENT_COMPLETE: _content_complete,
    Guard.CLOCK_RUNS: _clock_runs,
    Guard.CLOCK_PAUSED: _clock_paused,
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
}
