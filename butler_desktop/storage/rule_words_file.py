"""Reading the sentences of the rules: ``key-words.toml``."""

from collections.abc import Mapping
from typing import Any

from butler_desktop.domain.rule_words import KeyWords, RuleGroup, RuleWords
from butler_desktop.words import Words


def rule_words(data: Mapping[str, Any]) -> RuleWords:
    """The sentences. Raises KeyError, TypeError or ValueError where the file is broken."""
    return RuleWords({key: _key(row) for key, row in data["keys"].items()})


def _key(row: Mapping[str, Any]) -> KeyWords:
    values = {name: _words(it) for name, it in row.get("values", {}).items()}
    words = _words(row) if "zh" in row else None
    if words is None and not values:
        raise KeyError("zh")
    items = {name: _words(it) for name, it in row.get("items", {}).items()}
    return KeyWords(RuleGroup(row["group"]), words, values, items)


def _words(row: Mapping[str, Any]) -> Words:
    return Words(row["zh"], row["en"])
