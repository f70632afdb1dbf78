"""``screenshots``: a picture of each page, without a display."""

import pytest
from PIL import Image

from tests.cli.test_main import program


def test_a_picture_of_each_page_in_the_wanted_size(place):
    done = program("screenshots", place / "shots", "--size=1280x800", "--scheme=dark")
    assert done.returncode == 0, done.stderr
    pictures = sorted((place / "shots").glob("*.png"))
    assert len(pictures) >= 10
    assert f"{len(pictures)} 张截图" in done.stdout
    sizes = set()
    for picture in pictures:
        with Image.open(picture) as opened:
            sizes.add(opened.size)
    assert (1280, 800) in sizes
    assert [path.name for path in place.iterdir()] == ["shots"]


@pytest.mark.parametrize("size", ["1440", "x900", "axb", "0x0", "-1x5"])
def test_a_size_that_is_none_is_told(run, place, size):
    said = run("screenshots", "shots", f"--size={size}")
    assert said.code == 2
    assert "1440x900" in said.err
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("scale", ["0", "-1", "nan", "large"])
def test_a_scale_that_is_none_is_told(run, place, scale):
    assert run("screenshots", "shots", f"--scale={scale}").code == 2
    assert list(place.iterdir()) == []


def test_a_place_that_cannot_take_them_is_told(run, place):
    (place / "file").touch()
    assert run("screenshots", "file/shots").code == 3
