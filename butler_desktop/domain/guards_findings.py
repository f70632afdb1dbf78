"""The guards of the acts by which a butler answers the checks."""

from collections.abc import Callable

from butler_desktop.domain.facts import Facts, unless
from butler_desktop.domain.finding_effects import answer_to, asked_by, chosen_places, finding_by
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.readiness import Lack
from butler_desktop.domain.transition import Guard
from butler_desktop.domain.validators import iso_date
from butler_desktop.words import Words

NO_FINDING = ("此处没有这条规则的检查结果", "The rule finds nothing at this place", "input:rule")


def _question_asked(facts: Facts) -> tuple[Lack, ...]:
    known, answer = asked_by(facts), str(facts.inputs.get("answer", ""))
    lacks = [*_unknown(facts), *_day(facts)]
    for place in chosen_places(facts):
        asked = known.get(place)
        if asked is not None and not asked.question.takes(answer_to(asked, answer)):
            offered = ", ".join(it.id for it in asked.question.answers) or "2026-03-18"
            words = Words(f"{asked.words.zh}只能答 {offered}", f"{asked.words.en} Say {offered}")
            lacks.append(Lack(words, "input:answer"))
    return tuple(lacks)


def _question_answered(facts: Facts) -> tuple[Lack, ...]:
    known = asked_by(facts)
    is_any = any(known[it].noted for it in chosen_places(facts) if it in known)
    none = unless(is_any, "还没有核实过", "It was not looked up yet", "input:question")
    return _unknown(facts) or none


def _unknown(facts: Facts) -> tuple[Lack, ...]:
    known = asked_by(facts)
    strange = "、".join(it for it in chosen_places(facts) if it not in known)
    return unless(
        not strange,
        f"此备案没有“{strange}”这样的核实事项",
        f"The filing raises no such question: {strange}",
        "input:question",
    )


def _day(facts: Facts) -> tuple[Lack, ...]:
    text = facts.inputs.get("day", "")
    if not text:
        return ()
    day = iso_date.parsed(text)
    is_past = day is not None and day <= local_date(facts.now)
    return unless(
        is_past,
        "核实日期须是今天或以前的一天，写作 2026-03-18",
        "The day must not lie ahead; write it as 2026-03-18",
        "input:day",
    )


def _waivable(facts: Facts) -> tuple[Lack, ...]:
    finding = finding_by(facts)
    if finding is None:
        return unless(False, *NO_FINDING)
    if finding.is_firm:
        return unless(
            False,
            f"规则 {finding.rule} 不能保留，须改正",
            f"Rule {finding.rule} cannot be let pass: it must be mended",
            "input:rule",
        )
    is_new = finding.waiver is None and finding.requested is None
    again = unless(is_new, "已经保留并说明", "It is let pass already", "input:place")
    return again or (_second(facts) if finding.needs_second else ())


def _requested(facts: Facts) -> tuple[Lack, ...]:
    finding = finding_by(facts)
    if finding is None or finding.requested is None:
        return unless(False, "没有待同意的保留", "Nothing waits for a second person", "input:place")
    who = facts.inputs.get("second") or facts.actor
    own = unless(
        who != finding.requested.by,
        f"须由 {finding.requested.by} 以外的人同意",
        f"Somebody else than {finding.requested.by} must agree",
        "input:second",
    )
    return own or _second(facts, is_agreeing=True)


def _given(facts: Facts) -> tuple[Lack, ...]:
    finding = finding_by(facts)
    is_given = finding is not None and (finding.waiver or finding.requested) is not None
    return unless(is_given, "此处没有保留", "Nothing is let pass here", "input:place")


def _second(facts: Facts, *, is_agreeing: bool = False) -> tuple[Lack, ...]:
    """A name that anybody could type counts only where there are no others to sign in."""
    named = str(facts.inputs.get("second", ""))
    if facts.is_signed_in and named not in ("", facts.actor):
        return unless(
            False,
            f"须由 {named} 本人登录后同意",
            f"{named} signs in and agrees",
            "input:second",
        )
    return unless(
        is_agreeing or named != facts.actor,
        "须由另一人同意",
        "A second person must agree",
        "input:second",
    )


FINDING_GUARDS: dict[Guard, Callable[[Facts], tuple[Lack, ...]]] = {
    Guard.QUESTION_ASKED: _question_asked,
    Guard.QUESTION_ANSWERED: _question_answered,
    Guard.FINDING_WAIVABLE: _waivable,
    Guard.WAIVER_REQUESTED: _requested,
    Guard.WAIVER_GIVEN: _given,
}
