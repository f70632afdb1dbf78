"""Packet content: everything that a confirmation packet shows, as one frozen value.

Texts are as printed (Chinese, Shanghai's time). The canonical bytes (RFC 8785
of the document) give the digest that each page carries; the paper is a
function of this value and of the attached pictures alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from butler_desktop.domain.canonical import canonical_digest
from butler_desktop.domain.records import from_record, to_record


@dataclass(frozen=True, slots=True)
class PacketRow:
    """One field: its label, its value, whether this version changed it."""

    label: str
    value: str
    changed: bool = False
    path: str = ""


@dataclass(frozen=True, slots=True)
class PacketSection:
    """The fields under one heading."""

    id: str
    title: str
    rows: tuple[PacketRow, ...]


@dataclass(frozen=True, slots=True)
class PacketChange:
    """One value that differs from the version before."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class PacketMaterial:
    """One attached paper."""

    name: str
    file_name: str
    media_type: str
    pages: int
    size: str
    sha256: str


@dataclass(frozen=True, slots=True)
class PacketPast:
    """One earlier version and what became of it."""

    version: int
    made_at: str
    digest: str
    fate: str


@dataclass(frozen=True, slots=True)
class PacketContent:
    """One version of a filing's confirmation packet."""

    filing: str
    order: str
    place: int
    place_of: int
    sponsor: str
    service_kind: str
    service_name: str
    domain: str
    filing_kind: str
    province: str
    authority: str
    butler: str
    version: int
    replaces: int | None
    made_at: str
    made_on: str
    deadline: str
    fee: str
    is_person: bool
    sections: tuple[PacketSection, ...]
    changes: tuple[PacketChange, ...] = ()
    materials: tuple[PacketMaterial, ...] = ()
    past: tuple[PacketPast, ...] = ()
    format: int = 1

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the canonical bytes."""
        return canonical_digest(self.to_document())

    def to_document(self) -> dict[str, Any]:
        """The content as a JSON object."""
        return to_record(self)

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "PacketContent":
        """The content kept in a JSON object."""
        return from_record(cls, document)

    def section(self, section_id: str) -> PacketSection:
        """The fields under one heading; none where the form has no such heading."""
        for section in self.sections:
            if section.id == section_id:
                return section
        return PacketSection(section_id, "", ())


def short_digest(digest: str) -> str:
    """The first 16 hex digits in groups of four, as people compare them: ``7F3A 91C2 E04B 5D18``."""
    head = digest[:16].upper()
    return " ".join(head[i : i + 4] for i in range(0, 16, 4))
