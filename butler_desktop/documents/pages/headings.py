"""Headings: the title of a part and those of its sections, kept with what follows."""

from functools import partial

from butler_desktop.documents.composition import Composition
from butler_desktop.documents.layout import Flow
from butler_desktop.documents.pages.drawing import Drawing
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.reply_form import remark_field
from butler_desktop.documents.styles import SECTION, TITLE
from butler_desktop.domain.packet_parts import NUMERALS, REMARKED, part_title

ABOVE = 1.5
GAP = 11.5
REMARK_WIDTH, REMARK_HEIGHT = 118.0, 20.0
KEPT = 62
"""What must fit below a section's heading: the head of a table and a row."""


def part_heading(flow: Flow, given: Composition, part: str, name: str = "") -> None:
    """The title of a part of the packet, which may be called ``name``.

    On a screen a remark is written beside it.
    """
    if part in REMARKED:
        hint = f"对“{part_title(given.content, part)}”的意见，没有则不填"
        left = flow.left + flow.width - REMARK_WIDTH
        flow.put(Drawing(0, partial(_remark, part, hint)), left, flow.y + ABOVE)
    title(flow, part_title(given.content, part, name))


def title(flow: Flow, text: str) -> None:
    """The title at the top of a sheet."""
    flow.y += ABOVE
    flow.text(text, TITLE)
    flow.y += 10


def _remark(part: str, hint: str, paper: Paper, x: float, top: float) -> None:
    paper.text_field(remark_field(part), x, top, REMARK_WIDTH, REMARK_HEIGHT, hint)


def section(flow: Flow, text: str, *, kept: float = KEPT, gap: float = GAP) -> None:
    """The heading of a section; with ``kept`` points of what follows on the same sheet."""
    flow.need(gap + SECTION.leading + 5 + kept)
    flow.gap(gap)
    flow.text(text, SECTION)
    flow.y += 5


def numbered(place: int, text: str) -> str:
    """``（一）主办者基本情况``."""
    return f"（{NUMERALS[place]}）{text}"
