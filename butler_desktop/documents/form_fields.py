"""Form fields: the places of a paper that can be filled in on a screen.

They print as nothing: the paper's own boxes and lines stand below them. Texts
are drawn by the viewer, in a font that it has: a field cannot hold one of ours.
Source: ISO 32000-1, 12.7.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
)

PRINTED = 4
COMBO, EDITABLE = 1 << 17, 1 << 18
ON = "Yes"
FONTS = {"Helv": "Helvetica", "ZaDb": "ZapfDingbats"}
"""Fonts that every viewer has; for what they lack it takes one of its own (9.6.2.2)."""
SHOWN = "/Helv 10 Tf 0 g"
TICK = "q 1.4 w 1 J 1 j {a:.2f} {b:.2f} m {c:.2f} {a:.2f} l {d:.2f} {d:.2f} l S Q"


@dataclass(frozen=True, slots=True)
class Area:
    """Where a field is, in the points of the PDF: from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float


class FormFields:
    """The fields of one reportlab document as it is drawn."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._fields: list[Any] = []
        self._choices: dict[tuple[tuple[str, str], ...], Any] = {}
        self._marks: dict[tuple[float, float], Any] = {}

    def tick(self, name: str, area: Area, hint: str) -> Any:
        """A box to be ticked; returns what the page's annotations take."""
        size = (area.right - area.left, area.top - area.bottom)
        return self._added(
            name,
            area,
            hint,
            FT=PDFName("Btn"),
            V=PDFName("Off"),
            AS=PDFName("Off"),
            MK=PDFDictionary({"CA": PDFString("4")}),
            AP=PDFDictionary({"N": self._looks(size)}),
        )

    def text(self, name: str, area: Area, hint: str) -> Any:
        """A line to be written on."""
        return self._added(name, area, hint, FT=PDFName("Tx"), DA=PDFString(SHOWN))

    def choice(self, name: str, area: Area, hint: str, choices: Mapping[str, str]) -> Any:
        """A line to choose for from words by key, or to write on."""
        offered = tuple(choices.items())
        if offered not in self._choices:
            pairs = [PDFArray([PDFString(key), PDFString(words)]) for key, words in offered]
            self._choices[offered] = self._document.Reference(PDFArray(pairs))
        return self._added(
            name,
            area,
            hint,
            FT=PDFName("Ch"),
            Ff=COMBO | EDITABLE,
            DA=PDFString(SHOWN),
            Opt=self._choices[offered],
        )

    def close(self) -> None:
        """Writes the form into the document, if it has a field."""
        if not self._fields:
            return
        fonts = {tag: PDFDictionary(_standard_font(name)) for tag, name in FONTS.items()}
        form = {
            "Fields": PDFArray(self._fields),
            "NeedAppearances": "true",
            "DA": PDFString(SHOWN),
            "DR": PDFDictionary({"Font": PDFDictionary(fonts)}),
        }
        self._document.Catalog.AcroForm = self._document.Reference(PDFDictionary(form))

    def _added(self, name: str, area: Area, hint: str, **entries: Any) -> PDFObjectReference:
        corners = (area.left, area.bottom, area.right, area.top)
        widget = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Widget"),
            "Rect": PDFArray([f"{each:.2f}" for each in corners]),
            "F": PRINTED,
            "T": PDFString(name),
            "TU": PDFString(hint),
        }
        reference: PDFObjectReference = self._document.Reference(PDFDictionary(widget | entries))
        self._fields.append(reference)
        return reference

    def _looks(self, size: tuple[float, float]) -> Any:
        """How a box looks ticked and not; the same for all boxes of a size."""
        if size not in self._marks:
            width, height = size
            side = min(width, height)
            tick = TICK.format(a=side * 0.2, b=side * 0.5, c=side * 0.42, d=side * 0.82)
            looks = {ON: self._look(tick, size), "Off": self._look("", size)}
            self._marks[size] = PDFDictionary(looks)
        return self._marks[size]

    def _look(self, strokes: str, size: tuple[float, float]) -> Any:
        entries = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArray([0, 0, *(f"{each:.2f}" for each in size)]),
        }
        return self._document.Reference(PDFStream(PDFDictionary(entries), strokes.encode(), []))


def _standard_font(name: str) -> dict[str, Any]:
    return {"Type": PDFName("Font"), "Subtype": PDFName("Type1"), "BaseFont": PDFName(name)}
