"""Reading order exports: what people save, and what a file must not do."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.documents.workbook import FORMULA, read_sheet
from butler_desktop.errors import ImportRefused

ORDERS = Path(__file__).parents[1] / "data" / "orders"


def test_the_export_is_read_with_the_files_own_row_numbers():
    sheet = read_sheet(ORDERS / "orders.xlsx")
    assert sheet.name == "订单记录"
    assert [row.number for row in sheet.rows[:3]] == [1, 2, 4]
    first = next(row for row in sheet.rows if row.number == 5)
    assert first.cells[0] == "2026093001000001"
    assert first.cells[7] == "12"
    assert first.cells[13] == "2026-09-30 17:30:01"


@pytest.mark.parametrize("name", ["orders-gb18030.csv", "orders-utf8-bom.csv"])
def test_both_encodings_of_csv_are_read(name):
    sheet = read_sheet(ORDERS / name)
    assert len(sheet.rows) == 16
    assert "订单号" in sheet.rows[0].cells


def test_a_formula_is_told_and_a_hidden_sheet_is_not_read():
    sheet = read_sheet(ORDERS / "orders-with-errors.xlsx")
    (row,) = [row for row in sheet.rows if FORMULA in row.cells]
    assert (row.number, row.cells.index(FORMULA)) == (19, 1)
    assert sheet.name == "订单记录"


def test_a_damaged_file_is_refused_with_what_to_do():
    with pytest.raises(ImportRefused) as refusal:
        read_sheet(ORDERS / "orders-damaged.xlsx")
    assert "已损坏" in refusal.value.sentence.zh
    assert refusal.value.cure.zh


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.xlsx", b"", "空文件"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".xls"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", "不是 .xlsx"),
        ("other.xlsx", b"PK\x05\x06" + b"\0" * 18, "已损坏"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path, name, data, says):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ImportRefused, match=says):
        read_sheet(path)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ImportRefused, match="读不了"):
        read_sheet(tmp_path / "none.xlsx")


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(1100):
                part.write(b"\0" * 1024 * 1024)
    assert path.stat().st_size < 4 * 1024 * 1024
    with pytest.raises(ImportRefused, match="已损坏"):
        read_sheet(path)


def test_quoted_cells_may_run_over_lines(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('订单号,备注\n1,"两\n行"\n2,x\n', encoding="utf-8")
    assert [row.number for row in read_sheet(path).rows] == [1, 2, 4]


@given(st.integers(0, 5000), st.binary(min_size=1, max_size=40))
def test_a_workbook_with_random_damage_is_read_or_refused(tmp_path_factory, place, damage):
    data = bytearray((ORDERS / "orders.xlsx").read_bytes())
    place %= len(data)
    data[place : place + len(damage)] = damage
    path = tmp_path_factory.mktemp("fuzz") / "orders.xlsx"
    path.write_bytes(data)
    try:
        assert read_sheet(path).rows
    except ImportRefused as refusal:
        assert refusal.sentence.zh


def test_numbers_and_dates_come_as_people_see_them(tmp_path):
    book = openpyxl.Workbook()
    book.active.append([3, 1.5, True, "  １２ ", None, "x"])
    book.save(tmp_path / "a.xlsx")
    (row,) = read_sheet(tmp_path / "a.xlsx").rows
    assert row.cells == ("3", "1.5", "TRUE", "１２", "", "x")
