"""What the style draws where no rule of a style sheet can: fields, checks, combo boxes."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.look import Appearance, Look
from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import DARK, LIGHT


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


@pytest.fixture(params=[QCheckBox, QRadioButton])
def box(request: pytest.FixtureRequest, qtbot: QtBot) -> QCheckBox | QRadioButton:
    made = request.param("约定回电")
    qtbot.addWidget(made)
    return made


def test_a_check_is_filled_with_the_accent(box: QCheckBox | QRadioButton) -> None:
    assert LIGHT.accent_fill not in colours(picture(box))
    box.setChecked(True)
    assert LIGHT.accent_fill in colours(picture(box))
    box.setEnabled(False)
    assert LIGHT.accent_fill not in colours(picture(box))


def test_a_partly_checked_box_differs_from_a_checked_one(qtbot: QtBot) -> None:
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setTristate(True)
    box.setCheckState(box.checkState().PartiallyChecked)
    part = picture(box)
    box.setCheckState(box.checkState().Checked)
    assert part != picture(box)


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox])
def test_a_field_has_a_darker_line_at_its_foot(kind: type[QWidget], qtbot: QtBot) -> None:
    field = kind()
    qtbot.addWidget(field)
    field.resize(200, 30)
    image = picture(field)
    assert image.pixelColor(100, 0).name().upper() == LIGHT.border_strong
    assert image.pixelColor(100, 29).name().upper() == LIGHT.field_line
    field.setProperty("finding", "red")
    assert picture(field).pixelColor(100, 29).name().upper() == LIGHT.red.text


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QPushButton])
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_controls_are_as_high_as_designed(
    kind: type[QWidget], zoom: float, worn: Look, qtbot: QtBot
) -> None:
    worn.set_zoom(zoom)
    control = kind()
    qtbot.addWidget(control)
    assert control.sizeHint().height() == px(30)


def test_the_focus_ring_is_drawn_inside(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(200, 30)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    image = picture(field)
    assert image.pixelColor(100, 0).name().upper() == LIGHT.focus
    assert image.pixelColor(100, 1).name().upper() == LIGHT.focus


def test_a_field_that_stands_already_changes_with_the_theme(worn: Look, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(200, 30)
    worn.choose(Appearance.DARK)
    assert picture(field).pixelColor(100, 15).name().upper() == DARK.surface
