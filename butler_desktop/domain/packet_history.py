"""The versions in a packet: what changed since the last one, and what became of each."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from butler_desktop.domain.local_time import local
from butler_desktop.domain.packet import (
    PacketChange,
    PacketContent,
    PacketMaterial,
    PacketPast,
    PacketRow,
    PacketSection,
)
from butler_desktop.domain.packet_form import NOTHING
from butler_desktop.domain.packet_version import PacketVersion

RETURNED, REOPENED, CORRECTED = "客户退回", "确认后更正", "更正"
NOT_ATTACHED = "无"
BASICS = "基本情况"
"""Ends the title of the sponsor's own section; a name of a field goes without it."""


def marked(
    sections: tuple[PacketSection, ...], before: PacketContent | None
) -> tuple[PacketSection, ...]:
    """The sections with each field marked that the version before showed otherwise."""
    if before is None:
        return sections
    known = before.values()
    return tuple(
        replace(section, rows=tuple(_marked(row, known) for row in section.rows))
        for section in sections
    )


def changes(
    content: PacketContent, before: PacketContent | None, last: PacketVersion | None
) -> tuple[PacketChange, ...]:
    """Each value and paper that differs from the version before, with the reason."""
    return () if before is None or last is None else differences(before, content, _reason(last))


def differences(
    before: PacketContent, content: PacketContent, reason: str = ""
) -> tuple[PacketChange, ...]:
    """Each value and paper that ``content`` shows otherwise than ``before``."""
    known, present = before.values(), content.values()
    names = row_names(before) | row_names(content)
    found = [
        PacketChange(
            names[path], known[path].value if path in known else NOTHING, row.value, reason
        )
        for path, row in present.items()
        if path not in known or known[path].value != row.value
    ]
    found += [
        PacketChange(names[path], row.value, NOTHING, reason)
        for path, row in known.items()
        if path not in present and row.value != NOTHING
    ]
    return (*found, *_paper_changes(before.materials, content.materials, reason))


def row_names(content: PacketContent) -> dict[str, str]:
    """What to call each field by path: with its section where another has the same label."""
    labels = Counter(row.label for section in content.sections for row in section.rows)
    return {
        row.path: row.label
        if labels[row.label] == 1
        else section.title.removesuffix(BASICS) + row.label
        for section in content.sections
        for row in section.rows
    }


def past(versions: tuple[PacketVersion, ...]) -> tuple[PacketPast, ...]:
    """The earlier versions, each with its fate."""
    return tuple(PacketPast(v.version, v.made_at, v.digest, _fate(v)) for v in versions)


def void_told(packet: PacketVersion, versions: tuple[PacketVersion, ...]) -> str:
    """Why a version is void, a reason a line: what changed, then which version replaced it."""
    newer = next((it.version for it in versions if it.version > packet.version), None)
    by = f"已由第 {newer} 版替代" if newer else ""
    return "\n".join(dict.fromkeys(it for it in (packet.void_words, by) if it))


def said_moment(at: datetime) -> str:
    """A time as registers say it: 2026-03-17 09:48, in Shanghai."""
    return f"{local(at):%Y-%m-%d %H:%M}"


def _marked(row: PacketRow, known: Mapping[str, PacketRow]) -> PacketRow:
    before = known.get(row.path)
    return replace(row, changed=before is None or before.value != row.value)


def _reason(last: PacketVersion) -> str:
    if last.returned_at is not None:
        return RETURNED
    return REOPENED if last.confirmed_at is not None else CORRECTED


def _paper_changes(
    old: tuple[PacketMaterial, ...], new: tuple[PacketMaterial, ...], reason: str
) -> list[PacketChange]:
    found = []
    for kind in dict.fromkeys(each.kind for each in (*new, *old)):
        before = [each for each in old if each.kind == kind]
        after = [each for each in new if each.kind == kind]
        codes = _codes(before), _codes(after)
        if codes[0] != codes[1]:
            title = (after or before)[0].title
            found.append(PacketChange(title, *codes, reason))
    return found


def _codes(papers: list[PacketMaterial]) -> str:
    return "、".join(sorted(file_code(each.sha256) for each in papers if each.sha256)) or (
        NOT_ATTACHED
    )


def file_code(sha256: str) -> str:
    """The first 8 hex digits of a file's hash: ``A31F 08C2``."""
    return f"{sha256[:4]} {sha256[4:8]}".upper()


def _fate(version: PacketVersion) -> str:
    if version.returned_at is not None:
        return f"{said_moment(version.returned_at)} 客户退回，已作废"
    if version.confirmed_at is not None:
        return f"{said_moment(version.confirmed_at)} 客户确认，其后内容有改动，已作废"
    if version.delivered_at is not None:
        return f"{said_moment(version.delivered_at)} 送达，未确认，已作废"
    return "未送达，已作废"
