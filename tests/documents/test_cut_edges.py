"""A paper that is cut off by its picture is told; one that lies in it whole never is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from butler_desktop.documents.cut_edges import cut_strokes
from butler_desktop.documents.scan import inspect_bytes
from butler_desktop.domain.scan_limits import ScanLimits
from butler_desktop.storage.rulebook import load_rulebook
from tests.documents.papers_drawn import cut, on_table, packed, paper
from tests.limits import PAPER

CARD = (1011, 638)
Draw = Callable[[int], Image.Image]


def flat(seed: int) -> Image.Image:
    return paper(seed).image


def card(seed: int) -> Image.Image:
    return paper(seed, CARD, lines=4).image


def photo(seed: int) -> Image.Image:
    return on_table(paper(seed), seed)


def askew(seed: int) -> Image.Image:
    return on_table(paper(seed, CARD, lines=4), seed, turn=8)


def noisy(seed: int) -> Image.Image:
    return paper(seed, grain=12).image


def is_cut(image: Image.Image, limits: ScanLimits = PAPER, quality: int = 80) -> bool:
    report = inspect_bytes(packed(image, quality=quality), "a.jpg", limits)
    return "cut_edge" in {flag.code for flag in report.flags}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("draw", [flat, card, photo, askew, noisy])
def test_a_whole_paper_is_not_cut(draw: Draw, seed: int) -> None:
    assert not is_cut(draw(seed))
    assert not is_cut(draw(seed), quality=40)


@pytest.mark.parametrize("side", range(4))
@pytest.mark.parametrize("draw", [flat, card])
def test_a_margin_may_be_missing_but_no_print(draw: Draw, side: int) -> None:
    for seed, share in enumerate((0.1, 0.15, 0.2, 0.3)):
        assert not is_cut(cut(draw(seed), side, 0.02))
        assert is_cut(cut(draw(seed), side, share))


@pytest.mark.parametrize("side", range(4))
def test_a_photo_that_lost_a_quarter_is_told(side: int) -> None:
    assert all(is_cut(cut(photo(seed), side, 0.25)) for seed in range(4))


def test_the_ground_around_a_paper_is_no_print() -> None:
    striped = Image.new("RGB", (1200, 900), (90, 70, 50))
    for left in range(0, 1200, 40):
        striped.paste((60, 40, 20), (left, 0, left + 12, 900))
    striped.paste(Image.new("RGB", (900, 600), (245, 245, 240)), (150, 150))
    assert cut_strokes(striped) == 0
    white = Image.new("RGB", (1200, 900), "white")
    white.paste((20, 20, 20), (300, 0, 420, 80))  # a finger
    white.paste((30, 30, 30), (0, 700, 200, 900))  # a corner of the table
    assert cut_strokes(white) == 0


@pytest.mark.parametrize(
    "name",
    [
        "business-licence.jpg",
        "cmyk.jpg",
        "id-back-expired.jpg",
        "id-back.jpg",
        "id-front.jpg",
        "rotated-by-exif.jpg",
    ],
)
def test_a_good_scan_is_not_cut(scans: Path, name: str) -> None:
    flags = inspect_bytes((scans / name).read_bytes(), name, PAPER).flags
    assert "cut_edge" not in {flag.code for flag in flags}


def test_only_papers_are_looked_at() -> None:
    materials = load_rulebook().materials
    off = {kind.id for kind in materials if materials.limits(kind.id).cut_strokes == 0}
    assert off == {
        "app_feature_proof",
        "app_icon",
        "domain_realname",
        "face_photo",
        "filed_number_screenshot",
        "holding_photo",
    }
    assert not is_cut(cut(flat(0), 0, 0.2), materials.limits("domain_realname"))


@given(st.integers(1, 220), st.integers(1, 220), st.binary(min_size=1, max_size=400))
def test_whatever_the_picture_shows_there_is_an_answer(width: int, height: int, ink: bytes) -> None:
    pixels = (ink * (width * height // len(ink) + 1))[: width * height]
    found = cut_strokes(Image.frombytes("L", (width, height), pixels))
    assert (found is None) == (min(width, height) < 100)
    assert found is None or 0 <= found <= max(width, height)
