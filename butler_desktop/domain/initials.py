"""Pinyin initials: the letters by which a Chinese character can be typed without its tone.

A character with several readings has several (重: c and z); nobody who looks
for 重庆 needs to know which of them the program thinks of.
"""

from collections.abc import Iterable, Mapping
from typing import Self


class Initials:
    """Which letters stand for a character."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        self._letters = letters

    @classmethod
    def from_lines(cls, lines: Iterable[str]) -> Self:
        """The table as it is shipped: a line a letter, a tab, its characters."""
        letters: dict[str, str] = {}
        for line in lines:
            letter, _, characters = line.rstrip("\n").partition("\t")
            for character in characters:
                letters[character] = letters.get(character, "") + letter
        return cls(letters)

    def of(self, character: str) -> str:
        """The letters of a character; itself where it has none: a letter, a digit, a mark."""
        return self._letters.get(character, character)

    def of_all(self, text: str) -> list[str]:
        """The letters of each character of a text."""
        known = self._letters.get
        return [known(character, character) for character in text]

    def knows(self, character: str) -> bool:
        """Whether the character has a reading."""
        return character in self._letters
