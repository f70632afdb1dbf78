"""The shapes that all fields share: sharp lines, a darker foot, a ring inside, elided words."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.combo_field import Combo
from butler_desktop.ui.kit.line_field import Edit
from butler_desktop.ui.look import Appearance, Look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import DARK, LIGHT

Picture = Callable[[QWidget], QImage]


@pytest.fixture
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> QWidget:
    made: QWidget = request.param()
    qtbot.addWidget(made)
    made.resize(200, 30)
    return made


def seen(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name().upper()


@pytest.mark.parametrize("field", [Edit, Combo], indirect=True)
class TestField:
    """What a field of one line looks like."""

    def test_its_foot_is_darker_than_its_other_sides(
        self, field: QWidget, picture: Picture
    ) -> None:
        image = picture(field)
        assert seen(image, 100, 0) == LIGHT.border_strong
        assert seen(image, 100, 15) == LIGHT.surface
        assert seen(image, 100, 29) == LIGHT.field_line

    @pytest.mark.parametrize("state", ["red", "amber"])
    def test_a_finding_colours_its_line(self, field: QWidget, picture: Picture, state: str) -> None:
        field.setProperty("finding", state)
        image = picture(field)
        assert seen(image, 100, 0) == seen(image, 100, 29) == LIGHT.token(state)

    def test_the_focus_ring_lies_inside(
        self, field: QWidget, picture: Picture, qtbot: QtBot
    ) -> None:
        field.show()
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        image = picture(field)
        assert seen(image, 100, 0) == seen(image, 100, 1) == LIGHT.focus
        assert seen(image, 100, 2) == LIGHT.surface

    def test_it_changes_with_the_theme(self, field: QWidget, picture: Picture, worn: Look) -> None:
        worn.choose(Appearance.DARK)
        assert seen(picture(field), 100, 15) == DARK.surface

    def test_what_can_only_be_read_stands_on_another_ground(
        self, field: QWidget, picture: Picture
    ) -> None:
        field.setEnabled(False)
        assert seen(picture(field), 100, 15) == LIGHT.sunken

    @pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
    def test_it_is_as_high_as_designed(self, field: QWidget, zoom: float, worn: Look) -> None:
        worn.set_zoom(zoom)
        assert field.sizeHint().height() == px(30)


def canvas(width: int = 100, height: int = 30) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    return made


def test_words_that_do_not_fit_are_elided_within_their_place() -> None:
    image = canvas()
    painter = QPainter(image)
    place = QRect(10, 0, 60, 30)
    width = paint.words(painter, place, Role.BODY, "#000000", "杭州云杉智造科技有限公司")
    painter.end()
    assert 0 < width <= 60
    beyond = [seen(image, x, y) for x in range(72, 100) for y in range(30)]
    assert set(beyond) == {"#FFFFFF"}


@pytest.mark.parametrize("align", [paint.LEFT, paint.CENTRE, paint.RIGHT])
def test_words_stand_where_they_are_told_to(align: Qt.AlignmentFlag) -> None:
    image = canvas(200)
    painter = QPainter(image)
    paint.words(painter, QRect(0, 0, 200, 30), Role.BODY, "#000000", "备案", align)
    painter.end()
    inked = [x for x in range(200) for y in range(30) if seen(image, x, y) != "#FFFFFF"]
    middle = (min(inked) + max(inked)) / 2
    wanted = {paint.LEFT: 13, paint.CENTRE: 100, paint.RIGHT: 187}[align]
    assert middle == pytest.approx(wanted, abs=2)


def test_a_line_of_one_pixel_is_sharp() -> None:
    image = canvas()
    painter = QPainter(image)
    paint.box(painter, QRect(5, 5, 50, 20), None, "#000000", 6)
    painter.end()
    assert [seen(image, 30, y) for y in (4, 5, 6)] == ["#FFFFFF", "#000000", "#FFFFFF"]
