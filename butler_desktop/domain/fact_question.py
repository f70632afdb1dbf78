"""Fact questions: what no program can look up, asked of the butler, as data.

The rulebook's ``facts.toml`` has one row each. What was seen is a noted fact
(``noted_fact``); ``check_noted`` turns unanswered and unsound ones into findings.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from butler_desktop.domain.noted_fact import STALE_DAYS
from butler_desktop.domain.validators import iso_date
from butler_desktop.words import Words

NOTHING = Words("", "")
SOUND = "sound"
"""Stands for whatever answer is sound, where many questions are answered at once."""


@dataclass(frozen=True, slots=True)
class FactAnswer:
    """One answer that can be given."""

    id: str
    words: Words
    is_sound: bool
    severity: str = ""
    """What the finding weighs then, where that is less than the rule's own."""
    unless_paper: str = ""
    """A kind of paper that makes it sound."""
    rule: str = ""
    """Which rule speaks then, where that is not the question's."""


@dataclass(frozen=True, slots=True)
class FactQuestion:
    """One question, whom it is asked of, and which rule speaks where the answer is not sound."""

    id: str
    rule: str
    words: Words
    look: Words
    """Where one looks."""
    field: str = ""
    """The field that it is about: asked once that is filled."""
    when: str = "always"
    """A condition of ``material_conditions``."""
    ruled: str = ""
    """A key of the province that must hold."""
    ruled_as: tuple[Any, ...] = ()
    """The values with which it holds; without any, whatever is not no."""
    unless_ruled: str = ""
    """A key of the province under which it is not asked."""
    by: str = ""
    """A key that decides how much it weighs, where that need not hold."""
    about: str = ""
    """The papers of which each is asked: ``pictures``, ``signed``; ``papers``: all at once."""
    only: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    """Kinds of paper that alone are, or are not, meant."""
    answers: tuple[FactAnswer, ...] = ()
    """None where a day is asked."""
    is_as_ruled: bool = False
    """Whether the sound answer is the value of the province's rule."""
    months: int = 0
    """So old the day may be."""
    stale_days: int = STALE_DAYS
    """So many days an answer counts; 0: as long as what it is about stays the same."""
    fields: Words = NOTHING
    """What the sentence of the rule names."""

    @property
    def asks_day(self) -> bool:
        """Whether the answer is a day."""
        return not self.answers

    def takes(self, text: str) -> bool:
        """Whether ``text`` is an answer to it."""
        if self.asks_day:
            return iso_date.parsed(text) is not None
        return self.answer(text) is not None

    def answer(self, id_: str) -> FactAnswer | None:
        """The answer with this id."""
        return next((it for it in self.answers if it.id == id_), None)

    def sound_answer(self, ruled: Any) -> str:
        """The id of the answer that is sound; empty where a day is asked."""
        return next((it.id for it in self.answers if self._is_sound(it, ruled)), "")

    def is_sound(self, text: str, ruled: Any, today: date) -> bool:
        """Whether nothing is wrong with the answer. ``ruled`` is what the province's rule says."""
        if not self.asks_day:
            chosen = self.answer(text)
            return chosen is not None and self._is_sound(chosen, ruled)
        day = iso_date.parsed(text)
        return day is not None and day <= today <= iso_date.months_after(day, self.months)

    def _is_sound(self, answer: FactAnswer, ruled: Any) -> bool:
        return answer.id == ruled if self.is_as_ruled else answer.is_sound


def place_of_question(fact: str, about: str = "") -> str:
    """Where a question stands: ``fact:key``, of one kind of paper ``fact:key:kind``."""
    return f"fact:{fact}:{about}" if about else f"fact:{fact}"


def question_at(place: str) -> tuple[str, str]:
    """The question and the kind of paper that a place names, with or without ``fact:``."""
    fact, _, about = place.removeprefix("fact:").partition(":")
    return fact, about
