"""What can be done to confirmation packets: make a version, read it back, export it, act with it.

Bringing the scans and rendering take long enough to be felt, so they happen
between two short Works, and so does keeping the file; the journal's
compare-and-set notices if the order changed meanwhile.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from butler_desktop.documents.packet import RenderedPacket, render_packet
from butler_desktop.domain.act_inputs import read_inputs
from butler_desktop.domain.advance import advance, refuse_lacks, row_for
from butler_desktop.domain.confirmation import confirmed_values_digest, packet_is_present
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.guards import lacks
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.packet import PacketContent
from butler_desktop.domain.packet_builder import build_content
from butler_desktop.domain.packet_delta import confirmed_base, differing_labels
from butler_desktop.domain.packet_history import void_told
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.role import refuse_to_write
from butler_desktop.domain.transition import Action
from butler_desktop.domain.workflow_inputs import DELTA
from butler_desktop.errors import NotFound, Refused
from butler_desktop.services.deadlines import default_deadline, with_default_deadline
from butler_desktop.services.filings import Seen, act, facts_of, refuse_locked, refuse_overtaken
from butler_desktop.storage.attachments import BlobStore
from butler_desktop.storage.whole_file import write_whole
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class MadePacket:
    """A packet version and its file."""

    packet: PacketVersion
    pdf: bytes


def make_packet(workspace: Workspace, filing_id: str, *, delta: bool = False) -> MadePacket:
    """The packet of the filing's present content: a new version, or the one that shows it.

    With ``delta`` only what changed since the customer confirmed last is on it. What the
    customer has, or has confirmed, is never replaced by the same content in the other scope.

    Raises Refused where the filing is locked or nothing changed, DocumentFailed where the paper
    cannot be made, Overtaken when the order changed while it was made.
    """
    refuse_to_write(workspace.role)
    with workspace.reading() as work:
        before = work.dossier_of(filing_id)
        filing = before.filing(filing_id)
        present = before.latest_packet(filing_id)
        if present is not None and packet_is_present(before, filing):
            is_held = filing.state is FilingState.AWAITING_CONFIRMATION or present.confirmed_at
            if is_held or ("delta" in present.content) == delta:
                return MadePacket(present, work.blobs.read(present.pdf_sha256))
        refuse_locked(filing)
        deadline = filing.confirmation_deadline or default_deadline(work)
        draft = _draft(work, before, filing, deadline, delta=delta)
    paper = _paper(workspace.blobs, draft)
    with workspace.editing() as work:
        packet = _kept(work, draft, paper)
        work.save(before, draft.onto(before, packet), "packet.make")
        return MadePacket(packet, paper.rendered.pdf)


def act_with_packet(
    workspace: Workspace,
    filing_id: str,
    action: Action,
    given: Mapping[str, str],
    seen: Seen = None,
) -> Filing:
    """One act of the state table; issuing the packet first makes it, as one act.

    Raises what ``filings.act`` and ``make_packet`` raise.
    """
    if action is not Action.ISSUE_PACKET:
        with workspace.editing() as work:
            return act(work, filing_id, action, given, seen)
    return issue_packet(workspace, filing_id, given, seen)


def issue_packet(
    workspace: Workspace,
    filing_id: str,
    given: Mapping[str, str],
    seen: Seen = None,
) -> Filing:
    """Ends the review: makes the packet's version and hands it to the customer's confirmation.

    Raises Refused, Overtaken, DocumentFailed; then nothing is written.
    """
    refuse_to_write(workspace.role)
    with workspace.reading() as work:
        before = work.dossier_of(filing_id)
        filing = before.filing(filing_id)
        refuse_overtaken(work, before, filing, seen, Action.ISSUE_PACKET)
        row = row_for(filing, Action.ISSUE_PACKET)
        inputs = read_inputs(row, with_default_deadline(work, given), work.now)
        refuse_lacks(row, lacks(row, facts_of(work, before, filing_id), with_inputs=False))
        delta = inputs.get("scope") == DELTA
        draft = _draft(work, before, filing, inputs["deadline"], delta=delta)
    paper = _paper(workspace.blobs, draft)
    with workspace.editing() as work:
        packet = _kept(work, draft, paper)
        facts = facts_of(work, draft.onto(before, packet), filing_id)
        after = advance(replace(facts, inputs=inputs), Action.ISSUE_PACKET)
        saved = work.save(before, after, f"filing.advance:{Action.ISSUE_PACKET}")
        return saved.filing(filing_id)


def packet_pdf(work: Work, filing_id: str, packet_id: str) -> bytes:
    """The file of a packet version: as it was made, or crossed with 作废 once it is void.

    Raises NotFound.
    """
    for packet in work.dossier_of(filing_id).packets:
        if packet.id == packet_id:
            if packet.voided_at is None:
                return work.blobs.read(packet.pdf_sha256)
            content = PacketContent.from_document(packet.content)
            versions = work.dossier_of(filing_id).packets_of(filing_id)
            return _rendered(work.blobs, content, void_told(packet, versions)).pdf
    raise _no_version()


def export_packet(workspace: Workspace, filing_id: str, packet_id: str, target: Path) -> Path:
    """Writes a packet's file to ``target``; whole or not at all.

    It carries personal values in full, so the journal's event comes before it
    can be seen: no file leaves without one. Raises StoreUnavailable, and
    Refused where the role of who sits here does not allow it.
    """
    with workspace.reading() as work:
        pdf = packet_pdf(work, filing_id, packet_id)

    def note() -> None:
        with workspace.editing() as work:
            note_taken(work, filing_id, packet_id, "packet.export")

    write_whole(target, pdf, note)
    return target


def note_printed(work: Work, filing_id: str, packet_id: str) -> None:
    """Writes down that a packet goes to a printer. Raises what ``export_packet`` raises."""
    note_taken(work, filing_id, packet_id, "packet.print")


def note_taken(work: Work, filing_id: str, packet_id: str, act_name: str) -> None:
    """Writes down that a copy of a packet leaves the program. Raises NotFound."""
    dossier = work.dossier_of(filing_id)
    for packet in dossier.packets_of(filing_id):
        if packet.id == packet_id:
            work.note(dossier, "packet", packet.id, f"{act_name}:{packet.version}")
            return
    raise _no_version()


def _no_version() -> NotFound:
    return NotFound(Words("没有这个版本。", "There is no such version."))


@dataclass(frozen=True, slots=True)
class _Draft:
    filing: Filing
    version: int
    content: PacketContent
    replaced: PacketVersion | None

    def onto(self, dossier: Dossier, packet: PacketVersion) -> Dossier:
        """The dossier with the new version in and the one it replaces void."""
        if self.replaced and self.replaced.voided_at is None:
            void = replace(
                self.replaced, voided_at=packet.made_at, void_reason=f"v{packet.version}"
            )
            dossier = dossier.with_packet(void)
        return dossier.with_packet(packet)


@dataclass(frozen=True, slots=True)
class _Paper:
    """What a draft looks like on paper, and where its file is kept."""

    rendered: RenderedPacket
    sha256: str


def _draft(
    work: Work, dossier: Dossier, filing: Filing, deadline: datetime, *, delta: bool
) -> _Draft:
    base = confirmed_base(dossier, filing.id) if delta else None
    if delta and base is None:
        raise Refused(
            Words("客户还没有确认过任何一版，不能只出改动。", "No version was confirmed yet."),
            Words("生成完整的确认包。", "Make the whole packet."),
        )
    replaced = dossier.latest_packet(filing.id)
    version = replaced.version + 1 if replaced else 1
    content = build_content(
        dossier,
        filing,
        work.rulebook,
        version=version,
        made_at=work.now,
        made_by=work.actor,
        deadline=deadline,
        delta_of=base,
    )
    if base is not None:
        _refuse_same(content, base)
    return _Draft(filing, version, content, replaced)


def _refuse_same(content: PacketContent, base: PacketVersion) -> None:
    """Raises Refused for a delta with nothing on it."""
    if not differing_labels(content, PacketContent.from_document(base.content)):
        raise Refused(
            Words(
                f"与客户确认的第 {base.version} 版相比没有可列的改动。",
                f"Nothing differs from version {base.version}, which was confirmed.",
            ),
            Words("生成完整的确认包。", "Make the whole packet."),
        )


def _paper(blobs: BlobStore, draft: _Draft) -> _Paper:
    rendered = _rendered(blobs, draft.content)
    return _Paper(rendered, blobs.put_bytes(rendered.pdf))


def _rendered(blobs: BlobStore, content: PacketContent, void: str = "") -> RenderedPacket:
    attached = (material.sha256 for material in content.materials if material.sha256)
    return render_packet(content, {sha256: blobs.held(sha256) for sha256 in attached}, void)


def _kept(work: Work, draft: _Draft, paper: _Paper) -> PacketVersion:
    dossier = work.dossier_of(draft.filing.id)
    return PacketVersion(
        id=new_id(),
        order_id=draft.filing.order_id,
        filing_id=draft.filing.id,
        version=draft.version,
        content=draft.content.to_document(),
        digest=draft.content.digest,
        confirmed_values_digest=confirmed_values_digest(dossier, draft.filing),
        pdf_sha256=paper.sha256,
        page_count=paper.rendered.pages,
        made_at=work.now,
        made_by=work.actor,
    )
