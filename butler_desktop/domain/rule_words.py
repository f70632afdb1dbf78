"""Rule words: what a province's rule says, as people read it.

The sentences are data (``key-words.toml``): one for each key, or for each of
its values, with slots for numbers and words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from butler_desktop.domain.province_rules import ProvinceRule
from butler_desktop.words import Words, joined


class RuleGroup(StrEnum):
    """What a rule is about, in the order in which rules are read."""

    SUBJECT = "subject"
    IN_CHARGE = "in_charge"
    DOMAIN = "domain"
    CONTENT = "content"
    PAPERS = "papers"
    COUNTS = "counts"
    ACCESS = "access"
    PROCESS = "process"


RULE_GROUP_WORDS = {
    RuleGroup.SUBJECT: Words("主体", "Sponsor"),
    RuleGroup.IN_CHARGE: Words("负责人", "Persons in charge"),
    RuleGroup.DOMAIN: Words("域名", "Domain"),
    RuleGroup.CONTENT: Words("名称与内容", "Name and content"),
    RuleGroup.PAPERS: Words("材料", "Papers"),
    RuleGroup.COUNTS: Words("数量", "Numbers"),
    RuleGroup.ACCESS: Words("接入与变更", "Access and changes"),
    RuleGroup.PROCESS: Words("流程", "Process"),
}


@dataclass(frozen=True, slots=True)
class KeyWords:
    """The sentences of one key."""

    group: RuleGroup
    words: Words | None = None
    values: Mapping[str, Words] = field(default_factory=dict, hash=False)
    items: Mapping[str, Words] = field(default_factory=dict, hash=False)

    def said(self, value: Any) -> Words | None:
        """The sentence of ``value``; None where there is none."""
        words = self.values.get(_token(value)) or self.words
        return words.filled(**self._slots(value)) if words else None

    def _slots(self, value: Any) -> dict[str, Any]:
        if isinstance(value, Mapping):
            return dict(value)
        if not isinstance(value, tuple):
            return {"value": self._item(value)}
        slots: dict[str, Any] = {"value": joined([self._item(it) for it in value])}
        return slots | dict(zip(("low", "high"), value, strict=False))

    def _item(self, value: Any) -> Words:
        return self.items.get(str(value)) or Words(str(value), str(value))


@dataclass(frozen=True, slots=True)
class RuleWords:
    """The sentences of every key."""

    keys: Mapping[str, KeyWords] = field(default_factory=dict, hash=False)

    def sentence(self, rule: ProvinceRule) -> Words | None:
        """What a rule says; None where nobody has written it yet."""
        known = self.keys.get(rule.key)
        return known.said(rule.value) if known else None

    def said(self, rule: ProvinceRule) -> Words:
        """What a rule says; a newer one of which we have no sentence yet as it is written."""
        plain = f"{rule.key}: {rule.value}"
        return self.sentence(rule) or Words(plain, plain)

    def group(self, rule: ProvinceRule) -> RuleGroup:
        """What a rule is about."""
        known = self.keys.get(rule.key)
        return known.group if known else RuleGroup.PROCESS


def _token(value: Any) -> str:
    """What names a value among ``values``: a word, yes or no, the sign of a threshold."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return str(value.get("op", ""))
    return value if isinstance(value, str) else ""
