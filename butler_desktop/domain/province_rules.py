"""Province rules: what an authority wants beside the national rules, as data.

A province's rule stands for the national one of the same key, where it is for
this sponsor and this filing kind; of several, the one that is for the
narrower group. How sure a rule is bounds what its findings may do: high can
block, medium warns, low informs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from butler_desktop.domain.particulars import Particulars
from butler_desktop.words import Words

NATIONAL = "national"
EVERYBODY = "all"
GROUPS = ("org", "personal")
"""Whom a rule can be for besides a sponsor kind."""

SEVERITIES = {"high": "error", "medium": "warning", "low": "info"}
"""The most that a finding may weigh, by the confidence of its rule."""

NO_NOTE = Words("", "")


@dataclass(frozen=True, slots=True)
class ProvinceRule:
    """One rule of a province, or one that holds everywhere (``province`` is ``national``)."""

    id: str
    province: str
    """A code of GB/T 2260."""
    key: str
    value: Any
    of: frozenset[str] = frozenset()
    """Groups and sponsor kinds that it is for; none for everybody."""
    kinds: frozenset[str] = frozenset()
    """Filing kinds that it is for; none for all."""
    source: str = ""
    confidence: str = "low"
    as_of: date = date.min
    note: Words = NO_NOTE

    @property
    def severity(self) -> str:
        """The most that a finding by this rule may weigh."""
        return SEVERITIES[self.confidence]

    def is_for(self, form: Particulars) -> bool:
        """Whether it is for this sponsor and this filing kind."""
        is_kind = not self.kinds or form.filing_kind in self.kinds
        return is_kind and (not self.of or bool(self.of & groups_of(form)))


def groups_of(form: Particulars) -> frozenset[str]:
    """The groups that the sponsor belongs to, its kind among them."""
    kind = form.subject.sponsor_kind
    if kind is None:
        return frozenset()
    return frozenset({kind, "personal" if kind == "individual" else "org"})


@dataclass(frozen=True, slots=True)
class Ruling:
    """The rules that count for one form, by key."""

    rules: Mapping[str, tuple[ProvinceRule, ...]] = field(default_factory=dict, hash=False)

    def get(self, key: str) -> ProvinceRule | None:
        """The rule of this key, the narrowest first; None where nothing is ruled."""
        found = self.rules.get(key)
        return found[0] if found else None

    def all(self, key: str) -> tuple[ProvinceRule, ...]:
        """Every rule of this key: papers add up."""
        return self.rules.get(key, ())


@dataclass(frozen=True, slots=True)
class ProvinceRules:
    """The national rules, and those of each province by its code."""

    national: tuple[ProvinceRule, ...] = ()
    provinces: Mapping[str, tuple[ProvinceRule, ...]] = field(default_factory=dict, hash=False)

    def __iter__(self) -> Iterator[ProvinceRule]:
        yield from self.national
        for rules in self.provinces.values():
            yield from rules

    def of_province(self, code: str | None) -> tuple[ProvinceRule, ...]:
        """What is ruled in one province alone."""
        return self.provinces.get(code or "", ())

    def ruling(self, form: Particulars) -> Ruling:
        """The rules that count for ``form``."""
        found: dict[str, list[ProvinceRule]] = {}
        for rule in self.of_province(form.province):
            if rule.is_for(form):
                found.setdefault(rule.key, []).append(rule)
        for rule in self.national:
            if rule.key not in found and rule.is_for(form):
                found[rule.key] = [rule]
        return Ruling({key: tuple(sorted(it, key=_breadth)) for key, it in found.items()})


def _breadth(rule: ProvinceRule) -> int:
    """How broad the group is that a rule is for: a sponsor kind, a group, everybody."""
    if not rule.of:
        return 2
    return 1 if rule.of & set(GROUPS) else 0
