"""Layout: blocks set below each other, over as many sheets as they need.

A block is never divided. What is long (a table, a text) comes as many blocks.
Nothing is drawn until all sheets are known, because every foot says ``n of N``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from butler_desktop.documents.paper import Paper
from butler_desktop.documents.styles import BOTTOM, SIDE, TEXT_WIDTH, TOP, TextStyle
from butler_desktop.documents.zh_text import Line, Run, ZhParagraph, paint_lines


class Block(Protocol):
    """Something of a fixed height that can be drawn anywhere."""

    @property
    def height(self) -> float:
        """Points."""

    def paint(self, paper: Paper, x: float, top: float) -> None:
        """Draws it below and right of (x, top)."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines of one style in a column."""

    lines: tuple[Line, ...]
    style: TextStyle
    width: float

    @property
    def height(self) -> float:
        """Points."""
        return len(self.lines) * self.style.leading

    def paint(self, paper: Paper, x: float, top: float) -> None:
        """Draws the lines."""
        paint_lines(paper, self.lines, self.style, x, top, self.width)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on a sheet that the outline names."""

    key: str
    title: str
    level: int
    y: float


@dataclass(slots=True)
class Sheet:
    """One page: what its header says, and the blocks with their places."""

    header: str
    placed: list[tuple[float, float, Block]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


class Flow:
    """The sheets of a document as they fill. ``y`` is where the next block goes."""

    def __init__(self, left: float = SIDE, width: float = TEXT_WIDTH) -> None:
        self.sheets: list[Sheet] = []
        self.left = left
        self.width = width
        self.y = TOP

    @property
    def room(self) -> float:
        """What is left of the sheet."""
        return BOTTOM - self.y

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands on the sheet yet."""
        return self.y == TOP

    def begin(self, key: str, title: str, header: str) -> None:
        """Begins a part of the document on a new sheet."""
        self.sheets.append(Sheet(header))
        self.y = TOP
        self.mark(key, title)

    def mark(self, key: str, title: str, level: int = 0) -> None:
        """Names the present place in the outline."""
        self.sheets[-1].marks.append(Mark(key, title, level, self.y))

    def gap(self, height: float) -> None:
        """Leaves room, except at the top of a sheet."""
        if not self.is_fresh:
            self.y += height

    def need(self, height: float) -> None:
        """Goes on to the next sheet where ``height`` is not left."""
        if self.room < height and not self.is_fresh:
            self.next_sheet()

    def next_sheet(self) -> None:
        """Goes on to a new sheet with the same header."""
        self.sheets.append(Sheet(self.sheets[-1].header))
        self.y = TOP

    def add(self, block: Block, x: float | None = None) -> None:
        """Sets a block below the last one, on the next sheet where it does not fit."""
        self.need(block.height)
        self.put(block, self.left if x is None else x, self.y)
        self.y += block.height

    def fit(self, spaced: Sequence[tuple[float, Block]], x: float | None = None) -> None:
        """Sets blocks, each below its gap; where the sheet is too short, the gaps give way."""
        gaps = sum(gap for gap, _ in spaced)
        room = self.room - sum(block.height for _, block in spaced)
        ease = min(1.0, max(0.0, room / gaps))
        for gap, block in spaced:
            self.y += gap * ease
            self.add(block, x)

    def put(self, block: Block, x: float, y: float) -> None:
        """Sets a block at a place of this sheet."""
        self.sheets[-1].placed.append((x, y, block))

    def text(self, text: str | list[Run], style: TextStyle, name: str = "") -> None:
        """Sets a paragraph; its lines may part over sheets, never one alone."""
        lines = ZhParagraph(text, style, name).lines(self.width)
        while lines:
            fitting = int(self.room / style.leading)
            if fitting < len(lines):
                fitting = min(fitting, len(lines) - 2)
            if fitting < min(2, len(lines)):
                if not self.is_fresh:
                    self.next_sheet()
                    continue
                fitting = len(lines)
            self.add(TextBlock(lines[:fitting], style, self.width))
            lines = lines[fitting:]

    def rows(self, rows: Iterable[Block], head: Block | None = None) -> None:
        """Sets the rows of a table; ``head`` stands above the first, and again on each sheet."""
        is_open = False
        for row in rows:
            wanted = row.height + (head.height if head and not is_open else 0)
            if self.room < wanted and not self.is_fresh:
                self.next_sheet()
                is_open = False
            if head and not is_open:
                self.add(head)
            is_open = True
            self.add(row)
