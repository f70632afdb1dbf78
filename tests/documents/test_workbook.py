"""Reading order exports: what people save, and what a file must not do."""

import datetime as dt
import tracemalloc
import zipfile
from contextlib import suppress

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.documents.workbook import read_sheets
from butler_desktop.domain.order_import import Judgement, read_orders
from butler_desktop.domain.order_sheet import find_columns
from butler_desktop.errors import ImportRefused
from tests.documents.workbooks import ORDERS, SHEET, a_workbook, sheet_xml, with_part
from tests.domain.order_texts import PRICES


def read(path):
    return next(iter(read_sheets(path)))


def judged(name):
    sheet = read(ORDERS / name)
    return read_orders(sheet, find_columns(sheet), PRICES)


def test_the_export_is_read_with_the_files_own_row_numbers():
    sheet = read(ORDERS / "orders.xlsx")
    assert (sheet.file_name, sheet.name) == ("orders.xlsx", "订单记录")
    assert [row.number for row in sheet.rows[:3]] == [1, 2, 4]
    first = next(row for row in sheet.rows if row.number == 5)
    assert first.cells[0] == "2026093001000001"
    assert first.cells[7] == "12"
    assert first.cells[13] == "2026-09-30 17:30:01"


@pytest.mark.parametrize(
    ("name", "orders", "sites", "fen"),
    [
        ("orders.xlsx", 40, 159, 9_273_335),
        ("orders-gb18030.csv", 15, 73, 4_313_334),
        ("orders-utf8-bom.csv", 15, 51, 2_923_334),
    ],
)
def test_every_order_of_the_good_exports_is_taken(name, orders, sites, fen):
    taken = judged(name).takeable
    assert len(taken) == orders
    assert sum(entry.ordered_site_count for entry in taken) == sites
    assert sum(entry.paid_fen for entry in taken) == fen


def test_the_same_order_is_the_same_in_each_form():
    from_workbook = {entry.number: entry for entry in judged("orders.xlsx").takeable}
    for name in ("orders-gb18030.csv", "orders-utf8-bom.csv"):
        for entry in judged(name).takeable:
            same = from_workbook[entry.number]
            # One export writes times without their seconds.
            assert entry.paid_at.replace(second=0) == same.paid_at.replace(second=0)
            assert (entry.contact_phone, entry.paid_fen) == (same.contact_phone, same.paid_fen)


@pytest.mark.parametrize(
    ("row", "column", "value", "reason"),
    [
        (6, "订单号", "2026100801000101", "与第 5 行订单号重复"),
        (7, "备案网站个数", "0", "网站个数至少 1"),
        (8, "备案网站个数", "-1", "网站个数至少 1"),
        (9, "备案网站个数", "1.5", "网站个数应为整数"),
        (10, "备案网站个数", "两个", "网站个数应为整数"),
        (11, "实付金额(元)", "551", "金额应为 550.00"),
        (12, "服务类型", "加急备案", "没有服务“加急备案”"),
        (13, "联系电话", "", "联系电话为空"),
        (14, "联系电话", "123 45-", "手机号只有 5 位"),
        (15, "支付时间", "2026-13-45 99:00", "日期不存在"),
        (16, "订单号", "", "订单号为空"),
        (17, "代金券抵扣(元)", "99999", "代金券抵扣大于总价"),
        (18, "电子邮箱", "not-an-address", "邮箱应有一个 @，现有 0 个"),
        (19, "客户名称", '=HYPERLINK("x","客户")', "单元格是公式"),
    ],
)
def test_each_faulty_row_is_told_by_row_column_value_and_reason(row, column, value, reason):
    told = judged("orders-with-errors.xlsx").to_json()["refused"]
    assert {"row": row, "column": column, "value": value, "reason": reason} in told


def test_the_faulty_export_has_one_good_row_and_one_fault_in_each_other():
    shown = judged("orders-with-errors.xlsx")
    assert shown.counts() == {Judgement.GOOD: 1, Judgement.ERROR: 14}
    assert len(shown.to_json()["refused"]) == 14
    assert shown.of(Judgement.GOOD)[0].row == 5


def test_hidden_sheets_are_not_read():
    assert [sheet.name for sheet in read_sheets(ORDERS / "orders-with-errors.xlsx")] == ["订单记录"]


def test_all_visible_sheets_that_say_anything_are_read(tmp_path):
    book = openpyxl.Workbook()
    book.create_sheet("空")
    book.create_sheet("订单").append(["订单号"])
    book.active.title, book.active["A1"] = "封面", "说明"
    book.save(tmp_path / "a.xlsx")
    assert [sheet.name for sheet in read_sheets(tmp_path / "a.xlsx")] == ["封面", "订单"]


