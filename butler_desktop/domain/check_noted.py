"""Check of what was noted: questions that nobody answered, or not lately, and bad answers."""

from collections.abc import Iterator

from butler_desktop.domain.asked_question import AskedQuestion, asked_questions
from butler_desktop.domain.examination import Check, Examined, Hit
from butler_desktop.domain.filing_states import EDITABLE_STATES
from butler_desktop.domain.province_rules import NATIONAL
from butler_desktop.words import Words

WEIGHTS = ("info", "warning", "error")
PROVINCE = "province"
LAST_SEEN = Words("（上次核实 {day}）", " (last looked up {day})")
SAID = Words("（{words}）", " ({words})")
NOTHING_SAID = Words("", "")


def facts_are_noted(examined: Examined) -> Iterator[Hit]:
    """Every rule that needs a fact from outside: its question, or the rule where it is broken.

    Of what lies with the authority, or is over, nothing more is asked.
    """
    filing = examined.case.filing
    may_ask = filing is None or filing.state in EDITABLE_STATES
    for asked in asked_questions(examined):
        if not asked.is_answered:
            if may_ask:
                yield _unanswered(asked)
        elif not _is_sound(asked, examined):
            yield _unsound(asked, examined)


def _unanswered(asked: AskedQuestion) -> Hit:
    words, noted = asked.words, asked.noted
    if noted is not None:
        words += LAST_SEEN.filled(day=noted.checked_on)
    return Hit(asked.question.rule, asked.place, by=asked.rule, asks=words)


def _unsound(asked: AskedQuestion, examined: Examined) -> Hit:
    question, noted = asked.question, asked.noted
    said = noted.words if noted else ""
    note = SAID.filled(words=said) if said else NOTHING_SAID
    slots = {
        "domain": examined.form.service.domain or "",
        "fields": question.fields,
        "material": asked.paper,
        "note": note,
    }
    answer = question.answer(noted.answer) if noted else None
    rule = (answer.rule if answer else "") or question.rule
    severity = (answer.severity if answer else "") or _by_province(rule, asked, examined)
    return Hit(rule, asked.place, slots, by=asked.rule, severity=severity)


def _is_sound(asked: AskedQuestion, examined: Examined) -> bool:
    question, noted = asked.question, asked.noted
    if noted is None or question.is_sound(noted.answer, asked.ruled, examined.today):
        return noted is not None
    answer = question.answer(noted.answer)
    wanted = answer.unless_paper if answer else ""
    return bool(wanted) and any(it.material_kind == wanted for it in examined.case.papers or ())


def _by_province(id_: str, asked: AskedQuestion, examined: Examined) -> str:
    """A province that asks for it by name may weigh it more than the rule does."""
    own, rule = examined.rulebook.checks[id_].severity, asked.rule
    if own == PROVINCE or rule is None or rule.province == NATIONAL:
        return ""
    return max(own, rule.severity, key=WEIGHTS.index)


NOTED_CHECKS: tuple[Check, ...] = (facts_are_noted,)
