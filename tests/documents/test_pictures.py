"""Pictures go in as they are where they can, else upright and on white; always the same bytes."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from butler_desktop.documents import pictures
from butler_desktop.documents.pictures import LONG_SIDE, MOST_KEPT, PASSED_BYTES, prepared
from butler_desktop.errors import DocumentFailed


def one(source: bytes | Path):
    (found,) = prepared({"x": source}).values()
    return found


def test_a_small_upright_jpeg_goes_in_byte_for_byte(picture: Callable[..., bytes]) -> None:
    data = picture("JPEG", size=(600, 400))
    found = one(data)
    assert found.jpeg == data
    assert (found.width, found.height) == (600, 400)


def test_a_greyscale_jpeg_does_so_too(picture: Callable[..., bytes]) -> None:
    data = picture("JPEG", mode="L", size=(600, 400))
    assert one(data).jpeg == data


def test_where_a_picture_was_taken_does_not_go_in(picture: Callable[..., bytes]) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Maker of cameras"
    data = picture("JPEG", size=(600, 400), exif=exif)
    assert b"Maker" in data
    assert b"Maker" not in one(data).jpeg


def test_a_picture_lying_on_its_side_is_set_up(scans: Path) -> None:
    found = one(scans / "rotated-by-exif.jpg")
    with Image.open(io.BytesIO(found.jpeg)) as image:
        assert image.size == (found.width, found.height)
        assert not image.getexif()


@pytest.mark.parametrize("name", ["cmyk.jpg", "transparent.png", "domain-certificate.png"])
def test_anything_else_becomes_a_plain_jpeg(scans: Path, name: str) -> None:
    found = one(scans / name)
    with Image.open(io.BytesIO(found.jpeg)) as image:
        assert (image.format, image.mode) == ("JPEG", "RGB")
        assert max(image.size) <= LONG_SIDE


def test_a_large_jpeg_is_made_smaller(picture: Callable[..., bytes]) -> None:
    noise = Image.effect_noise((2400, 1600), 90).convert("RGB")
    out = io.BytesIO()
    noise.save(out, "JPEG", quality=95)
    assert len(out.getvalue()) > PASSED_BYTES
    found = one(out.getvalue())
    assert (found.width, found.height) == (LONG_SIDE, round(LONG_SIDE * 2 / 3))
    assert len(found.jpeg) < len(out.getvalue()) / 3


def test_a_pdf_has_no_picture(scans: Path) -> None:
    assert prepared({"x": scans / "two-pages.pdf"}) == {}


@pytest.mark.parametrize("name", ["damaged.jpg", "empty.jpg", "text-named.jpg", "huge-pixels.png"])
def test_what_cannot_be_read_stops_the_paper_with_a_sentence(scans: Path, name: str) -> None:
    with pytest.raises(DocumentFailed) as caught:
        prepared({"x": scans / name})
    assert caught.value.sentence.zh
    assert caught.value.sentence.en


def test_the_same_picture_gives_the_same_bytes(scans: Path) -> None:
    for name in ("domain-certificate.png", "rotated-by-exif.jpg"):
        assert one(scans / name) == one((scans / name).read_bytes())


def test_only_so_many_pictures_are_kept(picture: Callable[..., bytes]) -> None:
    for width in range(20, 20 + MOST_KEPT + 5):
        one(picture("JPEG", size=(width, 10)))
    assert len(pictures._kept) == MOST_KEPT
