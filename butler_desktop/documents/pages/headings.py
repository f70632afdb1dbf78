"""Headings: the title of a part and those of its sections, kept with what follows."""

from butler_desktop.documents.layout import Flow
from butler_desktop.documents.styles import SECTION, TITLE

GAP = 11.5
KEPT = 62
"""What must fit below a section's heading: the head of a table and a row."""


def title(flow: Flow, text: str) -> None:
    """The title at the top of a part."""
    flow.y += 1.5
    flow.text(text, TITLE)
    flow.y += 10


def section(flow: Flow, text: str, *, kept: float = KEPT, gap: float = GAP) -> None:
    """The heading of a section; with ``kept`` points of what follows on the same sheet."""
    flow.need(gap + SECTION.leading + 5 + kept)
    flow.gap(gap)
    flow.text(text, SECTION)
    flow.y += 5


def numbered(place: int, text: str) -> str:
    """``（一）主办者基本情况``."""
    return f"（{'一二三四五六七八九十'[place]}）{text}"
