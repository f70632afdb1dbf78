"""三、材料目录: the attached papers with their hashes, and their pictures."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Image, KeepTogether, Spacer, Table

from butler_desktop.documents.pages.page import Paper, heading, section
from butler_desktop.documents.pictures import Picture
from butler_desktop.documents.sheet import BODY_WIDTH
from butler_desktop.documents.styles import INK, para
from butler_desktop.documents.tables import grid_table
from butler_desktop.domain.packet import PacketMaterial

NAMES = {"image/jpeg": "图片 JPG", "image/png": "图片 PNG", "application/pdf": "PDF"}
WIDTHS = (36, 150, 40, 58, 80, BODY_WIDTH - 364)
PER_LINE = 3
BOX = (BODY_WIDTH / PER_LINE - 12, 104.0)


def materials(paper: Paper) -> list[Flowable]:
    """The page's flowables."""
    attached = paper.content.materials
    rows: list[list[object]] = [
        [
            para(str(number), "cell_center"),
            para(each.name),
            para(str(each.pages), "cell_center"),
            para(NAMES.get(each.media_type, each.media_type), "cell_center"),
            para(each.size, "cell_center"),
            para(f"{each.sha256[:4]} {each.sha256[4:8]}".upper(), "code_center"),
        ]
        for number, each in enumerate(attached, start=1)
    ]
    total = sum(each.pages for each in attached)
    rows.append(
        ["", para("合计"), para(str(total), "cell_center"), para(f"共 {len(attached)} 项"), "", ""]
    )
    heads = ("序号", "材料名称", "页数", "形式", "像素", "校验码（前 8 位）")
    table = grid_table(heads, rows, WIDTHS)
    table.setStyle([("SPAN", (3, len(rows)), (5, len(rows)))])
    note = (
        "说明：校验码是原件的 SHA-256 前 8 位，原件按收到时的字节保存。"
        "以上核对只对照已知的填报要求，不代替通信管理局的审核结论。"
    )
    shown = [*heading("三、材料目录"), table, Spacer(0, 8), para(note, "note")]
    if attached:
        shown += section("材料图样")
        shown += _gallery(attached, paper)
    return shown


def _gallery(attached: Sequence[PacketMaterial], paper: Paper) -> list[Flowable]:
    cells = [
        _cell(number, each, paper.pictures.get(each.sha256))
        for number, each in enumerate(attached, start=1)
    ]
    lines: list[Flowable] = []
    for start in range(0, len(cells), PER_LINE):
        line = cells[start : start + PER_LINE]
        line += [["", ""]] * (PER_LINE - len(line))
        table = Table(
            [[cell[0] for cell in line], [cell[1] for cell in line]],
            colWidths=[BODY_WIDTH / PER_LINE] * PER_LINE,
            rowHeights=[BOX[1] + 10, None],
            style=[
                ("GRID", (0, 0), (len([c for c in line if c[0]]) - 1, 0), 0.5, INK),
                ("ALIGN", (0, 0), (-1, -1), "CENTER"),
                ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ],
        )
        lines += [KeepTogether(table), Spacer(0, 4)]
    return lines


def _cell(number: int, material: PacketMaterial, picture: Picture | None) -> list[object]:
    caption = para(f"{number}. {material.name}", "caption")
    if picture is None:
        return [para(f"{material.file_name}\n共 {material.pages} 页，见原件", "caption"), caption]
    scale = min(BOX[0] / picture.width, BOX[1] / picture.height)
    image = Image(picture.stream(), width=picture.width * scale, height=picture.height * scale)
    return [image, caption]
