"""The progress sheet on paper: what the filing is, where it stands, step by step."""

from collections.abc import Iterator

from butler_desktop.documents.imprint import Imprint
from butler_desktop.documents.layout import Flow
from butler_desktop.documents.packet import ONE_AT_A_TIME
from butler_desktop.documents.pages.headings import numbered, section, title
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.sheet_frame import paint_sheet
from butler_desktop.documents.styles import NOTE, TEXT_WIDTH, Align
from butler_desktop.documents.tables import Column, Fact, facts, grid_head, grid_rows
from butler_desktop.domain.packet_history import said_moment
from butler_desktop.domain.progress_sheet import ProgressSheet

TITLE_TEXT = "备案进度单"
MARK = "S1"
STEPS = (
    Column("序号", 48, Align.CENTRE),
    Column("步骤", 210),
    Column("进展", 84, Align.CENTRE),
    Column("时间", TEXT_WIDTH - 342),
)
NOTE_TEXT = "本单按生成时的记录填写，仅供了解进度；审核时间与结果以管局为准。"


def render_progress(sheet: ProgressSheet) -> bytes:
    """The sheet's file. Raises DocumentFailed where a character has no shape."""
    with ONE_AT_A_TIME:
        return _drawn(sheet)


def _drawn(sheet: ProgressSheet) -> bytes:
    imprint = Imprint(TITLE_TEXT, MARK, sheet.filing, 0, sheet.digest, sheet.made_at)
    paper = Paper(
        title=f"{TITLE_TEXT} {sheet.filing}",
        author="备案管家服务中心",
        subject=f"{sheet.sponsor} · {sheet.service_name}",
        made_at=sheet.made_at,
    )
    sheets = _composed(sheet).sheets
    for number, each in enumerate(sheets, start=1):
        paint_sheet(paper, each, imprint, number, len(sheets))
        paper.end_page()
    return paper.finished(f"{TITLE_TEXT} {sheet.filing}")


def _composed(sheet: ProgressSheet) -> Flow:
    flow = Flow()
    flow.begin("progress", TITLE_TEXT, said_moment(sheet.made_at))
    title(flow, TITLE_TEXT)
    section(flow, numbered(0, "备案"))
    flow.rows(facts(_filing(sheet), TEXT_WIDTH))
    section(flow, numbered(1, "现在"))
    flow.rows(facts(_now(sheet), TEXT_WIDTH))
    section(flow, numbered(2, "步骤"))
    flow.rows(grid_rows(STEPS, _steps(sheet)), grid_head(STEPS))
    flow.gap(8)
    flow.text(NOTE_TEXT, NOTE)
    return flow


def _filing(sheet: ProgressSheet) -> Iterator[Fact]:
    yield Fact("备案单号", sheet.filing)
    yield Fact("服务订单", sheet.order)
    yield Fact("主办者", sheet.sponsor, is_wide=True)
    yield Fact("网站名称", sheet.service_name, is_wide=True)
    yield Fact("备案管家", sheet.butler)
    yield Fact("备案号", "、".join(sheet.numbers) or "审核通过后下发")


def _now(sheet: ProgressSheet) -> Iterator[Fact]:
    yield Fact("状态", sheet.state, is_wide=True)
    yield Fact("正在进行", sheet.now, is_wide=True)
    if sheet.next:
        yield Fact("下一步", sheet.next, is_wide=True)


def _steps(sheet: ProgressSheet) -> Iterator[tuple[str, ...]]:
    for number, step in enumerate(sheet.steps, start=1):
        done = "已到达" if step.at else "—"
        yield str(number), step.words, done, said_moment(step.at) if step.at else ""
