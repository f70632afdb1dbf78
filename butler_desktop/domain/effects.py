"""Effects: what each act of the state table writes beside the new state."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from butler_desktop.domain.authority_effects import AUTHORITY_EFFECTS
from butler_desktop.domain.confirmation import confirmed_values_digest
from butler_desktop.domain.contact import Contact, Outcome
from butler_desktop.domain.correction import marked, place_of, places
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.face_failure import failure_note
from butler_desktop.domain.facts import Facts
from butler_desktop.domain.filing import FaceVerification
from butler_desktop.domain.finding_effects import FINDING_EFFECTS
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.packet import PacketContent
from butler_desktop.domain.packet_builder import build_content
from butler_desktop.domain.packet_delta import differing_labels
from butler_desktop.domain.packet_version import BY_DEADLINE, CHANGED, PacketVersion, Reminder
from butler_desktop.domain.preparation import paused, resumed
from butler_desktop.domain.promise import with_contact_kept
from butler_desktop.domain.rating import Rating
from butler_desktop.domain.rejection_reading import read_rejection
from butler_desktop.domain.telling import Occasion, Telling
from butler_desktop.domain.transition import Action


def _with_contact(facts: Facts, outcome: Outcome) -> Dossier:
    given = facts.inputs
    contact = Contact(
        id=new_id(),
        order_id=facts.filing.order_id,
        filing_id=facts.filing.id,
        outcome=outcome,
        at=given.get("at", facts.now),
        by=facts.actor,
        note=given.get("note", ""),
        promise_at=given.get("promise_at"),
        promise_note=given.get("promise_note", ""),
    )
    return with_contact_kept(facts.dossier, contact)


def _contact_customer(facts: Facts) -> Dossier:
    at = facts.inputs["at"]
    dossier = _with_contact(facts, Outcome.REACHED)
    order = dossier.order
    if order.first_contact_at is None:
        order = replace(order, first_contact_at=at)
    return replace(dossier, order=order).with_filing(replace(facts.filing, contacted_at=at))


def _log_contact(facts: Facts) -> Dossier:
    return _with_contact(facts, Outcome(facts.inputs["outcome"]))


def _chase_materials(facts: Facts) -> Dossier:
    return _with_contact(facts, Outcome.REACHED)


def _complete_content(facts: Facts) -> Dossier:
    """Sent back by the review, the working day runs on; else it begins."""
    filing = resumed(facts.filing, facts.now)
    since = filing.content_complete_at or facts.now
    return facts.dossier.with_filing(replace(filing, content_complete_at=since))


def _restart_preparation(facts: Facts) -> Dossier:
    """The working day runs anew (process.md, our readings of 3.2.3 and 4.1)."""
    filing = resumed(facts.filing, facts.now)
    return facts.dossier.with_filing(
        replace(filing, content_complete_at=facts.now, return_comment="")
    )


def _pause_preparation(facts: Facts) -> Dossier:
    return facts.dossier.with_filing(paused(facts.filing, facts.now, facts.inputs["comment"]))


def _continue_preparation(facts: Facts) -> Dossier:
    return facts.dossier.with_filing(resumed(facts.filing, facts.now))


def _send_back(facts: Facts) -> Dossier:
    comment = facts.inputs["comment"]
    filing = paused(facts.filing, facts.now, comment)
    return facts.dossier.with_filing(replace(filing, return_comment=comment))


def _issue_packet(facts: Facts) -> Dossier:
    return facts.dossier.with_filing(
        replace(
            resumed(facts.filing, facts.now),
            confirmation_deadline=facts.inputs["deadline"],
            deadline_reason="",
            return_comment="",
            corrections=(),
        )
    )


def _change_deadline(facts: Facts) -> Dossier:
    return facts.dossier.with_filing(
        replace(
            facts.filing,
            confirmation_deadline=facts.inputs["deadline"],
            deadline_reason=facts.inputs["comment"],
        )
    )


def _latest(facts: Facts) -> PacketVersion:
    packet = facts.dossier.latest_packet(facts.filing.id)
    if packet is None:
        raise AssertionError("the guards let an act pass that needs a packet")
    return packet


def _record_delivery(facts: Facts) -> Dossier:
    return facts.dossier.with_packet(
        replace(
            _latest(facts),
            delivered_at=facts.inputs["at"],
            delivered_by=facts.actor,
            delivered_how=facts.inputs["how"],
        )
    )


def _record_reminder(facts: Facts) -> Dossier:
    packet, deadline = _latest(facts), facts.filing.confirmation_deadline
    if deadline is None:
        raise AssertionError("a packet that is awaited has a deadline")
    told = Reminder(facts.inputs["at"], facts.actor, facts.inputs["how"], deadline)
    return facts.dossier.with_packet(replace(packet, reminders=(*packet.reminders, told)))


def _confirmed(facts: Facts, how: str, automatic: bool) -> Dossier:
    packet = _latest(facts)
    at = facts.inputs.get("at", facts.now)
    filing = replace(
        facts.filing,
        confirmed_at=at,
        confirmed_version=packet.version,
        confirmed_digest=confirmed_values_digest(facts.dossier, facts.filing),
        auto_confirmed=automatic,
    )
    packet = replace(packet, confirmed_at=at, confirmed_how=how)
    return facts.dossier.with_packet(_answered(packet, facts)).with_filing(filing)


def _answered(packet: PacketVersion, facts: Facts) -> PacketVersion:
    """The packet with who answered, and what proves it."""
    given = facts.inputs
    return replace(packet, answered_by=given.get("who", ""), evidence=given.get("evidence", ""))


def _confirm(facts: Facts) -> Dossier:
    return _confirmed(facts, facts.inputs["how"], automatic=False)


def _auto_confirm(facts: Facts) -> Dossier:
    return _confirmed(facts, BY_DEADLINE, automatic=True)


def _return_for_modification(facts: Facts) -> Dossier:
    comment = facts.inputs["comment"]
    packet = replace(
        _latest(facts),
        returned_at=facts.inputs["at"],
        returned_how=facts.inputs.get("how", ""),
        return_comment=comment,
    )
    papers = facts.dossier.materials_of(facts.filing.id)
    known = places(facts.filing.particulars, facts.rulebook, papers)
    chosen = [place for it in facts.inputs["marks"] if (place := place_of(it, known))]
    filing = replace(
        facts.filing,
        return_comment=comment,
        corrections=marked(facts.dossier, facts.filing, chosen),
        content_complete_at=facts.now,
    )
    return facts.dossier.with_packet(_answered(packet, facts)).with_filing(filing)


def _changed(facts: Facts, packet: PacketVersion) -> str:
    """Why the packet is void: what the filing shows otherwise now."""
    if not packet.content:
        return CHANGED
    now = build_content(
        facts.dossier,
        facts.filing,
        facts.rulebook,
        version=packet.version,
        made_at=facts.now,
        made_by=facts.actor,
        deadline=facts.filing.confirmation_deadline or facts.now,
    )
    labels = differing_labels(now, PacketContent.from_document(packet.content))
    return ":".join((CHANGED, "、".join(labels))) if labels else CHANGED


def _reopen_confirmation(facts: Facts) -> Dossier:
    latest = _latest(facts)
    packet = replace(latest, voided_at=facts.now, void_reason=_changed(facts, latest))
    filing = replace(
        facts.filing,
        confirmation_deadline=None,
        deadline_reason="",
        confirmed_at=None,
        confirmed_version=None,
        confirmed_digest="",
        auto_confirmed=False,
        content_complete_at=facts.now,
    )
    return facts.dossier.with_packet(packet).with_filing(filing)


def _record_face_verification(facts: Facts) -> Dossier:
    at = facts.inputs["at"]
    valid = timedelta(hours=facts.rulebook.face_verification_hours)
    verification = FaceVerification(
        person=facts.filing.particulars.service_pic.name or "",
        verified_at=at,
        expires_at=facts.inputs.get("expires_at", at + valid),
    )
    return facts.dossier.with_filing(replace(facts.filing, face_verification=verification))


def _record_face_failure(facts: Facts) -> Dossier:
    said = failure_note(facts.inputs["reason"], facts.inputs.get("note", ""))
    return _with_contact(replace(facts, inputs={**facts.inputs, "note": said}), Outcome.REACHED)


def _submit(facts: Facts) -> Dossier:
    return facts.dossier.with_filing(
        replace(
            facts.filing,
            submitted_at=facts.now,
            submitted_version=facts.filing.confirmed_version,
            sms_sent_at=None,
            sms_verified_at=None,
            rejection_reasons="",
        )
    )


def _record_sms_sent(facts: Facts) -> Dossier:
    return facts.dossier.with_filing(replace(facts.filing, sms_sent_at=facts.inputs["at"]))


def _approve(facts: Facts) -> Dossier:
    return facts.dossier.with_filing(
        replace(
            facts.filing,
            approved_at=facts.inputs["at"],
            subject_number=facts.inputs["subject_number"],
            service_number=facts.inputs["service_number"],
        )
    )


def _reject(facts: Facts) -> Dossier:
    filing, text = facts.filing, facts.inputs["reasons"]
    papers = facts.dossier.materials_of(filing.id)
    known = places(filing.particulars, facts.rulebook, papers)
    chosen = [place for it in facts.inputs.get("marks", ()) if (place := place_of(it, known))]
    reasons = read_rejection(text, known)
    said = {place: reason for reason in reversed(reasons) for place in reason.places}
    corrections = tuple(
        replace(it, error=said[it.place].error, suggestion=said[it.place].suggestion)
        if it.place in said
        else it
        for it in marked(facts.dossier, filing, chosen)
    )
    return facts.dossier.with_filing(
        replace(filing, rejection_reasons=text, corrections=corrections)
    )


def _start_rework(facts: Facts) -> Dossier:
    return facts.dossier.with_filing(replace(facts.filing, content_complete_at=facts.now))


def _rate(facts: Facts) -> Dossier:
    rating = Rating(
        id=new_id(),
        order_id=facts.filing.order_id,
        filing_id=facts.filing.id,
        response_speed=facts.inputs["response_speed"],
        service_quality=facts.inputs["service_quality"],
        comment=facts.inputs.get("comment", ""),
        at=facts.now,
    )
    return replace(facts.dossier, ratings=(*facts.dossier.ratings, rating))


def _waive_rating(facts: Facts) -> Dossier:
    return facts.dossier.with_filing(replace(facts.filing, rating_waived_at=facts.now))


def _tell_customer(facts: Facts) -> Dossier:
    given, filing = facts.inputs, facts.filing
    told = Telling(Occasion(given["message"]), given["at"], facts.actor, given["how"])
    return facts.dossier.with_filing(replace(filing, tellings=(*filing.tellings, told)))


def _tell_duties(facts: Facts) -> Dossier:
    return facts.dossier.with_filing(replace(facts.filing, duties_told_at=facts.now))


EFFECTS: dict[Action, Callable[[Facts], Dossier]] = {
    Action.CONTACT_CUSTOMER: _contact_customer,
    Action.LOG_CONTACT: _log_contact,
    Action.CHASE_MATERIALS: _chase_materials,
    Action.COMPLETE_CONTENT: _complete_content,
    Action.PAUSE_PREPARATION: _pause_preparation,
    Action.CONTINUE_PREPARATION: _continue_preparation,
    Action.SEND_TO_REVIEW: _continue_preparation,
    Action.SEND_BACK: _send_back,
    Action.ISSUE_PACKET: _issue_packet,
    Action.RECORD_DELIVERY: _record_delivery,
    Action.RECORD_REMINDER: _record_reminder,
    Action.CHANGE_DEADLINE: _change_deadline,
    Action.CONFIRM: _confirm,
    Action.AUTO_CONFIRM: _auto_confirm,
    Action.RETURN_FOR_MODIFICATION: _return_for_modification,
    Action.RESUME_PREPARATION: _restart_preparation,
    Action.REOPEN_CONFIRMATION: _reopen_confirmation,
    Action.RECORD_FACE_VERIFICATION: _record_face_verification,
    Action.RECORD_FACE_FAILURE: _record_face_failure,
    Action.SUBMIT: _submit,
    Action.RECORD_SMS_SENT: _record_sms_sent,
    **AUTHORITY_EFFECTS,
    **FINDING_EFFECTS,
    Action.APPROVE: _approve,
    Action.REJECT: _reject,
    Action.START_REWORK: _start_rework,
    Action.RATE: _rate,
    Action.WAIVE_RATING: _waive_rating,
    Action.TELL_DUTIES: _tell_duties,
    Action.TELL_CUSTOMER: _tell_customer,
}
