"""Styles: the measures of the paper, all in points, and its few kinds of text."""

from dataclasses import dataclass, replace
from enum import Enum, auto

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
SIDE = 22 * MM
TOP = 24 * MM
TEXT_WIDTH = WIDTH - 2 * SIDE
FOOT = HEIGHT - 81
"""The line above the foot, which nothing else may cross."""
BOTTOM = FOOT - 10

HAIRLINE = 0.75
STRONG_LINE = 1.5
LABEL_GROUND = 0.945
"""#F1F1F1, the one grey of label cells."""
FAINT = 0.6
MIDDLE = 0.42
"""How far the baseline lies below the middle of a line, in em."""


class Align(Enum):
    """How lines stand in their width."""

    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()
    JUSTIFY = auto()


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A kind of text. ``indent`` of the first line and ``tracking`` of each letter, in em."""

    size: float
    leading: float
    align: Align = Align.LEFT
    bold: bool = False
    indent: float = 0
    tracking: float = 0
    grey: float = 0

    def centred(self) -> "TextStyle":
        """This style, each line in the middle."""
        return replace(self, align=Align.CENTRE)

    def right(self) -> "TextStyle":
        """This style, each line at the right."""
        return replace(self, align=Align.RIGHT)


COVER_TITLE = TextStyle(21, 33, Align.CENTRE, bold=True, tracking=0.15)
COVER_KIND = TextStyle(11.25, 18, Align.CENTRE)
COVER_CELL = TextStyle(10.5, 15)
COVER_HEAD = TextStyle(12, 18, Align.CENTRE, bold=True)
COVER_TEXT = TextStyle(9.75, 15.75)
TITLE = TextStyle(14.25, 21.5, Align.CENTRE, bold=True, tracking=0.03)
SECTION = TextStyle(10.5, 15.75, bold=True)
BODY = TextStyle(10.875, 21.75, Align.JUSTIFY, indent=2)
BODY_FLUSH = TextStyle(10.875, 21.75, Align.JUSTIFY)
CELL = TextStyle(9.75, 15)
GRID_CELL = TextStyle(9.375, 15)
CODE_CELL = TextStyle(8.25, 15)
HEAD = TextStyle(9.75, 15, Align.CENTRE, bold=True)
NOTE = TextStyle(9, 15, Align.JUSTIFY)
NOTE_INDENTED = TextStyle(9, 15, Align.JUSTIFY, indent=2)
CAPTION = TextStyle(8.25, 12)
FORM = TextStyle(10.5, 15.75)
REPLY = TextStyle(12, 18, bold=True)
RUNNING = TextStyle(9, 12)
FOOTER = TextStyle(8.25, 13.1)
VOID_MARK = TextStyle(190, 190, bold=True)
VOID_REASON = TextStyle(24, 24, bold=True)
