"""材料图样: the attached scans in pictures, three in a row, each with number, name and hash."""

from collections.abc import Sequence
from dataclasses import dataclass

from butler_desktop.documents.composition import Composition
from butler_desktop.documents.layout import Flow, TextBlock
from butler_desktop.documents.pages.drawing import Drawing
from butler_desktop.documents.pages.headings import section
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.pictures import Picture
from butler_desktop.documents.styles import CAPTION, HAIRLINE
from butler_desktop.documents.zh_text import Run, ZhParagraph
from butler_desktop.domain.packet import PacketMaterial
from butler_desktop.domain.packet_delta import shown_materials
from butler_desktop.domain.packet_history import file_code

PER_ROW = 3
GAP = 9.0
PAD = 4.0
TALLEST = 81.0


@dataclass(frozen=True, slots=True)
class _Tile:
    """One paper: its picture, how large it is drawn, and its caption."""

    picture: Picture
    size: tuple[float, float]
    caption: TextBlock


def gallery(flow: Flow, given: Composition) -> None:
    """Sets the pictures of all attached papers; a PDF has none."""
    width = (flow.width - (PER_ROW - 1) * GAP) / PER_ROW
    tiles = [
        _tile(number, each, given.pictures[each.sha256], width)
        for number, each in enumerate(shown_materials(given.content), start=1)
        if each.sha256 in given.pictures
    ]
    if not tiles:
        return
    rows = [_row(tiles[start : start + PER_ROW], width) for start in range(0, len(tiles), PER_ROW)]
    section(flow, "材料图样", kept=rows[0].height)
    for row in rows:
        flow.add(row)


def _tile(number: int, material: PacketMaterial, picture: Picture, width: float) -> _Tile:
    inner = width - 2 * PAD
    scale = min(inner / picture.width, TALLEST / picture.height)
    size = picture.width * scale, picture.height * scale
    caption = [
        Run(f"{number}. {material.title}\n"),
        Run(file_code(material.sha256), code=True),
        Run(f"　{material.pixel_width} × {material.pixel_height} 像素"),
    ]
    lines = ZhParagraph(caption, CAPTION, "材料名称").lines(inner)
    return _Tile(picture, size, TextBlock(lines, CAPTION, inner))


def _row(tiles: Sequence[_Tile], width: float) -> Drawing:
    frame = max(tile.size[1] for tile in tiles) + 2 * PAD
    height = frame + max(tile.caption.height for tile in tiles) + 8

    def draw(paper: Paper, x: float, top: float) -> None:
        for place, tile in enumerate(tiles):
            left = x + place * (width + GAP)
            paper.box(left, top, width, frame, HAIRLINE)
            _draw_tile(paper, tile, left, top, (width, frame))
            tile.caption.paint(paper, left + PAD, top + frame + 3)

    return Drawing(height, draw)


def _draw_tile(paper: Paper, tile: _Tile, x: float, top: float, frame: tuple[float, float]) -> None:
    width, height = tile.size
    left, above = x + (frame[0] - width) / 2, top + (frame[1] - height) / 2
    paper.picture(tile.picture, left, above, width, height)
