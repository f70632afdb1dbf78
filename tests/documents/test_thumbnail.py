from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from butler_desktop.documents.scan_refusal import ScanRefused
from butler_desktop.documents.thumbnail import make_pixels, make_thumbnail

BOX = (300, 300)


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    assert image.format == "PNG"
    assert image.mode == "RGB"
    return image


def difference(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures, 0 to 255."""
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


@pytest.mark.parametrize(
    "name",
    ["business-licence.jpg", "id-front.jpg", "domain-certificate.png", "rotated-by-exif.jpg"],
)
def test_a_thumbnail_looks_like_its_original(scans: Path, name: str) -> None:
    thumbnail = opened(make_thumbnail(scans / name, BOX))
    with Image.open(scans / name) as image:
        seen = ImageOps.exif_transpose(image).convert("RGB")
    seen.thumbnail(BOX)
    assert abs(thumbnail.width - seen.width) <= 1
    assert abs(thumbnail.height - seen.height) <= 1
    assert max(thumbnail.size) == 300
    assert difference(thumbnail, seen.resize(thumbnail.size)) < 3


def test_the_sample_on_its_side_stands_upright(scans: Path) -> None:
    thumbnail = opened(make_thumbnail(scans / "rotated-by-exif.jpg", BOX))
    assert thumbnail.height > thumbnail.width


@pytest.mark.parametrize("value", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_every_rotation_is_turned_upright(value: int, form: str) -> None:
    image = Image.new("RGB", (160, 80), "white")
    image.paste("red", (0, 0, 40, 40))
    exif = Image.Exif()
    exif[0x0112] = value
    out = BytesIO()
    image.save(out, form, exif=exif)
    expected = ImageOps.exif_transpose(Image.open(BytesIO(out.getvalue()))).convert("RGB")
    thumbnail = opened(make_thumbnail(out.getvalue(), expected.size))
    assert thumbnail.size == expected.size
    assert difference(thumbnail, expected) < 3


def test_printing_colours_become_screen_colours(scans: Path) -> None:
    cmyk = opened(make_thumbnail(scans / "cmyk.jpg", BOX))
    rgb = opened(make_thumbnail(scans / "business-licence.jpg", BOX)).resize(cmyk.size)
    assert difference(cmyk, rgb) < 5


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_is_white(mode: str) -> None:
    image = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    image.paste((255, 0, 0, 255), (0, 0, 100, 100))
    out = BytesIO()
    image.convert(mode).save(out, "PNG")
    thumbnail = opened(make_thumbnail(out.getvalue(), (20, 20)))
    assert thumbnail.getpixel((15, 5)) == (255, 255, 255)
    assert thumbnail.getpixel((2, 5)) != (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "P", "I;16", "RGB"])
def test_every_depth_keeps_its_greys(picture: Callable[..., bytes], mode: str) -> None:
    thumbnail = opened(make_thumbnail(picture("PNG", mode, (512, 512)), (16, 16)))
    column = [thumbnail.convert("L").getpixel((8, y)) for y in range(16)]
    assert column[0] < 40
    assert column[15] > 215
    assert all(low <= high + 40 for low, high in pairwise(column))


def test_a_small_picture_is_not_blown_up(picture: Callable[..., bytes]) -> None:
    assert opened(make_thumbnail(picture("PNG", size=(30, 20)), BOX)).size == (30, 20)


def test_a_line_of_pixels_is_still_a_picture(picture: Callable[..., bytes]) -> None:
    assert opened(make_thumbnail(picture("PNG", size=(2000, 1)), (100, 100))).size == (100, 1)


def test_the_same_picture_gives_the_same_bytes(scans: Path) -> None:
    path = scans / "id-front.jpg"
    assert make_thumbnail(path, BOX) == make_thumbnail(path.read_bytes(), BOX)


def test_pages_of_a_pdf_are_drawn_elsewhere(scans: Path) -> None:
    with pytest.raises(ScanRefused) as refused:
        make_thumbnail(scans / "two-pages.pdf", BOX)
    assert refused.value.flag.code == "not_a_picture"


@pytest.mark.parametrize("name", ["damaged.jpg", "empty.jpg", "huge-pixels.png", "text-named.jpg"])
def test_what_cannot_be_used_has_no_thumbnail(scans: Path, name: str) -> None:
    with pytest.raises(ScanRefused):
        make_thumbnail(scans / name, BOX)


def test_pixels_are_those_of_the_thumbnail(scans: Path) -> None:
    for name in ("rotated-by-exif.jpg", "transparent.png", "cmyk.jpg"):
        pixels = make_pixels(scans / name, (500, 400))
        thumbnail = opened(make_thumbnail(scans / name, (500, 400)))
        assert (pixels.width, pixels.height) == thumbnail.size
        assert pixels.data == thumbnail.tobytes()
