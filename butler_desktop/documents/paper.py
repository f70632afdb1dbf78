"""Paper: the pages of a PDF, drawn on from the top left corner, in points.

A thin pen over reportlab's canvas. It writes the few operators that the packet
needs itself: a packet has a thousand strokes, and reportlab's text objects
cost more than the typesetting.
"""

import hashlib
import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

from butler_desktop.documents.font_subset import FontSubset
from butler_desktop.documents.fonts import Face, typeface
from butler_desktop.documents.form_fields import Area, FormFields
from butler_desktop.documents.pictures import Picture
from butler_desktop.documents.styles import HAIRLINE, HEIGHT, WIDTH
from butler_desktop.domain.local_time import local

# Streams as bytes: ASCII85 makes a packet with scans sixty times slower to write.
rl_config.useA85 = 0

VEIL = 0.2
"""How much of what is below a veil it covers."""


class Paper:
    """An A4 document in the making; a function of what is drawn, whatever the day or machine."""

    def __init__(
        self,
        *,
        title: str,
        author: str,
        subject: str,
        made_at: datetime,
        fillable: bool = False,
    ) -> None:
        self._target = io.BytesIO()
        typeface(Face.SERIF)
        self._canvas = _Canvas(self._target, made_at)
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject(subject)
        self._fonts: dict[Face, FontSubset] = {}
        self._strokes: list[str] = []
        self._fields = self._canvas.form_fields() if fillable else None

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        face: Face,
        size: float,
        spread: float = 0,
        grey: float = 0,
    ) -> None:
        """One line of text; ``spread`` is added after each character."""
        font = self._font(face)
        spacing = f"{spread:.3f} Tc " if spread else ""
        self._strokes.append(
            f"BT {grey:g} g {spacing}/{font.resource} {size:g} Tf "
            f"{x:.2f} {HEIGHT - baseline:.2f} Td <{font.codes(text)}> Tj"
            f"{' 0 Tc' if spread else ''} ET"
        )

    def code(
        self, x: float, baseline: float, text: str, face: Face, size: float, cell: float
    ) -> None:
        """One line of digits and letters, each in the middle of a cell ``cell`` em wide."""
        font, widths = self._font(face), typeface(face).widths
        steps, before = [], 0.0
        for character in text:
            width = widths[character]
            room = cell * 1000 if character.isascii() else width
            margin = (room - width) / 2
            steps.append(f"{-before - margin:.0f} <{font.codes(character)}>")
            before = margin
        self._strokes.append(
            f"BT 0 g /{font.resource} {size:g} Tf {x:.2f} {HEIGHT - baseline:.2f} Td "
            f"[{' '.join(steps)}] TJ ET"
        )

    def veil(
        self, x: float, y: float, text: str, face: Face, size: float, slope: tuple[float, float]
    ) -> None:
        """Sloping text that lets what is below it be read; ``slope`` is cosine and sine."""
        font, (cos, sin) = self._font(face), slope
        self._flush()
        self._canvas.saveState()
        self._canvas.setFillAlpha(VEIL)
        self._canvas.addLiteral(
            f"BT 0 g /{font.resource} {size:g} Tf "
            f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x:.2f} {HEIGHT - y:.2f} Tm "
            f"<{font.codes(text)}> Tj ET"
        )
        self._canvas.restoreState()

    def line(
        self,
        x: float,
        y: float,
        to_x: float,
        to_y: float,
        weight: float = HAIRLINE,
        dash: str = "",
    ) -> None:
        """A straight line; ``dash`` is a PDF dash array as ``0.8 1.6``."""
        stroke = f"{weight:g} w {x:.2f} {HEIGHT - y:.2f} m {to_x:.2f} {HEIGHT - to_y:.2f} l S"
        self._strokes.append(f"q [{dash}] 0 d {stroke} Q" if dash else stroke)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        weight: float = 0,
        ground: float | None = None,
    ) -> None:
        """A rectangle below and right of (x, y), filled with the grey ``ground``, then framed."""
        corners = f"{x:.2f} {HEIGHT - y - height:.2f} {width:.2f} {height:.2f} re"
        if ground is not None:
            self._strokes.append(f"{ground:g} g {corners} f 0 g")
        if weight:
            self._strokes.append(f"{weight:g} w {corners} S")

    def scaled(self, shape: str, x: float, y: float, scale: float) -> None:
        """A black shape, as PDF operators, whose origin is (x, y) and whose unit is ``scale``."""
        self._strokes.append(
            f"q {scale:.4f} 0 0 {scale:.4f} {x:.2f} {HEIGHT - y:.2f} cm 0 g {shape} f Q"
        )

    def circle(self, x: float, y: float, radius: float, grey: float, dash: str) -> None:
        """A dashed circle around (x, y)."""
        self._flush()
        canvas = self._canvas
        canvas.saveState()
        canvas.setStrokeGray(grey)
        canvas.setLineWidth(HAIRLINE)
        canvas.setDash([float(part) for part in dash.split()])
        canvas.circle(x, HEIGHT - y, radius)
        canvas.restoreState()

    def picture(self, picture: Picture, x: float, y: float, width: float, height: float) -> None:
        """A picture, its JPEG bytes as they are."""
        self._flush()
        self._canvas.drawImage(picture.source(), x, HEIGHT - y - height, width, height)

    def mark_place(self, key: str, title: str, level: int, y: float) -> None:
        """An entry of the outline that leads to ``y`` on this page."""
        self._canvas.bookmarkHorizontalAbsolute(key, HEIGHT - y)
        self._canvas.addOutlineEntry(title, key, level, closed=level == 0)

    def link(self, key: str, x: float, y: float, width: float, height: float) -> None:
        """An area that leads to the place marked with ``key``."""
        area = (x, HEIGHT - y - height, x + width, HEIGHT - y)
        self._canvas.linkRect("", key, area, Border="[0 0 0]")

    def tick_field(self, name: str, x: float, y: float, side: float, hint: str) -> None:
        """A square below and right of (x, y) that can be ticked on a screen."""
        if self._fields is not None:
            self._canvas.annotate(self._fields.tick(name, _area(x, y, side, side), hint))

    def text_field(
        self, name: str, x: float, y: float, width: float, height: float, hint: str
    ) -> None:
        """An area below and right of (x, y) that can be written into on a screen."""
        if self._fields is not None:
            self._canvas.annotate(self._fields.text(name, _area(x, y, width, height), hint))

    def choice_field(
        self,
        name: str,
        x: float,
        y: float,
        width: float,
        height: float,
        hint: str,
        choices: Mapping[str, str],
    ) -> None:
        """The same, with words to choose from by key."""
        if self._fields is not None:
            area = _area(x, y, width, height)
            self._canvas.annotate(self._fields.choice(name, area, hint, choices))

    def end_page(self) -> None:
        """Ends the page; the next stroke is on a new one."""
        self._flush()
        self._canvas.showPage()

    def attach(self, name: str, data: bytes, description: str) -> None:
        """A file inside the document."""
        self._canvas.attach(name, data, description)

    def finished(self, keywords: str) -> bytes:
        """The document's bytes."""
        self._canvas.setKeywords(keywords)
        self._canvas.identify(keywords)
        for font in self._fonts.values():
            self._canvas.add_font(font)
        if self._fields is not None:
            self._fields.close()
        self._canvas.save()
        return self._target.getvalue()

    def _font(self, face: Face) -> FontSubset:
        font = self._fonts.get(face)
        if font is None:
            font = FontSubset(typeface(face), f"F{len(self._fonts) + 1}")
            self._fonts[face] = font
        return font

    def _flush(self) -> None:
        if self._strokes:
            self._canvas.addLiteral("\n".join(self._strokes))
            self._strokes.clear()


