"""Workbooks as a spreadsheet reads them."""

from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from butler_desktop.documents.table_book import MEASURED, write_tables
from butler_desktop.domain.table import Kind, Table, TableColumn, Value
from butler_desktop.errors import DocumentFailed
from butler_desktop.words import Words

AT = datetime(2026, 3, 18, 2, 42, tzinfo=UTC)
COLUMNS = (
    TableColumn(Words("单号", "Number")),
    TableColumn(Words("个数", "Sites"), Kind.NUMBER),
    TableColumn(Words("比率", "Rate"), Kind.PERCENT),
    TableColumn(Words("金额", "Sum"), Kind.YUAN),
    TableColumn(Words("时间", "Time"), Kind.TIME),
)


def a_table(*rows: tuple[Value, ...], title: str = "订单") -> Table:
    return Table(Words(title, title), COLUMNS, rows)


def read(path: Path) -> list[list[object]]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_each_value_is_what_it_is(tmp_path: Path) -> None:
    target = tmp_path / "表.xlsx"
    rows = (("2026093001000001", 3, 0.946, 180_000, AT), ("=1+1", None, None, None, None))
    assert write_tables(target, [a_table(*rows)], "zh_CN") == 2
    head, first, second = read(target)
    assert head == ["单号", "个数", "比率", "金额", "时间"]
    assert first[:4] == ["2026093001000001", 3, 0.946, 1800]
    assert str(first[4]) == "2026-03-18 10:42:00"
    assert second == ["=1+1", None, None, None, None]
    cell = openpyxl.load_workbook(target).worksheets[0]["A3"]
    assert cell.data_type == "s"
    assert [it.name for it in tmp_path.iterdir()] == ["表.xlsx"]


@pytest.mark.parametrize("count", [MEASURED - 1, MEASURED, MEASURED + 2])
def test_each_row_is_there_once(tmp_path: Path, count: int) -> None:
    rows = ((str(n), n, None, None, None) for n in range(count))
    table = Table(Words("单", "N"), COLUMNS, rows)
    assert write_tables(tmp_path / "t.xlsx", [table], "en") == count
    assert [row[1] for row in read(tmp_path / "t.xlsx")[1:]] == list(range(count))


def test_a_sheet_each_under_a_name_that_is_allowed(tmp_path: Path) -> None:
    target = tmp_path / "t.xlsx"
    tables = [a_table(title="一/二[三]"), a_table(title="长" * 40), a_table(title="*")]
    write_tables(target, tables, "en")
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["一二三", "长" * 31, "3"]
    assert [cell.value for cell in book.worksheets[0][1]][:2] == ["Number", "Sites"]


def test_cancelled_it_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "t.xlsx"
    target.write_bytes(b"old")

    def step(rows: int) -> None:
        if rows == 3:
            raise KeyboardInterrupt

    rows = [("a", 1, 0.5, 1, AT)] * 5
    with pytest.raises(KeyboardInterrupt):
        write_tables(target, [a_table(*rows)], "en", step)
    assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(DocumentFailed, match="写不了"):
        write_tables(tmp_path / "missing" / "t.xlsx", [a_table()], "zh_CN")
