"""The sheet of a confirmation proof: what was confirmed, how, and all that led to it."""

from collections.abc import Iterator

from butler_desktop.documents.imprint import PROOF_MARK, Imprint
from butler_desktop.documents.layout import Flow
from butler_desktop.documents.pages.headings import numbered, section, title
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.seal import PROOF, Claim
from butler_desktop.documents.sheet_frame import paint_sheet
from butler_desktop.documents.styles import NOTE, TEXT_WIDTH
from butler_desktop.documents.tables import Column, Fact, facts, grid_head, grid_rows
from butler_desktop.domain.confirmation_proof import ConfirmationProof
from butler_desktop.domain.packet import short_digest
from butler_desktop.domain.packet_history import said_moment

TITLE_TEXT = "备案信息确认凭证"
METHOD = (
    "核对方法：用 butler-desktop verify 打开本文件与所述确认书，可不用数据库核对二者是否完整；"
    "确认书每页页脚的内容校验码应与上表相同。日志校验码逐条相连，"
    "可用 butler-desktop journal 订单号 --verify 核对。"
)
STEPS = (Column("时间", 120), Column("经办", 90), Column("事项", TEXT_WIDTH - 210))


def draw_proof(proof: ConfirmationProof) -> tuple[bytes, int]:
    """The document's bytes, not sealed, and its number of pages. Raises DocumentFailed."""
    digest = proof.digest
    imprint = Imprint(
        TITLE_TEXT, PROOF_MARK, proof.filing, proof.version, digest, proof.confirmed_at
    )
    paper = Paper(
        title=f"{TITLE_TEXT} {proof.filing} 第 {proof.version} 版",
        author="备案管家服务中心",
        subject=f"{proof.sponsor} · {proof.service_name}",
        made_at=proof.confirmed_at,
    )
    sheets = _composed(proof).sheets
    for number, sheet in enumerate(sheets, start=1):
        paint_sheet(paper, sheet, imprint, number, len(sheets))
        paper.end_page()
    paper.attach(PROOF.attachment, proof.canonical_bytes(), "确认凭证内容（RFC 8785）")
    claim = Claim(proof.filing, proof.version, digest, kind=PROOF)
    return paper.finished(claim.keywords()), len(sheets)


def _composed(proof: ConfirmationProof) -> Flow:
    flow = Flow()
    flow.begin("proof", TITLE_TEXT, f"第 {proof.version} 版")
    title(flow, TITLE_TEXT)
    section(flow, numbered(0, "所确认的内容"))
    flow.rows(facts(_shown(proof), TEXT_WIDTH))
    section(flow, numbered(1, "确认"))
    flow.rows(facts(_confirmed(proof), TEXT_WIDTH))
    section(flow, numbered(2, "经过"))
    steps = ((said_moment(it.at), it.by, it.what) for it in proof.steps)
    flow.rows(grid_rows(STEPS, steps), grid_head(STEPS))
    flow.gap(8)
    flow.text(METHOD, NOTE)
    return flow


def _shown(proof: ConfirmationProof) -> Iterator[Fact]:
    yield Fact("备案单号", proof.filing)
    yield Fact("服务订单", proof.order)
    yield Fact("主办者", proof.sponsor, is_wide=True)
    yield Fact("网站名称", proof.service_name, is_wide=True)
    yield Fact("确认书版本", f"第 {proof.version} 版")
    yield Fact("页数", f"{proof.pages} 页")
    yield Fact("内容校验码", short_digest(proof.packet_digest), is_wide=True)
    yield Fact("文件 SHA-256", proof.file_sha256, is_wide=True)


def _confirmed(proof: ConfirmationProof) -> Iterator[Fact]:
    yield Fact("确认时间", said_moment(proof.confirmed_at))
    yield Fact("截止时间", said_moment(proof.deadline) if proof.deadline else "未约定")
    yield Fact("确认方式", proof.how, is_wide=True)
    yield Fact("登记", proof.recorded_by)
    yield Fact("时间依据", proof.clock)
    yield Fact("操作日志", f"订单 {proof.order} 第 {proof.entry} 条", is_wide=True)
    yield Fact("日志校验码", proof.entry_digest, is_wide=True)
