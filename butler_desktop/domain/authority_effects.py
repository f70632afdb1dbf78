"""Authority effects: what the acts write by which the butler notes what happens outside."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from butler_desktop.domain.authority_note import AuthorityNote, NoteKind
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.facts import Facts
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.sms_check import chosen, sms_checks
from butler_desktop.domain.transition import Action


def _noted(facts: Facts, kind: NoteKind, about: Iterable[str], **said: Any) -> Dossier:
    filing = facts.filing
    fresh = (
        AuthorityNote(
            id=new_id(),
            kind=kind,
            at=facts.inputs["at"],
            by=facts.actor,
            about=each,
            submitted_at=filing.submitted_at,
            **said,
        )
        for each in about
    )
    notes = (*filing.authority_notes, *fresh)
    return facts.dossier.with_filing(replace(filing, authority_notes=notes))


def _sms(kind: NoteKind) -> Callable[[Facts], Dossier]:
    def effect(facts: Facts) -> Dossier:
        numbers = chosen(facts.filing, facts.inputs.get("person", ""))
        return _noted(facts, kind, (it.key for it in numbers))

    return effect


def _record_status(facts: Facts) -> Dossier:
    given = facts.inputs
    words, source = given.get("words", ""), given["source"]
    return _noted(facts, NoteKind.STATUS, (given["status"],), words=words, source=source)


def _expect_call(facts: Facts) -> Dossier:
    given = facts.inputs
    note, until = given.get("note", ""), given["until"]
    return _noted(facts, NoteKind.CALL, ("",), words=note, until=until)


def _settle_call(facts: Facts) -> Dossier:
    given = facts.inputs
    return _noted(facts, NoteKind.CALL_OVER, (given["outcome"],), words=given.get("note", ""))


def _finish_duty(facts: Facts) -> Dossier:
    return _noted(facts, NoteKind.DUTY_DONE, (facts.inputs["duty"],))


def _complete_sms(facts: Facts) -> Dossier:
    """The authority's time runs from the last number's verification."""
    times = [it.verified_at for it in sms_checks(facts.filing) if it.verified_at]
    filing = replace(facts.filing, sms_verified_at=max(times, default=None))
    return facts.dossier.with_filing(filing)


AUTHORITY_EFFECTS: dict[Action, Callable[[Facts], Dossier]] = {
    Action.RECORD_SMS_VERIFIED: _sms(NoteKind.SMS_VERIFIED),
    Action.RECORD_SMS_WRONG: _sms(NoteKind.SMS_WRONG),
    Action.RECORD_SMS_RESENT: _sms(NoteKind.SMS_RESENT),
    Action.COMPLETE_SMS: _complete_sms,
    Action.RECORD_STATUS: _record_status,
    Action.EXPECT_CALL: _expect_call,
    Action.SETTLE_CALL: _settle_call,
    Action.FINISH_DUTY: _finish_duty,
}
