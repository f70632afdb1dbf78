"""Reading an intake workbook back: as programs save it, and as no program would."""

import datetime as dt
import re
import zipfile
from contextlib import suppress
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.documents.intake_reading import read_intake
from butler_desktop.domain.intake import Sort, preview
from butler_desktop.errors import ImportRefused
from tests.documents.intake_books import (
    NUMBER,
    a_book,
    answer_cells,
    fill,
    forms,
    rules,
    sheet_of,
)
from tests.documents.workbooks import ORDERS, SHEET, sheet_xml, with_part


def seen(path, form):
    return preview(read_intake(path), NUMBER, form, sheet_of(form).digest, rules().tables)


@pytest.fixture
def path(tmp_path):
    return a_book(tmp_path / "a.xlsx", forms()["F00"])


def answers(path):
    return {it.path: it for it in read_intake(path).answers}


@pytest.mark.parametrize("name", forms())
def test_a_book_comes_back_as_it_went_out(tmp_path, name):
    form = forms()[name]
    path = a_book(tmp_path / "a.xlsx", form)
    first = read_intake(path)
    assert [(it.path, it.text) for it in first.answers] == [
        (row.path, row.text) for row in sheet_of(form).rows
    ]
    assert first.filing == NUMBER
    for _ in range(2):
        found = seen(path, form)
        assert (found.changes, found.faults, found.is_older) == ((), (), False)
        openpyxl.load_workbook(path).save(path)


@pytest.mark.parametrize("name", forms())
def test_exactly_the_edited_cells_are_proposed(tmp_path, name):
    form = forms()[name]
    path = a_book(tmp_path / "a.xlsx", form)
    typed = {"service.service_name": "云朵小铺", "subject.mailing_address": "新街 １ 号"}
    places = fill(path, typed)
    found = seen(path, form)
    assert {it.path: (it.new, it.cell) for it in found.ready} == {
        path: (text, places[path]) for path, text in typed.items()
    }
    assert found.faults == ()


def test_cells_say_what_a_spreadsheet_made_of_them(path):
    typed = {
        "subject_pic.mobile": 13800000000.0,
        "subject_pic.id_number": 110101199003070011,
        "service_pic.id_valid_to": dt.date(2031, 5, 6),
        "subject_pic.id_valid_to": dt.datetime(2031, 5, 6, 8, 30),  # noqa: DTZ001
        "subject.has_seal": True,
        "service.service_name": "=A1&B2",
        "service.domain": "#REF!",
        "service.home_url": "  HTTPS://WWW.example.cn/ ",
    }
    fill(path, typed)
    got = {name: (it.text, it.sort) for name, it in answers(path).items() if name in typed}
    assert got["subject_pic.mobile"] == ("13800000000", Sort.NUMBER)
    assert got["subject_pic.id_number"][1] is Sort.NUMBER
    assert got["service_pic.id_valid_to"] == ("2031-05-06", Sort.DATE)
    assert got["subject_pic.id_valid_to"] == ("2031-05-06 08:30:00", Sort.DATE)
    assert got["subject.has_seal"] == ("TRUE", Sort.TEXT)
    assert got["service.service_name"] == ("=A1&B2", Sort.FORMULA)
    assert got["service.domain"][1] is Sort.ERROR
    assert got["service.home_url"] == ("HTTPS://WWW.example.cn/", Sort.TEXT)


RICH = (
    '<c r="{}" t="inlineStr"><is><r><t>云朵</t></r><r><rPr><b/></rPr><t>小铺</t></r>'
    '<rPh sb="0" eb="2"><t>yunduo</t></rPh></is></c>'
)


