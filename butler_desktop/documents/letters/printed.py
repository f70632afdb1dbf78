"""Printed: a letter as a PDF, A4 in the manner of official letters, to be signed by hand."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from butler_desktop.documents.layout import Flow, Sheet
from butler_desktop.documents.letters.shapes import refuse_unprintable
from butler_desktop.documents.letters.signing import signing
from butler_desktop.documents.packet import ONE_AT_A_TIME
from butler_desktop.documents.pages.drawing import Drawing
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.styles import HEIGHT, MM, RUNNING, WIDTH, Align, TextStyle
from butler_desktop.documents.tables import (
    LEAST_HEIGHT,
    Column,
    Fact,
    Row,
    cell,
    divided,
    facts,
    grid_head,
)
from butler_desktop.documents.zh_text import ZhParagraph, paint_lines
from butler_desktop.domain.letter import Block, BlockSort, Letter

MARGIN = 26 * MM
COLUMN = WIDTH - 2 * MARGIN
TITLE = TextStyle(18, 30, Align.CENTRE, bold=True, tracking=0.06)
ADDRESSEE = TextStyle(12, 24)
BODY = TextStyle(12, 24, Align.JUSTIFY, indent=2)
HEADING = TextStyle(12, 26, bold=True)
CELL = TextStyle(10.5, 16.5)
HEAD = TextStyle(10.5, 16.5, Align.CENTRE, bold=True)
LABEL_WIDTH = 104.0
MOST_SINGLE = 6
"""Facts that have a row each; where there are more, two short ones share a row."""
TABLES = (BlockSort.FACTS, BlockSort.GRID)
MOST_KEPT = HEIGHT / 3
"""A table that is no taller is not divided."""
ABOVE = 24.0
"""What is left free above the signature."""
LINE = 27.0
"""Height of a line to write on."""
FOOT = HEIGHT - 52.0


def render_letter(letter: Letter, made_at: datetime) -> bytes:
    """The letter's file; the same letter made at the same time (UTC) is the same to the byte.

    Raises DocumentFailed where a character has no shape.
    """
    refuse_unprintable(letter)
    with ONE_AT_A_TIME:
        return _drawn(letter, made_at)


def _drawn(letter: Letter, made_at: datetime) -> bytes:
    paper = Paper(title=letter.title, author=letter.party, subject=letter.title, made_at=made_at)
    sheets = _composed(letter).sheets
    for number, sheet in enumerate(sheets, start=1):
        _paint(paper, sheet, number, len(sheets))
        paper.end_page()
    return paper.finished(f"{letter.title} {letter.party}")


def _composed(letter: Letter) -> Flow:
    flow = Flow(MARGIN, COLUMN)
    flow.begin("letter", letter.title, "")
    flow.text(letter.title, TITLE, letter.title)
    flow.gap(14)
    if letter.addressee:
        flow.text(letter.addressee, ADDRESSEE, letter.title)
    end = signing(letter, COLUMN)
    for number, block in enumerate(letter.blocks):
        after = letter.blocks[number - 1].sort if number else None
        rest = letter.blocks[number + 1 :]
        if rest and block.sort is BlockSort.HEADING:
            flow.need(HEADING.leading + 6 + _kept(rest[0]))
        elif not rest:
            flow.need(_kept(block) + ABOVE + end.height)  # a signature does not stand alone
        _set(flow, block, after_table=after in TABLES)
    flow.need(ABOVE + end.height)
    flow.gap(ABOVE)
    flow.add(end)
    return flow


def _kept(block: Block) -> float:
    """What of a block must stand on one sheet with what is before or after it."""
    if block.sort in TABLES:
        head, rows = _table(block)
        whole = sum(row.height for row in rows) + (head.height if head else 0) + 6
        return whole if whole <= MOST_KEPT else 3 * LEAST_HEIGHT
    if block.lines:
        return BODY.leading + LINE
    return min(ZhParagraph(block.text, BODY).height(COLUMN), 4 * BODY.leading)


def _set(flow: Flow, block: Block, *, after_table: bool) -> None:
    if block.sort is BlockSort.HEADING:
        flow.gap(6)
        flow.text(block.text, HEADING)
    elif block.sort in TABLES:
        head, rows = _table(block)
        flow.gap(0 if after_table and head is None else 6)
        flow.need(_kept(block))
        flow.rows(rows, head)
    else:
        flow.gap(6 if after_table else 0)
        if block.text:
            flow.need(BODY.leading + (LINE if block.lines else 0))
            flow.text(_asked(block), BODY)
        for _ in range(block.lines):
            flow.add(Drawing(LINE, _rule))


def _table(block: Block) -> tuple[Row | None, list[Row]]:
    """The head, where it has one, and the rows of a table."""
    if block.sort is BlockSort.FACTS:
        return None, list(facts(_facts(block), COLUMN, LABEL_WIDTH, CELL))
    columns = _columns(block)
    return grid_head(columns, HEAD), list(_grid(columns, block.rows[1:]))


def _asked(block: Block) -> str:
    if block.sort is BlockSort.COPY:
        return f"（请本人用正楷抄写：{block.text}）"
    return block.text


def _facts(block: Block) -> Iterator[Fact]:
    is_wide = len(block.rows) <= MOST_SINGLE
    for label, value in block.rows:
        yield Fact(label, value, is_wide=is_wide)


def _columns(block: Block) -> list[Column]:
    whole = sum(block.widths)
    return [
        Column(head, COLUMN * width / whole)
        for head, width in zip(block.rows[0], block.widths, strict=True)
    ]


def _grid(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Iterator[Row]:
    for row in rows:
        cells, x = [], 0.0
        for column, text in zip(columns, row, strict=True):
            cells.append(cell(text, x, column.width, CELL, field=column.head))
            x += column.width
        yield from divided(Row(tuple(cells)))


def _rule(paper: Paper, x: float, top: float) -> None:
    paper.line(x, top + LINE - 4, x + COLUMN, top + LINE - 4)


def _paint(paper: Paper, sheet: Sheet, number: int, total: int) -> None:
    for mark in sheet.marks:
        paper.mark_place(mark.key, mark.title, mark.level, mark.y)
    for x, y, block in sheet.placed:
        block.paint(paper, x, y)
    if total > 1:
        style = RUNNING.centred()
        page = ZhParagraph(f"第 {number} 页　共 {total} 页", style).lines(COLUMN)
        paint_lines(paper, page, style, MARGIN, FOOT, COLUMN)
