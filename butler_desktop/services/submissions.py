"""Submissions: what went to the authority, by which version, and the same files made again.

A submission is a packet version that was confirmed: its content names every
paper by its hash. So the files that went out can be brought together again at
any time, to the byte, whatever the filing has become since.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from butler_desktop.documents.archive import packed
from butler_desktop.domain.local_time import iso_local
from butler_desktop.domain.packet import PacketContent, PacketMaterial
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.scan import SUFFIXES
from butler_desktop.domain.slot_names import SlotNames, slot_of
from butler_desktop.errors import NotFound
from butler_desktop.services.packets import note_taken
from butler_desktop.storage import journal
from butler_desktop.storage.journal import Entry
from butler_desktop.storage.whole_file import write_whole
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.words import Words

RECORD, PACKET = "00_提交记录.json", "00_备案信息确认书.pdf"


@dataclass(frozen=True, slots=True)
class Submission:
    """One round: which version went out, when (UTC) and by whom. ``digest`` is the packet's."""

    version: int
    digest: str
    at: datetime
    by: str


def submissions(work: Work, filing_id: str) -> tuple[Submission, ...]:
    """All rounds of a filing, the first one first; the journal keeps them all."""
    dossier = work.dossier_of(filing_id)
    entries = journal.entries(work.connection, dossier.order.id)
    return rounds(entries, filing_id, dossier.packets_of(filing_id))


def rounds(
    entries: Iterable[Entry], filing_id: str, packets: Iterable[PacketVersion]
) -> tuple[Submission, ...]:
    """The rounds that an order's journal tells of a filing."""
    digests = {it.version: it.digest for it in packets}
    found: list[Submission] = []
    for entry in entries:
        for change in entry.changes:
            _, at = change.fields.get("submitted_at", (None, None))
            if change.id == filing_id and isinstance(at, str):
                _, version = change.fields.get("submitted_version", (None, None))
                number = version if isinstance(version, int) else found[-1].version
                told = datetime.fromisoformat(at)
                found.append(Submission(number, digests.get(number, ""), told, entry.actor))
    return tuple(found)


def export_submission(workspace: Workspace, filing_id: str, at: datetime, target: Path) -> Path:
    """Writes the files of the round that went out ``at`` as a zip, whole or not at all.

    The files bear the numbers of the filing system's slots. Made again, on this
    desk or another, it is the same to the byte. A line of the journal tells of
    it. Raises NotFound, StoreUnavailable.
    """
    with workspace.reading() as work:
        round_ = next((it for it in submissions(work, filing_id) if it.at == at), None)
        packets = work.dossier_of(filing_id).packets_of(filing_id)
        packet = next((it for it in packets if round_ and it.version == round_.version), None)
        if round_ is None or packet is None:
            raise NotFound(
                Words("没有这次提交的记录。", "No such submission is on record."),
                Words("提交管局后再导出。", "Export it once it was submitted."),
            )
        data = packed(_files(work, packet, round_), round_.at)

    def note() -> None:
        with workspace.editing() as work:
            note_taken(work, filing_id, packet.id, "submission.export")

    write_whole(target, data, note)
    return target


def _files(work: Work, packet: PacketVersion, round_: Submission) -> Iterator[tuple[str, bytes]]:
    content = PacketContent.from_document(packet.content)
    papers = list(_named(content, work.rulebook))
    record = {
        "filing": content.filing,
        "version": packet.version,
        "digest": packet.digest,
        "packet_sha256": packet.pdf_sha256,
        "submitted_at": iso_local(round_.at),
        "submitted_by": round_.by,
        "materials": [
            {"file": name, "material": it.kind, "title": it.title, "sha256": it.sha256}
            for name, it in papers
        ],
    }
    text = json.dumps(record, ensure_ascii=False, indent=2, sort_keys=True)
    yield RECORD, text.encode("utf-8")
    yield PACKET, work.blobs.read(packet.pdf_sha256)
    for name, it in papers:
        yield name, work.blobs.read(it.sha256)


def _named(content: PacketContent, rulebook: Rulebook) -> Iterator[tuple[str, PacketMaterial]]:
    """The attached papers under names of their slots: ``03_2_主体负责人证件 人像面.jpg``."""
    kinds = rulebook.materials
    names = SlotNames(kinds)
    papers = [it for it in content.materials if it.sha256]
    for paper in sorted(papers, key=lambda it: (slot_of(it.kind, kinds), it.kind, it.sha256)):
        suffix = SUFFIXES.get(paper.media_type, ("",))[0]
        yield names.next(paper.kind, paper.title) + suffix, paper
