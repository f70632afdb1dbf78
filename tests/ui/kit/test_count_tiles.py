"""Count tiles: each number is a filter for what it counts."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.count_tiles import CountTiles, Tile
from butler_desktop.ui.look import Look


@pytest.fixture
def tiles(qtbot: QtBot) -> CountTiles:
    made = CountTiles()
    made.show_tiles(
        [Tile("bought", "已购", "6"), Tile("open", "在途", "2"), Tile("left", "剩余", "2")]
    )
    qtbot.addWidget(made)
    made.resize(300, made.sizeHint().height())
    made.show()
    return made


def test_pressing_chooses_and_pressing_again_chooses_none(tiles: CountTiles, qtbot: QtBot) -> None:
    sent: list[str] = []
    tiles.chosen.connect(sent.append)
    for _ in range(2):
        qtbot.mouseClick(tiles, Qt.MouseButton.LeftButton, pos=QPoint(150, 30))
    assert sent == ["open", ""]


def test_keys_walk_and_choose(tiles: CountTiles, qtbot: QtBot) -> None:
    qtbot.keyClick(tiles, Qt.Key.Key_Left)
    with qtbot.waitSignal(tiles.chosen) as chosen:
        qtbot.keyClick(tiles, Qt.Key.Key_Space)
    assert chosen.args == ["left"]
    assert tiles.key() == "left"


def test_all_numbers_are_read_out(tiles: CountTiles) -> None:
    assert tiles.accessibleName() == "已购 6，在途 2，剩余 2"


def test_no_tiles_choose_nothing(qtbot: QtBot, worn: Look) -> None:
    made = CountTiles()
    qtbot.addWidget(made)
    made.show()
    with qtbot.assertNotEmitted(made.chosen):
        qtbot.keyClick(made, Qt.Key.Key_Return)
