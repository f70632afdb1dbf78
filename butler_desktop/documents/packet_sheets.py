"""The sheets of a packet: its parts in order, composed first, drawn when their number is known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
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
from butler_desktop.domain.packet_delta import shown_sections


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the packet: it begins on a new sheet. ``compose`` sets its blocks."""

    key: str
    title: str
    compose: Callable[[Flow, Composition], None]
    is_needed: Callable[[PacketContent], bool] = lambda _content: True
    """Whether a packet has it: a delta leaves out what stays confirmed."""


def _has_sponsor(content: PacketContent) -> bool:
    return bool(shown_sections(content, content.subject_sections))


def _has_service(content: PacketContent) -> bool:
    return bool(shown_sections(content, content.service_sections))


def _has_papers(content: PacketContent) -> bool:
    return content.delta is None or bool(content.delta.papers)


def _has_commitment(content: PacketContent) -> bool:
    return content.delta is None or content.delta.has_commitment


COVER = Part("cover", "封面", cover.compose)
PAGES = (
    Part("sponsor", "一、主办者信息", sponsor.compose, _has_sponsor),
    Part("service", "二、互联网信息服务信息", service.compose, _has_service),
    Part("materials", "三、材料目录", materials.compose, _has_papers),
    Part("commitment", "四、备案承诺书", commitment.compose, _has_commitment),
    Part("changes", "五、版本改动与确认记录", changes.compose),
    Part("reply", "六、确认与退回", reply.compose),
)
"""What follows the cover, in order."""


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
    flow = Flow()
    starts: dict[str, int] = {}
    parts = [part for part in PAGES if part.is_needed(given.content)]
    for part in parts:
        flow.begin(part.key, part.title, part.title)
        starts[part.key] = len(flow.sheets) + 1
        part.compose(flow, replace(given, starts=starts))
    front = Flow()
    front.begin(COVER.key, COVER.title, f"{given.content.filing_kind}　{given.content.province}")
    titles = tuple((part.key, part.title) for part in parts)
    COVER.compose(front, replace(given, starts=starts, titles=titles))
    return [*front.sheets, *flow.sheets]
