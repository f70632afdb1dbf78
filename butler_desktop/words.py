"""Words: one phrase in both languages of the program, Chinese first.

The domain speaks to people (a state's name, a refusal, a finding) without
knowing which language they chose; it hands over both.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Words:
    """A phrase in Chinese and English."""

    zh: str
    en: str

    def said(self, language: str) -> str:
        """The phrase in ``language`` (``zh_CN`` or ``en``)."""
        return self.en if language.startswith("en") else self.zh

    def filled(self, **values: Any) -> "Words":
        """The phrase with ``{name}`` slots filled; a Words value fills each in its language."""
        return Words(
            self.zh.format(**{k: v.zh if isinstance(v, Words) else v for k, v in values.items()}),
            self.en.format(**{k: v.en if isinstance(v, Words) else v for k, v in values.items()}),
        )

    def __add__(self, other: "Words") -> "Words":
        return Words(self.zh + other.zh, self.en + other.en)

    def __str__(self) -> str:
        return self.zh


def joined(phrases: "list[Words] | tuple[Words, ...]") -> Words:
    """Several phrases as one list: Chinese with ``、``, English with commas."""
    return Words("、".join(p.zh for p in phrases), ", ".join(p.en for p in phrases))
