"""What can be done to confirmation proofs: make one from the records, write it to a file."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from butler_desktop.documents.proof import render_proof
from butler_desktop.domain.confirmation_proof import (
    AUTOMATIC,
    DESK_CLOCK,
    TEAM_CLOCK,
    ConfirmationProof,
    ProofStep,
)
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.packet import PacketContent
from butler_desktop.domain.packet_history import file_code, said_moment
from butler_desktop.domain.packet_version import BY_DEADLINE, PacketVersion
from butler_desktop.domain.returned_page import ReturnedPage
from butler_desktop.domain.workflow_inputs import CHANNEL_WORDS
from butler_desktop.errors import Refused
from butler_desktop.services.history import AgreedDeadline, agreed_deadlines
from butler_desktop.services.packets import note_taken
from butler_desktop.storage import journal
from butler_desktop.storage.journal import Entry
from butler_desktop.storage.whole_file import write_whole
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.words import Words

HOW = {key: words.zh for key, words in CHANNEL_WORDS.items()}


def proof_of(work: Work, filing_id: str, version: int | None = None) -> ConfirmationProof:
    """The proof that a version counts as confirmed: that one, or the last that does.

    Raises Refused where none was.
    """
    dossier = work.dossier_of(filing_id)
    filing = dossier.filing(filing_id)
    packet, confirmed_at = _confirmed(dossier, filing_id, version)
    entries = journal.entries(work.connection, dossier.order.id)
    made = next(it for it in entries if _wrote(it, packet.id, "version"))
    last = [it for it in entries if _wrote(it, packet.id, "confirmed_at")][-1]
    since = entries[entries.index(made) : entries.index(last) + 1]
    deadlines = list(_deadlines(since, filing_id))
    content = PacketContent.from_document(packet.content)
    is_automatic = packet.confirmed_how == BY_DEADLINE
    is_team = work.is_on_shared or work.is_replica
    how = AUTOMATIC if is_automatic else _by_the_customer(packet)
    recorded_by = "系统" if is_automatic else last.actor
    back = [it for it in dossier.returned_pages_of(packet.id) if it.received_at <= last.at]
    steps = sorted((*_steps(packet), *_returned(back), *_agreed(deadlines)), key=lambda it: it.at)
    return ConfirmationProof(
        filing=filing.number,
        order=dossier.order.number,
        sponsor=content.sponsor,
        service_name=content.service_name,
        version=packet.version,
        pages=packet.page_count,
        packet_digest=packet.digest,
        file_sha256=packet.pdf_sha256,
        deadline=deadlines[-1][1].until if deadlines else None,
        steps=(*steps, ProofStep(confirmed_at, recorded_by, how + _evidence(packet))),
        confirmed_at=confirmed_at,
        how=how,
        recorded_by=recorded_by,
        clock=TEAM_CLOCK if is_team and is_automatic else DESK_CLOCK,
        entry=last.revision,
        entry_digest=last.digest,
    )


def export_proof(workspace: Workspace, filing_id: str, version: int, target: Path) -> Path:
    """Writes the proof of a version to ``target``, whole or not at all.

    A line of the journal tells of it. Raises Refused, StoreUnavailable, DocumentFailed.
    """
    with workspace.reading() as work:
        proof = proof_of(work, filing_id, version)
        packet, _ = _confirmed(work.dossier_of(filing_id), filing_id, version)
    rendered = render_proof(proof)

    def note() -> None:
        with workspace.editing() as work:
            note_taken(work, filing_id, packet.id, "proof.export")

    write_whole(target, rendered.pdf, note)
    return target


def _confirmed(
    dossier: Dossier, filing_id: str, version: int | None
) -> tuple[PacketVersion, datetime]:
    """A confirmed version, and since when it is. Raises Refused."""
    for packet in reversed(dossier.packets_of(filing_id)):
        if packet.confirmed_at is not None and version in (None, packet.version):
            return packet, packet.confirmed_at
    raise Refused(
        Words("没有已确认的版本。", "No version is confirmed."),
        Words("确认后再出凭证。", "The proof is made once one is."),
    )


def _steps(packet: PacketVersion) -> Iterator[ProofStep]:
    delta = PacketContent.from_document(packet.content).delta
    told = f"（增补：仅含第 {delta.version} 版确认后的改动，其余以该版为准）" if delta else ""
    yield ProofStep(packet.made_at, packet.made_by, f"生成确认书第 {packet.version} 版{told}")
    if packet.delivered_at is not None:
        how = HOW.get(packet.delivered_how, "")
        yield ProofStep(packet.delivered_at, packet.delivered_by, f"送达客户（{how}）")
    for each in packet.reminders:
        told = f"提醒客户截止时间 {said_moment(each.deadline)}（{HOW.get(each.how, '')}）"
        yield ProofStep(each.at, each.by, told)


def _by_the_customer(packet: PacketVersion) -> str:
    told = f"客户确认（{HOW.get(packet.confirmed_how, '')}）"
    return f"{told}，答复人 {packet.answered_by}" if packet.answered_by else told


def _evidence(packet: PacketVersion) -> str:
    return f"；凭证：{packet.evidence}" if packet.evidence else ""


def _returned(pages: Iterable[ReturnedPage]) -> Iterator[ProofStep]:
    """What came back before it counted as confirmed: later pages prove nothing of it."""
    for it in pages:
        what = "文件" if it.is_whole else f"第 {it.page} 页"
        told = f"收到回传{what}（{it.file_name}，校验码 {file_code(it.sha256)}）"
        yield ProofStep(it.received_at, it.received_by, told)


def _agreed(deadlines: Iterable[tuple[Entry, AgreedDeadline]]) -> Iterator[ProofStep]:
    reason = ""
    for entry, each in deadlines:
        reason = reason if each.reason is None else each.reason
        until = said_moment(each.until)
        told = f"约定截止时间 {until}"
        if each.before is not None:
            told = f"截止时间由 {said_moment(each.before)} 改为 {until}：{reason}"
        yield ProofStep(entry.at, entry.actor, told)


def _deadlines(entries: Iterable[Entry], filing_id: str) -> Iterator[tuple[Entry, AgreedDeadline]]:
    for entry in entries:
        own = (change for change in entry.changes if change.id == filing_id)
        for each in agreed_deadlines(own):
            yield entry, each


def _wrote(entry: Entry, id_: str, path: str) -> bool:
    return any(
        change.id == id_ and change.fields.get(path, (None, None))[1] for change in entry.changes
    )
