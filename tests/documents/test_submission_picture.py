"""What goes to the filing systems: within the limits, upright, in RGB, as good as fits."""

import hashlib
import random
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from butler_desktop.documents.scan import inspect_bytes
from butler_desktop.documents.scan_refusal import ScanRefused
from butler_desktop.documents.submission_picture import (
    SubmissionPicture,
    submission_picture,
    submission_pictures,
)
from butler_desktop.domain.scan import JPEG, PNG
from tests.documents.papers_drawn import packed, paper
from tests.limits import ICON, PAPER

MARK = "仅供备案使用"
USABLE = (
    "business-licence.jpg",
    "cmyk.jpg",
    "domain-certificate.png",
    "rotated-by-exif.jpg",
    "transparent.png",
    "two-pages.pdf",
)


def noise(width: int, height: int) -> Image.Image:
    """What packs worst."""
    return Image.frombytes("RGB", (width, height), random.Random(1).randbytes(3 * width * height))


def opened(made: SubmissionPicture) -> Image.Image:
    image: Any = Image.open(BytesIO(made.data))
    image.load()
    return image


@pytest.mark.parametrize("mark", ["", MARK], ids=["plain", "marked"])
@pytest.mark.parametrize("name", USABLE)
def test_what_comes_out_has_nothing_left_to_mend(scans: Path, name: str, mark: str) -> None:
    for made in submission_pictures((scans / name).read_bytes(), PAPER, mark):
        ending = "jpg" if made.media_type == JPEG else "png"
        report = inspect_bytes(made.data, f"a.{ending}", PAPER)
        assert not {flag.code for flag in report.flags} & {
            *("pdf", "too_large", "cmyk", "rotated", "transparent", "animated", "wrong_extension")
        }
        image = opened(made)
        assert image.mode == "RGB"
        assert image.size == (made.width, made.height)
        assert not image.getexif()


def test_what_meets_the_limits_goes_out_to_the_byte(scans: Path) -> None:
    data = (scans / "business-licence.jpg").read_bytes()
    made = submission_picture(data, PAPER)
    assert (made.is_original, made.data) == (True, data)
    assert made.sha256 == hashlib.sha256(data).hexdigest()
    assert not submission_picture(data, PAPER, mark=MARK).is_original


def test_a_turned_photo_is_upright_in_its_pixels(scans: Path) -> None:
    made = submission_picture((scans / "rotated-by-exif.jpg").read_bytes(), PAPER)
    assert (made.width, made.height) == (827, 1170)


def test_each_page_of_a_pdf_is_a_picture(scans: Path) -> None:
    pages = list(submission_pictures((scans / "two-pages.pdf").read_bytes(), PAPER))
    assert [made.media_type for made in pages] == [JPEG, JPEG]
    assert all(len(made.data) <= PAPER.most_bytes for made in pages)
    assert min(max(made.width, made.height) for made in pages) >= 1000
    assert pages[0].sha256 != pages[1].sha256


def test_a_large_photo_loses_quality_before_pixels() -> None:
    data = packed(paper(2, (3000, 4200), grain=12).image, quality=98)
    assert len(data) > PAPER.most_bytes
    made = submission_picture(data, PAPER)
    assert (made.width, made.height) == (3000, 4200)
    assert len(data) > PAPER.most_bytes >= len(made.data) > PAPER.most_bytes * 0.85


def test_the_best_quality_that_fits_is_taken() -> None:
    image = paper(4, (1200, 1600), grain=9).image
    limits = replace(PAPER, most_bytes=300_000)
    made = submission_picture(packed(image, quality=97), limits)
    again = BytesIO()
    source: Any = Image.open(BytesIO(packed(image, quality=97)))
    sizes = {}
    for quality in range(60, 96):
        again = BytesIO()
        source.save(again, "JPEG", quality=quality, subsampling=0)
        sizes[quality] = len(again.getvalue())
    best = max((size, quality) for quality, size in sizes.items() if size <= 300_000)
    assert len(made.data) == best[0]


def test_pixels_go_only_where_quality_does_not_do_and_stop_at_the_least_side() -> None:
    data = packed(noise(1800, 1200), quality=95)
    smaller = submission_picture(data, replace(PAPER, most_bytes=700_000))
    assert 1000 <= smaller.width < 1800
    assert len(smaller.data) <= 700_000
    least = submission_picture(data, replace(PAPER, most_bytes=250_000))
    assert least.width == 1000
    with pytest.raises(ScanRefused) as refused:
        submission_picture(data, replace(PAPER, least_bytes=0, most_bytes=20_000))
    assert refused.value.flag.code == "cannot_fit"


def test_a_png_stays_lossless_where_there_is_room() -> None:
    icon = Image.new("RGBA", (512, 512), (0, 90, 200, 128))
    made = submission_picture(packed(icon, "PNG"), ICON)
    assert (made.media_type, opened(made).mode) == (PNG, "RGB")
    large = submission_picture(packed(noise(512, 512), "PNG"), ICON)
    assert large.media_type == JPEG
    assert len(large.data) <= ICON.most_bytes


def test_only_the_formats_of_the_paper_are_made() -> None:
    image = packed(noise(1400, 1000), "JPEG")
    only_png = replace(PAPER, formats=(PNG,))
    made = submission_picture(image, only_png)
    assert made.media_type == PNG
    assert len(made.data) <= PAPER.most_bytes
    only_jpeg = replace(PAPER, formats=(JPEG,))
    assert submission_picture(packed(noise(1100, 900), "PNG"), only_jpeg).media_type == JPEG


def test_what_is_small_is_not_blown_up(scans: Path) -> None:
    made = submission_picture((scans / "low-resolution.jpg").read_bytes(), PAPER, mark=MARK)
    assert made.width == 300


@pytest.mark.parametrize("name", USABLE)
def test_the_same_file_gives_the_same_bytes(scans: Path, name: str) -> None:
    data = (scans / name).read_bytes()
    first, again = (submission_picture(data, PAPER, mark=MARK) for _ in range(2))
    assert first == again


@pytest.mark.parametrize("name", ["damaged.jpg", "damaged.pdf", "password-protected.pdf"])
def test_what_cannot_be_used_is_refused(scans: Path, name: str) -> None:
    with pytest.raises(ScanRefused):
        submission_picture((scans / name).read_bytes(), PAPER)


def test_a_page_that_is_not_there_is_refused(scans: Path) -> None:
    with pytest.raises(ScanRefused):
        submission_picture((scans / "two-pages.pdf").read_bytes(), PAPER, page=2)