@pytest.mark.parametrize(
    ("name", "xml", "new"),
    [
        ("service.service_name", RICH, "云朵小铺"),
        ("service.service_name", '<c r="{}" t="str"><v>云朵小铺</v></c>', "云朵小铺"),
        ("service.is_commercial", '<c r="{}" t="b"><v>1</v></c>', True),
        ("subject_pic.mobile", '<c r="{}"><v>1.38E10</v></c>', "13800000000"),
        ("service_pic.id_valid_to", '<c r="{}"><v>47974</v></c>', "2031-05-06"),
        (
            "subject.business_scope",
            '<c r="{}" t="inlineStr"><is><t xml:space="preserve"> 一_x000D_\n二 </t></is></c>',
            "一\n二",
        ),
    ],
)
def test_cells_as_other_programs_write_them(path, name, xml, new):
    """Excel, WPS and LibreOffice differ in how a cell keeps its text, number or tick."""
    place = fill(path, {})[name]
    with zipfile.ZipFile(path) as archive:
        page = archive.read(SHEET).decode()
    changed, count = re.subn(
        rf'<c r="{place}"[^>]*?(/>|>.*?</c>)', xml.format(place), page, count=1, flags=re.DOTALL
    )
    assert count == 1
    found = seen(with_part(path, SHEET, changed.encode()), forms()["F00"])
    assert [(it.path, it.new) for it in found.ready] == [(name, new)]


def test_rows_and_columns_that_moved_are_known_by_what_they_are(path):
    form = forms()["F00"]
    fill(path, {"service.service_name": "云朵小铺"})
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    page.title = "改过的名字"
    page.insert_rows(1, 3)
    page.insert_rows(20, 2)
    page.insert_cols(2)
    book.move_sheet(page, 2)
    book.save(path)
    found = seen(path, form)
    assert [(it.path, it.new) for it in found.changes] == [("service.service_name", "云朵小铺")]
    assert found.faults == ()
    assert found.changes[0].cell.startswith("E")


def test_a_row_that_is_gone_changes_nothing_and_a_line_between_is_told(path):
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    page.delete_rows(answer_cells(page)["service.service_name"].row)
    page.cell(row=200, column=4, value="另外请尽快")
    book.save(path)
    found = seen(path, forms()["F00"])
    assert found.changes == ()
    assert [(it.cell, it.value) for it in found.faults] == [("D200", "另外请尽快")]


def test_answers_on_a_copied_sheet_are_told_where_they_differ(path):
    book = openpyxl.load_workbook(path)
    copy = book.copy_worksheet(book.worksheets[0])
    copy.title = "副本"
    answer_cells(copy)["service.service_name"].value = "云朵小铺"
    book.save(path)
    (fault,) = seen(path, forms()["F00"]).faults
    assert fault.cell.startswith("副本!D")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.xlsx", b"", "没有内容"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "旧格式"),
        (
            "secret.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "打开密码",
        ),
        ("letter.xlsx", b"%PDF-1.7\n", "PDF，不是信息采集表"),
        ("page.xls", "<html><table><tr><td>项目".encode(), "网页"),
        ("words.csv", "项目,填写内容".encode(), "不是 Excel"),
        ("cut.xlsx", b"PK\x05\x06" + b"\0" * 18, "不是 Excel"),
        ("head.xlsx", b"PK\x03\x04" + b"\0" * 18, "已损坏"),
        ("orders.xlsx", (ORDERS / "orders.xlsx").read_bytes(), "不是从这里导出"),
    ],
)
def test_what_is_no_intake_workbook_is_refused_by_what_it_is(tmp_path, name, data, says):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ImportRefused, match=says) as refusal:
        read_intake(path)
    assert refusal.value.cure.zh
    assert refusal.value.cure.en
    assert "订单" not in refusal.value.said("zh_CN")


def test_a_book_without_its_record_or_its_answers_or_of_a_newer_program_is_told(path):
    def changed(change):
        book = openpyxl.load_workbook(path)
        change(book)
        other = path.with_name("b.xlsx")
        book.save(other)
        with pytest.raises(ImportRefused) as refusal:
            read_intake(other)
        return refusal.value.said("zh_CN")

    def without_answers(book):
        book.remove(book.worksheets[0])
        book.create_sheet("别的")

    def retitle(book):
        book.worksheets[0]["D6"].value = "随便"

    assert "不是从这里导出" in changed(lambda book: book.remove(book.worksheets[2]))
    assert "不是从这里导出" in changed(without_answers)
    assert "没有“填写内容”一列" in changed(retitle)

    def newer(book):
        book.worksheets[2]["B1"].value = "9"

    assert "较新版本" in changed(newer)


