"""The confirmation packet: a PDF that is a function of its content alone.

The same content and pictures give the same bytes, on any machine and in any
process; the file carries its content and a seal (see ``seal``).
"""

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate

from butler_desktop.documents.pages.answer import answer
from butler_desktop.documents.pages.commitment import commitment
from butler_desktop.documents.pages.cover import cover
from butler_desktop.documents.pages.history import history
from butler_desktop.documents.pages.materials import materials
from butler_desktop.documents.pages.page import Mark, Page, Paper
from butler_desktop.documents.pages.service import service
from butler_desktop.documents.pages.sponsor import sponsor
from butler_desktop.documents.pictures import Picture, prepare
from butler_desktop.documents.seal import keyword, sealed
from butler_desktop.documents.sheet import (
    A4,
    BODY_BOTTOM,
    BODY_TOP,
    BODY_WIDTH,
    SIDE,
    TITLE,
    PacketCanvas,
)
from butler_desktop.domain.packet import PacketContent

PAGES = (
    Page("cover", "封面", cover),
    Page("sponsor", "一、主办者信息", sponsor),
    Page("service", "二、互联网信息服务信息", service),
    Page("materials", "三、材料目录", materials),
    Page("commitment", "四、备案承诺书", commitment),
    Page("history", "五、版本改动与确认记录", history),
    Page("answer", "六、确认与退回", answer),
)
"""The parts of the packet, in order; each begins a page."""

TRIES = 4
"""Passes until the contents' page numbers stand still."""


@dataclass(frozen=True, slots=True)
class RenderedPacket:
    """The file of a packet."""

    pdf: bytes
    pages: int

    @property
    def sha256(self) -> str:
        """The hash of the file."""
        return hashlib.sha256(self.pdf).hexdigest()


def render_packet(
    content: PacketContent, pictures: Mapping[str, bytes | Path], void: str = ""
) -> RenderedPacket:
    """The packet's file. ``pictures`` are the attached originals by SHA-256.

    With ``void`` each page is crossed with 作废 and that reason. Raises
    DocumentFailed where a character or a picture cannot be printed.
    """
    prepared = {sha256: prepare(source) for sha256, source in pictures.items()}
    shown = {sha256: picture for sha256, picture in prepared.items() if picture is not None}
    numbers = {page.key: place for place, page in enumerate(PAGES, start=1)}
    numbers["pages"] = len(PAGES)
    for _ in range(TRIES):
        pdf, found = _pass(content, shown, numbers, void)
        if found == numbers:
            break
        numbers = found
    return RenderedPacket(sealed(pdf), found["pages"])


def _pass(
    content: PacketContent, pictures: Mapping[str, Picture], numbers: Mapping[str, int], void: str
) -> tuple[bytes, dict[str, int]]:
    paper = Paper(content, pictures, numbers)
    found: dict[str, int] = {}
    flowables: list[Flowable] = []
    for page in PAGES:
        head = page.title if page.key != "cover" else f"{content.filing_kind}　{content.province}"
        if flowables:
            flowables.append(PageBreak())
        flowables.append(Mark(page.key, page.title, head, found))
        flowables += page.flowables(paper)
    target = io.BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=A4,
        pageTemplates=[PageTemplate(frames=[_frame()])],
        title=f"{TITLE} {content.filing} 第 {content.version} 版",
        author=content.butler,
        subject=content.sponsor,
        keywords=keyword(content),
        creator="butler_desktop",
        lang="zh-CN",
        invariant=True,
        pageCompression=1,
    )
    document.build(flowables, canvasmaker=partial(PacketCanvas, content=content, void=void))
    found["pages"] = document.page
    return target.getvalue(), found


def _frame() -> Frame:
    height = BODY_TOP - BODY_BOTTOM
    return Frame(
        SIDE,
        BODY_BOTTOM,
        BODY_WIDTH,
        height,
        leftPadding=0,
        rightPadding=0,
        topPadding=4,
        bottomPadding=0,
    )
