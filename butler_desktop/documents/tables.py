"""Tables: rows of framed cells; labelled facts in one or two pairs a row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from butler_desktop.documents.paper import Paper
from butler_desktop.documents.styles import (
    BOTTOM,
    CELL,
    CODE_CELL,
    GRID_CELL,
    HAIRLINE,
    HEAD,
    LABEL_GROUND,
    TOP,
    Align,
    TextStyle,
)
from butler_desktop.documents.zh_text import Line, Run, ZhParagraph, paint_lines

PAD_X, PAD_Y = 7.5, 4.1
LEAST_HEIGHT = 23.25
TALLEST = BOTTOM - TOP - 2 * LEAST_HEIGHT
"""A row that is taller is divided: no sheet could hold it under its head."""
LABEL_WIDTH = 93.5
GO_ON = "（续）"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text in lines, its place and width in the row."""

    lines: tuple[Line, ...]
    style: TextStyle
    x: float
    width: float
    shaded: bool = False

    @property
    def height(self) -> float:
        """The height of its text."""
        return len(self.lines) * self.style.leading


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, each in the middle of its height unless ``is_at_top``."""

    cells: tuple[Cell, ...]
    least: float = LEAST_HEIGHT
    is_at_top: bool = False

    @property
    def height(self) -> float:
        """The height of its tallest cell, margins included."""
        return max(self.least, *(cell.height + 2 * PAD_Y for cell in self.cells))

    def paint(self, paper: Paper, x: float, top: float) -> None:
        """Draws grounds, frames and texts."""
        height = self.height
        for cell in self.cells:
            ground = LABEL_GROUND if cell.shaded else None
            paper.box(x + cell.x, top, cell.width, height, HAIRLINE, ground)
        for cell in self.cells:
            above = PAD_Y if self.is_at_top else (height - cell.height) / 2
            inner = cell.width - 2 * PAD_X
            paint_lines(paper, cell.lines, cell.style, x + cell.x + PAD_X, top + above, inner)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid: its head, its width, how its cells stand, what its field is called."""

    head: str
    width: float
    align: Align = Align.LEFT
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value. ``is_wide`` has a row of its own; ``mark`` stands framed behind."""

    label: str
    value: str
    is_wide: bool = False
    mark: str = ""


def cell(
    text: str | Sequence[Run],
    x: float,
    width: float,
    style: TextStyle = CELL,
    *,
    field: str = "",
    shaded: bool = False,
) -> Cell:
    """A cell with its text broken into lines. Raises DocumentFailed naming ``field``."""
    lines = ZhParagraph(text, style, field).lines(width - 2 * PAD_X)
    return Cell(lines, style, x, width, shaded)


def grid_head(columns: Sequence[Column], style: TextStyle = HEAD) -> Row:
    """The head of a grid."""
    return Row(tuple(cell(c.head, x, c.width, style, shaded=True) for x, c in _placed(columns)))


def grid_rows(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Iterator[Row]:
    """The rows of a grid."""
    for texts in rows:
        cells = (
            _grid_cell(column, x, text)
            for (x, column), text in zip(_placed(columns), texts, strict=True)
        )
        yield from divided(Row(tuple(cells)))


def facts(
    rows: Iterable[Fact],
    width: float,
    label_width: float = LABEL_WIDTH,
    style: TextStyle = CELL,
) -> Iterator[Row]:
    """Labelled facts: two short ones share a row, a long or wide one has its own."""
    half = width / 2
    waiting: Row | None = None
    for fact in rows:
        label = cell(fact.label, 0, label_width, style, field=fact.label, shaded=True)
        short = None if fact.is_wide else _value(fact, label_width, half - label_width, style)
        if short is None or len(short.lines) > 1:
            if waiting:
                yield _widened(waiting, width)
                waiting = None
            value = _value(fact, label_width, width - label_width, style)
            yield from divided(Row((label, value)))
        elif waiting is None:
            waiting = Row((label, short))
        else:
            pair = tuple(replace(each, x=each.x + half) for each in (label, short))
            yield Row((*waiting.cells, *pair))
            waiting = None
    if waiting:
        yield _widened(waiting, width)


def _value(fact: Fact, x: float, width: float, style: TextStyle) -> Cell:
    runs = [Run(fact.value)]
    if fact.mark:
        runs.append(Run(fact.mark, mark=True))
    return cell(runs, x, width, style, field=fact.label)


def _widened(row: Row, width: float) -> Row:
    *labels, last = row.cells
    return Row((*labels, replace(last, width=width - last.x)))


def _grid_cell(column: Column, x: float, text: str) -> Cell:
    is_code = column.is_code and text.isascii()
    style = replace(CODE_CELL if is_code else GRID_CELL, align=column.align)
    return cell([Run(text, code=is_code)], x, column.width, style, field=column.head)


def _placed(columns: Sequence[Column]) -> Iterator[tuple[float, Column]]:
    x = 0.0
    for column in columns:
        yield x, column
        x += column.width


def divided(row: Row) -> Iterator[Row]:
    """The row; in parts where it is taller than a sheet, each part with its label."""
    if row.height <= TALLEST:
        yield row
        return
    most = int((TALLEST - 2 * PAD_Y) / min(each.style.leading for each in row.cells))
    longest = max(len(each.lines) for each in row.cells)
    for start in range(0, longest, most):
        yield replace(row, cells=tuple(_part(each, start, most) for each in row.cells))


def _part(each: Cell, start: int, most: int) -> Cell:
    if start and each.shaded:
        label = "".join(line.text for line in each.lines) + GO_ON
        return cell(label, each.x, each.width, each.style, shaded=True)
    return replace(each, lines=each.lines[start : start + most])
