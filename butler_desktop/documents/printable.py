"""Printable text: a value without what has no shape, odd spaces made plain."""

import unicodedata
from functools import lru_cache

UNSEEN = frozenset(("Cf", "Cc"))
"""Categories of characters that show nothing: joiners, marks of direction, controls."""

VARIATION_SELECTORS = (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """``text`` without what has no shape; tabs and odd spaces as plain ones."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in "\n\u3000":
        return character
    if character in "\t\r\x0b\x0c\x85\u2028\u2029":
        return " " if character == "\t" else "\n"
    if ord(character) in VARIATION_SELECTORS:
        return ""
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    return "" if category in UNSEEN else character
