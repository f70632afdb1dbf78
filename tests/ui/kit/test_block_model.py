"""The block model: rows come in blocks, stay while newer ones come, and are never mixed up."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from butler_desktop.ui.kit.block_model import BlockModel, CellRole, IdRole
from butler_desktop.ui.kit.columns import Cell, Column, check_column
from butler_desktop.ui.kit.row_store import BLOCK, RowStore
from butler_desktop.words import Words

COLUMNS = (
    Column("name", Words("名称", "Name"), lambda row: Cell(row["name"], row["number"])),
    Column("state", Words("状态", "State"), lambda row: Cell(row["state"])),
)


class Store:
    """Rows behind a model; answers are kept until the test lets them go."""

    def __init__(self, *, at_once: bool = True) -> None:
        self.asked: list[list[int]] = []
        self.answers: list[Callable[[], None]] = []
        self.at_once = at_once
        self.version = 0

    def fetch(self, ids: Sequence[int], done: Callable[[dict[int, Any]], None]) -> None:
        self.asked.append(list(ids))
        rows = {
            one: {"name": f"名{one}", "number": f"N{one}", "state": f"v{self.version}"}
            for one in ids
        }
        if self.at_once:
            done(rows)
        else:
            self.answers.append(lambda: done(rows))


def made(store: Store, count: int = 1000) -> BlockModel:
    model = BlockModel(COLUMNS, store.fetch)
    model.reset(range(count))
    return model


def see(model: BlockModel, qtbot: QtBot, row: int, column: int = 0) -> Any:
    """Look at a row as a view does, until it has come."""
    index = model.index(row, column)
    qtbot.waitUntil(lambda: index.data() is not None)
    return index.data()


def test_qt_finds_nothing_wrong(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = made(Store(), 300)
    see(model, qtbot, 0)
    qtmodeltester.check(model)
    model.reset(range(10, 40))
    qtmodeltester.check(model)


def test_a_row_that_has_not_come_says_nothing(qtbot: QtBot) -> None:
    store = Store(at_once=False)
    model = made(store)
    assert model.index(0, 0).data() is None
    qtbot.waitUntil(lambda: len(store.answers) == 1)
    with qtbot.waitSignal(model.dataChanged) as changed:
        store.answers[0]()
    assert changed.args[0].row() == 0
    assert changed.args[1].row() == BLOCK - 1
    assert model.index(0, 0).data() == "名0 N0"


def test_only_the_blocks_in_view_are_asked_for(qtbot: QtBot) -> None:
    store = Store()
    model = made(store, 1_000_000)
    see(model, qtbot, 500_000)
    assert len(store.asked) == 1
    assert 500_000 in store.asked[0]
    assert len(store.asked[0]) == BLOCK


def test_a_block_is_asked_for_once(qtbot: QtBot) -> None:
    store = Store()
    model = made(store)
    for row in (0, 5, 200, 255):
        see(model, qtbot, row)
    assert len(store.asked) == 1


def test_a_newer_question_carries_what_an_older_one_still_lacks(qtbot: QtBot) -> None:
    """The older answer may never come: a newer question of the same owner replaces it."""
    store = Store(at_once=False)
    model = made(store)
    assert model.index(0, 0).data() is None
    qtbot.waitUntil(lambda: len(store.asked) == 1)
    assert model.index(600, 0).data() is None
    qtbot.waitUntil(lambda: len(store.asked) == 2)
    assert {0, 600} <= set(store.asked[1])
    store.answers[1]()
    assert model.index(0, 0).data() == "名0 N0"
    assert model.index(600, 0).data() == "名600 N600"


def test_old_rows_stay_on_screen_until_the_new_ones_are_there(qtbot: QtBot) -> None:
    store = Store()
    model = made(store)
    assert see(model, qtbot, 3, 1) == "v0"
    store.at_once, store.version = False, 1
    model.refresh([3])
    assert model.index(3, 1).data() == "v0"
    qtbot.waitUntil(lambda: len(store.answers) == 1)
    store.answers[0]()
    assert model.index(3, 1).data() == "v1"


def test_an_answer_to_an_outdated_question_is_dropped(qtbot: QtBot) -> None:
    store = Store(at_once=False)
    model = made(store)
    assert model.index(0, 1).data() is None
    qtbot.waitUntil(lambda: len(store.answers) == 1)
    store.version = 1
    model.refresh()
    assert model.index(0, 1).data() is None
    qtbot.waitUntil(lambda: len(store.answers) == 2)
    store.answers[1]()
    store.answers[0]()
    assert model.index(0, 1).data() == "v1"


def test_a_change_elsewhere_reads_nothing_again(qtbot: QtBot) -> None:
    store = Store()
    model = made(store)
    see(model, qtbot, 0)
    with qtbot.assertNotEmitted(model.dataChanged):
        model.refresh([123_456])
    see(model, qtbot, 0)
    assert len(store.asked) == 1


def test_ids_and_rows_find_each_other() -> None:
    model = made(Store(), 10)
    model.reset([30, 10, 20])
    assert [model.id_at(row) for row in (0, 1, 2, 3, -1)] == [30, 10, 20, None, None]
    assert [model.row_of(one) for one in (30, 10, 20, 99)] == [0, 1, 2, -1]
    assert model.index(1, 0).data(IdRole) == 10
    assert model.index(0, 0, QModelIndex()).data(CellRole) is None


def test_a_row_is_read_as_a_sentence(qtbot: QtBot) -> None:
    model = made(Store(), 3)
    see(model, qtbot, 1)
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "名1 N1，v0"


def test_titles_hold_both_facts() -> None:
    model = made(Store(), 1)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "名称"
    two = Column("x", Words("到期", "Due"), COLUMNS[0].cell, second_title=Words("下一步", "Next"))
    model.set_columns((check_column(), two))
    assert model.headerData(1, Qt.Orientation.Horizontal) == "到期 / 下一步"


def test_check_marks_follow_the_ids_through_a_new_order() -> None:
    model = made(Store(), 5)
    model.set_checked([1, 3], True)
    model.reset([4, 3, 2])
    assert model.checked() == [3]
    model.check_all(True)
    assert model.checked() == [4, 3, 2]
    model.set_checked([3], False)
    assert model.checked_count() == 2
    model.check_all(False)
    assert model.checked() == []


def test_cells_are_made_once_until_they_are_to_be_said_anew(qtbot: QtBot) -> None:
    calls: list[int] = []

    def look(row: dict[str, str]) -> Cell:
        calls.append(1)
        return Cell(row["name"])

    model = BlockModel([Column("name", Words("名", "N"), look)], Store().fetch)
    model.reset(range(3))
    see(model, qtbot, 0)
    before = len(calls)
    assert model.index(0, 0).data() == model.index(0, 0).data()
    assert len(calls) == before
    model.say_anew()
    model.index(0, 0).data()
    assert len(calls) == before + 1


@given(st.lists(st.integers(0, 20_000), max_size=60))
def test_the_store_asks_for_all_it_wants_and_no_more(blocks: list[int]) -> None:
    store = RowStore()
    wanted = [block for block in blocks if store.want(block)]
    assert sorted(set(blocks)) == sorted(wanted)
    while asked := store.asking():
        assert store.take(store.ticket, asked, {})
    assert not any(store.want(block) for block in blocks)


def test_rows_long_out_of_view_are_dropped() -> None:
    store = RowStore()
    for block in range(100):
        rows = {one: {} for one in range(block * BLOCK, (block + 1) * BLOCK)}
        store.want(block)
        assert store.take(store.ticket, [block], rows)
    assert store.value(0) is None
    assert store.value(99 * BLOCK) is not None
    assert store.want(0)


@pytest.mark.parametrize("count", [0, 1, BLOCK, BLOCK + 1])
def test_lists_of_any_length(count: int, qtmodeltester: ModelTester) -> None:
    model = made(Store(), count)
    assert model.rowCount() == count
    qtmodeltester.check(model)