def test_numbers_and_dates_come_as_people_see_them(tmp_path):
    row = [3, 0.1 + 0.2, True, "  １２ ", None, "x", dt.datetime(2026, 3, 18, 9, 41)]  # noqa: DTZ001
    row += [dt.date(2026, 3, 18), dt.time(9, 41), 2026093001000001]
    (read_row,) = read(a_workbook(tmp_path / "a.xlsx", row)).rows
    assert read_row.cells[:6] == ("3", "0.3", "TRUE", "１２", "", "x")
    assert read_row.cells[6:8] == ("2026-03-18 09:41:00", "2026-03-18")
    assert read_row.cells[8:] == ("09:41:00", "2026093001000001")


def test_a_formula_is_told_wherever_it_stands(tmp_path):
    path = a_workbook(tmp_path / "a.xlsx", ["1", "=A1&B2"], ["x"], [None, None, "=SUM(A1)"])
    rows = read(path).rows
    assert rows[0].cells == ("1", "=A1&B2")
    assert rows[2].cells == ("", "", "=SUM(A1)")


def test_cells_without_a_place_follow_each_other(tmp_path):
    path = a_workbook(tmp_path / "a.xlsx", ["x"])
    cells = "<row><c><v>1</v></c><c><f>A1</f><v>1</v></c></row><row><c><v>2</v></c></row>"
    rows = read(with_part(path, SHEET, sheet_xml(cells))).rows
    assert [(row.number, row.cells[:2]) for row in rows] == [(1, ("1", "=A1")), (2, ("2", ""))]


def test_the_names_of_a_sheet_may_have_a_prefix(tmp_path):
    path = a_workbook(tmp_path / "a.xlsx", ["x"])
    cells = '<x:row r="2"><x:c r="B2"><x:f>A1</x:f></x:c></x:row>'
    (row,) = read(with_part(path, SHEET, sheet_xml(cells, "x"))).rows
    assert (row.number, row.cells) == (2, ("", "=A1"))


def test_a_damaged_file_is_refused_with_what_to_do():
    with pytest.raises(ImportRefused, match="已损坏") as refusal:
        read(ORDERS / "orders-damaged.xlsx")
    assert refusal.value.cure.zh


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.xlsx", b"", "没有内容"),
        ("blank.csv", b"\xef\xbb\xbf \r\n , ,\r\n", "没有内容"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "旧格式"),
        (
            "secret.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "打开密码",
        ),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", "图片"),
        ("letter.xlsx", b"%PDF-1.7\n", "PDF"),
        ("page.xls", "<html><table><tr><td>订单号".encode(), "网页"),
        ("noise.csv", bytes(range(256)), "不是 .xlsx"),
        ("cut.xlsx", b"PK\x05\x06" + b"\0" * 18, "不是 Excel"),
        ("head.xlsx", b"PK\x03\x04" + b"\0" * 18, "已损坏"),
    ],
)
def test_what_is_no_table_is_refused_by_what_it_is(tmp_path, name, data, says):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ImportRefused, match=says) as refusal:
        read(path)
    assert refusal.value.cure.zh
    assert refusal.value.cure.en


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "none.xlsx", tmp_path):
        with pytest.raises(ImportRefused, match="没有文件"):
            read(path)


def test_a_workbook_named_csv_and_a_csv_named_xlsx_are_read_by_what_they_are(tmp_path):
    renamed = tmp_path / "orders.csv"
    renamed.write_bytes((ORDERS / "orders.xlsx").read_bytes())
    assert read(renamed).name == "订单记录"
    renamed = tmp_path / "orders.xlsx"
    renamed.write_bytes((ORDERS / "orders-gb18030.csv").read_bytes())
    assert len(read(renamed).rows) == 16


def test_another_archive_is_told_from_a_damaged_one(tmp_path):
    path = tmp_path / "letter.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(ImportRefused, match="不是 Excel"):
        read(path)


def test_an_archive_of_a_version_that_nobody_writes_is_damage(tmp_path):
    data = bytearray(a_workbook(tmp_path / "a.xlsx", ["x"]).read_bytes())
    data[data.rindex(b"PK\x01\x02") + 6] = 206
    (tmp_path / "a.xlsx").write_bytes(data)
    with pytest.raises(ImportRefused, match="已损坏"):
        read(tmp_path / "a.xlsx")


