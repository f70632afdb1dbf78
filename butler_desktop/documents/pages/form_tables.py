"""The form's sections as tables, each changed value marked 本版改动."""

from collections.abc import Sequence

from butler_desktop.documents.layout import Flow
from butler_desktop.documents.pages.headings import GAP, numbered, section
from butler_desktop.documents.tables import Fact, Row, cell, divided, facts
from butler_desktop.documents.zh_text import Run
from butler_desktop.domain.packet import PacketRow, PacketSection

CHANGED = "本版改动"
REMARK_HEIGHT = 48.0


def form_sections(flow: Flow, sections: Sequence[PacketSection]) -> None:
    """Sets each section's heading and table."""
    for place, each in enumerate(sections):
        section(flow, numbered(place, each.title), gap=GAP if place else 0)
        if len(each.rows) == 1 and each.title == each.rows[0].label:
            flow.rows(divided(_remark(each.rows[0], flow.width)))
        else:
            flow.rows(facts((_fact(row) for row in each.rows), flow.width))


def _fact(row: PacketRow) -> Fact:
    return Fact(row.label, row.value, row.is_wide, CHANGED if row.changed else "")


def _remark(row: PacketRow, width: float) -> Row:
    """A framed text without a label, which its heading is."""
    runs = [Run(row.value)]
    if row.changed:
        runs.append(Run(CHANGED, mark=True))
    return Row((cell(runs, 0, width, field=row.label),), REMARK_HEIGHT, is_at_top=True)
