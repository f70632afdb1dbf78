"""Reading ``facts.toml``: the questions that no interface answers."""

from collections.abc import Container, Mapping
from typing import Any

from butler_desktop.domain.asked_question import ABOUT
from butler_desktop.domain.fact_question import NOTHING, FactAnswer, FactQuestion
from butler_desktop.domain.form import field_at
from butler_desktop.domain.material_conditions import CONDITIONS
from butler_desktop.domain.noted_fact import STALE_DAYS
from butler_desktop.domain.province_rules import SEVERITIES
from butler_desktop.errors import Refused
from butler_desktop.words import Words


def fact_questions(rules: Container[str], data: Mapping[str, Any]) -> tuple[FactQuestion, ...]:
    """The questions in the file's order. Raises KeyError, TypeError, ValueError where one is wrong.

    ``rules`` are the ids of the checks that there are.
    """
    places = {key: _words(row) for key, row in data["looks"].items()}
    found = tuple(_question(row, places) for row in data["questions"])
    for question in found:
        _refuse_dangling(question, rules)
    if len({it.id for it in found}) != len(found):
        raise ValueError("questions")
    return found


def _question(row: Mapping[str, Any], places: Mapping[str, Words]) -> FactQuestion:
    return FactQuestion(
        id=row["id"],
        rule=row["rule"],
        words=_words(row),
        look=places[row["look"]],
        field=row.get("field", ""),
        when=row.get("when", "always"),
        ruled=row.get("ruled", ""),
        ruled_as=tuple(row.get("ruled_as", ())),
        unless_ruled=row.get("unless_ruled", ""),
        by=row.get("by", ""),
        about=row.get("about", ""),
        only=tuple(row.get("only", ())),
        excluded=tuple(row.get("excluded", ())),
        answers=tuple(_answer(it) for it in row.get("answers", ())),
        is_as_ruled=bool(row.get("as_ruled", False)),
        months=int(row.get("months", 0)),
        stale_days=int(row.get("stale_days", STALE_DAYS)),
        fields=_words(row["fields"]) if "fields" in row else NOTHING,
    )


def _answer(row: Mapping[str, Any]) -> FactAnswer:
    severity = row.get("severity", "")
    if severity and severity not in SEVERITIES.values():
        raise ValueError(severity)
    return FactAnswer(
        id=row["id"],
        words=_words(row),
        is_sound=bool(row["sound"]),
        severity=severity,
        unless_paper=row.get("unless_paper", ""),
        rule=row.get("rule", ""),
    )


def _refuse_dangling(question: FactQuestion, rules: Container[str]) -> None:
    for rule in (question.rule, *(it.rule for it in question.answers if it.rule)):
        if rule not in rules:
            raise KeyError(rule)
    if question.when not in CONDITIONS:
        raise KeyError(question.when)
    if question.about and question.about not in ABOUT:
        raise KeyError(question.about)
    if question.asks_day != bool(question.months):
        raise ValueError(question.id)  # a day needs a limit, answers none
    if question.answers and not question.is_as_ruled and not question.sound_answer(None):
        raise ValueError(question.id)
    try:
        _ = field_at(question.field) if question.field else None
    except Refused as unknown:
        raise KeyError(question.field) from unknown


def _words(row: Mapping[str, Any]) -> Words:
    return Words(row["zh"], row["en"])
