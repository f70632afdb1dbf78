"""封面: what the paper is, for whom, which version, until when."""

from collections.abc import Iterator
from functools import partial

from butler_desktop.documents.composition import Composition
from butler_desktop.documents.layout import Block, Flow, TextBlock
from butler_desktop.documents.pages.drawing import Drawing
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.styles import (
    COVER_CELL,
    COVER_HEAD,
    COVER_KIND,
    COVER_TEXT,
    COVER_TITLE,
    HAIRLINE,
    SECTION,
    STRONG_LINE,
    TextStyle,
)
from butler_desktop.documents.tables import Fact, facts
from butler_desktop.documents.zh_text import ZhParagraph
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.packet import PacketContent, PacketDelta
from butler_desktop.domain.packet_form import set_in
from butler_desktop.domain.packet_parts import part_title
from butler_desktop.domain.time_words import formal_day, full_moment_text

WIDTH = 405.0
LABEL = 99.0
MOST_DOMAINS = 3
ISSUER = "备案管家服务中心"
ENTRY_HEIGHT = 21.0


def compose(flow: Flow, given: Composition) -> None:
    """Sets the cover on one sheet; where names are long, the gaps give way."""
    flow.fit(list(_blocks(given)), flow.left + (flow.width - WIDTH) / 2)


def _blocks(given: Composition) -> Iterator[tuple[float, Block]]:
    content = given.content
    yield 49.5, _text("互联网信息服务", COVER_TITLE)
    yield 0, _text("备案信息确认书", COVER_TITLE)
    kinds = " · ".join(kind for kind in (content.service_kind, content.filing_kind) if kind)
    yield 8, _text(f"（{kinds}）" if kinds else "", COVER_KIND)
    if content.delta is not None:
        yield 3, _text(_delta(content.delta), COVER_KIND)
    yield 19, Drawing(STRONG_LINE, _rule)
    for place, row in enumerate(facts(_facts(given), WIDTH, LABEL, COVER_CELL)):
        yield 0 if place else 22.5, row
    yield 26, _deadline(content)
    yield 24.5, _text("目录", SECTION)
    for place, (part, page) in enumerate(given.starts.items()):
        yield 0 if place else 4, _entry(part, part_title(content, part), page)
    day = formal_day(local_date(content.made_at))
    yield 25, _text(f"{ISSUER}　　{day}", COVER_CELL.centred())


def _text(text: str, style: TextStyle) -> TextBlock:
    return TextBlock(ZhParagraph(text, style).lines(WIDTH), style, WIDTH)


def _delta(delta: PacketDelta) -> str:
    return f"增补：仅含第 {delta.version} 版确认后的改动，其余 {delta.kept} 项的确认继续有效"


def _facts(given: Composition) -> Iterator[Fact]:
    content = given.content
    yield Fact("主办者", content.sponsor, is_wide=True)
    kind = set_in(content.service_kind or "服务").lstrip()
    yield Fact(f"{kind}名称", content.service_name, is_wide=True)
    if content.domains:
        yield Fact("域名", _domains(content.domains), is_wide=True)
    yield Fact("备案单号", content.filing, is_wide=True)
    yield Fact("服务订单", f"{content.order}（{content.place}）", is_wide=True)
    butler = "　".join(part for part in (content.butler, content.butler_phone) if part)
    yield Fact("备案管家", butler, is_wide=True)
    yield Fact("确认书版本", _version(content, given.starts["changes"]), is_wide=True)


def _domains(domains: tuple[str, ...]) -> str:
    said = "、".join(domains[:MOST_DOMAINS])
    return said if len(domains) <= MOST_DOMAINS else f"{said} 等 {len(domains)} 个"


def _version(content: PacketContent, page: int) -> str:
    if content.replaces is None:
        return f"第 {content.version} 版"
    return (
        f"第 {content.version} 版（替代第 {content.replaces} 版，"
        f"改动 {len(content.changes)} 处，见第 {page} 页）"
    )


def _deadline(content: PacketContent) -> Drawing:
    blocks = (
        _text(f"请在 {full_moment_text(content.deadline).zh} 前确认或退回", COVER_HEAD),
        _text(content.deadline_outcome, COVER_TEXT.centred()),
    )
    inner = sum(block.height for block in blocks) + 1.5
    return Drawing(inner + 24.5, partial(_draw_deadline, blocks, inner + 24.5))


def _draw_deadline(
    blocks: tuple[TextBlock, ...], height: float, paper: Paper, x: float, top: float
) -> None:
    paper.box(x, top, WIDTH, height, HAIRLINE)
    y = top + 13
    for block in blocks:
        block.paint(paper, x, y)
        y += block.height + 1.5


def _rule(paper: Paper, x: float, top: float) -> None:
    paper.line(x + WIDTH / 2 - 27, top, x + WIDTH / 2 + 27, top, STRONG_LINE)


def _entry(key: str, title: str, page: int) -> Drawing:
    """A line of the contents; it leads to the part."""
    said = f"{title}（请签署本页并回传）" if key == "reply" else title
    left = TextBlock(ZhParagraph(said, COVER_TEXT).lines(WIDTH - 60), COVER_TEXT, WIDTH)
    style = COVER_TEXT.right()
    right = TextBlock(ZhParagraph(f"第 {page} 页", style).lines(60), style, WIDTH - 6)

    def draw(paper: Paper, x: float, top: float) -> None:
        above = top + (ENTRY_HEIGHT - left.height) / 2
        left.paint(paper, x + 3, above)
        right.paint(paper, x + 3, above)
        paper.line(x, top + ENTRY_HEIGHT, x + WIDTH, top + ENTRY_HEIGHT, 0.5, dash="0.8 1.6")
        paper.link(key, x, top, WIDTH, ENTRY_HEIGHT)

    return Drawing(ENTRY_HEIGHT, draw)
