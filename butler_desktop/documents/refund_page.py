"""The reasons of a refund on paper: each site with its verdict, the clause and the amount."""

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
from butler_desktop.domain.refund_sheet import RefundSheet

TITLE_TEXT = "退订说明"
MARK = "T1"
SITES = (
    Column("网站", 92),
    Column("个数", 36, Align.CENTRE),
    Column("结论", 60, Align.CENTRE),
    Column("理由", TEXT_WIDTH - 322),
    Column("条款", 70, Align.CENTRE),
    Column("金额（元）", 64, Align.RIGHT),
)
FOOT_TEXT = "内容校验码相同，内容即相同。"
NOTE_TEXT = (
    "退订金额 = 实付金额 × 退订个数 ÷ 订购个数，精确到分；最后一次退订退还余额。"
    "优惠券、代金券不折现。依据服务说明 2.4、3.3、4.2。"
)


def render_refund(sheet: RefundSheet) -> bytes:
    """The sheet's file. Raises DocumentFailed where a character has no shape."""
    with ONE_AT_A_TIME:
        return _drawn(sheet)


def _drawn(sheet: RefundSheet) -> bytes:
    made_at = sheet.decided_at or sheet.asked_at
    imprint = Imprint(
        TITLE_TEXT, MARK, sheet.order, 0, sheet.digest, made_at, "服务订单", FOOT_TEXT
    )
    paper = Paper(
        title=f"{TITLE_TEXT} {sheet.order}",
        author="备案管家服务中心",
        subject=f"{sheet.customer} · {sheet.total} 元",
        made_at=made_at,
    )
    sheets = _composed(sheet).sheets
    for number, each in enumerate(sheets, start=1):
        paint_sheet(paper, each, imprint, number, len(sheets))
        paper.end_page()
    return paper.finished(f"{TITLE_TEXT} {sheet.order}")


def _composed(sheet: RefundSheet) -> Flow:
    flow = Flow()
    flow.begin("refund", TITLE_TEXT, said_moment(sheet.decided_at or sheet.asked_at))
    title(flow, TITLE_TEXT)
    section(flow, numbered(0, "订单"))
    flow.rows(facts(_order(sheet), TEXT_WIDTH))
    section(flow, numbered(1, "结论"))
    flow.rows(facts(_verdict(sheet), TEXT_WIDTH))
    section(flow, numbered(2, "逐个网站"))
    rows = [(it.site, it.count, it.verdict, it.reason, it.basis, it.amount) for it in sheet.rows]
    flow.rows(grid_rows(SITES, rows), grid_head(SITES))
    flow.gap(8)
    flow.text(NOTE_TEXT, NOTE)
    for reading in sheet.readings:
        flow.text(f"解读 {reading}。", NOTE)
    return flow


def _order(sheet: RefundSheet) -> Iterator[Fact]:
    yield Fact("服务订单", sheet.order)
    yield Fact("订购网站", f"{sheet.sites} 个")
    yield Fact("客户", sheet.customer, is_wide=True)
    yield Fact("实付金额", f"{sheet.paid} 元")
    yield Fact("退订规则", f"{sheet.policy} 起")


def _verdict(sheet: RefundSheet) -> Iterator[Fact]:
    yield Fact("结果", sheet.state)
    yield Fact("金额", f"{sheet.total} 元")
    yield Fact("退订原因", sheet.reason, is_wide=True)
    if sheet.exception:
        yield Fact("特殊原因", sheet.exception, is_wide=True)
    if sheet.decision:
        yield Fact("不准的理由", sheet.decision, is_wide=True)
    yield Fact("申请", f"{sheet.asked}　{said_moment(sheet.asked_at)}", is_wide=True)
    if sheet.decided_at is not None:
        yield Fact("决定", f"{sheet.decided}　{said_moment(sheet.decided_at)}", is_wide=True)
