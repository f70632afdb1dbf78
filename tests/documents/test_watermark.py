"""The mark is on the picture, and never on anything that the picture shows."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageDraw

from butler_desktop.documents.watermark import calm_place, marked
from tests.documents.papers_drawn import on_table, packed, paper

WORDS = "仅供备案使用"


def changed(before: Image.Image, after: Image.Image) -> tuple[int, int, int, int]:
    """The box of all pixels that the mark changed, grown strip included."""
    ground = Image.new("RGB", after.size, "white")
    ground.paste(before, (0, 0))
    found = ImageChops.difference(ground, after).getbbox()
    assert found is not None, "no mark"
    return found


def meets(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


SHEETS = [
    pytest.param(seed, size, ink, lines, id=f"{seed}-{size[0]}-{ink[0]}-{lines}")
    for seed, (size, ink, lines) in enumerate(
        (size, ink, lines)
        for size in ((1654, 2339), (1011, 638), (2480, 3508), (640, 420))
        for ink in ((30, 30, 30), (150, 150, 150), (196, 196, 196))
        for lines in (4, 8, 24)
    )
]


@pytest.mark.parametrize(("seed", "size", "ink", "lines"), SHEETS)
def test_no_text_is_ever_touched(
    seed: int, size: tuple[int, int], ink: tuple[int, int, int], lines: int
) -> None:
    drawn = paper(seed, size, ink, lines)
    image = Image.open(BytesIO(packed(drawn.image, quality=80))).convert("RGB")
    after = marked(image, WORDS)
    mark = changed(image, after)
    assert not [box for box in drawn.boxes if meets(box, mark)]


def test_a_picture_full_of_text_gets_a_strip_below() -> None:
    image = Image.new("RGB", (900, 640), "white")
    for top in range(0, 640, 20):
        ImageDraw.Draw(image).text((0, top), "M0W8X" * 60, fill="black", font_size=16)
    assert calm_place(image, WORDS) is None
    after = marked(image, WORDS)
    assert after.height > image.height
    assert changed(image, after)[1] >= image.height
    assert ImageChops.difference(after.crop((0, 0, 900, 640)), image).getbbox() is None


@pytest.mark.parametrize("seed", range(4))
def test_on_a_photo_too(seed: int) -> None:
    photo = on_table(paper(seed, lines=5), seed)
    place = calm_place(photo, WORDS)
    if place is not None:
        ground = photo.convert("L").crop((place.left, place.top, place.right, place.bottom))
        low, high = ground.getextrema()
        assert isinstance(low, int)
        assert isinstance(high, int)
        assert high - low < 40


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (900, 3), (40, 30), (7, 7)])
def test_a_tiny_picture_gets_its_mark_all_the_same(size: tuple[int, int]) -> None:
    blank = Image.new("RGB", size, (240, 240, 240))
    after = marked(blank, WORDS)
    assert ImageChops.difference(after.crop((0, 0, *size)), blank).getbbox() is None


def test_the_same_picture_is_marked_the_same() -> None:
    image = paper(1).image
    assert marked(image, WORDS).tobytes() == marked(image, WORDS).tobytes()
