"""Columns and cells: a row in words."""

import pytest
from PySide6.QtWidgets import QApplication

from butler_desktop.domain.stage import Stage
from butler_desktop.ui import i18n
from butler_desktop.ui.kit.columns import Cell, Column, check_column, sentence
from butler_desktop.ui.kit.due import DueCase, DueText
from butler_desktop.words import Words


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (Cell("浙江", "首次备案"), "浙江 首次备案"),
        (Cell(second="初审"), "初审"),
        (Cell(stage=Stage.REVIEW), "待初审"),
        (Cell(chip=("red", "已过期", "calendar-x-2")), "已过期"),
        (Cell(due=DueText(DueCase.SOON, "剩 17 分"), second="催收"), "剩 17 分 催收"),
        (Cell(), ""),
    ],
)
def test_a_cell_in_words(cell: Cell, said: str, qapp: QApplication) -> None:
    i18n.put_on(qapp, "zh_CN")
    assert cell.said() == said


def test_a_row_is_a_sentence_without_its_check_mark_and_empty_places() -> None:
    columns = (
        check_column(),
        Column("a", Words("甲", "A"), lambda row: Cell(row[0])),
        Column("b", Words("乙", "B"), lambda _row: Cell()),
        Column("c", Words("丙", "C"), lambda row: Cell(row[1])),
    )
    assert sentence(columns, ("待初审", "浙江")) == "待初审，浙江"


def test_titles_follow_the_language(qapp: QApplication) -> None:
    due, following = Words("到期", "Due"), Words("下一步", "Next")
    column = Column("d", due, lambda _row: Cell(), second_title=following)
    i18n.put_on(qapp, "en")
    assert column.titles() == ("Due", "Next")
    i18n.put_on(qapp, "zh_CN")
    assert column.titles() == ("到期", "下一步")
