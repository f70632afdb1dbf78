"""The sheets of a packet: its parts in order, composed first, drawn when their number is known."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from butler_desktop.documents.composition import DOCUMENT, Composition
from butler_desktop.documents.layout import Flow, Sheet
from butler_desktop.documents.pages import (
    changes,
    commitment,
    cover,
    materials,
    reply,
    service,
    sponsor,
)
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.pictures import prepared
from butler_desktop.documents.seal import PACKET, Claim
from butler_desktop.documents.sheet_frame import paint_sheet, paint_void
from butler_desktop.domain.packet import PacketContent
from butler_desktop.domain.packet_parts import part_title, shown_parts

COMPOSERS: Mapping[str, Callable[[Flow, Composition], None]] = {
    "sponsor": sponsor.compose,
    "service": service.compose,
    "materials": materials.compose,
    "commitment": commitment.compose,
    "changes": changes.compose,
    "reply": reply.compose,
}
"""What sets the blocks of each part; each begins on a new sheet."""


def draw_packet(
    content: PacketContent, pictures: Mapping[str, bytes | Path], void: str
) -> tuple[bytes, int]:
    """The document's bytes, not sealed, and its number of pages. Raises DocumentFailed."""
    given = Composition(content, content.canonical_bytes(), prepared(pictures))
    sheets = _composed(given)
    paper = Paper(
        title=f"{DOCUMENT} {content.filing} 第 {content.version} 版",
        author="备案管家服务中心",
        subject=f"{content.sponsor} · {content.service_name}",
        made_at=content.made_at,
        fillable=not void,
    )
    total = len(sheets)
    for number, sheet in enumerate(sheets, start=1):
        paint_sheet(paper, sheet, given.imprint, number, total)
        if void:
            paint_void(paper, void)
        paper.end_page()
    paper.attach(PACKET.attachment, given.canonical, "确认书内容（RFC 8785）")
    claim = Claim(content.filing, content.version, given.digest, bool(void))
    return paper.finished(claim.keywords()), total


def _composed(given: Composition) -> list[Sheet]:
    """All sheets. The cover tells where each part begins, so it comes last and stands first."""
    content = given.content
    flow = Flow()
    starts: dict[str, int] = {}
    for part in shown_parts(content):
        title = part_title(content, part)
        flow.begin(part, title, title)
        starts[part] = len(flow.sheets) + 1
        COMPOSERS[part](flow, replace(given, starts=starts))
    front = Flow()
    front.begin("cover", "封面", f"{content.filing_kind}　{content.province}")
    cover.compose(front, replace(given, starts=starts))
    return [*front.sheets, *flow.sheets]
