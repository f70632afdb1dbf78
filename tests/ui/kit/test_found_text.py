"""Found text: which pieces of a line were found, and that they stand out in it."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.found_text import FoundText, draw_found
from butler_desktop.ui.look import look

NAME = FoundText("佛山南悦陶艺工作室", ((2, 4),))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (NAME, [("佛山", False), ("南悦", True), ("陶艺工作室", False)]),
        (FoundText("南悦", ((0, 2),)), [("南悦", True)]),
        (FoundText("南悦"), [("南悦", False)]),
        (FoundText("abcd", ((0, 1), (3, 4))), [("a", True), ("bc", False), ("d", True)]),
        (FoundText(""), []),
    ],
)
def test_a_text_is_its_pieces(text: FoundText, pieces: list[tuple[str, bool]]) -> None:
    assert list(text.pieces()) == pieces


def drawn(width: int, *texts: FoundText) -> tuple[int, set[str]]:
    """Where the line ends, and the colours in it."""
    image = QImage(width, 24, QImage.Format.Format_RGB32)
    image.fill("#FFFFFF")
    painter = QPainter(image)
    end = draw_found(painter, QRect(0, 0, width, 24), Role.BODY, look().theme.text, texts)
    painter.end()
    seen = {image.pixelColor(x, y).name().upper() for x in range(width) for y in range(24)}
    return end, seen


def test_what_was_found_stands_out_by_colour_and_weight() -> None:
    accent, text = look().theme.accent_text, look().theme.text
    end, seen = drawn(300, NAME)
    assert {accent, text} <= seen
    assert accent not in drawn(300, FoundText(NAME.text))[1]
    bold = paint.width_of(Role.BODY_BOLD, "南悦") - paint.width_of(Role.BODY, "南悦")
    assert end == paint.width_of(Role.BODY, NAME.text) + bold


def test_a_line_that_is_too_long_is_cut_off_in_its_room() -> None:
    end, _ = drawn(80, NAME, FoundText(" ・ "), NAME)
    assert end <= 80
