"""The queue as a workbook: what is seen is what is written."""

from datetime import datetime
from pathlib import Path
from threading import Event

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.ui.queue.queue_page import TABLE
from tests.ui.queue.hall import Hall


@pytest.fixture
def three(hall: Hall) -> Hall:
    hall.filing("BA-1", S.REQUESTED)
    hall.filing("BA-2", S.INTERNAL_REVIEW, province="440000", sponsor="=1+1")
    hall.filing("BA-3", S.COLLECTING, butler="何佳")
    hall.open()
    return hall


def dialogs(hall: Hall) -> list[QFileDialog]:
    return hall.page.findChildren(QFileDialog)


def press_export(hall: Hall) -> None:
    hall.qtbot.keyClick(hall.page.filings.view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def written(hall: Hall, target: Path) -> list[tuple[object, ...]]:
    """Chooses the file in the dialog that is open; its rows."""
    (dialog,) = dialogs(hall)
    dialog.fileSelected.emit(str(target))
    dialog.close()
    hall.settle()
    return list(openpyxl.load_workbook(target).worksheets[0].iter_rows(values_only=True))


def test_ctrl_e_in_the_list_writes_what_the_table_shows(three: Hall, tmp_path: Path) -> None:
    page, model = three.page, three.page.filings.model
    page.set_layout(TABLE)
    three.settle()
    page.filings.view.setFocus()
    press_export(three)
    head, *rows = written(three, tmp_path / "a.xlsx")
    assert [name for name in head if name != "到期时间"] == [
        column.titles()[0] for column in model.columns()[1:]
    ]
    columns = range(1, model.columnCount())
    shown = [[model.index(n, c).data() or None for c in columns] for n in range(3)]
    exact = head.index("到期时间")
    assert [[*row[:exact], *row[exact + 1 :]] for row in rows] == shown
    assert isinstance(rows[0][exact], datetime)
    assert page.list_side.export.strip.isVisible()
    assert "3" in page.list_side.export.strip.text()


def test_the_split_list_writes_the_same_facts(three: Hall, tmp_path: Path) -> None:
    page = three.page
    page.filings.view.setFocus()
    press_export(three)
    split = written(three, tmp_path / "split.xlsx")
    page.set_layout(TABLE)
    three.settle()
    page.list_side.export.button.click()
    assert written(three, tmp_path / "table.xlsx") == split


def test_checked_rows_alone_are_written(three: Hall, tmp_path: Path) -> None:
    page = three.page
    page.set_layout(TABLE)
    three.settle()
    chosen = page.filings.model.ids()[1]
    page.filings.model.set_checked([chosen], on=True)
    page.list_side.chosen_bar.export.click()
    rows = written(three, tmp_path / "a.xlsx")
    assert [row[1] for row in rows[1:]] == [three.numbers()[1]]


def test_a_filter_is_a_filter_of_the_file(three: Hall, tmp_path: Path) -> None:
    three.page.filters.text_filter.setText("BA-2")
    three.settle()
    three.page.list_side.export.button.click()
    rows = written(three, tmp_path / "a.xlsx")
    assert [row[1] for row in rows[1:]] == ["BA-2"]


def test_an_export_that_is_cancelled_writes_nothing(three: Hall, tmp_path: Path) -> None:
    export, gate = three.page.list_side.export, Event()
    three.background.run(three.page, lambda _workspace: gate.wait())
    export.ask()
    (dialog,) = dialogs(three)
    dialog.fileSelected.emit(str(tmp_path / "a.xlsx"))
    dialog.close()
    assert not export.button.isEnabled()
    (cancel,) = export.strip.cures()
    cancel.click()
    gate.set()
    three.settle()
    assert not (tmp_path / "a.xlsx").exists()
    assert export.strip.cures() == []
    assert export.button.isEnabled()


def test_a_folder_that_is_gone_is_said(three: Hall, tmp_path: Path) -> None:
    export = three.page.list_side.export
    export.ask()
    (dialog,) = dialogs(three)
    dialog.fileSelected.emit(str(tmp_path / "gone" / "a.xlsx"))
    dialog.close()
    three.settle()
    assert "a.xlsx" in export.strip.text()
    assert export.button.isEnabled()


def test_nothing_to_write_asks_nothing(hall: Hall) -> None:
    hall.open()
    assert hall.page.list_side.export.ask() is None
    assert not hall.page.list_side.export.button.isVisible()
