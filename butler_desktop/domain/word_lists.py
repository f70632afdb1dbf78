"""Word lists: words in names and contents that an authority looks at, suffixes, fixed sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of which some words speak, and that may need a permit before filing."""

    id: str
    words: Words
    hints: tuple[str, ...]
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class RestrictedSuffix:
    """A domain suffix that is kept for sponsors of some ``kinds``."""

    suffix: str
    """With its dot, in Unicode."""
    words: Words
    """For whom."""
    kinds: frozenset[str]
    confidence: str


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lists by name; ``source`` and confidence stand beside each in the file."""

    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    topics: tuple[Topic, ...] = ()
    suffixes: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)
    """Domain suffixes with their dot, in Unicode."""
    restricted: tuple[RestrictedSuffix, ...] = ()
    """The longer suffix before the shorter one that it ends with."""
    statements: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Sentences that an authority wants word for word."""

    def first_hit(self, name: str, text: str) -> str:
        """The first word of a set that ``text`` holds; empty where there is none."""
        return next((word for word in self.sets.get(name, ()) if word in text), "")

    def topics_of(self, text: str) -> tuple[Topic, ...]:
        """The topics of which ``text`` speaks."""
        lower = text.lower()
        return tuple(it for it in self.topics if any(hint.lower() in lower for hint in it.hints))
