"""材料目录: the papers with their hashes, the rules that were checked, the papers' pictures."""

from collections.abc import Iterator

from butler_desktop.documents.composition import Composition
from butler_desktop.documents.layout import Flow
from butler_desktop.documents.pages.gallery import gallery
from butler_desktop.documents.pages.headings import part_heading, section
from butler_desktop.documents.styles import GRID_CELL, NOTE, TEXT_WIDTH, Align
from butler_desktop.documents.tables import Column, Row, cell, grid_head, grid_rows
from butler_desktop.domain.packet import PacketContent, PacketMaterial
from butler_desktop.domain.packet_delta import shown_materials
from butler_desktop.domain.packet_history import file_code

PAPERS = (
    Column("序号", 40.5, Align.CENTRE),
    Column("材料名称", 129),
    Column("页数", 36, Align.CENTRE),
    Column("形式", 63, Align.CENTRE),
    Column("有效期至", 78, Align.CENTRE),
    Column("校验码（前 8 位）", TEXT_WIDTH - 346.5, Align.CENTRE, is_code=True),
)
RULES = (
    Column("规则", 142.5),
    Column("结论", TEXT_WIDTH - 231),
    Column("核对日期", 88.5, Align.CENTRE),
)
NOTE_TEXT = (
    "说明：校验码取自原件的 SHA-256，原件按收到时的字节保存。"
    "上述规则为提交前核对，不代替管局的审核结论。"
)


def compose(flow: Flow, given: Composition) -> None:
    """Sets the list, the rules and the pictures."""
    content = given.content
    papers = shown_materials(content)
    part_heading(flow, given, "materials")
    flow.rows(
        (*grid_rows(PAPERS, _papers(papers)), _total(papers)),
        grid_head(PAPERS),
    )
    if content.rules:
        section(flow, "适用规则")
        flow.rows(grid_rows(RULES, _rules(content)), grid_head(RULES))
    flow.gap(14)
    flow.text(NOTE_TEXT, NOTE)
    gallery(flow, given)


def _papers(materials: tuple[PacketMaterial, ...]) -> Iterator[tuple[str, ...]]:
    for number, each in enumerate(materials, start=1):
        code = file_code(each.sha256) if each.sha256 else each.pending
        pages = str(each.pages) if each.sha256 else "—"
        yield str(number), each.title, pages, each.form, each.valid_until, code


def _total(materials: tuple[PacketMaterial, ...]) -> Row:
    pending = sum(1 for each in materials if not each.sha256)
    pages = sum(each.pages for each in materials if each.sha256)
    said = f"{len(materials)} 项" + (f"，其中 {pending} 项待提供" if pending else "")
    first = PAPERS[0].width + PAPERS[1].width
    second = first + PAPERS[2].width
    return Row(
        (
            cell("合计", 0, first, GRID_CELL.right()),
            cell(str(pages), first, PAPERS[2].width, GRID_CELL.centred()),
            cell(said, second, TEXT_WIDTH - second, GRID_CELL),
        )
    )


def _rules(content: PacketContent) -> Iterator[tuple[str, ...]]:
    for rule in content.rules:
        yield rule.title, rule.verdict, rule.checked_on.isoformat()
