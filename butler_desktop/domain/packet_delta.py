"""Delta packets: only what changed since the customer confirmed; the rest stays confirmed.

A delta's content is whole, so that its digest covers every field; its paper
shows only what differs from the version that was confirmed, and names that
version with its digest. Source: architecture 8 (bound to what was shown).
"""

from dataclasses import dataclass, replace

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.packet import (
    FACE,
    PacketContent,
    PacketDelta,
    PacketMaterial,
    PacketSection,
)
from butler_desktop.domain.packet_history import NOT_ATTACHED, differences, file_code, row_names
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.standing import FORM, MATERIAL


@dataclass(frozen=True, slots=True)
class ConfirmedValue:
    """A field or paper as the customer confirmed it, and by which version."""

    place: str
    label: str
    value: str
    version: int


def confirmed_base(dossier: Dossier, filing_id: str) -> PacketVersion | None:
    """The last version that counts as confirmed, though the filing may have changed since."""
    confirmed = [it for it in dossier.packets_of(filing_id) if it.confirmed_at is not None]
    return confirmed[-1] if confirmed else None


def delta_from(content: PacketContent, base: PacketVersion) -> PacketDelta:
    """How ``content`` stands to the confirmed version ``base``."""
    if base.confirmed_at is None:
        raise AssertionError("a delta builds on what was confirmed")
    before = PacketContent.from_document(base.content)
    old, new = before.values(), content.values()
    kept = [path for path, row in new.items() if path in old and old[path].value == row.value]
    kinds = dict.fromkeys(it.kind for it in (*before.materials, *content.materials))
    papers = tuple(kind for kind in kinds if _files(before, kind) != _files(content, kind))
    return PacketDelta(
        base.version,
        base.digest,
        base.confirmed_at,
        len(kept) + len(kinds) - len(papers),
        papers,
        has_commitment=before.commitment != content.commitment,
    )


def shown_sections(
    content: PacketContent, sections: tuple[PacketSection, ...]
) -> tuple[PacketSection, ...]:
    """The sections as the paper shows them: of a delta the changed fields alone."""
    if content.delta is None:
        return sections
    parts = (
        PacketSection(section.title, tuple(row for row in section.rows if row.changed))
        for section in sections
    )
    return tuple(part for part in parts if part.rows)


def shown_materials(content: PacketContent) -> tuple[PacketMaterial, ...]:
    """The papers as the paper lists them: of a delta the changed ones alone."""
    if content.delta is None:
        return content.materials
    return tuple(it for it in content.materials if it.kind in content.delta.papers)


def differing_labels(content: PacketContent, before: PacketContent) -> tuple[str, ...]:
    """The fields and papers that ``content`` shows otherwise, as the paper calls them."""
    found = differences(_to_confirm(before), _to_confirm(content))
    return tuple(dict.fromkeys(change.label for change in found))


def confirmed_values(versions: tuple[PacketVersion, ...], version: int) -> list[ConfirmedValue]:
    """What the customer confirmed with a version, each with the version that showed it last.

    What a delta leaves out stays confirmed by the version that it builds on.
    """
    found = {it.version: it for it in versions}
    content = PacketContent.from_document(found[version].content)
    values = current_values(content)
    delta = content.delta
    if delta is not None and delta.version in found:
        for before in confirmed_values(versions, delta.version):
            now = values.get(before.place)
            if now is not None and now.value == before.value:
                values[before.place] = before
    return list(values.values())


def current_values(content: PacketContent) -> dict[str, ConfirmedValue]:
    """What a content shows, by place."""
    shown = _to_confirm(content)
    names = row_names(shown)
    rows = ((FORM + path, names[path], row.value) for path, row in shown.values().items())
    papers = (
        (MATERIAL + it.kind, it.title, _files_words(content, it.kind)) for it in content.materials
    )
    return {
        place: ConfirmedValue(place, label, value, content.version)
        for place, label, value in (*rows, *papers)
    }


def _to_confirm(content: PacketContent) -> PacketContent:
    """The content without what is told on it but is not the customer's to confirm."""
    sections = (
        replace(section, rows=tuple(row for row in section.rows if row.path != FACE))
        for section in content.service_sections
    )
    return replace(content, service_sections=tuple(sections))


def _files(content: PacketContent, kind: str) -> list[str]:
    return sorted(it.sha256 for it in content.materials if it.kind == kind)


def _files_words(content: PacketContent, kind: str) -> str:
    codes = (file_code(sha256) for sha256 in _files(content, kind) if sha256)
    return "、".join(codes) or NOT_ATTACHED
