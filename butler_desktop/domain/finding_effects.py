"""Finding effects: what the acts write by which a butler answers the checks.

Both lists only grow, so that two desks that act at once both keep theirs.
"""

from collections.abc import Callable
from dataclasses import replace

from butler_desktop.domain.asked_question import (
    AskedQuestion,
    asked_questions,
    digest_of,
    standing_at,
)
from butler_desktop.domain.checks import Finding, findings
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.examination import Examined
from butler_desktop.domain.fact_question import SOUND, place_of_question, question_at
from butler_desktop.domain.facts import Facts
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.noted_fact import NotedFact
from butler_desktop.domain.standing import FORM
from butler_desktop.domain.transition import Action
from butler_desktop.domain.waiver import Waiver


def examined_by(facts: Facts) -> Examined:
    """The filing as the checks see it."""
    form = facts.filing.particulars
    return Examined(form, facts.rulebook, local_date(facts.now), facts.case)


def asked_by(facts: Facts) -> dict[str, AskedQuestion]:
    """The questions that the filing raises, by their place."""
    return {it.place: it for it in asked_questions(examined_by(facts))}


def finding_by(facts: Facts) -> Finding | None:
    """The finding that the inputs ``rule`` and ``place`` name."""
    rule, place = facts.inputs["rule"], facts.inputs["place"]
    found = findings(
        facts.filing.particulars, facts.rulebook, local_date(facts.now), case=facts.case
    )
    places = (place, FORM + place)
    return next((it for it in found if it.rule == rule and it.place in places), None)


def chosen_places(facts: Facts) -> tuple[str, ...]:
    """The places of the questions that the input ``question`` names."""
    named = (question_at(it) for it in facts.inputs["question"])
    return tuple(dict.fromkeys(place_of_question(*it) for it in named))


def answer_to(asked: AskedQuestion, text: str) -> str:
    """What ``text`` answers; ``sound`` stands for the answer that is."""
    return asked.question.sound_answer(asked.ruled) if text == SOUND else text


def _noted(facts: Facts, answer: str) -> Dossier:
    examined, given = examined_by(facts), facts.inputs
    known = {it.place: it for it in asked_questions(examined)}
    day = given.get("day") or local_date(facts.now).isoformat()
    fresh = tuple(
        NotedFact(
            id=new_id(),
            fact=known[place].question.id,
            about=known[place].about,
            answer=answer_to(known[place], answer),
            checked_on=day,
            at=facts.now,
            by=facts.actor,
            words=given.get("words", ""),
            before=digest_of(known[place].question, known[place].about, examined),
        )
        for place in chosen_places(facts)
    )
    noted = (*facts.filing.noted_facts, *fresh)
    return facts.dossier.with_filing(replace(facts.filing, noted_facts=noted))


def _note_fact(facts: Facts) -> Dossier:
    return _noted(facts, facts.inputs["answer"])


def _take_back_fact(facts: Facts) -> Dossier:
    return _noted(facts, "")


def _waive(facts: Facts) -> Dossier:
    finding, given = _named(facts), facts.inputs
    fresh = Waiver(
        id=new_id(),
        rule=finding.rule,
        place=finding.place,
        before=standing_at(examined_by(facts), finding.place),
        reason=given["reason"],
        at=facts.now,
        by=facts.actor,
        second=given.get("second", "") if finding.needs_second else "",
    )
    return _with(facts, fresh)


def _agree(facts: Facts) -> Dossier:
    requested = _named(facts).requested
    if requested is None:
        raise AssertionError("the guards let an act pass that needs a request")
    return _with(facts, replace(requested, second=facts.inputs.get("second") or facts.actor))


def _withdraw(facts: Facts) -> Dossier:
    finding = _named(facts)
    waiver = finding.waiver or finding.requested
    if waiver is None:
        raise AssertionError("the guards let an act pass that needs a waiver")
    return _with(facts, replace(waiver, withdrawn_at=facts.now, withdrawn_by=facts.actor))


def _named(facts: Facts) -> Finding:
    finding = finding_by(facts)
    if finding is None:
        raise AssertionError("the guards let an act pass that needs a finding")
    return finding


def _with(facts: Facts, waiver: Waiver) -> Dossier:
    waivers = (*facts.filing.waivers, waiver)
    return facts.dossier.with_filing(replace(facts.filing, waivers=waivers))


FINDING_EFFECTS: dict[Action, Callable[[Facts], Dossier]] = {
    Action.NOTE_FACT: _note_fact,
    Action.TAKE_BACK_FACT: _take_back_fact,
    Action.WAIVE_FINDING: _waive,
    Action.AGREE_WAIVER: _agree,
    Action.WITHDRAW_WAIVER: _withdraw,
}
