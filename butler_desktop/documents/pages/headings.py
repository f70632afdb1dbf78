"""Headings: the title of a part and those of its sections, kept with what follows."""

from functools import partial

from butler_desktop.documents.layout import Flow
from butler_desktop.documents.pages.drawing import Drawing
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.reply_form import remark_field
from butler_desktop.documents.styles import SECTION, TITLE
from butler_desktop.domain.filled_reply import PARTS

GAP = 11.5
REMARK_WIDTH, REMARK_HEIGHT = 118.0, 20.0
KEPT = 62
"""What must fit below a section's heading: the head of a table and a row."""


def title(flow: Flow, text: str, part: str = "") -> None:
    """The title at the top of a part; on a screen a remark of ``part`` is written beside it."""
    flow.y += 1.5
    if part:
        left = flow.left + flow.width - REMARK_WIDTH
        flow.put(Drawing(0, partial(_remark, part)), left, flow.y)
    flow.text(text, TITLE)
    flow.y += 10


def _remark(part: str, paper: Paper, x: float, top: float) -> None:
    hint = f"对“{PARTS[part]}”的意见，没有则不填"
    paper.text_field(remark_field(part), x, top, REMARK_WIDTH, REMARK_HEIGHT, hint)


def section(flow: Flow, text: str, *, kept: float = KEPT, gap: float = GAP) -> None:
    """The heading of a section; with ``kept`` points of what follows on the same sheet."""
    flow.need(gap + SECTION.leading + 5 + kept)
    flow.gap(gap)
    flow.text(text, SECTION)
    flow.y += 5


def numbered(place: int, text: str) -> str:
    """``（一）主办者基本情况``."""
    return f"（{'一二三四五六七八九十'[place]}）{text}"
