"""The stepper: where a filing stands, and red where it was returned."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.domain.stage import STAGE_WORDS, STEPS, Stage
from butler_desktop.ui import i18n
from butler_desktop.ui.kit.stepper import Stepper
from butler_desktop.ui.look import Look
from butler_desktop.ui.theme import LIGHT

Picture = Callable[[QWidget], QImage]


@pytest.fixture
def stepper(qtbot: QtBot, qapp: QApplication) -> Stepper:
    i18n.put_on(qapp, "zh_CN")
    made = Stepper()
    qtbot.addWidget(made)
    made.resize(570, made.sizeHint().height())
    return made


def column(image: QImage, number: int) -> set[str]:
    """The colours of one step's circle."""
    wide = image.width() // len(STEPS)
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(number * wide + wide // 2 - 9, number * wide + wide // 2 + 9)
        for y in range(18)
    }


@pytest.mark.parametrize("stage", STEPS)
def test_steps_behind_are_filled_and_steps_ahead_are_not(
    stage: Stage, stepper: Stepper, picture: Picture
) -> None:
    stepper.show_stage(stage)
    image = picture(stepper)
    at = STEPS.index(stage)
    for number in range(len(STEPS)):
        assert (LIGHT.accent_fill in column(image, number)) == (number <= at)
    assert stepper.accessibleName() == f"{STAGE_WORDS[stage].zh} {at + 1} / 7"


@pytest.mark.parametrize(
    ("stage", "at"), [(Stage.RETURNED_BY_CUSTOMER, 3), (Stage.RETURNED_BY_AUTHORITY, 5)]
)
def test_a_return_is_red_on_the_step_where_it_happened(
    stage: Stage, at: int, stepper: Stepper, picture: Picture
) -> None:
    stepper.show_stage(stage)
    image = picture(stepper)
    red = [number for number in range(len(STEPS)) if LIGHT.red.text in column(image, number)]
    assert red == [at]
    assert LIGHT.accent_fill in column(image, at - 1)


def test_what_was_withdrawn_has_no_step(stepper: Stepper, picture: Picture) -> None:
    stepper.show_stage(Stage.WITHDRAWN)
    image = picture(stepper)
    assert not any(LIGHT.accent_fill in column(image, number) for number in range(len(STEPS)))


def test_too_narrow_it_shows_the_present_step(stepper: Stepper, worn: Look) -> None:
    assert not stepper.compact
    stepper.resize(300, 40)
    assert stepper.compact
    stepper.resize(570, 40)
    worn.set_zoom(2.0)
    assert stepper.compact
    assert not stepper.grab().isNull()


def test_a_done_step_tells_when_and_by_whom(stepper: Stepper) -> None:
    stepper.show_stage(Stage.REVIEW, {Stage.COLLECTING: "3月16日 林晓雯"})
    assert stepper.told_at(570 // 7 + 40) == "3月16日 林晓雯"
    assert stepper.told_at(3) == ""
    assert stepper.told_at(569) == ""
