"""Packet content: everything that a confirmation packet shows, as one frozen value.

The canonical bytes (RFC 8785) of its document give the digest that each page
carries; the paper is a function of this value and of the attached pictures
alone. Texts are as printed, in Chinese; times are UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from butler_desktop.domain.canonical import canonical_bytes, canonical_digest
from butler_desktop.domain.records import from_record, to_record

FORMAT = 2
"""The version of the document. 1 was never released."""
FACE = "face_verification"
"""The row that tells of the face verification: it is no field of the form."""


@dataclass(frozen=True, slots=True)
class PacketRow:
    """One field of the form. ``is_wide``: its value wants a line of its own."""

    path: str
    label: str
    value: str
    changed: bool = False
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class PacketSection:
    """The fields under one heading."""

    title: str
    rows: tuple[PacketRow, ...]


@dataclass(frozen=True, slots=True)
class PacketMaterial:
    """One paper. ``pending`` says what is awaited where no file is attached (no hash)."""

    kind: str
    title: str
    form: str
    pages: int
    valid_until: str
    sha256: str = ""
    media_type: str = ""
    pixel_width: int = 0
    pixel_height: int = 0
    pending: str = ""


@dataclass(frozen=True, slots=True)
class AppliedRule:
    """A rule that was checked, with the outcome."""

    title: str
    verdict: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Commitment:
    """The letter that the sponsor signs (备案承诺书); ``seal`` is what is set beside it."""

    addressee: str
    opening: str
    articles: tuple[str, ...]
    signer: str
    seal: str


@dataclass(frozen=True, slots=True)
class PacketChange:
    """One value that differs from the version before."""

    label: str
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True)
class PacketPast:
    """One earlier version and what became of it."""

    version: int
    made_at: datetime
    digest: str
    fate: str


@dataclass(frozen=True, slots=True)
class PacketDelta:
    """The confirmed version that a delta builds on, and what of the paper changed since.

    ``kept`` counts the fields and papers that stay confirmed by it; ``papers``
    are the kinds whose files differ. ``confirmed_at`` is UTC.
    """

    version: int
    digest: str
    confirmed_at: datetime
    kept: int
    papers: tuple[str, ...]
    has_commitment: bool
    """Whether the letter reads otherwise, so that it must be signed again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketContent:
    """One version of a filing's confirmation packet.

    ``place`` says which of the order's sites it is about, ``replaces`` which
    version it stands in for.
    """

    format: int = FORMAT
    filing: str
    order: str
    place: str
    sponsor: str
    service_kind: str
    service_name: str
    roles: tuple[str, ...]
    domains: tuple[str, ...]
    filing_kind: str
    province: str
    authority: str
    butler: str
    butler_phone: str = ""
    version: int
    replaces: int | None
    made_at: datetime
    deadline: datetime
    deadline_outcome: str
    agreement: str
    fee: str
    subject_sections: tuple[PacketSection, ...]
    service_sections: tuple[PacketSection, ...]
    materials: tuple[PacketMaterial, ...]
    rules: tuple[AppliedRule, ...]
    commitment: Commitment
    changes: tuple[PacketChange, ...] = ()
    past: tuple[PacketPast, ...] = ()
    delta: PacketDelta | None = None
    """Where only what changed since a confirmed version is on the paper."""

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the canonical bytes."""
        return canonical_digest(self.to_document())

    def canonical_bytes(self) -> bytes:
        """The document in the one spelling of RFC 8785."""
        return canonical_bytes(self.to_document())

    def to_document(self) -> dict[str, Any]:
        """The content as a JSON object; that of a whole packet says nothing of deltas."""
        record = to_record(self)
        if self.delta is None:
            del record["delta"]
        return record

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "PacketContent":
        """The content kept in a JSON object."""
        return from_record(cls, document)

    @property
    def sections(self) -> tuple[PacketSection, ...]:
        """The whole form, in the order of the paper."""
        return self.subject_sections + self.service_sections

    def values(self) -> dict[str, PacketRow]:
        """The form's fields by path."""
        return {row.path: row for section in self.sections for row in section.rows}


def short_digest(digest: str) -> str:
    """The first 16 hex digits as people compare them: ``7F3A 91C2 E04B 5D18``."""
    head = digest[:16].upper()
    return " ".join(head[start : start + 4] for start in range(0, len(head), 4))