@pytest.mark.parametrize("lies", [False, True])
def test_a_bomb_is_refused_without_filling_the_memory(tmp_path, lies):
    path = a_workbook(tmp_path / "bomb.xlsx", ["x"])
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/sharedStrings.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(300):
            part.write(b" " * 1024 * 1024)
    if lies:
        data = path.read_bytes()
        size = (300 * 1024 * 1024).to_bytes(4, "little")
        assert size in data
        path.write_bytes(data.replace(size, (1000).to_bytes(4, "little")))
    tracemalloc.start()
    with pytest.raises(ImportRefused, match=r"大得不像|已损坏"):
        read(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 32 * 1024 * 1024


@pytest.mark.parametrize("place", ["A1048576", "XFD9000", "XFD1048576"])
def test_a_stray_cell_far_out_is_told_before_the_sheet_is_laid_out(tmp_path, place):
    book = openpyxl.Workbook()
    book.active["A1"], book.active[place] = "订单号", "x"
    book.save(tmp_path / "far.xlsx")
    with pytest.raises(ImportRefused, match=r"第 (1048576|9000) 行"):
        read(tmp_path / "far.xlsx")


def test_a_cell_far_out_of_its_row_is_told_too(tmp_path):
    cells = '<row r="1"><c r="A1"><v>1</v></c><c r="D1048576"><v>1</v></c></row>'
    path = with_part(a_workbook(tmp_path / "a.xlsx", ["x"]), SHEET, sheet_xml(cells))
    with pytest.raises(ImportRefused, match="第 1048576 行"):
        read(path)


def test_rows_that_do_not_say_their_number_are_those_of_their_cells(tmp_path):
    path = a_workbook(tmp_path / "a.xlsx", ["x"])
    cells = '<row><c r="A2"><v>1</v></c></row><row><c r="B5"><f>A2</f></c></row>'
    rows = read(with_part(path, SHEET, sheet_xml(cells))).rows
    assert [(row.number, row.cells[:2]) for row in rows] == [(2, ("1",)), (5, ("", "=A2"))]


def test_dressed_cells_far_out_say_nothing(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = "订单号"
    book.active["XFD1048576"].font = openpyxl.styles.Font(bold=True)
    book.save(tmp_path / "dressed.xlsx")
    assert len(read(tmp_path / "dressed.xlsx").rows) == 1


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>"""


@pytest.mark.parametrize(
    "content",
    [
        ENTITIES,
        b"no XML",
        sheet_xml('<row r="x"><c><v>1</v></c></row>'),
        sheet_xml('<row r="1"><c r="ABCDE1"><v>1</v></c></row>'),
        sheet_xml('<row r="1"><c r="A1"><v>1</v></c><c r="D99999999999"><v>1</v></c></row>'),
        sheet_xml('<row r="1"><c r="A0"><v>1</v></c></row>'),
        sheet_xml('<row r="1"><c r="A1"><v>1</c></row>'),
    ],
)
def test_a_sheet_that_is_no_sheet_is_damage(tmp_path, content):
    path = with_part(a_workbook(tmp_path / "a.xlsx", ["x"]), SHEET, content)
    with pytest.raises(ImportRefused, match="已损坏"):
        read(path)


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=40))
def test_a_workbook_with_random_damage_is_read_or_refused(tmp_path_factory, place, damage):
    data = bytearray((ORDERS / "orders.xlsx").read_bytes())
    place %= len(data)
    data[place : place + len(damage)] = damage
    path = tmp_path_factory.mktemp("fuzz") / "orders.xlsx"
    path.write_bytes(data)
    with suppress(ImportRefused):
        assert read(path).rows


@given(st.sampled_from([SHEET, "xl/workbook.xml", "xl/styles.xml"]), st.data())
def test_damage_inside_a_whole_archive_is_read_or_refused(tmp_path_factory, part, data):
    folder = tmp_path_factory.mktemp("fuzz")
    path = folder / "orders.xlsx"
    path.write_bytes((ORDERS / "orders.xlsx").read_bytes())
    with zipfile.ZipFile(path) as archive:
        content = bytearray(archive.read(part))
    place = data.draw(st.integers(0, min(len(content), 4000)))
    damage = data.draw(st.sampled_from([b"", b"9" * 12, b"<", b'"', b"</c>", b"-1", b"\xff"]))
    content[place : place + data.draw(st.integers(0, 8))] = damage
    with suppress(ImportRefused):
        list(read_sheets(with_part(path, part, bytes(content))))
