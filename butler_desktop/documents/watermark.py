"""Watermark: words that limit the use of a picture, where nothing else stands.

The calmest place is looked for: a rectangle with room around it in which no
spot differs from its neighbours by more than paper does. Of the calm places
the one nearest the middle is taken, where it can hardly be cut off; places with
much room around come first, so that the mark is not read as a value. A picture
without any gets a strip at its foot: the mark never covers anything.

Tried on rendered cards, licences and certificates with text from black to
light grey (contrast of 40 levels and more): no text box was ever touched.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, product
from math import ceil

from PIL import Image, ImageChops, ImageDraw, ImageFont

from butler_desktop import resources

LOOK_SIDE = 1400
"""Pixels of the long side, at most, at which calm is looked for."""
CELL = 8
CALM = 14
"""Levels by which neighbouring spots of bare paper may differ."""
SIZES = (0.045, 0.036, 0.028)
"""Heights of the letters, as shares of the picture's short side; the first with a place wins."""
LEAST_LETTER = 10
ROOMS = (2.5, 1.2, 0.6)
"""Room around the words, in letters: much of it first, so that nobody reads on into the mark."""
DARK, LIGHT = (70, 100, 170), (205, 220, 255)
"""A blue that no seal and no print of the papers has."""
IS_DARK = 110
"""Levels below which a ground wants light words."""
STRIP = "white"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words stand, in pixels, and the size of their letters."""

    left: int
    top: int
    right: int
    bottom: int
    letter: int


def marked(image: Image.Image, words: str) -> Image.Image:
    """A copy of an RGB picture with the words on it, or on a strip below it."""
    place = calm_place(image, words)
    copy = image.copy()
    if place is None:
        copy, place = _with_strip(image, words)
    _write(copy, place, words)
    return copy


def calm_place(image: Image.Image, words: str) -> Place | None:
    """Where the words can stand on the picture; None where there is no calm place."""
    busy, cell = _busy_cells(image)
    for room, share in product(ROOMS, SIZES):
        letter = max(round(min(image.size) * share), LEAST_LETTER)
        width, tall = _extent(words, letter)
        around = round(letter * room)
        wanted = (-(-(width + 2 * around) // cell), -(-(tall + 2 * around) // cell))
        spot = _nearest_middle(busy, *wanted)
        if spot is not None:
            left, top = spot[0] * cell + around, spot[1] * cell + around
            return Place(left, top, left + width, top + tall, letter)
    return None


def _busy_cells(image: Image.Image) -> tuple[list[list[int]], int]:
    """Rows of cells: 1 where something stands, 0 where it is calm; and the side of a cell."""
    light = dark = image.convert("L")
    scale = 1
    while max(light.size) > LOOK_SIDE:  # the lightest and the darkest of four: no line is lost
        light = _halved(light, ImageChops.lighter)
        dark = _halved(dark, ImageChops.darker)
        scale *= 2
    spread = _spread(
        ImageChops.difference(
            _spread(light, 2, ImageChops.lighter), _spread(dark, 2, ImageChops.darker)
        ),
        CELL // 2,
        ImageChops.lighter,
    )
    cells = spread.crop((0, 0, spread.width // CELL * CELL, spread.height // CELL * CELL))
    columns, rows = cells.width // CELL, cells.height // CELL
    if not columns or not rows:
        return [[1]], CELL * scale
    levels = cells.resize((columns, rows), Image.Resampling.NEAREST).tobytes()
    busy = [int(level > CALM) for level in levels]
    return [busy[at : at + columns] for at in range(0, len(busy), columns)], CELL * scale


def _spread(
    image: Image.Image, radius: int, choose: Callable[[Image.Image, Image.Image], Image.Image]
) -> Image.Image:
    """The lightest or darkest of all neighbours, in steps too short to hold up the window.

    Pillow's rank filters keep all other threads waiting until they are done.
    """
    for step in ((1, 0), (0, 1)):
        line = image
        for way in range(-radius, radius + 1):
            line = choose(line, ImageChops.offset(image, step[0] * way, step[1] * way))
        image = line
    return image


def _halved(
    image: Image.Image, choose: Callable[[Image.Image, Image.Image], Image.Image]
) -> Image.Image:
    for step in ((1, 0), (0, 1)):
        image = choose(image, ImageChops.offset(image, *step))
    half = (max(image.width // 2, 1), max(image.height // 2, 1))
    whole = (0, 0, min(half[0] * 2, image.width), min(half[1] * 2, image.height))
    return image.resize(half, Image.Resampling.NEAREST, box=whole)


def _nearest_middle(busy: list[list[int]], wide: int, tall: int) -> tuple[int, int] | None:
    """The cell at the left top of a calm rectangle, the one nearest the middle."""
    rows, columns = len(busy), len(busy[0])
    sums = [[0] * (columns + 1)]
    for row in busy:
        line = [0, *accumulate(row)]
        sums.append([a + b for a, b in zip(sums[-1], line, strict=True)])
    found = [
        ((2 * x + wide - columns) ** 2 + (2 * y + tall - rows) ** 2, y, x)
        for y in range(rows - tall + 1)
        for x in range(columns - wide + 1)
        if sums[y + tall][x + wide] - sums[y][x + wide] - sums[y + tall][x] + sums[y][x] == 0
    ]
    if not found:
        return None
    _, y, x = min(found)
    return x, y


def _with_strip(image: Image.Image, words: str) -> tuple[Image.Image, Place]:
    """The picture with white paper below it, and the place of the words there."""
    letter = max(round(min(image.size) * SIZES[-1]), LEAST_LETTER)
    width, tall = _extent(words, letter)
    if width > image.width:
        letter = max(letter * image.width // width, 1)
        width, tall = _extent(words, letter)
    grown = Image.new("RGB", (max(image.width, width), image.height + tall + letter), STRIP)
    grown.paste(image, (0, 0))
    left, top = (grown.width - width) // 2, image.height + letter // 2
    return grown, Place(left, top, left + width, top + tall, letter)


def _write(image: Image.Image, place: Place, words: str) -> None:
    """Draw the words into their place, in the ink that shows on what lies there."""
    box = (place.left, place.top, place.right, place.bottom)
    (ground,) = image.crop(box).convert("L").resize((1, 1), Image.Resampling.BOX).tobytes()
    font = _font(place.letter)
    left, top, *_ = font.getbbox(words)
    ink = LIGHT if ground < IS_DARK else DARK
    ImageDraw.Draw(image).text((place.left - left, place.top - top), words, font=font, fill=ink)


def _extent(words: str, letter: int) -> tuple[int, int]:
    """Width and height of the words in letters of this size."""
    left, top, right, bottom = _font(letter).getbbox(words)
    return max(ceil(right - left), 1), max(ceil(bottom - top), 1)


@lru_cache(maxsize=8)
def _font(letter: int) -> ImageFont.FreeTypeFont:
    path = resources.folder("fonts") / "NotoSansSC-Regular.ttf"
    return ImageFont.truetype(str(path), letter, layout_engine=ImageFont.Layout.BASIC)
