"""Font subsets: of one face, the characters that one document uses.

reportlab writes a TrueType face as simple fonts of 256 characters each, tells
those who copy or search the wrong character beyond the BMP, and copies the
whole glyph table each time. A composite font (Type 0, CIDFontType2) needs none
of that: one subset, a code of two bytes for each character, one map to Unicode.
Source: ISO 32000-1, 9.7 and 9.10.3.
"""

from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from butler_desktop.documents.typeface import Typeface

SYMBOLIC, NONSYMBOLIC = 4, 32
FULL_WIDTH = 1000
BLOCK = 100
"""The most entries that one section of a character map may have."""


class FontSubset:
    """The characters of ``typeface`` in the order of their first use in a document."""

    def __init__(self, typeface: Typeface, resource: str) -> None:
        self.typeface = typeface
        self.resource = resource
        self._characters = [0]
        self._codes: dict[str, str] = {}

    def codes(self, text: str) -> str:
        """``text`` as the hexadecimal codes that show it."""
        known = self._codes
        try:
            return "".join([known[character] for character in text])
        except KeyError:
            for character in text:
                if character not in known:
                    known[character] = f"{len(self._characters):04X}"
                    self._characters.append(ord(character))
            return "".join([known[character] for character in text])

    def add_to(self, document: Any) -> None:
        """Writes the font into a reportlab document, under its name as a resource."""
        face, characters = self.typeface.face, self._characters
        name = PDFName(f"BUTLER+{face.name.decode('ascii')}")
        system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity")}
        descendant = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": PDFDictionary(system | {"Supplement": 0}),
            "FontDescriptor": _descriptor(face, name, characters, document),
            "CIDToGIDMap": _stream(_glyph_map(face, characters), document),
            "DW": FULL_WIDTH,
            "W": _widths(face, characters),
        }
        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": name,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
            "ToUnicode": _stream(_unicode_map(characters).encode("ascii"), document),
        }
        fonts = document.idToObject["BasicFonts"].dict
        fonts[self.resource] = document.Reference(PDFDictionary(font))


def _stream(data: bytes, document: Any, **entries: Any) -> Any:
    return document.Reference(PDFStream(PDFDictionary(entries), data, [PDFZCompress]))


def _descriptor(face: Any, name: Any, characters: list[int], document: Any) -> Any:
    data = face.makeSubset(characters)
    entries = {
        "Type": PDFName("FontDescriptor"),
        "FontName": name,
        "Flags": face.flags & ~NONSYMBOLIC | SYMBOLIC,
        "FontBBox": PDFArray(face.bbox),
        "ItalicAngle": face.italicAngle,
        "Ascent": face.ascent,
        "Descent": face.descent,
        "CapHeight": face.capHeight,
        "StemV": face.stemV,
        "FontFile2": _stream(data, document, Length1=len(data)),
    }
    return document.Reference(PDFDictionary(entries))


def _glyph_map(face: Any, characters: list[int]) -> bytes:
    """Which glyph of the subset each code shows; some characters share one."""
    places = {0: 0}
    glyphs = (places.setdefault(face.charToGlyph.get(it, 0), len(places)) for it in characters)
    return b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)


def _widths(face: Any, characters: list[int]) -> Any:
    """The widths that are not a full em: ``code [width] …``."""
    entries: list[Any] = []
    for code, character in enumerate(characters):
        width = face.charWidths.get(character, FULL_WIDTH)
        if width != FULL_WIDTH:
            entries += [code, PDFArray([round(width, 3)])]
    return PDFArray(entries)


def _unicode_map(characters: list[int]) -> str:
    """The character map that tells those who copy what each code means."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    entries = [
        f"<{code:04X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(characters)
        if code
    ]
    for start in range(0, len(entries), BLOCK):
        block = entries[start : start + BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines)
