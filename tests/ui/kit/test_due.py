"""Due times: icon, words and colour, never one alone."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit import icons
from butler_desktop.ui.kit.due import DueCase, DueLabel, DueText, due_width
from butler_desktop.ui.look import look
from butler_desktop.ui.theme import LIGHT

# done in time and done late are both told in words; the others must differ in outline
OUTLINES = [case for case in DueCase if case is not DueCase.LATE]


def test_the_icons_differ_in_outline() -> None:
    drawn = [icons.source(case.icon) for case in OUTLINES]
    assert len(set(drawn)) == len(OUTLINES)


@pytest.mark.parametrize("case", list(DueCase))
def test_a_due_time_shows_its_colour_and_answers_why(
    case: DueCase, qtbot: QtBot, colours: Callable[[QWidget], set[str]]
) -> None:
    label = DueLabel(DueText(case, "剩 4 时 05 分", "10:08 购买，应于 10:38 前"))
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    assert look().theme.token(case.token) in colours(label)
    assert label.toolTip() == "10:08 购买，应于 10:38 前"
    assert label.accessibleName() == "剩 4 时 05 分"


def test_overdue_is_bold_and_red() -> None:
    assert DueCase.OVERDUE.bold
    assert LIGHT.token(DueCase.OVERDUE.token) == LIGHT.red.text
    assert not any(case.bold for case in DueCase if case is not DueCase.OVERDUE)


def test_no_due_time_takes_no_room(qtbot: QtBot) -> None:
    label = DueLabel()
    qtbot.addWidget(label)
    assert label.isHidden()
    assert label.sizeHint().width() == 0
    label.show_due(DueText(DueCase.SOON, "剩 17 分"))
    assert not label.isHidden()
    assert label.sizeHint().width() == due_width(DueText(DueCase.SOON, "剩 17 分"))
