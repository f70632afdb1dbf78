"""The list of what can be shown is that of the fonts themselves."""

from butler_desktop.documents.coverage import uncovered
from butler_desktop.documents.fonts import CHAINS, typeface
from butler_desktop.documents.printable import printable

LAST = 0x33000
"""Behind the ideographs of plane 3 nothing is assigned that a form could hold."""


def test_the_list_says_what_the_fonts_say() -> None:
    shown = [
        frozenset().union(*(typeface(face).known for face in chain)) for chain in CHAINS.values()
    ]
    every = "".join(map(chr, range(0x20, 0xD800))) + "".join(map(chr, range(0xE000, LAST)))
    lacking = set(uncovered(every))
    seen = {it for it in printable(every) if it not in "\n\uffff"}
    for known in shown:
        assert seen - lacking == seen & known


def test_what_shows_nothing_needs_no_shape() -> None:
    assert uncovered("plain") == uncovered("零\u200b宽\ufe0f字\n") == ()
    assert uncovered("好\U0001f600\ue000\U0001f600") == ("\U0001f600", "\ue000")
