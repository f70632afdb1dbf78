"""Cut edges of a photo or scan: how many strokes of print run out of the picture.

A side is looked at only where the paper reaches it, so that what a paper lies
on is never taken for print. Drawn papers, flat or photographed on a table, have
0 strokes on every side; cut through their text they have 3 and more.
"""

from collections.abc import Iterator
from itertools import groupby

from PIL import Image

LEAST_SIDE = 100
"""Pixels of the short side below which nothing can be said."""
_RIM = 1
"""Pixels at the very edge that shrinking has mixed."""
_DEPTH = 4
"""Pixels that a stroke runs on inwards; a speck is smaller."""
_PAPER = 150
"""The least brightness of paper, 0 to 255."""
_INK = 60
"""How much darker than its paper a stroke of print is."""
_WIDEST = 0.03
"""Of the side: a stroke is no wider; a shadow or a finger is."""


def cut_strokes(image: Image.Image) -> int | None:
    """The strokes on the side with most of them; None where the picture is too small to say.

    ``image`` is small: what its sides show is looked at pixel by pixel.
    """
    if min(image.size) < LEAST_SIDE:
        return None
    grey = image.convert("L")
    return max(_strokes(rows) for rows in _sides(grey))


def _sides(grey: Image.Image) -> Iterator[list[bytes]]:
    """The pixels along each of the four sides, the outermost row first."""
    for turn in range(4):
        turned = grey.rotate(90 * turn, expand=True)
        for_side = turned.crop((0, _RIM, turned.width, _RIM + _DEPTH))
        data, width = for_side.tobytes(), turned.width
        yield [data[row * width : (row + 1) * width] for row in range(_DEPTH)]


def _strokes(rows: list[bytes]) -> int:
    """How many strokes cross a side; none where the side shows no paper."""
    lightest = [max(column) for column in zip(*rows, strict=True)]
    paper = sorted(lightest)[len(lightest) * 3 // 4]
    if paper < _PAPER:
        return 0
    runs = [
        len(list(run)) if is_ink else 0
        for is_ink, run in groupby(lightest, lambda level: level < paper - _INK)
    ]
    inner = runs[1:-1]  # what begins in a corner is the ground beside the paper
    return sum(0 < run <= _WIDEST * len(lightest) for run in inner)
