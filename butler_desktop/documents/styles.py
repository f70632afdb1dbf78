"""Styles: the type of the packet (points; ux.md section 12), and paragraphs set in it."""

from functools import cache

from reportlab.lib.colors import HexColor, black
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from butler_desktop.documents.faces import load, marked
from butler_desktop.documents.zh_paragraph import ZhParagraph

LABEL_GROUND = HexColor("#F1F1F1")
INK = black
FAINT = HexColor("#8C8C8C")
MUTED = HexColor("#4D4D4D")

SIZES: dict[str, tuple[str, float, float, int]] = {
    "title": ("SerifBold", 21, 33, TA_CENTER),
    "subtitle": ("Serif", 11.5, 17, TA_CENTER),
    "heading": ("SerifBold", 14.5, 22, TA_CENTER),
    "section": ("SerifBold", 10.5, 16, TA_LEFT),
    "body": ("Serif", 10.5, 19, TA_LEFT),
    "note": ("Serif", 9.2, 15, TA_LEFT),
    "cell": ("Serif", 9.8, 14.6, TA_LEFT),
    "cell_center": ("Serif", 9.8, 14.6, TA_CENTER),
    "head": ("SerifBold", 9.8, 14.6, TA_CENTER),
    "fact": ("Serif", 10.5, 15, TA_LEFT),
    "center": ("Serif", 9.8, 16.5, TA_CENTER),
    "center_bold": ("SerifBold", 12, 19, TA_CENTER),
    "right": ("Serif", 9.8, 15, TA_RIGHT),
    "caption": ("Serif", 8.2, 11.5, TA_CENTER),
    "code": ("Sans", 8.6, 12, TA_LEFT),
    "code_center": ("Sans", 8.6, 12, TA_CENTER),
    "choice": ("SerifBold", 12, 18, TA_LEFT),
}
"""Name → face, size, leading, alignment."""


@cache
def style(name: str, *, indent: float = 0.0) -> ParagraphStyle:
    """The paragraph style called ``name``; ``indent`` of the first line in points."""
    face, size, leading, alignment = SIZES[name]
    load(face)
    return ParagraphStyle(
        f"{name}-{indent}",
        fontName=face,
        fontSize=size,
        leading=leading,
        alignment=alignment,
        wordWrap="CJK",
        firstLineIndent=indent,
        textColor=INK,
    )


def para(text: str, name: str = "cell", *, indent: float = 0.0) -> ZhParagraph:
    """A text as a paragraph; line feeds stay."""
    shape = style(name, indent=indent)
    lines = (marked(line, shape.fontName) for line in text.split("\n"))
    return ZhParagraph("<br/>".join(lines), shape)


def mixed(parts: list[tuple[str, str]], name: str = "body", *, indent: float = 0.0) -> ZhParagraph:
    """Pieces of (text, face) in one paragraph: a bold name within plain words."""
    shape = style(name, indent=indent)
    told = []
    for text, face in parts:
        load(face)
        inner = marked(text, face)
        told.append(inner if face == shape.fontName else f'<font name="{face}">{inner}</font>')
    return ZhParagraph("".join(told), shape)
