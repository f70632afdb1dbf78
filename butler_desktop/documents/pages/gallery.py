"""材料图样: the attached scans in pictures, two in a row, each with number, name and hash."""

from collections.abc import Sequence
from dataclasses import dataclass

from butler_desktop.documents.composition import Composition
from butler_desktop.documents.layout import Flow, TextBlock
from butler_desktop.documents.pages.drawing import Drawing
from butler_desktop.documents.pages.headings import section
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.pictures import Picture
from butler_desktop.documents.styles import CAPTION, HAIRLINE, NOTE, TextStyle
from butler_desktop.documents.zh_text import Run, ZhParagraph
from butler_desktop.domain.packet import PacketMaterial
from butler_desktop.domain.packet_history import file_code

GAP = 12.0
PAD = 5.0
TALLEST = 190.0
LOWEST = 64.0


@dataclass(frozen=True, slots=True)
class _Tile:
    """One paper: its picture, or the words that stand for it, and its caption."""

    picture: Picture | None
    size: tuple[float, float]
    words: TextBlock
    caption: TextBlock


def gallery(flow: Flow, given: Composition) -> None:
    """Sets the pictures of all attached papers."""
    attached = [
        (number, each)
        for number, each in enumerate(given.content.materials, start=1)
        if each.sha256
    ]
    if not attached:
        return
    width = (flow.width - GAP) / 2
    tiles = [
        _tile(number, each, given.pictures.get(each.sha256), width) for number, each in attached
    ]
    rows = [_row(tiles[start : start + 2], width) for start in range(0, len(tiles), 2)]
    section(flow, "材料图样", kept=rows[0].height)
    for row in rows:
        flow.add(row)


def _tile(number: int, material: PacketMaterial, picture: Picture | None, width: float) -> _Tile:
    inner = width - 2 * PAD
    size = (inner, LOWEST)
    if picture:
        scale = min(inner / picture.width, TALLEST / picture.height)
        size = picture.width * scale, picture.height * scale
    said = f"PDF 文件，共 {material.pages} 页\n原件随电子档案保存"
    caption = [
        Run(f"{number}. {material.title}　"),
        Run(file_code(material.sha256), code=True),
        Run(_pixels(material)),
    ]
    return _Tile(
        picture, size, _block(said, NOTE.centred(), inner), _block(caption, CAPTION, inner)
    )


def _pixels(material: PacketMaterial) -> str:
    if not material.pixel_width:
        return ""
    return f"　{material.pixel_width} × {material.pixel_height}"


def _block(text: str | list[Run], style: TextStyle, width: float) -> TextBlock:
    return TextBlock(ZhParagraph(text, style).lines(width), style, width)


def _row(tiles: Sequence[_Tile], width: float) -> Drawing:
    frame = max(tile.size[1] for tile in tiles) + 2 * PAD
    height = frame + max(tile.caption.height for tile in tiles) + 10

    def draw(paper: Paper, x: float, top: float) -> None:
        for place, tile in enumerate(tiles):
            left = x + place * (width + GAP)
            paper.box(left, top, width, frame, HAIRLINE)
            _draw_tile(paper, tile, left, top, (width, frame))
            tile.caption.paint(paper, left + PAD, top + frame + 3)

    return Drawing(height, draw)


def _draw_tile(paper: Paper, tile: _Tile, x: float, top: float, frame: tuple[float, float]) -> None:
    if tile.picture is None:
        tile.words.paint(paper, x + PAD, top + (frame[1] - tile.words.height) / 2)
        return
    width, height = tile.size
    left, above = x + (frame[0] - width) / 2, top + (frame[1] - height) / 2
    paper.picture(tile.picture, left, above, width, height)
