"""确认与退回: the one sheet that the customer fills in, signs and sends back."""

from collections.abc import Mapping
from functools import partial

from butler_desktop.documents.composition import Composition
from butler_desktop.documents.layout import Flow, TextBlock
from butler_desktop.documents.pages.drawing import (
    SEAL_RADIUS,
    Drawing,
    blank,
    date_blank,
    seal_place,
    tick_box,
    words,
)
from butler_desktop.documents.pages.headings import part_heading
from butler_desktop.documents.pages.register import code_box, register_table
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.reply_form import (
    CONFIRM,
    DATE,
    LINES,
    PHONE,
    RETURN,
    ROLES,
    SIGNER,
    item_field,
    page_field,
    text_field,
)
from butler_desktop.documents.styles import (
    COVER_CELL,
    HAIRLINE,
    NOTE,
    REPLY,
    SECTION,
    TEXT_WIDTH,
    Align,
)
from butler_desktop.documents.tables import Column, Row, cell, grid_head
from butler_desktop.documents.zh_text import Run, ZhParagraph
from butler_desktop.domain.filled_reply import item_places
from butler_desktop.domain.packet import PacketContent
from butler_desktop.domain.packet_parts import NUMERALS, REMARKED, shown_parts
from butler_desktop.domain.time_words import full_moment_text

INNER = TEXT_WIDTH - 25.5
COLUMNS = (
    Column("序号", 40.5, Align.CENTRE),
    Column("页码", 48, Align.CENTRE),
    Column("项目", 112.5),
    Column("应修改为", INNER - 201),
)
LINE_HEIGHT = 24.75
CONFIRM_HEIGHT = 54.5
RETURN_HEIGHT = 38.5 + 23.25 + LINES * LINE_HEIGHT + 3


def compose(flow: Flow, given: Composition) -> None:
    """Sets the two frames, the signature, the register and the code on one sheet."""
    content = given.content
    part_heading(flow, given, "reply")
    flow.text(_instruction(content), NOTE)
    flow.y += 7.5
    flow.add(Drawing(CONFIRM_HEIGHT, partial(_confirm, content)))
    flow.add(Drawing(RETURN_HEIGHT, partial(_return, item_places(content))))
    first, second = register_table()
    heading = ZhParagraph("登记栏（由备案管家填写）", SECTION).lines(TEXT_WIDTH)
    flow.fit(
        [
            (25.5, _signing(content)),
            (4, TextBlock(heading, SECTION, TEXT_WIDTH)),
            (4.5, first),
            (0, second),
            (15, code_box(given)),
        ]
    )


def _instruction(content: PacketContent) -> list[Run]:
    seal = "签字并按指印" if content.commitment.seal != "单位公章" else "签字并加盖公章"
    last = NUMERALS[sum(part in REMARKED for part in shown_parts(content)) - 1]
    parts = "第一" if last == NUMERALS[0] else f"一至{last}"
    return [
        Run(f"请在下列两项中选择一项打“√”，{seal}后，将本页回传给备案管家。截止时间："),
        Run(full_moment_text(content.deadline).zh, bold=True),
        Run(f"。在电脑上填写时，{parts}部分的标题右侧也可写意见。"),
    ]


def _confirm(content: PacketContent, paper: Paper, x: float, top: float) -> None:
    paper.box(x, top, TEXT_WIDTH, CONFIRM_HEIGHT, HAIRLINE)
    tick_box(paper, x + 13, top + 18, "确认无误，同意提交", REPLY, CONFIRM)
    what = f"第 {content.version} 版确认书全部内容，确认信息真实、准确"
    if content.delta is not None:
        what = f"第 {content.version} 版所列改动，其余以第 {content.delta.version} 版为准"
    said = f"本人已核对{what}，同意据此向{content.authority}提交备案申请。"
    words(paper, x + 13, top + 38, said, NOTE)


def _return(places: Mapping[str, str], paper: Paper, x: float, top: float) -> None:
    paper.box(x, top, TEXT_WIDTH, RETURN_HEIGHT, HAIRLINE)
    tick_box(paper, x + 13, top + 18, "退回修改", REPLY, RETURN)
    y = top + 32
    head = grid_head(COLUMNS)
    head.paint(paper, x + 12.75, y)
    y += head.height
    for number in range(1, LINES + 1):
        row = _correction(number)
        row.paint(paper, x + 12.75, y)
        _fields(number, places, paper, x + 12.75, y)
        y += row.height


def _fields(number: int, places: Mapping[str, str], paper: Paper, x: float, top: float) -> None:
    """What of a line is filled in on a screen."""
    at = [x + sum(each.width for each in COLUMNS[:column]) + 2 for column in range(4)]
    wide = [each.width - 4 for each in COLUMNS]
    top, height = top + 3, LINE_HEIGHT - 6
    paper.text_field(page_field(number), at[1], top, wide[1], height, "页码")
    hint = "选择或填写项目"
    paper.choice_field(item_field(number), at[2], top, wide[2], height, hint, places)
    paper.text_field(text_field(number), at[3], top, wide[3], height, "应修改为")


def _correction(number: int) -> Row:
    cells, at = [], 0.0
    for column in COLUMNS:
        said = str(number) if at == 0 else ""
        cells.append(cell(said, at, column.width, NOTE.centred()))
        at += column.width
    return Row(tuple(cells), LINE_HEIGHT)


def _signing(content: PacketContent) -> Drawing:
    personal = content.commitment.seal != "单位公章"
    label = "主办者：" if personal else "主办者（盖章）："
    lines = ZhParagraph(f"{label}{content.sponsor}", COVER_CELL).lines(TEXT_WIDTH)
    name = TextBlock(lines, COVER_CELL, TEXT_WIDTH)
    height = name.height + 116

    def draw(paper: Paper, x: float, top: float) -> None:
        name.paint(paper, x, top)
        middle = top + name.height + 22
        end = blank(paper, words(paper, x, middle, "签字人：") + 1, middle, 120, SIGNER, "签字人")
        end = words(paper, end + 10, middle, "身份：")
        end = tick_box(paper, end + 2, middle, content.roles[0], field=ROLES[0])
        tick_box(paper, end + 8, middle, content.roles[1], field=ROLES[1])
        end = words(paper, x, middle + 30, "联系电话：") + 1
        blank(paper, end, middle + 30, 115, PHONE, "联系电话")
        date_blank(paper, x, middle + 60, DATE)
        seal_place(paper, x + TEXT_WIDTH - SEAL_RADIUS - 5, middle + 41, content.commitment.seal)

    return Drawing(height, draw)
