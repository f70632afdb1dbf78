"""Names of columns that were given by hand: learnt, used, forgotten."""

import logging

import pytest

from butler_desktop.domain.order_sheet import OrderSheet, SheetRow, find_columns, named_by_hand
from butler_desktop.services.column_names import FILE, ColumnNames
from butler_desktop.services.order_import import find_orders, learn_columns

pytestmark = pytest.mark.sqlite

TITLES = ("单号X", "客户", "经办", "电话", "备案类型", "个数", "实付", "付款时间", "备注")


def a_sheet() -> OrderSheet:
    return OrderSheet("o.csv", "", (SheetRow(1, TITLES), SheetRow(2, ("A1",) * len(TITLES))))


def test_what_is_learnt_is_what_was_corrected():
    found = find_columns(a_sheet())
    assert found.missing == ("number", "contact_name")
    named = found.with_place("number", 0).with_place("contact_name", 2).with_place("remark", None)
    assert named_by_hand(found, named) == {"单号X": "number", "经办": "contact_name", "备注": ""}
    assert named_by_hand(named, named) == {}


def test_learnt_names_go_before_those_that_everybody_uses():
    learnt = {"经办": "contact_name", "单号X": "number", "客户": "", "备注": "customer"}
    found = find_columns(a_sheet(), learnt)
    assert found.missing == ()
    assert found.places["customer"] == 8
    assert find_columns(a_sheet(), {"备注": "contact_phone"}).places["contact_phone"] == 8


def test_they_are_kept_beside_the_attachments(desk, tmp_path):
    path = tmp_path / "o.csv"
    path.write_text("\n".join(",".join(row.cells) for row in a_sheet().rows), encoding="utf-8")
    with desk.reading() as work:
        found = find_orders(work, path)
        named = found.columns.with_place("number", 0).with_place("contact_name", 2)
        learn_columns(work, found.columns, named)
        again = find_orders(work, path)
    assert again.columns.places == named.places
    assert again.learnt == ("单号X", "经办")
    names = ColumnNames(desk.blobs.folder)
    assert names.known() == {"单号X": "number", "经办": "contact_name"}
    names.forget()
    names.forget()
    assert names.known() == {}


@pytest.mark.parametrize("text", ["{", "[]", '{"a": "no such field", "b": 3}'])
def test_a_broken_file_is_as_none(tmp_path, caplog, text):
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        assert ColumnNames(tmp_path).known() == {}
    ColumnNames(tmp_path).learn({"经办": "contact_name"})
    assert ColumnNames(tmp_path).known() == {"经办": "contact_name"}
