"""Faulty rows: a file that can be corrected and imported, and that no spreadsheet acts on."""

import csv

import pytest

from butler_desktop.documents.faulty_rows import write_faulty_rows
from butler_desktop.documents.workbook import read_sheets
from butler_desktop.domain.order_import import read_orders
from butler_desktop.domain.order_sheet import find_columns
from butler_desktop.errors import DocumentFailed
from tests.documents.workbooks import ORDERS
from tests.domain.order_texts import PRICES


def preview(path):
    sheet = next(iter(read_sheets(path)))
    return read_orders(sheet, find_columns(sheet), PRICES)


def test_what_was_wrong_is_wrong_again_and_nothing_else(tmp_path):
    shown = preview(ORDERS / "orders-with-errors.xlsx")
    path = tmp_path / "有错的行.csv"
    assert write_faulty_rows(shown, path) == 14
    again = preview(path)
    before = [row.cells for row in shown.of("error")]
    assert [dict(row.cells) for row in again.rows] == before
    # The first of two rows with one number was good and stayed behind.
    assert [row.words for row in again.rows[1:]] == [row.words for row in shown.of("error")[1:]]


def test_each_row_has_its_place_and_reason(tmp_path):
    path = tmp_path / "rows.csv"
    write_faulty_rows(preview(ORDERS / "orders-with-errors.xlsx"), path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, first, *_ = csv.reader(file)
    assert head[:3] == ["原行号", "检查结果", "订单号"]
    assert first[:3] == ["6", "与第 5 行订单号重复", '="2026100801000101"']


def test_no_cell_is_a_formula_for_a_spreadsheet(tmp_path):
    shown = preview(ORDERS / "orders-with-errors.xlsx")
    for start in "=+-@":
        shown = shown.with_cell(7, "remark", f"{start}cmd")
        write_faulty_rows(shown, tmp_path / "rows.csv")
        text = (tmp_path / "rows.csv").read_text(encoding="utf-8-sig")
        assert f"'{start}cmd" in text


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    shown = preview(ORDERS / "orders-with-errors.xlsx")
    with pytest.raises(DocumentFailed, match="写不了"):
        write_faulty_rows(shown, tmp_path / "none" / "rows.csv")
    (tmp_path / "taken").mkdir()
    with pytest.raises(DocumentFailed):
        write_faulty_rows(shown, tmp_path / "taken")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
