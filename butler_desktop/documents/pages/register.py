"""登记栏 and 回传核对码: what the butler fills in, and the code by which a scan is filed."""

from functools import partial

from butler_desktop.documents.composition import Composition
from butler_desktop.documents.layout import TextBlock
from butler_desktop.documents.pages.drawing import Drawing, tick_box
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.qr import paint_qr, qr_matrix
from butler_desktop.documents.styles import CELL, HAIRLINE, NOTE, TEXT_WIDTH
from butler_desktop.documents.tables import LEAST_HEIGHT, Row, cell
from butler_desktop.documents.zh_text import Run, ZhParagraph

LABEL = 66.0
CHOICES = 211.0
ROWS = (
    ("收到方式", ("当面", "扫描回传", "邮寄", "电话"), "收到时间"),
    ("登记结果", ("确认", "退回", "到期自动确认"), "登记人"),
)
CODE = 69.0
BOX_HEIGHT = 88.0


def register_table() -> list[Drawing]:
    """The two rows that the butler fills in."""
    return [_row(*row) for row in ROWS]


def _row(label: str, choices: tuple[str, ...], second: str) -> Drawing:
    right = LABEL + CHOICES
    row = Row(
        (
            cell(label, 0, LABEL, shaded=True),
            cell("", LABEL, CHOICES),
            cell(second, right, LABEL, shaded=True),
            cell("", right + LABEL, TEXT_WIDTH - right - LABEL),
        )
    )
    return Drawing(LEAST_HEIGHT, partial(_draw_row, row, choices))


def _draw_row(row: Row, choices: tuple[str, ...], paper: Paper, x: float, top: float) -> None:
    row.paint(paper, x, top)
    at = x + LABEL + 7.5
    for choice in choices:
        at = tick_box(paper, at, top + LEAST_HEIGHT / 2, choice, CELL) + 9


def code_box(given: Composition) -> Drawing:
    """The large code, with what it is for and what to compare by eye."""
    content = given.content
    page = given.starts["reply"]
    by_eye = f"{content.filing} / v{content.version} / {given.digest[:4]}-{given.digest[4:8]}"
    said = [
        Run("回传核对码", bold=True),
        Run(
            "\n请勿遮挡、折损左侧二维码。回传后系统据此识别备案单号、版本与页码，\n"
            "自动归档并核对是否为最新版本。\n人工核对："
        ),
        Run(by_eye.upper().replace("/ V", "/ v"), code=True),
    ]
    width = TEXT_WIDTH - CODE - 40
    text = TextBlock(ZhParagraph(said, NOTE).lines(width), NOTE, width)
    matrix = qr_matrix(given.code_text(page, page), given.code_text(1, page))

    def draw(paper: Paper, x: float, top: float) -> None:
        paper.box(x, top, TEXT_WIDTH, BOX_HEIGHT, HAIRLINE)
        paint_qr(paper, matrix, x + 11.5, top + (BOX_HEIGHT - CODE) / 2, CODE)
        text.paint(paper, x + CODE + 24, top + (BOX_HEIGHT - text.height) / 2)

    return Drawing(BOX_HEIGHT, draw)
