"""Sheets: what stands on every page of a packet: header, foot with its code, page n of N.

The foot is a band of 19 mm that nothing else may enter.
"""

from dataclasses import dataclass
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from butler_desktop.documents.faces import load, runs
from butler_desktop.documents.marks import draw_qr
from butler_desktop.documents.styles import INK, MUTED
from butler_desktop.domain.packet import PacketContent, short_digest

WIDTH, HEIGHT = A4
SIDE = 22 * mm
BODY_WIDTH = WIDTH - 2 * SIDE
HEADER_LINE = HEIGHT - 53.5
BODY_TOP = HEIGHT - 24 * mm + 4
FOOT_LINE = 80.5
BODY_BOTTOM = FOOT_LINE + 8
QR = 14 * mm
TITLE = "互联网信息服务备案信息确认书"


@dataclass(frozen=True, slots=True)
class PageHead:
    """What the header says at its right."""

    words: str


class PacketCanvas(Canvas):
    """A canvas that draws header and foot when the number of pages is known."""

    def __init__(self, *args: Any, content: PacketContent, void: str, **options: Any) -> None:
        load("Serif")
        super().__init__(*args, **(options | {"initialFontName": "Serif"}))
        self._content, self._void = content, void
        self._digest = content.digest
        self._pages: list[dict[str, Any]] = []
        self.head = ""

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Keeps the page for the end, when n of N can be said."""
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Draws each page's sheet and writes the file."""
        total = len(self._pages)
        for number, page in enumerate(self._pages, start=1):
            self.__dict__.update(page)
            self._draw_sheet(number, total)
            super().showPage()
        super().save()

    def _draw_sheet(self, number: int, total: int) -> None:
        content = self._content
        self.setFillColor(MUTED)
        draw_text(self, TITLE, SIDE, HEADER_LINE + 9, "Serif", 9.2)
        draw_text(self, self.head, WIDTH - SIDE, HEADER_LINE + 9, "Serif", 9.2, right=True)
        self.setStrokeColor(INK)
        self.setLineWidth(0.8)
        self.line(SIDE, HEADER_LINE, WIDTH - SIDE, HEADER_LINE)
        self.line(SIDE, FOOT_LINE, WIDTH - SIDE, FOOT_LINE)
        draw_qr(self, qr_text(content, self._digest, number, total), SIDE, FOOT_LINE - 6 - QR, QR)
        self.setFillColor(INK)
        left, top = SIDE + QR + 9, FOOT_LINE - 15.5
        line = f"备案单号 {content.filing}　第 {content.version} 版　页码 {number}/{total}"
        draw_text(self, line, left, top, "Serif", 8.4)
        at = draw_text(self, "内容校验码 ", left, top - 13, "Serif", 8.4)
        at = draw_text(self, short_digest(self._digest), at, top - 13, "SansBold", 7.8)
        draw_text(self, f"　生成于 {content.made_at}", at, top - 13, "Serif", 8.4)
        last = "本页含个人信息，请妥善保管；二维码用于回传件自动归档，不含个人信息。"
        draw_text(self, last, left, top - 26, "Serif", 8.4)
        page = f"第 {number} 页　共 {total} 页"
        draw_text(self, page, WIDTH - SIDE, top, "Serif", 9.2, right=True)
        if self._void:
            self._draw_void()

    def _draw_void(self) -> None:
        load("SerifBold")
        self.saveState()
        self.translate(WIDTH / 2, HEIGHT / 2)
        self.rotate(38)
        self.setFillColor(INK, alpha=0.16)
        self.setFont("SerifBold", 150)
        self.drawCentredString(0, -50, "作废")
        self.setFont("SerifBold", 20)
        self.drawCentredString(0, -95, self._void)
        self.restoreState()


def qr_text(content: PacketContent, digest: str, number: int, total: int) -> str:
    """What the code of a page says: no personal data."""
    return f"BUTLER1:{content.filing}:{content.version}:{number}/{total}:{digest[:16].upper()}"


def draw_text(
    canvas: Canvas, text: str, x: float, y: float, face: str, size: float, *, right: bool = False
) -> float:
    """Draws a line in its runs; returns where it ends."""
    load(face)
    pieces = runs(text, face)
    if right:
        x -= sum(stringWidth(piece, own, size) for own, piece in pieces)
    for own, piece in pieces:
        canvas.setFont(own, size)
        canvas.drawString(x, y, piece)
        x += stringWidth(piece, own, size)
    return x
