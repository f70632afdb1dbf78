"""Rulebook faults: what is broken or dangling in a rulebook that could be read.

A file that cannot be read at all is refused by the reader. Here is asked
whether the rules fit together: that each is told by something, rests on a
source that is explained, and names only what there is.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from butler_desktop.domain.check_topics import NAMED_TOPICS
from butler_desktop.domain.checks import CHECKS
from butler_desktop.domain.province_rules import SEVERITIES, ProvinceRule
from butler_desktop.domain.rulebook import CheckRule, Rulebook
from butler_desktop.words import Words

RULE = re.compile(r"\b([A-Z])(\d\d)\b(?: to \1(\d\d)\b)?")
"""A check's docstring begins with the rules that it tells: ``M02 to M07, A05: …``."""

GATES = frozenset(f"X{number:02}" for number in range(1, 17))
"""Rules of the process: the state table, its clocks and the refund policy hold them."""

NAMED_SETS = frozenset(
    {
        "blocked",
        "foreign_registrars",
        "forum",
        "function",
        "generic",
        "gov_like",
        "national",
        "not_a_person",
        "personal_banned",
        "personal_business",
        "portal",
        "regions",
        "regions_outside",
        "sensitive",
        "site_builders",
    }
)
"""Sets of words that checks know by name: without one of them a check would sleep unseen."""

HELD_ELSEWHERE = frozenset(
    {
        "domain_realname_required",  # D08
        "emergency_must_differ_from_mobile",  # P12
        "est_authority_review_days",  # D12 and the estimate
        "face_verification_required",  # X04
        "max_domains_per_new_site",  # K09
        "one_application_in_flight_per_subject",  # K03
        "org_cross_province",  # S05
        "personal_residency_proofs",  # which papers P26 takes
        "pic_contacts_must_differ_if_persons_differ",  # P13, P14
        "sms_hk_mo_id_tail",  # a help text of the SMS step
        "sms_max_wrong_attempts",  # X09
        "sms_verification",  # X08, X09
        "verification_photo_validity_months",  # X04
        "authority_review_max_working_days",  # X10
    }
)
"""Keys that no single check reads: what holds them anyway."""


@dataclass(frozen=True, slots=True)
class RulebookFault:
    """One fault: the file of the rulebook, the row, and what is wrong with it."""

    file: str
    row: str
    words: Words


def rulebook_faults(rulebook: Rulebook, read_keys: frozenset[str]) -> tuple[RulebookFault, ...]:
    """What is wrong. ``read_keys`` are the keys of provinces that the checks' code reads."""
    keys = read_keys | _named_keys(rulebook) | HELD_ELSEWHERE
    return (
        *_checks(rulebook),
        *_provinces(rulebook, keys),
        *_materials(rulebook, {rule.key for rule in rulebook.province_rules}),
        *_questions(rulebook),
        *_words(rulebook),
    )


def told_by(check: Callable[..., object]) -> frozenset[str]:
    """The rules that a check tells, as its docstring begins."""
    head = (check.__doc__ or "").partition(":")[0]
    found = set()
    for letter, first, last in RULE.findall(head):
        numbers = range(int(first), int(last or first) + 1)
        found |= {f"{letter}{number:02}" for number in numbers}
    return frozenset(found)


def told_rules(rulebook: Rulebook) -> frozenset[str]:
    """Every rule that something tells: a check, a paper's need, a question, a gate."""
    told = {rule for check in CHECKS for rule in told_by(check)} | GATES
    told |= {need.rule for kind in rulebook.materials for need in kind.needs}
    for question in rulebook.questions:
        told |= {question.rule, *(it.rule for it in question.answers if it.rule)}
    return frozenset(told)


def _checks(rulebook: Rulebook) -> Iterator[RulebookFault]:
    file, told = "checks.toml", told_rules(rulebook)
    for rule in rulebook.checks.values():
        yield from _rests(rulebook, file, rule.id, rule)
        if rule.severity not in ("error", "warning", "info", "province"):
            yield _fault(file, rule.id, f"没有“{rule.severity}”这一级", f"no level {rule.severity}")
        if rule.id not in told:
            yield _fault(file, rule.id, "没有检查会报告它", "no check tells it")
    for rule_id in sorted(told - set(rulebook.checks)):
        yield _fault(file, rule_id, "有检查报告它，但没有这条规则", "told, but it has no row")


