"""The receipt: its counts add up, and it goes out as text and as a file."""

import csv
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from butler_desktop.domain.receipt import Outcome, Receipt, ReceiptLine
from butler_desktop.ui.sync.receipt_dialog import ReceiptDialog
from butler_desktop.ui.sync.receipt_table import written
from butler_desktop.words import Words
from tests.builders import NOW

EDIT, NONE = Words("修改备案信息", "Form edited"), Words("", "")


def a_line(number: int, outcome: Outcome, customer: str = "泉石") -> ReceiptLine:
    made = NOW - timedelta(minutes=number)
    reason = Words("与别人的改动不一致", "differs") if outcome is Outcome.HELD else NONE
    act, order, filing = f"a{number}", f"DD-{number}", f"BA-{number}"
    return ReceiptLine(
        act, "filing.edit", EDIT, "o", order, customer, filing, made, outcome, reason
    )


RECEIPT = Receipt(
    (
        a_line(1, Outcome.SHARED),
        a_line(2, Outcome.SHARED),
        a_line(3, Outcome.WAITING),
        a_line(4, Outcome.HELD),
        a_line(5, Outcome.REFUSED, "=公司"),
    )
)


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[ReceiptDialog]:
    made = ReceiptDialog(RECEIPT, lambda: NOW)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_what_was_made_is_what_it_all_came_to(dialog: ReceiptDialog) -> None:
    told = dialog.sentence.text()
    assert told == "Acts made: 5 = 已合并 2 + 待同步 1 + 等待选择 1 + 未采用 1"


def test_every_act_has_its_line_the_newest_first(qtbot: QtBot, dialog: ReceiptDialog) -> None:
    model = dialog.model
    assert model.rowCount() == 5
    qtbot.waitUntil(lambda: model.cell(0, 0) is not None)
    first = model.cell(0, 0)
    assert first is not None
    assert (first.first, first.icon) == ("未采用", "circle-x")


def test_it_is_copied_with_tabs(dialog: ReceiptDialog) -> None:
    dialog.copy_button.click()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[0] == "结果"
    assert len(lines) == 6


def test_the_file_is_read_by_spreadsheets_and_runs_nothing(
    dialog: ReceiptDialog, tmp_path: Path
) -> None:
    file = tmp_path / "receipt.csv"
    dialog.export(file)
    rows = list(csv.reader(file.read_text("utf-8-sig").splitlines()))
    assert len(rows) == 6
    assert rows[5][4] == "'=公司"
    assert dialog.strip.isVisible()


def test_a_file_that_cannot_be_written_is_told(dialog: ReceiptDialog, tmp_path: Path) -> None:
    dialog.export(tmp_path / "missing" / "receipt.csv")
    assert "cannot be written" in dialog.strip.text()


def test_an_empty_receipt_says_that_nothing_waits(qtbot: QtBot) -> None:
    dialog = ReceiptDialog(Receipt(()), lambda: NOW)
    qtbot.addWidget(dialog)
    assert dialog.sentence.text() == "Nothing waits."
    assert written(Receipt(())).count("\n") == 1