def test_a_bomb_is_refused(path):
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/more.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(300):
            part.write(b" " * 1024 * 1024)
    with pytest.raises(ImportRefused, match="大得不像信息采集表"):
        read_intake(path)


CELL = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="￾￿"), max_size=60
)


@given(CELL)
def test_any_remark_comes_back_as_it_was(tmp_path_factory, text):
    form = forms()["F00"].with_value("service.service_remark", text)
    path = a_book(tmp_path_factory.mktemp("any") / "a.xlsx", form)
    found = seen(path, form)
    assert (found.changes, found.faults) == ((), ())


@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"PK"]))
def test_random_bytes_are_refused_in_a_sentence(tmp_path_factory, data, head):
    path = tmp_path_factory.mktemp("fuzz") / "a.xlsx"
    path.write_bytes(head + data)
    with pytest.raises(ImportRefused) as refusal:
        read_intake(path)
    assert refusal.value.said("zh_CN").endswith("。")


@given(st.integers(0, 100_000), st.binary(min_size=1, max_size=40))
def test_a_book_with_random_damage_is_read_or_refused(tmp_path_factory, place, damage):
    form = forms()["F00"]
    path = a_book(tmp_path_factory.mktemp("fuzz") / "a.xlsx", form)
    data = bytearray(path.read_bytes())
    place %= len(data)
    data[place : place + len(damage)] = damage
    path.write_bytes(data)
    with suppress(ImportRefused):
        seen(path, form)


PARTS = (
    SHEET,
    "xl/worksheets/sheet3.xml",
    "xl/workbook.xml",
    "xl/sharedStrings.xml",
    "xl/_rels/workbook.xml.rels",
    "[Content_Types].xml",
)
DAMAGE = (
    b"", b"9" * 12, b"<", b'"', b"</c>", b"-1", b"\xff", b'<c t="e"><v>#REF!</v></c>', b'r="A1"',
    b"&#x0;", b"]]>", b'<row r="1048576"/>',
)  # fmt: skip


@given(st.sampled_from(PARTS), st.data())
def test_damage_inside_a_whole_archive_is_read_or_refused(tmp_path_factory, part, data):
    form = forms()["F00"]
    path = a_book(tmp_path_factory.mktemp("fuzz") / "a.xlsx", form)
    with zipfile.ZipFile(path) as archive:
        content = bytearray(archive.read(part))
    place = data.draw(st.integers(0, len(content)))
    damage = data.draw(st.sampled_from(DAMAGE))
    content[place : place + data.draw(st.integers(0, 12))] = damage
    with suppress(ImportRefused):
        found = seen(with_part(path, part, bytes(content)), form)
        assert all(it.cell and it.reason.zh for it in found.faults)


@given(st.text(max_size=30), st.sampled_from(list(Sort)), st.data())
def test_any_answer_of_any_sort_is_taken_or_told(text, sort, data):
    form = forms()[data.draw(st.sampled_from(["F00", "F04", "F05"]))]
    rows = sheet_of(form).rows
    row = data.draw(st.sampled_from(rows))
    sheet = _sheet(form)
    typed = tuple(
        replace(it, text=text, sort=sort) if it.path == row.path else it for it in sheet.answers
    )
    found = preview(replace(sheet, answers=typed), NUMBER, form, sheet.digest, rules().tables)
    assert {it.path for it in found.changes} | {it.path for it in found.faults} <= {row.path}


def _sheet(form):
    from butler_desktop.domain.intake import Answer, FilledSheet

    sheet = sheet_of(form)
    told = tuple(Answer(f"D{n}", row.path, row.text) for n, row in enumerate(sheet.rows))
    return FilledSheet(NUMBER, sheet.digest, {row.path: row.mark for row in sheet.rows}, told)


def test_a_sheet_of_nothing_is_no_intake_workbook(path):
    with pytest.raises(ImportRefused, match="不是从这里导出"):
        read_intake(with_part(path, SHEET, sheet_xml("")))
