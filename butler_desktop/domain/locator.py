"""The locator: what the butler typed to find something, and where it stands in a text.

Whatever is typed is one of four things: characters, pinyin initials, a number
or the end of one, a domain. Nobody says which; each is tried.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum, auto

from butler_desktop.domain.initials import Initials

LEAST_END = 4
"""Digits of a telephone number's end that one has to type: fewer would say nothing."""

COMMANDS_ONLY, NUMBERS_ONLY = ">", "#"

_WIDE = {ord(wide): ord(wide) - 0xFEE0 for wide in map(chr, range(0xFF01, 0xFF5F))}
_WIDE[0x3000] = 0x20
_MOBILE = re.compile("1[0-9]{10}", re.ASCII)


class Scope(Enum):
    """What is looked through."""

    ALL = auto()
    COMMANDS = auto()
    NUMBERS = auto()


class FactKind(StrEnum):
    """What a fact of a record is."""

    NAME = "name"
    DOMAIN = "domain"
    NUMBER = "number"
    PERSON = "person"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Fact:
    """One text by which a record can be found; ``key`` is where it stands (``sponsor_name``)."""

    key: str
    kind: FactKind
    text: str


Span = tuple[int, int]
"""Where a match begins and ends in a text."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: every word must be found."""

    words: tuple[str, ...] = ()
    scope: Scope = Scope.ALL

    @property
    def is_initials(self) -> bool:
        """Whether it can only be initials or a foreign word: a few letters."""
        return len(self.words) == 1 and self.words[0].isascii() and self.words[0].isalpha()


def folded(text: str) -> str:
    """``text`` for comparing: small, narrow, and as long as it was."""
    if text.isascii():
        return text.lower()
    low = text.translate(_WIDE).lower()
    if len(low) == len(text):
        return low
    return "".join(low if len(low := c.lower()) == 1 else c for c in text.translate(_WIDE))


def read_query(text: str, composing: str = "") -> Query:
    """What was typed, with what an input method still holds.

    An input method shows the syllables that it has understood apart
    (``tian'yi'yun``): they count by their initials, as if they were typed so.
    """
    whole = folded(text).strip() + _composed(folded(composing))
    scope = Scope.ALL
    if whole[:1] == COMMANDS_ONLY:
        scope, whole = Scope.COMMANDS, whole[1:]
    elif whole[:1] == NUMBERS_ONLY:
        scope, whole = Scope.NUMBERS, whole[1:]
    joined = whole.replace(" ", "").replace("-", "")
    if _MOBILE.fullmatch(joined):
        return Query((joined,), scope)  # in groups: 138 0000 1234
    return Query(tuple(whole.split()), scope)


def _composed(held: str) -> str:
    syllables = held.replace("'", " ").replace("’", " ").split()
    return held.strip() if len(syllables) < 2 else "".join(part[0] for part in syllables)


class Rank(IntEnum):
    """How well a word fits: the better the smaller."""

    WHOLE = 0
    START = 1
    END = 2
    INSIDE = 3
    INITIALS_START = 4
    INITIALS = 5
    WITHIN = 6
    """In the midst of a foreign word or a number."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The part of a fact that was found."""

    fact: Fact
    span: Span


@dataclass(frozen=True, slots=True)
class Match:
    """That a record fits: how well, and which parts of it were found."""

    rank: int
    marks: tuple[Mark, ...]

    def spans(self, key: str) -> tuple[Span, ...]:
        """The marked parts of one fact, from left to right, apart from each other."""
        return united([mark.span for mark in self.marks if mark.fact.key == key])


def united(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def match(query: Query, facts: Sequence[Fact], initials: Initials) -> Match | None:
    """Whether every word of ``query`` stands in one of the facts; None where one does not."""
    looked = facts
    if query.scope is Scope.NUMBERS:
        looked = [f for f in facts if f.kind in (FactKind.NUMBER, FactKind.PHONE)]
    marks: list[Mark] = []
    worst = Rank.WHOLE
    for word in query.words:
        found = [
            (hit, fact) for fact in looked if (hit := find(word, fact.text, initials, fact.kind))
        ]
        if not found:
            return None
        best = min(hit[0] for hit, _ in found)
        worst = max(worst, best)
        told = [hit for hit in found if hit[0][0] is not Rank.WITHIN or best is Rank.WITHIN]
        marks += [Mark(fact, span) for (_, span), fact in told]
    return Match(worst, tuple(marks))


def find(
    word: str, text: str, initials: Initials, kind: FactKind = FactKind.NAME
) -> tuple[Rank, Span] | None:
    """Where ``word`` (folded) stands in ``text``, and how well it fits there."""
    if kind is FactKind.PHONE:
        return _phone_end(word, text)
    low = folded(text)
    at = low.find(word)
    if at >= 0:
        return _literal_rank(low, at, at + len(word)), (at, at + len(word))
    if kind in (FactKind.NUMBER, FactKind.DOMAIN) or not any("a" <= c <= "z" for c in word):
        return None
    return _by_initials(word, low, initials)


def _literal_rank(low: str, start: int, end: int) -> Rank:
    if start == 0:
        return Rank.WHOLE if end == len(low) else Rank.START
    if end == len(low):
        return Rank.END
    before = low[start - 1 : start + 1]
    return Rank.WITHIN if before.isascii() and before.isalnum() else Rank.INSIDE


def _by_initials(word: str, low: str, initials: Initials) -> tuple[Rank, Span] | None:
    first, many = word[0], len(word)
    for at in range(len(low) - many + 1):
        if not _fits(first, low[at], initials):
            continue
        if all(_fits(word[n], low[at + n], initials) for n in range(1, many)):
            return (Rank.INITIALS if at else Rank.INITIALS_START), (at, at + many)
    return None


def _fits(typed: str, character: str, initials: Initials) -> bool:
    return typed == character or ("a" <= typed <= "z" and typed in initials.of(character))


def _phone_end(word: str, number: str) -> tuple[Rank, Span] | None:
    if len(word) < LEAST_END or not word.isdecimal() or not number.endswith(word):
        return None
    return Rank.END, (len(number) - len(word), len(number))
