"""Line breaks: where a line of Chinese may end.

No line begins with a closing mark or ends with an opening one; numbers, Latin
words, dashes and ellipses stay whole. Sources: GB/T 15834-2011, 5.1; W3C,
Requirements for Chinese Text Layout, 3.1 (breaks, and marks that follow marks).
"""

from collections.abc import Sequence

NO_START = frozenset("，。、；：？！,.;:?!”’）》〉】〕」』］｝)]}…—–·％%‰℃°ー々～〜")
NO_END = frozenset("“‘（《〈【〔「『［｛([{￥¥$＃#")
SEAMS = frozenset("@./:-_?&=,;+")
"""After these an address or a key is divided where it must be."""
LEAST_STUMP = 0.5
"""Of a line that a seam must leave filled."""

PAIRED = frozenset("…—")
"""Marks of two characters that are one."""

CLOSING = frozenset("，。、；：”’）》〉】〕」』］｝")
OPENING = frozenset("“‘（《〈【〔「『［｛")
"""Full-width marks that fill half of their square: the closing ones the left half."""

FIRST_CHINESE = "\u2e80"
CHINESE_BELOW = frozenset("“”‘’…—· ")
"""What breaks as Chinese does although its code is of the Latin part."""


def is_squeezed(before: str, after: str) -> bool:
    """Whether the blank half of a closing mark gives way to the mark that follows it."""
    return before in CLOSING and (after in CLOSING or after in OPENING)


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between two characters that follow each other."""
    if after in NO_START or before in NO_END:
        return False
    if before == after and before in PAIRED:
        return False
    return not (_is_latin(before) and _is_latin(after))


def break_before(characters: Sequence[str], start: int, place: int) -> int:
    """Where the line that began at ``start`` ends, if ``place`` is the first that does not fit.

    The last place where it may end. Where there is none, as in an address that
    is longer than a line: behind its last seam, or at ``place`` itself.
    """
    end = place
    while end > start and not may_break(characters[end - 1], characters[end]):
        end -= 1
    if end > start:
        return end
    least = start + int((place - start) * LEAST_STUMP)
    seams = (at for at in range(place, least, -1) if characters[at - 1] in SEAMS)
    return next(seams, place)


def _is_latin(character: str) -> bool:
    return character < FIRST_CHINESE and character not in CHINESE_BELOW
