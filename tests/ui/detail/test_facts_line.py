"""Facts in one line: cut from the right, whole in the tooltip."""

import pytest
from pytestqt.qtbot import QtBot

from butler_desktop.ui.detail.facts_line import FactsLine


@pytest.fixture
def line(qtbot: QtBot) -> FactsLine:
    made = FactsLine()
    qtbot.addWidget(made)
    made.show_facts(
        "BA-2603-0418",
        ["首次备案", "浙江"],
        "订单 DD-260316-0027",
        "第 3 / 6 个网站",
        ["管家 林晓雯"],
    )
    made.resize(570, 20)
    made.show()
    return made


def test_there_is_room_for_all_in_the_usual_pane(line: FactsLine) -> None:
    assert line.order_link.isVisible()
    assert line._after[0].isVisible()
    assert line._after[0].geometry().right() < line.width()


def test_the_last_facts_go_first(line: FactsLine) -> None:
    line.resize(360, 20)
    assert line.order_link.isVisible()
    assert not line._after[0].isVisible()
    line.resize(180, 20)
    assert not line.order_link.isVisible()
    assert line._number.isVisible()


def test_the_whole_is_in_the_tooltip(line: FactsLine) -> None:
    line.resize(180, 20)
    for words in ("BA-2603-0418", "浙江", "第 3 / 6 个网站", "林晓雯"):
        assert words in line.toolTip()
