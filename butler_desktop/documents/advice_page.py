"""The advice on paper: one page, however much there is to say; the rest is counted."""

from collections.abc import Iterator

from butler_desktop.documents.imprint import Imprint
from butler_desktop.documents.layout import Flow
from butler_desktop.documents.packet import ONE_AT_A_TIME
from butler_desktop.documents.pages.headings import numbered, section, title
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.sheet_frame import paint_sheet
from butler_desktop.documents.styles import NOTE, TEXT_WIDTH
from butler_desktop.documents.tables import Fact, facts
from butler_desktop.domain.advice_sheet import DISCLAIMER, TITLE, AdviceSheet, basis
from butler_desktop.domain.packet_history import said_moment

MARK = "A1"
MOST_UNFILLED = 12
FEW_ASKS, FEW_PAPERS = 3, 6
"""So many stay while there is room to be had from the lines."""
FOOT_TEXT = "内容校验码相同，内容即相同。"
Cuts = tuple[int, int, int]
"""How many lines, papers and wishes of the authority are shown."""


def render_advice(sheet: AdviceSheet) -> bytes:
    """The sheet's file. Raises DocumentFailed where a character has no shape."""
    with ONE_AT_A_TIME:
        return _drawn(sheet)


def _drawn(sheet: AdviceSheet) -> bytes:
    imprint = Imprint(TITLE, MARK, sheet.filing, 0, sheet.digest, sheet.made_at, note=FOOT_TEXT)
    paper = Paper(
        title=f"{TITLE} {sheet.filing}",
        author="备案管家服务中心",
        subject=f"{sheet.sponsor} · {sheet.service}",
        made_at=sheet.made_at,
    )
    sheets = _fitted(sheet).sheets
    for number, each in enumerate(sheets, start=1):
        paint_sheet(paper, each, imprint, number, len(sheets))
        paper.end_page()
    return paper.finished(f"{TITLE} {sheet.filing}")


def _fitted(sheet: AdviceSheet) -> Flow:
    """As much as one page holds: what the authority mostly asks gives way before what to mend."""
    cuts = (len(sheet.lines), len(sheet.papers), len(sheet.asks))
    flow = _composed(sheet, cuts)
    while len(flow.sheets) > 1 and any(cuts):
        cuts = _shorter(cuts)
        flow = _composed(sheet, cuts)
    return flow


def _shorter(cuts: Cuts) -> Cuts:
    lines, papers, asks = cuts
    if asks > FEW_ASKS or not (lines or papers):
        return lines, papers, asks - 1
    if papers > FEW_PAPERS or not lines:
        return lines, papers - 1, asks
    return lines - 1, papers, asks


def _composed(sheet: AdviceSheet, cuts: Cuts) -> Flow:
    lines, papers, asks = cuts
    flow = Flow()
    flow.begin("advice", TITLE, said_moment(sheet.made_at))
    title(flow, TITLE)
    parts = iter(range(9))
    section(flow, numbered(next(parts), "备案"))
    flow.rows(facts(_filing(sheet), TEXT_WIDTH))
    section(flow, numbered(next(parts), "意见"))
    flow.rows(facts(_verdict(sheet), TEXT_WIDTH))
    if sheet.lines:
        section(flow, numbered(next(parts), "请改正与核对"), kept=NOTE.leading)
        _list(flow, tuple(it.text for it in sheet.lines[:lines]))
        _rest(flow, len(sheet.lines) - lines, "处")
    if sheet.papers:
        section(flow, numbered(next(parts), "尚缺材料"), kept=NOTE.leading)
        _list(flow, sheet.papers[:papers])
        _rest(flow, len(sheet.papers) - papers, "份")
    if sheet.asks:
        section(flow, numbered(next(parts), f"{sheet.province}管局通常要求"), kept=NOTE.leading)
        _list(flow, sheet.asks[:asks])
        _rest(flow, len(sheet.asks) - asks, "条")
    flow.gap(8)
    flow.text(basis(sheet) + DISCLAIMER, NOTE)
    return flow


def _list(flow: Flow, rows: tuple[str, ...]) -> None:
    for place, row in enumerate(rows, start=1):
        flow.text(f"{place}. {row}", NOTE)


def _rest(flow: Flow, left: int, unit: str) -> None:
    if left:
        flow.text(f"另有 {left} {unit}未列出，备案管家会逐一告知。", NOTE)


def _filing(sheet: AdviceSheet) -> Iterator[Fact]:
    yield Fact("备案单号", sheet.filing)
    yield Fact("备案类型", sheet.kind)
    yield Fact("主办者", sheet.sponsor or "—", is_wide=True)
    yield Fact("互联网信息服务", sheet.service or "—", is_wide=True)


def _verdict(sheet: AdviceSheet) -> Iterator[Fact]:
    yield Fact("风险评估", sheet.verdict, is_wide=True)
    if sheet.time:
        yield Fact("审核时间", sheet.time, is_wide=True)
    if sheet.unfilled:
        names = "、".join(sheet.unfilled[:MOST_UNFILLED])
        more = f" 等 {len(sheet.unfilled)} 项" if len(sheet.unfilled) > MOST_UNFILLED else ""
        yield Fact("尚未填写", names + more, is_wide=True)
