"""The frame of every sheet: header, the reserved foot with its code, and 作废 where it is void."""

from math import cos, radians, sin

from butler_desktop.documents.imprint import Imprint
from butler_desktop.documents.layout import Sheet
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.qr import Matrix, paint_qr, qr_matrix
from butler_desktop.documents.styles import (
    FOOT,
    FOOTER,
    HEIGHT,
    MIDDLE,
    MM,
    RUNNING,
    SIDE,
    TEXT_WIDTH,
    VOID_MARK,
    VOID_REASON,
    WIDTH,
    TextStyle,
)
from butler_desktop.documents.zh_text import Run, ZhParagraph, paint_lines
from butler_desktop.domain.packet import short_digest
from butler_desktop.domain.time_words import full_moment_text

HEADER_LINE = 53.5
CODE_SIDE = 14 * MM
VOID = "作废"
SLOPE = radians(40)
VOID_WIDEST = 500.0
"""A longer line of the reason is set smaller: it must not run into the foot or off the sheet."""


def paint_sheet(paper: Paper, sheet: Sheet, given: Imprint, number: int, total: int) -> None:
    """Draws a sheet with its frame; the caller may draw over it and ends the page."""
    code = qr_matrix(given.code_text(number, total), given.code_text(1, total))
    for mark in sheet.marks:
        paper.mark_place(mark.key, mark.title, mark.level, mark.y)
    _paint_frame(paper, sheet.header, given, number, total, code)
    for x, y, block in sheet.placed:
        block.paint(paper, x, y)


def _paint_frame(
    paper: Paper, header: str, given: Imprint, number: int, total: int, code: Matrix
) -> None:
    """Draws header and foot."""
    top = HEADER_LINE - 5 - RUNNING.leading
    _text(paper, given.document, RUNNING, SIDE, top, TEXT_WIDTH)
    _text(paper, header, RUNNING.right(), SIDE, top, TEXT_WIDTH)
    paper.line(SIDE, HEADER_LINE, WIDTH - SIDE, HEADER_LINE)
    paper.line(SIDE, FOOT, WIDTH - SIDE, FOOT)
    paint_qr(paper, code, SIDE, FOOT + 6.5, CODE_SIDE)
    left, top = SIDE + CODE_SIDE + 9.5, FOOT + 7
    width = WIDTH - SIDE - left
    version = f"　第 {given.version} 版" if given.version else ""
    first = f"{given.number_label} {given.filing}{version}　页码 {number}/{total}"
    _text(paper, first, FOOTER, left, top, width)
    second = [
        Run("内容校验码 "),
        Run(short_digest(given.digest), code=True),
        Run(f"　生成于 {full_moment_text(given.made_at).zh}"),
    ]
    _text(paper, second, FOOTER, left, top + FOOTER.leading, width)
    _text(paper, given.note, FOOTER, left, top + 2 * FOOTER.leading, width)
    page = f"第 {number} 页　共 {total} 页"
    _text(paper, page, RUNNING.right(), left, top + 0.5, width)


def paint_void(paper: Paper, reason: str) -> None:
    """Crosses the sheet with 作废 and the reason's lines below; all of it can still be read."""
    cosine, sine = slope = cos(SLOPE), sin(SLOPE)
    said = [(VOID, VOID_MARK, 0.0)]
    said += [
        (line, VOID_REASON, 112.0 + place * VOID_REASON.leading)
        for place, line in enumerate(reason.splitlines())
    ]
    for text, style, below in said:
        (line,) = ZhParagraph(" ".join(text.split()), style, "作废原因").lines(float("inf"))
        scale = min(VOID_WIDEST / line.width, 1) if line.width else 1
        down = below + MIDDLE * style.size * scale
        for piece in line.pieces:
            along = (piece.x - line.width / 2) * scale
            x = WIDTH / 2 + along * cosine + down * sine
            y = HEIGHT / 2 - along * sine + down * cosine
            paper.veil(x, y, piece.text, piece.face, style.size * scale, slope)


def _text(
    paper: Paper, text: str | list[Run], style: TextStyle, x: float, top: float, width: float
) -> None:
    paint_lines(paper, ZhParagraph(text, style).lines(width), style, x, top, width)
