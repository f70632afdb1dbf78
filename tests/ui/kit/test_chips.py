"""Chips: a stage with its glyph, a verdict with its icon, each in its tint."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.domain.stage import STAGE_WORDS, Stage
from butler_desktop.ui import i18n
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.chips import Chip, StageChip
from butler_desktop.ui.kit.stage_glyph import TINT
from butler_desktop.ui.look import Look
from butler_desktop.ui.theme import LIGHT


@pytest.mark.parametrize("stage", list(Stage))
def test_a_stage_wears_its_tint_and_says_its_words(
    stage: Stage, qtbot: QtBot, qapp: QApplication, colours: Callable[[QWidget], set[str]]
) -> None:
    i18n.put_on(qapp, "zh_CN")
    chip = StageChip(stage)
    qtbot.addWidget(chip)
    assert LIGHT.tint(TINT[stage]).ground in colours(chip)
    assert chip.accessibleName() == STAGE_WORDS[stage].zh


@pytest.mark.parametrize("zoom", [1.0, 1.25, 2.0])
def test_a_chip_has_room_for_its_words(zoom: float, worn: Look, qtbot: QtBot) -> None:
    worn.set_zoom(zoom)
    bare, marked = Chip("已过期", "red"), Chip("已过期", "red", "calendar-x-2")
    for chip in (bare, marked):
        qtbot.addWidget(chip)
        assert chip.sizeHint().width() > paint.width_of(Role.META, "已过期")
    assert marked.sizeHint().width() > bare.sizeHint().width()


def test_a_chip_can_say_something_else(qtbot: QtBot) -> None:
    chip = Chip("缺失")
    qtbot.addWidget(chip)
    chip.show_words("合格", "green", "check")
    assert chip.accessibleName() == "合格"
