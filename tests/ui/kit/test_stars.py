"""Stars: a rating to be seen, or given by mouse, digit or arrow."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.stars import Stars


@pytest.fixture
def stars(qtbot: QtBot) -> Stars:
    made = Stars("响应速度", editable=True)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def test_digits_arrows_and_mouse_rate(stars: Stars, qtbot: QtBot) -> None:
    sent: list[int] = []
    stars.rated.connect(sent.append)
    qtbot.keyClicks(stars, "3")
    qtbot.keyClick(stars, Qt.Key.Key_Right)
    qtbot.mouseClick(stars, Qt.MouseButton.LeftButton, pos=QPoint(3, 10))
    assert sent == [3, 4, 1]
    assert stars.accessibleName() == "响应速度 1 / 5"


@pytest.mark.parametrize("key", ["0", "6", "9"])
def test_there_are_one_to_five(stars: Stars, qtbot: QtBot, key: str) -> None:
    with qtbot.assertNotEmitted(stars.rated):
        qtbot.keyClicks(stars, key)


def test_a_rating_to_be_seen_cannot_be_changed(qtbot: QtBot) -> None:
    made = Stars("服务质量", 4)
    qtbot.addWidget(made)
    made.show()
    assert made.focusPolicy() is Qt.FocusPolicy.NoFocus
    with qtbot.assertNotEmitted(made.rated):
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(3, 10))
    assert made.value() == 4
