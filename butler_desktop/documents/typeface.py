"""Typefaces: a TrueType file, read once, and the characters and widths that it has."""

from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFontFace


class Typeface:
    """One face. ``known`` are its characters, ``widths`` their widths in 1/1000 em.

    Registered with reportlab, whose pages begin with the name of a font; the
    two flags keep it from writing anything of its own about it.
    """

    _dynamicFont = 1  # noqa: N815
    _multiByte = 1  # noqa: N815

    def __init__(self, name: str, file: Path) -> None:
        self.fontName = name
        self.face = GlyphFile(str(file))
        self.known = frozenset(map(chr, self.face.charToGlyph))
        self.widths: dict[str, float] = {
            chr(code): width for code, width in self.face.charWidths.items()
        }
        pdfmetrics.registerFont(self)


class GlyphFile(TTFontFace):
    """reportlab's face, whose glyph table (14 MB) is read in place instead of copied."""

    _ttf_data: bytes

    def get_table(self, tag: str) -> Any:
        """The bytes of a table; of the glyphs, a view that yields bytes by slice."""
        start, length = self.get_table_pos(tag)
        if tag == "glyf":
            return _Slices(self._ttf_data, start)
        return self._ttf_data[start : start + length]


class _Slices:
    def __init__(self, data: bytes, start: int) -> None:
        self._data = data
        self._start = start

    def __getitem__(self, part: slice) -> bytes:
        return self._data[self._start + part.start : self._start + part.stop]