def _provinces(rulebook: Rulebook, keys: Iterable[str]) -> Iterator[RulebookFault]:
    known = set(keys)
    for rule in rulebook.province_rules:
        file = f"provinces/{rule.id.partition('.')[0]}.toml"
        yield from _rests(rulebook, file, rule.id, rule)
        if rule.key not in known:
            yield _fault(file, rule.id, f"不认识“{rule.key}”", f"{rule.key} is not known")
        elif rulebook.rule_words.sentence(rule) is None:
            yield _fault("key-words.toml", rule.id, "没有写成句子", "it has no sentence")
    missing = {it.code for it in rulebook.provinces} - set(rulebook.province_rules.provinces)
    for code in sorted(missing):
        yield _fault("provinces", code, "没有规则", "no rules")


def _materials(rulebook: Rulebook, ruled: set[str]) -> Iterator[RulebookFault]:
    file = "materials.toml"
    for kind in rulebook.materials:
        yield from _sourced(rulebook, file, kind.id, kind.source)
        if kind.part_of and kind.part_of not in rulebook.materials:
            yield _fault(file, kind.id, f"没有材料“{kind.part_of}”", f"no paper {kind.part_of}")
        for need in kind.needs:
            if need.ruled and need.ruled not in ruled:
                yield _fault(file, kind.id, f"没有省规“{need.ruled}”", f"no rule {need.ruled}")


def _questions(rulebook: Rulebook) -> Iterator[RulebookFault]:
    file, ruled = "facts.toml", {rule.key for rule in rulebook.province_rules}
    for question in rulebook.questions:
        for key in (question.ruled, question.unless_ruled, question.by):
            if key and key not in ruled:
                yield _fault(file, question.id, f"没有省规“{key}”", f"no rule {key}")


def _words(rulebook: Rulebook) -> Iterator[RulebookFault]:
    for rule in rulebook.province_rules:
        is_statement = rule.key == "personal_remark_statement"
        if is_statement and rule.value not in rulebook.word_lists.statements:
            yield _fault("words.toml", rule.value, "没有这句话", "no such sentence")
    for topic in rulebook.word_lists.topics:
        yield from _sourced(rulebook, "words.toml", topic.id, topic.source)
    topics = {topic.id for topic in rulebook.word_lists.topics}
    for name in sorted(NAMED_TOPICS - topics):
        yield _fault("words.toml", name, "没有这个题材", "no such topic")
    for name in sorted(NAMED_SETS - set(rulebook.word_lists.sets)):
        yield _fault("words.toml", name, "没有这组词", "no such set of words")


def _named_keys(rulebook: Rulebook) -> set[str]:
    """The keys that papers and questions read."""
    named = {need.ruled for kind in rulebook.materials for need in kind.needs}
    for question in rulebook.questions:
        named |= {question.ruled, question.unless_ruled, question.by}
    return named


def _rests(
    rulebook: Rulebook, file: str, row: str, rule: CheckRule | ProvinceRule
) -> Iterator[RulebookFault]:
    """What every rule has: a source, how sure it is, the day it was looked up."""
    yield from _sourced(rulebook, file, row, rule.source)
    if rule.confidence not in SEVERITIES:
        yield _fault(file, row, "没有把握程度", "it does not say how sure it is")
    if rule.as_of == date.min:
        yield _fault(file, row, "没有日期", "it has no date")


def _sourced(rulebook: Rulebook, file: str, row: str, source: str) -> Iterator[RulebookFault]:
    for key in re.split(r"[,+;]\s*", source):
        if key not in rulebook.sources:
            yield _fault(file, row, f"来源“{key}”没有说明", f"the source “{key}” is not explained")


def _fault(file: str, row: str, zh: str, en: str) -> RulebookFault:
    return RulebookFault(file, row, Words(zh, en))
