"""Policy as it is asked for: what holds in each province, and where a word stands in it."""

from dataclasses import dataclass

from butler_desktop.domain.policy import PolicyList, PolicyRule, policy_lists, policy_rules
from butler_desktop.domain.province import Province
from butler_desktop.domain.province_rules import NATIONAL
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.storage.locator import initials


@dataclass(frozen=True, slots=True)
class PolicyPart:
    """What holds in one place; ``province`` is None for what holds everywhere."""

    code: str
    province: Province | None
    rules: tuple[PolicyRule, ...]
    lists: tuple[PolicyList, ...]

    @property
    def count(self) -> int:
        """How many entries there are: the national ones are counted in their own place."""
        own = sum(it.is_own or self.province is None for it in self.rules)
        return own + len(self.lists)

    def named(self, text: str) -> bool:
        """Whether the province is meant: its name, or how it begins in pinyin initials."""
        province, wanted = self.province, text.strip().lower()
        if province is None or not wanted:
            return False
        names = (province.words.zh, province.words.en.lower())
        if any(it.startswith(wanted) for it in names):
            return True
        letters = [it.lower() for it in initials().of_all(province.short)]
        fits = len(wanted) <= len(letters)
        return fits and all(it in known for it, known in zip(wanted, letters, strict=False))

    def holding(self, text: str) -> "PolicyPart":
        """What speaks of ``text``; the national rules stay in their own place."""
        wanted = text.strip().lower()
        return PolicyPart(
            self.code,
            self.province,
            tuple(
                it for it in self.rules if (it.is_own or self.province is None) and it.holds(wanted)
            ),
            tuple(it for it in self.lists if it.holds(wanted)),
        )


def policy(rulebook: Rulebook) -> tuple[PolicyPart, ...]:
    """What holds everywhere, then each province in the order of its code."""
    places: tuple[Province | None, ...] = (None, *rulebook.provinces)
    codes = [(place.code if place else NATIONAL, place) for place in places]
    return tuple(
        PolicyPart(code, place, policy_rules(rulebook, code), policy_lists(rulebook, code))
        for code, place in codes
    )


def found(parts: tuple[PolicyPart, ...], text: str) -> tuple[PolicyPart, ...]:
    """The places that ``text`` names, whole; else what speaks of it, place by place."""
    if not text.strip():
        return parts
    named = tuple(part for part in parts if part.named(text))
    if named:
        return named
    held = (part.holding(text) for part in parts)
    return tuple(part for part in held if part.rules or part.lists)
