"""Tables of the packet: labelled facts, and grids with a repeated head."""

from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Table

from butler_desktop.documents.faces import load, runs
from butler_desktop.documents.styles import INK, LABEL_GROUND, para
from butler_desktop.domain.packet import PacketRow

LINE = 0.6
LABEL_WIDTH = 88.5
PAD = 7.0
CHANGED = "本版改动"


class ValueCell(Flowable):
    """A value with the boxed mark 本版改动 behind it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = para(text)
        load("Serif")
        self.mark_width = stringWidth(CHANGED, "Serif", 8) + 8

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The room it takes."""
        self.room = width
        _, self.text_height = self.text.wrap(width - self.mark_width - 6, height)
        return width, self.text_height

    def draw(self) -> None:
        """Draws the text, then the mark after its last line."""
        self.text.drawOn(self.canv, 0, 0)
        last = self.text.blPara.lines[-1]
        used = self.room - self.mark_width - 6 - getattr(last, "extraSpace", 0)
        x = min(used + 6, self.room - self.mark_width)
        self.canv.setLineWidth(LINE)
        self.canv.setStrokeColor(INK)
        self.canv.rect(x, 1.6, self.mark_width, 11.4)
        self.canv.setFont("Serif", 8)
        self.canv.drawString(x + 4, 4.3, CHANGED)


def facts_table(rows: Sequence[PacketRow], width: float) -> Table:
    """Labels and values: two pairs a line where both are short, else one."""
    half = width / 2 - LABEL_WIDTH - 2 * PAD
    lines: list[list[object]] = []
    spans: list[tuple[object, ...]] = []
    pending: PacketRow | None = None

    def alone(row: PacketRow) -> None:
        lines.append([para(row.label), _value(row), "", ""])
        spans.append(("SPAN", (1, len(lines) - 1), (3, len(lines) - 1)))

    for row in rows:
        if not _fits(row, half):
            if pending is not None:
                alone(pending)
                pending = None
            alone(row)
        elif pending is None:
            pending = row
        else:
            place = len(lines)
            lines.append([para(pending.label), _value(pending), para(row.label), _value(row)])
            spans.append(("BACKGROUND", (2, place), (2, place), LABEL_GROUND))
            pending = None
    if pending is not None:
        alone(pending)
    widths = [LABEL_WIDTH, width / 2 - LABEL_WIDTH, LABEL_WIDTH, width / 2 - LABEL_WIDTH]
    return Table(
        lines,
        colWidths=widths,
        splitInRow=0,
        style=[*_grid(), ("BACKGROUND", (0, 0), (0, -1), LABEL_GROUND), *spans],
    )


def plain_facts(rows: Sequence[tuple[str, str]], width: float, label_width: float) -> Table:
    """Labels and values, one pair a line, in the cover's larger type."""
    return Table(
        [[para(label, "fact"), para(value, "fact")] for label, value in rows],
        colWidths=[label_width, width - label_width],
        style=[*_grid(), ("BACKGROUND", (0, 0), (0, -1), LABEL_GROUND)],
    )


def grid_table(
    heads: Sequence[str],
    rows: Sequence[Sequence[object]],
    widths: Sequence[float],
    *,
    row_height: float | None = None,
) -> Table:
    """A table whose head repeats on each page; rows do not break over pages."""
    heights = None if row_height is None else [23.25] + [row_height] * len(rows)
    return Table(
        [[para(head, "head") for head in heads], *[list(row) for row in rows]],
        colWidths=list(widths),
        rowHeights=heights,
        repeatRows=1,
        splitInRow=0,
        style=[*_grid(), ("BACKGROUND", (0, 0), (-1, 0), LABEL_GROUND)],
    )


def _grid() -> list[tuple[object, ...]]:
    return [
        ("GRID", (0, 0), (-1, -1), LINE, INK),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), PAD),
        ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
        ("TOPPADDING", (0, 0), (-1, -1), 3.4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5.2),
    ]


def _value(row: PacketRow) -> Flowable:
    return ValueCell(row.value) if row.changed else para(row.value)


def _fits(row: PacketRow, width: float) -> bool:
    room = width - (52 if row.changed else 0)
    if "\n" in row.value:
        return False
    return sum(stringWidth(piece, face, 9.8) for face, piece in runs(row.value, "Serif")) <= room
