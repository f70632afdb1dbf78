"""Coverage: which characters have a shape in the shipped fonts, known without reading a font.

``resources/fonts/coverage.txt`` lists them, a range a line, as hexadecimal
code points; ``packaging/subset_fonts.py`` writes it with the fonts.
"""

from bisect import bisect_right
from functools import cache

from butler_desktop import resources
from butler_desktop.documents.printable import printable

FILE = "coverage.txt"


def uncovered(text: str) -> tuple[str, ...]:
    """The characters of ``text`` that no shipped font can draw, each once."""
    if text.isascii():
        return ()
    return tuple(it for it in dict.fromkeys(printable(text)) if not _is_covered(it))


def _is_covered(character: str) -> bool:
    starts, ends = _ranges()
    place = bisect_right(starts, ord(character)) - 1
    return character == "\n" or (place >= 0 and ord(character) <= ends[place])


@cache
def _ranges() -> tuple[list[int], list[int]]:
    lines = (resources.folder("fonts") / FILE).read_text("ascii").splitlines()
    pairs = [line.split("-") for line in lines]
    return [int(it[0], 16) for it in pairs], [int(it[-1], 16) for it in pairs]
