"""Icons: the theme's colours, sharp at each scale, drawn once."""

import re

import pytest
from PySide6.QtGui import QColor, QIcon, QImage, QPainter

from butler_desktop import resources
from butler_desktop.ui.kit import icons
from butler_desktop.ui.look import Appearance, Look
from butler_desktop.ui.theme import DARK, LIGHT

SHIPPED = sorted(file.stem for file in resources.folder("icons").glob("*.svg"))


def inks(image: QImage) -> set[str]:
    solid = QImage.Format.Format_ARGB32
    image = image.convertToFormat(solid)
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 250
    }


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_icon_is_drawn_in_the_colour_asked_for(name: str) -> None:
    drawn = icons.pixmap(name, 64, "#FF0000").toImage()
    assert inks(drawn) == {"#FF0000"}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_has_the_pixels_of_its_screen(ratio: float) -> None:
    drawn = icons.pixmap("bell", 16, LIGHT.text, ratio)
    assert drawn.width() == round(16 * ratio)
    assert drawn.devicePixelRatio() == ratio


def test_an_icon_is_drawn_once() -> None:
    assert icons.pixmap("sun", 14, LIGHT.text) is icons.pixmap("sun", 14, LIGHT.text)


def test_an_icon_that_is_not_shipped_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_the_icon_of_an_action_follows_the_theme(worn: Look) -> None:
    made = icons.icon("printer", "text")
    before = made.pixmap(64, 64).toImage()
    worn.choose(Appearance.DARK)
    after = made.pixmap(64, 64).toImage()
    assert inks(before) == {LIGHT.text}
    assert inks(after) == {DARK.text}
    disabled = made.pixmap(64, 64, QIcon.Mode.Disabled).toImage()
    assert inks(disabled) == {DARK.text_3}


def test_a_copied_icon_paints_itself() -> None:
    canvas = QImage(16, 16, QImage.Format.Format_ARGB32)
    canvas.fill(QColor("white"))
    painter = QPainter(canvas)
    QIcon(icons.icon("check")).paint(painter, canvas.rect())
    painter.end()
    assert inks(canvas) != {"#FFFFFF"}


def test_only_lucide_strokes_are_shipped_and_their_licence_with_them() -> None:
    folder = resources.folder("icons")
    assert "ISC" in (folder / "LICENSE.txt").read_text(encoding="utf-8")
    for name in SHIPPED:
        assert re.search(r'stroke="currentColor"', icons.source(name)), name
        assert 'viewBox="0 0 24 24"' in icons.source(name), name
