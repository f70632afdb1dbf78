"""What the timeline says of answers from outside and of findings that were let pass."""

from collections.abc import Iterable, Mapping
from typing import Any

from butler_desktop.domain.changes import CREATE, Change
from butler_desktop.domain.fact_question import FactQuestion
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.words import Words, joined

SHOWN = 3
"""So many answers are named; more are counted."""


def finding_words(changes: Iterable[Change], rulebook: Rulebook) -> Words | None:
    """What an act noted, or let pass and why; None where it did neither."""
    for change in changes:
        if change.kind == "filing" and change.op != CREATE:
            if noted := _fresh(change, "noted_facts"):
                told = joined([_answer(it, rulebook) for it in noted[:SHOWN]])
                more = len(noted) - SHOWN
                count = Words(f" 等 {len(noted)} 项", f" and {more} more")
                return told + count if more > 0 else told
            if waived := _fresh(change, "waivers"):
                return joined([_waiver(it) for it in waived])
    return None


def _fresh(change: Change, path: str) -> list[Mapping[str, Any]]:
    """What a growing list has that it had not before."""
    old, new = change.fields.get(path, (None, None))
    if not isinstance(new, list):
        return []
    known = old if isinstance(old, list) else []
    return [it for it in new if it not in known]


def _answer(record: Mapping[str, Any], rulebook: Rulebook) -> Words:
    question = _question(str(record["fact"]), rulebook)
    if question is None:  # of a newer version
        return Words(str(record["fact"]), str(record["fact"]))
    kind = rulebook.materials.kind(str(record["about"]))
    paper = kind.words.zh if kind else ""
    asked = question.words
    if "{" in asked.zh:  # the slots are for the checks; the paper's plain name will do here
        asked = Words(asked.zh.replace("{material}", paper), asked.en.replace("{material}", paper))
    answer, given = str(record["answer"]), question.answer(str(record["answer"]))
    said = given.words if given else Words(answer, answer)
    return asked + Words(said.zh, f" {said.en}") if answer else asked


def _question(fact: str, rulebook: Rulebook) -> FactQuestion | None:
    return next((it for it in rulebook.questions if it.id == fact), None)


def _waiver(record: Mapping[str, Any]) -> Words:
    rule, reason = record["rule"], str(record["reason"])
    told = Words(f"规则 {rule}：{reason}", f"rule {rule}: {reason}")
    second = str(record["second"])
    return told + Words(f"（{second} 同意）", f" ({second} agreed)") if second else told
