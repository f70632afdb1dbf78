"""Locator terms: the words of the index by which a record is proposed to the locator.

A term is a short piece of a text from any of its characters on, so that
whatever stands inside is the beginning of a term, and one look-up by
beginnings finds it: 屿跨境电 for 南屿跨境电子商务, ``nykjds`` for its initials. The
index only proposes: a piece is cut off after a few characters, and
``locator.match`` judges.

Terms hold neither spaces nor marks, so a database needs no grammar to keep
them apart.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from butler_desktop.domain.initials import Initials
from butler_desktop.domain.locator import LEAST_END, Fact, FactKind, Query, folded

CHARACTERS, LETTERS = 4, 6
"""Where a piece of Chinese, and one of letters, is cut off."""

TELLING = 3
"""Letters that a piece must have to be asked for beside others."""

VARIANTS = 16
"""Ways to spell a name that are kept; one with more has some that nobody tries."""

END = "尾"
"""Before the digits of a telephone number, the last one first."""

_RUNS = re.compile(r"[^\W_]+")
"""Unbroken stretches of letters, digits and characters."""

_CHARACTERS = re.compile(r"[^\x00-\x7f]+")
_PARTS = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")

FILING, ORDER = "f", "o"
"""Before every term: what it leads to."""


def terms(mark: str, facts: Iterable[Fact], initials: Initials) -> str:
    """All terms of a record that is a ``mark``, with spaces between."""
    found: dict[str, None] = {}
    for fact in facts:
        if fact.kind is FactKind.PHONE:
            if fact.text.isdecimal() and len(fact.text) >= LEAST_END:
                found[END + fact.text[::-1]] = None
        else:
            for run in _RUNS.findall(folded(fact.text)):
                found.update(dict.fromkeys(_pieces(run, initials)))
    return mark + f" {mark}".join(found) if found else ""


@dataclass(frozen=True, slots=True)
class Probe:
    """What to look up: a term, or where not ``is_whole`` the beginning of one."""

    text: str
    is_whole: bool = False

    def fits(self, term: str) -> bool:
        """Whether the index would find ``term``."""
        return term == self.text if self.is_whole else term.startswith(self.text)


def probes(mark: str, query: Query) -> tuple[tuple[Probe, ...], ...]:
    """What to ask the index: of each group one probe, at least, must be there."""
    asked: dict[tuple[Probe, ...], None] = {}
    for word in query.words:
        for part in _telling(word):
            size = LETTERS if part.isascii() else CHARACTERS
            for piece in (part[:size], part[-size:]):
                asked[_ways(mark, piece, part)] = None
    return tuple(asked)


def _telling(word: str) -> list[str]:
    """The parts of a word; the BA of a number, which nearly all have, not beside its digits."""
    parts = [part for run in _RUNS.findall(word) for part in _PARTS.findall(run)]
    return [part for part in parts if len(part) >= TELLING or not part.isascii()] or parts


def _ways(mark: str, piece: str, part: str) -> tuple[Probe, ...]:
    """The piece as it stands; digits also as the end of a telephone number."""
    size = LETTERS if part.isascii() else CHARACTERS
    as_it_is = Probe(mark + piece, len(piece) == size)
    if part.isdecimal() and len(part) >= LEAST_END:
        return as_it_is, Probe(mark + END + part[::-1])
    return (as_it_is,)


@lru_cache(maxsize=1024)
def _pieces(run: str, initials: Initials) -> tuple[str, ...]:
    """The pieces of a run; kept, because an order's filings share most of their texts."""
    found: list[str] = []
    for text in _CHARACTERS.findall(run):
        found += [text[at : at + CHARACTERS] for at in range(len(text))]
    for spelt in _spellings(run, initials):
        found += [spelt[at : at + LETTERS] for at in range(len(spelt))]
    return tuple(found)


def _spellings(run: str, initials: Initials) -> Iterable[str]:
    """The ways to spell a run; past ``VARIANTS`` a character counts by its first letter."""
    letters = initials.of_all(run)
    if len(first := "".join(letters)) == len(run):
        return (first,)
    ways, kept = 1, []
    for those in letters:
        some = those if ways * len(those) <= VARIANTS else those[0]
        ways *= len(some)
        kept.append(some)
    return map("".join, product(*kept))
