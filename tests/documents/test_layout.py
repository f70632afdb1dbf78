"""Blocks fill sheets from above; none is cut, heads come again, no line stands alone."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.documents.layout import Flow, TextBlock
from butler_desktop.documents.styles import BOTTOM, NOTE, TOP


@dataclass(eq=False)
class Slab:
    """A block of some height."""

    height: float
    name: str = ""

    def paint(self, *_):
        """Draws nothing."""


def begun() -> Flow:
    flow = Flow()
    flow.begin("part", "部分", "页眉")
    return flow


@given(st.lists(st.floats(5, 640), min_size=1, max_size=40))
def test_no_block_leaves_its_sheet_or_covers_another(heights):
    flow = begun()
    for height in heights:
        flow.add(Slab(height))
    assert sum(len(sheet.placed) for sheet in flow.sheets) == len(heights)
    for sheet in flow.sheets:
        end = TOP
        for _, y, block in sheet.placed:
            assert y >= end - 1e-6
            end = y + block.height
        assert end <= BOTTOM + 1e-6


def test_the_head_of_a_table_stands_on_each_sheet() -> None:
    flow, head = begun(), Slab(20, "head")
    flow.rows([Slab(60, str(number)) for number in range(40)], head)
    assert len(flow.sheets) > 3
    for sheet in flow.sheets:
        names = [block.name for _, _, block in sheet.placed]
        assert names[0] == "head"
        assert names.count("head") == 1
        assert len(names) > 1


def test_a_head_never_stands_alone_at_the_foot() -> None:
    flow = begun()
    flow.add(Slab(BOTTOM - TOP - 50))
    flow.rows([Slab(60, "row")], Slab(20, "head"))
    assert [block.name for _, _, block in flow.sheets[1].placed] == ["head", "row"]


@given(st.integers(0, 640))
def test_a_paragraph_never_leaves_one_line_behind(before):
    flow = begun()
    flow.add(Slab(before))
    flow.text("备案信息确认书" * 30, NOTE)
    parts = [
        len(block.lines)
        for sheet in flow.sheets
        for _, _, block in sheet.placed
        if isinstance(block, TextBlock)
    ]
    assert sum(parts) == 5
    assert min(parts) >= 2
