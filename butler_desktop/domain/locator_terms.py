"""Locator terms: the words of the index by which a record is proposed to the locator.

A term is a short piece of a text from any of its characters on, so that
whatever stands inside is the beginning of a term, and one look-up by
beginnings finds it: 屿跨境电 for 南屿跨境电子商务, ``nykjds`` for its initials. The
index only proposes: a piece is cut off after a few characters, and
``locator.match`` judges.

Terms hold neither spaces nor marks, so a database needs no grammar to keep
them apart.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, product

from butler_desktop.domain.initials import Initials
from butler_desktop.domain.locator import LEAST_END, Fact, FactKind, Query, folded

CHARACTERS, LETTERS = 4, 6
"""Where a piece of Chinese, and one of letters, is cut off."""

VARIANTS = 8
"""Ways to spell one piece that are kept; a name with more has none that anybody tries."""

END = "尾"
"""Before the digits of a telephone number, the last one first."""

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
            for run in _runs(folded(fact.text)):
                found.update(dict.fromkeys(_pieces(run, initials)))
    return " ".join(mark + term for term in found)


def probes(mark: str, query: Query) -> tuple[tuple[str, ...], ...]:
    """What to ask the index: of each group one beginning of a term, at least, must be there."""
    asked: dict[tuple[str, ...], None] = {}
    for word in query.words:
        for run in _runs(word):
            for is_ascii, part in groupby(run, key=str.isascii):
                text = "".join(part)
                size = LETTERS if is_ascii else CHARACTERS
                for piece in (text[:size], text[-size:]):
                    asked[_ways(mark, piece, whole=text)] = None
    return tuple(asked)


def _ways(mark: str, piece: str, whole: str) -> tuple[str, ...]:
    """The piece as it stands; digits also as the end of a telephone number."""
    if whole.isdecimal() and len(whole) >= LEAST_END:
        return mark + piece, mark + END + whole[::-1]
    return (mark + piece,)


def _runs(text: str) -> Iterator[str]:
    """The unbroken stretches of letters, digits and characters."""
    for is_word, part in groupby(text, key=str.isalnum):
        if is_word:
            yield "".join(part)


@lru_cache(maxsize=1024)
def _pieces(run: str, initials: Initials) -> tuple[str, ...]:
    """The pieces of a run; kept, because an order's filings share most of their texts."""
    found: list[str] = []
    for is_ascii, part in groupby(run, key=str.isascii):
        if not is_ascii:
            text = "".join(part)
            found += [text[at : at + CHARACTERS] for at in range(len(text))]
    letters = [initials.of(character) for character in run]
    if all(len(those) == 1 for those in letters):
        spelt = "".join(letters)
        found += [spelt[at : at + LETTERS] for at in range(len(spelt))]
    else:
        for at in range(len(run)):
            found += _spellings(letters[at : at + LETTERS])
    return tuple(found)


def _spellings(letters: Sequence[str]) -> Iterator[str]:
    """The ways to spell a piece; past ``VARIANTS`` a character counts by its first letter."""
    ways, kept = 1, []
    for those in letters:
        some = those if ways * len(those) <= VARIANTS else those[0]
        ways *= len(some)
        kept.append(some)
    return map("".join, product(*kept))
