"""CSV tables: encodings, delimiters and the tricks of exports."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.documents.csv_table import read_csv
from butler_desktop.errors import ImportRefused


def cells(data, most_rows=100):
    return [row.cells for row in read_csv("a.csv", data, most_rows)]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le-bom", "utf-16-be-bom"]
)
def test_encodings_of_offices_are_read(encoding):
    text = "订单号,客户\n1,罗𬭎㛃\n"
    name = encoding.removesuffix("-bom")
    data = text.encode(name) if name == encoding else f"\ufeff{text}".encode(name)
    assert cells(data) == [("订单号", "客户"), ("1", "罗𬭎㛃")]


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_delimiters_are_told_by_the_beginning(delimiter):
    assert cells(f"导出\na{delimiter}b\n1{delimiter}2".encode()) == [
        ("导出",),
        ("a", "b"),
        ("1", "2"),
    ]


def test_rows_have_the_number_of_their_first_line():
    rows = read_csv("a.csv", '订单号,备注\n\n1,"两\n行"\n2,x\n'.encode(), 100)
    assert [row.number for row in rows] == [1, 3, 5]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_systems_are_read(end):
    assert cells(f"a,b{end}1,2{end}".encode()) == [("a", "b"), ("1", "2")]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"=""2026093001000001"""', "2026093001000001"),
        ("'=1+1", "=1+1"),
        ("=1+1", "=1+1"),
        ("'+86 138", "+86 138"),
        ("'a", "'a"),
        ("\t1 ", "1"),
    ],
)
def test_tricks_against_spreadsheets_are_seen_through(written, meant):
    assert cells(f"x,{written}".encode())[0][1] == meant


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"a,b\n\x00,1", "不是 .xlsx"),
        (b"\xff\xfe\x00", "不是 .xlsx"),
        (b"\xef\xbb\xbf\xff", "不是 .xlsx"),
        (b'a,"b\n1,2', "已损坏"),
        (b'a,"b"c\n', "已损坏"),
    ],
)
def test_what_is_no_table_is_refused(data, says):
    with pytest.raises(ImportRefused, match=says):
        cells(data)


def test_more_rows_than_can_be_taken_are_refused():
    with pytest.raises(ImportRefused, match="第 3 行"):
        cells(b"a\nb\nc\n", most_rows=2)


@given(st.binary(max_size=60))
def test_no_bytes_make_reading_fail(data):
    with suppress(ImportRefused):
        assert all(any(row) for row in cells(data))
