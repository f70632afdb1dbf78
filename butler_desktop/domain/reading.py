"""Readings: how the service's description is understood where it leaves that open.

Each has an id (A1 to A22) under which rules and reasons name it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from butler_desktop.words import Words

_ID = re.compile(r"\bA\d{1,2}\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading; ``of`` are the clauses of the description that it is about."""

    id: str
    of: str
    words: Words

    @property
    def told(self) -> Words:
        """The reading with its id."""
        return Words(f"{self.id}：{self.words.zh}", f"{self.id}: {self.words.en}")


@dataclass(frozen=True, slots=True)
class Readings:
    """All of them; ``version`` is the day from which they hold."""

    version: str = ""
    rows: Mapping[str, Reading] = field(default_factory=lambda: MappingProxyType({}), hash=False)

    def named_in(self, texts: Iterable[str]) -> Iterator[Reading]:
        """Those that any of the texts names, in the order of their numbers."""
        named = {id_ for text in texts for id_ in _ID.findall(text)}
        return (reading for id_, reading in self.rows.items() if id_ in named)
