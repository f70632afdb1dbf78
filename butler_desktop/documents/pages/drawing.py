"""Drawings: blocks that are drawn by hand, and the small parts of forms to be filled in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from butler_desktop.documents.fonts import Face
from butler_desktop.documents.layout import Flow
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.styles import FAINT, FORM, HAIRLINE, MIDDLE, TextStyle
from butler_desktop.documents.zh_text import ZhParagraph, paint_lines, text_width

TICK_BOX = 10.5
SEAL_RADIUS = 51.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A block of ``height`` that ``draw(paper, x, top)`` draws."""

    height: float
    draw: Callable[[Paper, float, float], None]

    def paint(self, paper: Paper, x: float, top: float) -> None:
        """Draws it."""
        self.draw(paper, x, top)


def words(paper: Paper, x: float, middle: float, text: str, style: TextStyle = FORM) -> float:
    """Draws one line of text around the height ``middle``; returns where it ends."""
    (line,) = ZhParagraph(text, style).lines(float("inf"))
    paint_lines(paper, (line,), style, x, middle - style.leading / 2, line.width)
    return x + line.width


def blank(
    paper: Paper, x: float, middle: float, width: float, field: str = "", hint: str = ""
) -> float:
    """A line to write on, on a screen into ``field``; returns where it ends."""
    paper.line(x, middle + 7, x + width, middle + 7, HAIRLINE)
    if field:
        paper.text_field(field, x, middle - 9, width, 16, hint)
    return x + width


def tick_box(
    paper: Paper, x: float, middle: float, text: str, style: TextStyle = FORM, field: str = ""
) -> float:
    """A box to tick, on a screen as ``field``, and what it means; returns where that ends."""
    paper.box(x, middle - TICK_BOX / 2, TICK_BOX, TICK_BOX, HAIRLINE)
    if field:
        paper.tick_field(field, x, middle - TICK_BOX / 2, TICK_BOX, text)
    return words(paper, x + TICK_BOX + 6, middle, text, style)


def date_blank(
    paper: Paper, x: float, middle: float, fields: Sequence[str] = ("", "", "")
) -> float:
    """日期： with room for year, month and day."""
    x = words(paper, x, middle, "日期：")
    for width, unit, field in zip((48.0, 33.0, 33.0), "年月日", fields, strict=True):
        x = words(paper, blank(paper, x + 1, middle, width, field, unit), middle, unit)
    return x


def seal_place(paper: Paper, x: float, y: float, text: str) -> None:
    """A dashed circle around (x, y) that says what is set there."""
    paper.circle(x, y, SEAL_RADIUS, FAINT, "3 2")
    size = 9.75
    half = text_width(text, Face.SERIF, size) / 2
    paper.text(x - half, y + MIDDLE * size, text, Face.SERIF, size, grey=FAINT)


def draw(flow: Flow, height: float, drawing: Callable[[Paper, float, float], None]) -> None:
    """Sets a drawing into the flow."""
    flow.add(Drawing(height, drawing))
