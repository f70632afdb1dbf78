"""The shift sheet on paper: what goes over, by urgency, with room for two signatures."""

from collections.abc import Iterator, Sequence

from butler_desktop.documents.imprint import Imprint
from butler_desktop.documents.layout import Flow
from butler_desktop.documents.packet import ONE_AT_A_TIME
from butler_desktop.documents.pages.headings import numbered, section, title
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.sheet_frame import paint_sheet
from butler_desktop.documents.styles import TEXT_WIDTH
from butler_desktop.documents.tables import Column, Fact, facts, grid_head, grid_rows
from butler_desktop.domain.local_time import local
from butler_desktop.domain.packet_history import said_moment
from butler_desktop.domain.shift_sheet import SECTIONS, TITLE, ShiftLine, ShiftSheet

MARK = "J1"
COLUMNS = (
    Column("单号、主办者", 150),
    Column("阶段、下一步", 96),
    Column("到期", 74),
    Column("最近沟通与约定", TEXT_WIDTH - 320),
)
CHANGES = (Column("序号", 36), Column("变化", TEXT_WIDTH - 36))
NOTE_TEXT = "本单由记录生成，不含电话与证件号码；以生成后的记录为准。"


def render_shift(sheet: ShiftSheet) -> bytes:
    """The sheet's file. Raises DocumentFailed where a character has no shape."""
    with ONE_AT_A_TIME:
        return _drawn(sheet)


def _drawn(sheet: ShiftSheet) -> bytes:
    imprint = Imprint(
        TITLE,
        MARK,
        f"{local(sheet.made_at):JJ-%y%m%d-%H%M}",
        0,
        sheet.digest,
        sheet.made_at,
        number_label="交接单号",
        note=NOTE_TEXT,
    )
    paper = Paper(
        title=f"{TITLE} {sheet.butler}",
        author="备案管家服务中心",
        subject=said_moment(sheet.made_at),
        made_at=sheet.made_at,
    )
    sheets = _composed(sheet).sheets
    for number, each in enumerate(sheets, start=1):
        paint_sheet(paper, each, imprint, number, len(sheets))
        paper.end_page()
    return paper.finished(f"{TITLE} {sheet.butler}")


def _composed(sheet: ShiftSheet) -> Flow:
    flow = Flow()
    flow.begin("shift", TITLE, said_moment(sheet.made_at))
    title(flow, TITLE)
    flow.rows(facts(_facts(sheet), TEXT_WIDTH))
    number = 0
    for name, lines in zip(SECTIONS, sheet.parts, strict=True):
        if lines:
            section(flow, numbered(number, f"{name}（{len(lines)} 件）"))
            flow.rows(grid_rows(COLUMNS, _rows(lines)), grid_head(COLUMNS))
            number += 1
    if sheet.changes:
        section(flow, numbered(number, f"{sheet.since}以来的变化"))
        rows = ((str(n), change) for n, change in enumerate(sheet.changes, start=1))
        flow.rows(grid_rows(CHANGES, rows), grid_head(CHANGES))
        number += 1
    section(flow, numbered(number, "签字"))
    flow.rows(facts(_signatures(), TEXT_WIDTH))
    return flow


def _facts(sheet: ShiftSheet) -> Iterator[Fact]:
    yield Fact("移交人", sheet.butler)
    yield Fact("件数", f"{sheet.count} 件")
    yield Fact("生成时间", said_moment(sheet.made_at), is_wide=True)


def _signatures() -> Iterator[Fact]:
    for label in ("移交人", "接收人"):
        yield Fact(label, "")
        yield Fact("日期", "")


def _rows(lines: Sequence[ShiftLine]) -> Iterator[tuple[str, ...]]:
    for line in lines:
        yield f"{line.number}\n{line.customer}", f"{line.stage}\n{line.next}", line.due, line.said