def _area(x: float, y: float, width: float, height: float) -> Area:
    return Area(x, HEIGHT - y - height, x + width, HEIGHT - y)


class _Canvas(Canvas):
    """reportlab's canvas with nothing in it that depends on the day or the machine."""

    _doc: Any
    _annotationrefs: list[Any]

    def __init__(self, target: io.BytesIO, made_at: datetime) -> None:
        super().__init__(
            target,
            pagesize=(WIDTH, HEIGHT),
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=Face.SERIF,  # type: ignore[arg-type]
            lang="zh-CN",
        )
        self.setCreator("butler_desktop")
        self.setProducer("butler_desktop")
        stamp = f"D:{local(made_at):%Y%m%d%H%M%S}+08'00'"
        self.setDateFormatter(lambda *_: stamp)
        # Numbered early, the information stands near the start: a file cut short still tells.
        self._doc.Reference(self._doc.info)
        self._doc.Catalog.PageMode = PDFName("UseOutlines")
        self._doc.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})

    def identify(self, text: str) -> None:
        """Names the document by ``text``; reportlab would ask the environment for the time."""
        name = hashlib.sha256(text.encode("utf-8")).hexdigest()[:32]
        self._doc.ID = lambda: f"[<{name}><{name}>]".encode("ascii")

    def form_fields(self) -> FormFields:
        """The fields of the document, none yet."""
        return FormFields(self._doc)

    def annotate(self, reference: Any) -> None:
        """Puts an annotation on this page."""
        self._annotationrefs.append(reference)

    def add_font(self, font: FontSubset) -> None:
        """Puts a font into the document."""
        font.add_to(self._doc)

    def attach(self, name: str, data: bytes, description: str) -> None:
        """Puts a file into the document."""
        reference: Any = self._doc.Reference
        stream = PDFStream(PDFDictionary({"Type": PDFName("EmbeddedFile")}), data, [])
        stream.dictionary["Subtype"] = "/application#2Fjson"  # which PDFName would spoil
        entry = {
            "Type": PDFName("Filespec"),
            "F": PDFString(name),
            "UF": PDFString(name),
            "Desc": PDFString(description),
            "EF": PDFDictionary({"F": reference(stream)}),
        }
        names = PDFArray([PDFString(name), reference(PDFDictionary(entry))])
        files = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": names})})
        self._doc.Catalog.Names = files
