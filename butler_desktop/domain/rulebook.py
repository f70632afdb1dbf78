"""The rulebook: what the program knows of rules, codes, papers and calendars, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from butler_desktop.domain.code_tables import CodeTables
from butler_desktop.domain.material_kind import MaterialKinds
from butler_desktop.domain.price_table import PriceTable
from butler_desktop.domain.province import Provinces
from butler_desktop.domain.reading import Readings
from butler_desktop.domain.refund_policy import RefundPolicy
from butler_desktop.domain.workdays import WorkingCalendar
from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class CheckRule:
    """What a check says when it finds something. ``source`` holds keys of the source list."""

    id: str
    severity: str
    """``error``, ``warning`` or ``info``."""
    words: Words
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The shipped rules. ``effective_from`` is the day from which they are applied."""

    version: str
    effective_from: date
    tables: CodeTables
    provinces: Provinces
    materials: MaterialKinds
    checks: Mapping[str, CheckRule] = field(hash=False)
    calendar: WorkingCalendar
    mobile_ranges: frozenset[str] = frozenset()
    """The 3-digit prefixes that the ministry's SMS is known to reach."""
    prices: PriceTable = field(default_factory=lambda: PriceTable(()))
    refunds: RefundPolicy = field(default_factory=lambda: RefundPolicy("", {}))
    readings: Readings = field(default_factory=Readings)
    face_verification_hours: int = 72
