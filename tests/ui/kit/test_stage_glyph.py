"""Stage glyphs: told apart without colour."""

from itertools import combinations

import pytest

from butler_desktop.domain.stage import Stage
from butler_desktop.ui.kit import stage_glyph

SAME_CURE = {Stage.RETURNED_BY_CUSTOMER, Stage.RETURNED_BY_AUTHORITY}


def test_no_two_stages_look_alike_in_black_and_white() -> None:
    drawn = {s: stage_glyph.pixmap(s, 14, "#000000", "#FFFFFF").toImage() for s in Stage}
    for one, other in combinations(Stage, 2):
        if {one, other} != SAME_CURE:  # these two differ in words
            assert drawn[one] != drawn[other], (one, other)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_glyph_has_the_pixels_of_its_screen(ratio: float) -> None:
    drawn = stage_glyph.pixmap(Stage.REVIEW, 14, "#000000", "#FFFFFF", ratio)
    assert drawn.width() == round(14 * ratio)


def test_every_stage_has_a_colour() -> None:
    assert set(stage_glyph.TINT) == set(Stage)


def test_the_pie_grows_from_step_to_step() -> None:
    steps = (Stage.COLLECTING, Stage.REVIEW, Stage.CONFIRMATION, Stage.SUBMIT)
    dark = []
    for step in steps:
        image = stage_glyph.pixmap(step, 56, "#000000", "#FFFFFF").toImage()
        spots = [(x, y) for x in range(56) for y in range(56)]
        dark.append(sum(image.pixelColor(x, y).alpha() > 128 for x, y in spots))
    assert dark == sorted(dark)
    assert len(set(dark)) == len(dark)
