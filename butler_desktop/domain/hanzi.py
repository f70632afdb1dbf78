"""Hanzi and the other characters of names, told apart as Unicode does.

Chinese characters are counted by script, so that a rare one outside the Basic
Multilingual Plane counts like any other. Radicals are signs about characters,
not characters, and are left out.
"""

import unicodedata

BLOCKS = (
    (0x3005, 0x3005),  # 々
    (0x3007, 0x3007),  # 〇
    (0x3400, 0x4DBF),  # extension A
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAD9),  # compatibility ideographs
    (0x20000, 0x2A6DF),  # extension B
    (0x2A700, 0x2EE5D),  # extensions C, D, E, F, I
    (0x2F800, 0x2FA1D),  # compatibility ideographs, supplement
    (0x30000, 0x33479),  # extensions G, H, J
)
"""Where the script has its characters; those beyond this Python's Unicode count too."""

MIDDLE_DOTS = "·•‧・･∙⋅"
"""What stands for the dot within a name; typing methods differ."""


def is_hanzi(character: str) -> bool:
    """Whether it is a Chinese character."""
    point = ord(character)
    return any(first <= point <= last for first, last in BLOCKS)


def is_latin(character: str) -> bool:
    """Whether it is a Latin letter, full-width ones among them."""
    return character.isalpha() and "LATIN" in unicodedata.name(character, "")


def is_arabic(character: str) -> bool:
    """Whether it is a letter of the Arabic script, as Uyghur and Kazakh are written."""
    return character.isalpha() and unicodedata.name(character, "").startswith("ARABIC ")


def is_letter(character: str) -> bool:
    """Whether it is a letter of any script, or a mark upon one."""
    return is_hanzi(character) or unicodedata.category(character)[0] in "LM"


def pairs(text: str) -> frozenset[str]:
    """Each two characters that stand side by side."""
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))
