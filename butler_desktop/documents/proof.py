"""The confirmation proof on paper: one page, sealed like the packet that it is about.

reportlab and the fonts are loaded with the first document, not with this module.
"""

from collections.abc import Iterator

from butler_desktop.documents.packet import ONE_AT_A_TIME, RenderedPacket
from butler_desktop.documents.seal import PROOF, Claim, sealed
from butler_desktop.domain.confirmation_proof import ConfirmationProof
from butler_desktop.domain.packet import short_digest
from butler_desktop.domain.packet_history import said_moment

TITLE_TEXT = "备案信息确认凭证"
METHOD = (
    "核对方法：用 butler-desktop verify 打开本文件与所述确认书，可不用数据库核对二者是否完整；"
    "确认书每页页脚的内容校验码应与上表相同。日志校验码逐条相连，"
    "可用 butler-desktop journal 订单号 --verify 核对。"
)


def render_proof(proof: ConfirmationProof) -> RenderedPacket:
    """The proof's file, sealed. Raises DocumentFailed where a character has no shape."""
    with ONE_AT_A_TIME:
        pdf, pages = _drawn(proof)
    return RenderedPacket(sealed(pdf), pages)


def _drawn(proof: ConfirmationProof) -> tuple[bytes, int]:
    from butler_desktop.documents.imprint import Imprint
    from butler_desktop.documents.layout import Flow
    from butler_desktop.documents.pages.headings import numbered, section, title
    from butler_desktop.documents.paper import Paper
    from butler_desktop.documents.qr import qr_matrix
    from butler_desktop.documents.sheet_frame import paint_frame
    from butler_desktop.documents.styles import NOTE, TEXT_WIDTH
    from butler_desktop.documents.tables import Column, Fact, facts, grid_head, grid_rows

    canonical, digest = proof.canonical_bytes(), proof.digest
    imprint = Imprint(TITLE_TEXT, "P1", proof.filing, proof.version, digest, proof.confirmed_at)
    flow = Flow()
    flow.begin("proof", TITLE_TEXT, f"第 {proof.version} 版")
    title(flow, TITLE_TEXT)
    parts: tuple[tuple[str, list[tuple[str, str, bool]]], ...] = (
        ("所确认的内容", list(_shown(proof))),
        ("确认", list(_confirmed(proof))),
    )
    for place, (heading, rows) in enumerate(parts):
        section(flow, numbered(place, heading))
        told = (Fact(label, value, is_wide) for label, value, is_wide in rows)
        flow.rows(facts(told, TEXT_WIDTH))
    section(flow, numbered(2, "经过"))
    columns = (
        Column("时间", 120),
        Column("经办", 90),
        Column("事项", TEXT_WIDTH - 210),
    )
    steps = ((said_moment(it.at), it.by, it.what) for it in proof.steps)
    flow.rows(grid_rows(columns, steps), grid_head(columns))
    flow.gap(8)
    flow.text(METHOD, NOTE)
    paper = Paper(
        title=f"{TITLE_TEXT} {proof.filing} 第 {proof.version} 版",
        author="备案管家服务中心",
        subject=f"{proof.sponsor} · {proof.service_name}",
        made_at=proof.confirmed_at,
    )
    total = len(flow.sheets)
    for number, sheet in enumerate(flow.sheets, start=1):
        code = qr_matrix(imprint.code_text(number, total), imprint.code_text(1, total))
        for mark in sheet.marks:
            paper.mark_place(mark.key, mark.title, mark.level, mark.y)
        paint_frame(paper, sheet.header, imprint, number, total, code)
        for x, y, block in sheet.placed:
            block.paint(paper, x, y)
        paper.end_page()
    paper.attach(PROOF.attachment, canonical, "确认凭证内容（RFC 8785）")
    return paper.finished(Claim(proof.filing, proof.version, digest, kind=PROOF).keywords()), total


def _shown(proof: ConfirmationProof) -> Iterator[tuple[str, str, bool]]:
    yield "备案单号", proof.filing, False
    yield "服务订单", proof.order, False
    yield "主办者", proof.sponsor, True
    yield "网站名称", proof.service_name, True
    yield "确认书版本", f"第 {proof.version} 版", False
    yield "页数", f"{proof.pages} 页", False
    yield "内容校验码", short_digest(proof.packet_digest), True
    yield "文件 SHA-256", proof.file_sha256, True


def _confirmed(proof: ConfirmationProof) -> Iterator[tuple[str, str, bool]]:
    yield "确认时间", said_moment(proof.confirmed_at), False
    yield "截止时间", said_moment(proof.deadline) if proof.deadline else "未约定", False
    yield "确认方式", proof.how, True
    yield "登记", proof.recorded_by, False
    yield "时间依据", proof.clock, False
    yield "操作日志", f"订单 {proof.order} 第 {proof.entry} 条", True
    yield "日志校验码", proof.entry_digest, True
