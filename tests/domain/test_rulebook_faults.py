import ast
import inspect
import re
import sys
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from butler_desktop.domain.check_topics import NAMED_TOPICS
from butler_desktop.domain.checks import CHECKS
from butler_desktop.domain.province_keys import READ_KEYS
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.rulebook_faults import (
    NAMED_SETS,
    rulebook_faults,
    told_by,
    told_rules,
)
from butler_desktop.domain.word_lists import WordLists

RULE = re.compile(r"[A-Z]\d\d")


def faults(rulebook: Rulebook) -> list[tuple[str, str]]:
    return [(it.file, it.row) for it in rulebook_faults(rulebook, READ_KEYS)]


def test_the_shipped_rulebook_is_whole(rulebook: Rulebook) -> None:
    assert faults(rulebook) == []


def test_every_rule_of_the_catalogue_is_told_by_something(rulebook: Rulebook) -> None:
    assert told_rules(rulebook) == set(rulebook.checks)
    assert len(rulebook.checks) == 187 + 8


@pytest.mark.parametrize("check", CHECKS, ids=lambda it: it.__name__)
def test_a_check_says_which_rules_it_tells(check: Any) -> None:
    """What the docstring names is what the module can yield, so that nobody is misled by it."""
    module = sys.modules[check.__module__]
    literals = {
        node.value
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and RULE.fullmatch(node.value)
    }
    assert told_by(check) <= literals or check.__name__.startswith("paper_")
    own = {
        node.args[0].value
        for node in ast.walk(ast.parse(inspect.getsource(check)))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "Hit"
        and isinstance(node.args[0], ast.Constant)
    }
    assert own <= told_by(check)


def test_what_a_docstring_names_is_read_as_rules() -> None:
    def check() -> None:
        """M02 to M04, A05: a sentence with K01 in it."""

    assert told_by(check) == {"M02", "M03", "M04", "A05"}


def broken_check(rulebook: Rulebook, **given: Any) -> Rulebook:
    rows = {**rulebook.checks, "K01": replace(rulebook.checks["K01"], **given)}
    return replace(rulebook, checks=rows)


@pytest.mark.parametrize(
    "given",
    [
        {"source": "HW-KB, NOWHERE"},
        {"confidence": "sure"},
        {"as_of": date.min},
        {"severity": "fatal"},
    ],
)
def test_a_rule_without_ground_is_named(given: dict[str, Any], rulebook: Rulebook) -> None:
    assert faults(broken_check(rulebook, **given)) == [("checks.toml", "K01")]


def test_a_rule_that_nothing_tells_and_one_without_a_row(rulebook: Rulebook) -> None:
    rows = dict(rulebook.checks)
    rows["Z99"] = replace(rows.pop("K01"), id="Z99")
    assert faults(replace(rulebook, checks=rows)) == [
        ("checks.toml", "Z99"),
        ("checks.toml", "K01"),
    ]


def test_a_misspelt_key_of_a_province(rulebook: Rulebook) -> None:
    rules = rulebook.province_rules
    (first, *others) = rules.provinces["110000"]
    wrong = replace(first, key="subject_pic_rul")
    provinces = {**rules.provinces, "110000": (wrong, *others)}
    found = faults(replace(rulebook, province_rules=replace(rules, provinces=provinces)))
    assert found == [("provinces/beijing.toml", first.id)]


def test_a_value_that_has_no_sentence(rulebook: Rulebook) -> None:
    rules = rulebook.province_rules
    (first, *others) = rules.provinces["110000"]
    newer = replace(first, value="anybody")
    provinces = {**rules.provinces, "110000": (newer, *others)}
    found = faults(replace(rulebook, province_rules=replace(rules, provinces=provinces)))
    assert found == [("key-words.toml", first.id)]


def test_a_province_without_rules(rulebook: Rulebook) -> None:
    rules = rulebook.province_rules
    provinces = {code: it for code, it in rules.provinces.items() if code != "540000"}
    without = replace(rulebook, province_rules=replace(rules, provinces=provinces))
    assert ("provinces", "540000") in faults(without)


def test_a_sentence_that_a_province_wants_is_missing(rulebook: Rulebook) -> None:
    lists = rulebook.word_lists
    found = faults(replace(rulebook, word_lists=WordLists(lists.sets, lists.topics)))
    assert {file for file, _ in found} == {"words.toml"}


def test_a_set_of_words_that_a_check_knows_by_name_is_missing(rulebook: Rulebook) -> None:
    lists = rulebook.word_lists
    assert set(lists.sets) == NAMED_SETS  # and none lies about unused
    for name in NAMED_SETS:
        sets = {it: words for it, words in lists.sets.items() if it != name}
        without = replace(rulebook, word_lists=replace(lists, sets=sets))
        assert faults(without) == [("words.toml", name)]


def test_a_topic_that_a_check_knows_by_name_is_missing(rulebook: Rulebook) -> None:
    lists = rulebook.word_lists
    for name in NAMED_TOPICS:
        topics = tuple(it for it in lists.topics if it.id != name)
        without = replace(rulebook, word_lists=replace(lists, topics=topics))
        assert ("words.toml", name) in faults(without)


def test_every_set_that_is_known_by_name_is_read_by_a_check() -> None:
    sources = "".join(inspect.getsource(sys.modules[it.__module__]) for it in CHECKS)
    unread = {name for name in NAMED_SETS if f'"{name}"' not in sources}
    assert unread == set()
