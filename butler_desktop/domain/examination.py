"""Examination: what a check looks at and what it answers with.

A check is a plain function ``(Examined) -> Iterable[Hit]``; its sentence and
severity are a row of ``checks.toml``.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from butler_desktop.domain.case import FORM_ALONE, Case
from butler_desktop.domain.form import shown_fields
from butler_desktop.domain.form_field import Field
from butler_desktop.domain.form_sections import SERVICE_PIC, SUBJECT_PIC
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.person import Person
from butler_desktop.domain.province_rules import ProvinceRule, Ruling
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.validators import iso_date
from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class Examined:
    """A form under examination. ``today`` is the day in Shanghai."""

    form: Particulars
    rulebook: Rulebook
    today: date
    case: Case = FORM_ALONE
    ruling: Ruling = field(init=False)
    """What its province rules for it."""
    shown: tuple[Field, ...] = field(init=False)
    """The fields that the form shows, in their order."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "ruling", self.rulebook.province_rules.ruling(self.form))
        object.__setattr__(self, "shown", tuple(shown_fields(self.form)))

    def persons(self) -> tuple[tuple[str, Words, Person], ...]:
        """Both persons in charge: the path of the part, what it is called, the person."""
        return (
            (SUBJECT_PIC.id, SUBJECT_PIC.title(self.form), self.form.subject_pic),
            (SERVICE_PIC.id, SERVICE_PIC.title(self.form), self.form.service_pic),
        )

    def days_over(self, valid_to: str | None) -> int:
        """How many days ago ``valid_to`` was; 0 while it holds or cannot be read."""
        last = iso_date.parsed(valid_to)
        return max((self.today - last).days, 0) if last else 0


@dataclass(frozen=True, slots=True)
class Fix:
    """A value that would mend a field, offered and never written by itself."""

    path: str
    value: Leaf
    words: Words
    """What the button says: 改为“…”."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: the rule, the place it is about, what fills the sentence's slots.

    ``path`` is a path of the form, ``material:kind`` or ``fact:key``. ``by`` is
    the province's rule that decides how much it weighs.
    """

    rule: str
    path: str
    slots: Mapping[str, object] = field(default_factory=dict, hash=False)
    by: ProvinceRule | None = None
    fix: Fix | None = None
    asks: Words | None = None
    """The question that nobody has answered yet, or not lately; it warns at most."""
    severity: str = ""
    """What it weighs here, where that is not the rule's own."""


Check: TypeAlias = Callable[[Examined], Iterable[Hit]]
