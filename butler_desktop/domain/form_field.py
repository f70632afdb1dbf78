"""Field: one line of the filing form, as data: what it is called, when it is asked."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self, TypeAlias

from butler_desktop.domain.code_tables import CodeRow
from butler_desktop.domain.form_conditions import Condition, always, never
from butler_desktop.domain.form_sections import Section, Variants, varied
from butler_desktop.domain.particulars import Particulars
from butler_desktop.words import Words

Narrowing: TypeAlias = Callable[[Particulars, CodeRow], bool]
"""Which rows of its table a choice offers, given the rest of the form."""


class FieldKind(StrEnum):
    """How a field is entered."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    CHOICES = "choices"
    TEXTS = "texts"
    DATE = "date"
    BOOLEAN = "boolean"


class Entry(StrEnum):
    """What sort of text a field takes, which decides how typing is tidied."""

    PROSE = "prose"
    CODE = "code"
    PHONE = "phone"
    EMAIL = "email"
    DOMAIN = "domain"
    NETWORK = "network"
    """A network address or range."""
    FILING_NUMBER = "filing_number"
    FINGERPRINT = "fingerprint"


@dataclass(frozen=True, slots=True)
class Field:
    """One field. A path with ``*`` stands for one field per record of the list before it."""

    path: str
    words: Words
    kind: FieldKind
    section: Section
    table: str = ""
    mandatory: Condition = never
    shown: Condition = always
    personal: bool = False
    """Whether the value is masked wherever it need not be read."""
    max_length: int = 0
    entry: Entry = Entry.PROSE
    narrowing: Narrowing | None = None
    key: str = ""
    """Of a record's detail: which record."""
    key_table: str = ""
    """The code table that names ``key``; empty where the key is free text."""
    variants: Variants = ()

    def name(self, particulars: Particulars) -> Words:
        """What the field is called on this form, without its record's name."""
        return varied(self.words, self.variants, particulars)

    def required(self, condition: Condition = always) -> Self:
        """This field, mandatory where ``condition`` holds."""
        return replace(self, mandatory=condition)

    def shown_when(self, condition: Condition) -> Self:
        """This field, asked only where ``condition`` holds."""
        return replace(self, shown=condition)

    def required_when(self, condition: Condition) -> Self:
        """This field, asked where ``condition`` holds, and mandatory there."""
        return replace(self, mandatory=condition, shown=condition)

    def masked(self) -> Self:
        """This field, holding a personal value."""
        return replace(self, personal=True)

    def offering(self, narrowing: Narrowing) -> Self:
        """This choice, offering only the rows that ``narrowing`` lets through."""
        return replace(self, narrowing=narrowing)

    def of_each(self, key_table: str) -> Self:
        """This detail of records whose keys ``key_table`` names."""
        return replace(self, key_table=key_table)

    def named_when(self, condition: Condition, zh: str, en: str) -> Self:
        """This field, called otherwise where ``condition`` holds."""
        return replace(self, variants=(*self.variants, (condition, Words(zh, en))))
