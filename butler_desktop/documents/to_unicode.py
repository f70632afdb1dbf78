"""The map from glyphs back to text in a PDF, right beyond the basic plane too.

reportlab writes four hex digits for any character, which makes another one of
those above U+FFFF; and PDF allows at most 100 lines in a block.
"""

from collections.abc import Sequence

from reportlab.pdfbase import ttfonts

_ORIGINAL = ttfonts.makeToUnicodeCMap
BLOCK = 100


def make_to_unicode_cmap(font_name: str, subset: Sequence[int]) -> str:
    """The CMap of a font's subset: code → text in UTF-16."""
    plain = [code if code <= 0xFFFF else 0xFFFD for code in subset]
    lines = _ORIGINAL(font_name, plain).split("\n")
    start = next(i for i, line in enumerate(lines) if line.endswith("beginbfchar"))
    entries = [f"<{i:02X}> <{_utf16(code)}>" for i, code in enumerate(subset)]
    blocks = []
    for place in range(0, len(entries), BLOCK):
        block = entries[place : place + BLOCK]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    rest = lines[start + 1 + len(subset) + 1 :]
    return "\n".join([*lines[:start], *blocks, *rest])


def _utf16(code: int) -> str:
    return chr(code).encode("utf-16-be", "surrogatepass").hex().upper()
