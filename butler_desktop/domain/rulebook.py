"""The rulebook: what the program knows of rules, codes, papers and calendars, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from butler_desktop.domain.code_tables import CodeTables
from butler_desktop.domain.fact_question import FactQuestion
from butler_desktop.domain.letter import LetterTemplates
from butler_desktop.domain.material_kind import MaterialKinds
from butler_desktop.domain.price_table import PriceTable
from butler_desktop.domain.province import Provinces
from butler_desktop.domain.province_rules import ProvinceRules
from butler_desktop.domain.reading import Readings
from butler_desktop.domain.refund_policy import RefundPolicy
from butler_desktop.domain.rule_words import RuleWords
from butler_desktop.domain.validators.ip_range import Span
from butler_desktop.domain.word_lists import WordLists
from butler_desktop.domain.workdays import WorkingCalendar
from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class CheckRule:
    """What a check says when it finds something. ``source`` holds keys of the source list."""

    id: str
    severity: str
    """``error``, ``warning``, ``info``, or ``province``: as sure as the province's rule is."""
    words: Words
    source: str
    confidence: str
    as_of: date = date.min
    """The day to which it was looked up."""
    is_firm: bool = False
    """Whether nobody can let it pass."""
    needs_second: bool = False
    """Whether a second person must agree to let it pass."""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules in force. ``effective_from`` is the day from which they are applied."""

    version: str
    effective_from: date
    tables: CodeTables
    provinces: Provinces
    province_rules: ProvinceRules
    word_lists: WordLists
    materials: MaterialKinds
    checks: Mapping[str, CheckRule] = field(hash=False)
    calendar: WorkingCalendar
    questions: tuple[FactQuestion, ...] = ()
    """What no program can look up."""
    rule_words: RuleWords = field(default_factory=RuleWords)
    sources: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Where the facts come from, by the keys that the rules name."""
    mobile_ranges: frozenset[str] = frozenset()
    """The 3-digit prefixes that the ministry's SMS is known to reach."""
    provider_ranges: tuple[Span, ...] = ()
    """The access provider's addresses; none where nobody has entered them."""
    prices: PriceTable = field(default_factory=lambda: PriceTable(()))
    refunds: RefundPolicy = field(default_factory=lambda: RefundPolicy("", {}))
    readings: Readings = field(default_factory=Readings)
    letters: LetterTemplates = field(default_factory=LetterTemplates, compare=False)
    face_verification_hours: int = 72
    signed_by: str = ""
    """The fingerprint of the key that signed it; empty for the one that came with the program."""

    @property
    def rank(self) -> tuple[date, str]:
        """What makes it newer than another: its day, then its version."""
        return self.effective_from, self.version
