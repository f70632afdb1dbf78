"""A photo that nobody can read is told at once; a sharp one never is, on whatever table it lies."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from butler_desktop.documents.scan import inspect_bytes
from tests.documents.papers_drawn import on_table, packed, paper
from tests.limits import ICON, PAPER

BLUR = 1 / 350
"""Of the long side: letters of the body run into each other."""


def flat(seed: int) -> Image.Image:
    return paper(seed, (1654, 2339), lines=4).image


def grey(seed: int) -> Image.Image:
    return paper(seed, (1654, 2339), (150, 150, 150), 4).image


def photo(seed: int) -> Image.Image:
    return on_table(paper(seed, (1654, 2339), lines=8), seed)


def noisy(seed: int) -> Image.Image:
    return on_table(paper(seed, (2000, 2800), grain=12), seed)


def is_blurred(image: Image.Image, quality: int = 80) -> bool:
    report = inspect_bytes(packed(image, quality=quality), "a.jpg", PAPER)
    return "blurred" in {flag.code for flag in report.flags}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("draw", [flat, grey, photo, noisy])
def test_what_is_out_of_focus_is_told_and_what_is_sharp_is_not(
    draw: Callable[[int], Image.Image], seed: int
) -> None:
    image = draw(seed)
    assert not is_blurred(image)
    assert not is_blurred(image, quality=50)
    assert is_blurred(image.filter(ImageFilter.GaussianBlur(max(image.size) * BLUR)))


@pytest.mark.parametrize(
    "name",
    ["business-licence.jpg", "cmyk.jpg", "id-back.jpg", "id-front.jpg", "rotated-by-exif.jpg"],
)
def test_a_good_scan_is_not_blurred(scans: Path, name: str) -> None:
    data = (scans / name).read_bytes()
    assert "blurred" not in {flag.code for flag in inspect_bytes(data, name, PAPER).flags}
    image = Image.open(BytesIO(data)).convert("RGB")
    assert is_blurred(image.filter(ImageFilter.GaussianBlur(max(image.size) * BLUR)))


def test_an_icon_may_be_soft_and_a_spot_is_not_judged() -> None:
    soft = packed(Image.new("RGB", (512, 512), (0, 90, 200)))
    assert "blurred" not in {flag.code for flag in inspect_bytes(soft, "a.jpg", ICON).flags}
    assert not is_blurred(Image.new("RGB", (400, 60), "white"))
