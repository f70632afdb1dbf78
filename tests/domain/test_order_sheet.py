"""Order sheets: the header is found wherever it stands, whatever the columns are called."""

import pytest

from butler_desktop.domain.order_fields import FIELDS, MANDATORY, field_named
from butler_desktop.domain.order_sheet import (
    OrderSheet,
    SheetRow,
    body_rows,
    fields_of,
    find_columns,
)
from butler_desktop.errors import ImportRefused
from tests.domain.order_texts import GOOD, HEAD, a_sheet


def test_titles_above_and_totals_below_are_no_orders():
    sheet = a_sheet({}, {})
    foot = (SheetRow(8, ("合 计：", "", "4")), SheetRow(9, ("", "总计", "4")))
    sheet = OrderSheet(sheet.file_name, sheet.name, sheet.rows + foot)
    columns = find_columns(sheet)
    assert columns.missing == ()
    assert [row.number for row in body_rows(sheet, columns)] == [5, 6]


def test_columns_may_stand_in_any_order():
    keys = list(reversed(GOOD))
    head = tuple(FIELDS[key].zh for key in keys)
    row = SheetRow(2, tuple(GOOD[key] for key in keys))
    sheet = OrderSheet("x", "x", (SheetRow(1, head), row))
    assert fields_of(row, find_columns(sheet)) == GOOD


def test_a_header_that_is_printed_again_on_each_page_is_no_order():
    sheet = a_sheet({})
    again = (SheetRow(6, HEAD), SheetRow(7, tuple(GOOD.values())))
    sheet = OrderSheet("x", "x", sheet.rows + again)
    assert [row.number for row in body_rows(sheet, find_columns(sheet))] == [5, 7]


def test_of_two_possible_headers_the_one_that_says_most_is_taken():
    sheet = a_sheet({})
    legend = SheetRow(3, ("订单号", "见销售控制台"))
    sheet = OrderSheet("x", "x", (sheet.rows[0], legend, *sheet.rows[1:]))
    assert find_columns(sheet).header == 2


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("订单号", "number"),
        (" 订 单 号 ", "number"),
        ("金额（元）", "paid"),
        ("实付金额", "paid"),
        ("手机号", "contact_phone"),
        ("Paid at", "paid_at"),
        ("unit_price", "unit_price"),
        ("经办人", ""),
        ("", ""),
    ],
)
def test_columns_go_by_several_names(title, key):
    assert field_named(title) == key


def test_a_table_without_the_columns_is_refused_by_their_names():
    sheet = OrderSheet("x", "x", (SheetRow(1, ("订单号", "客户名称")), SheetRow(2, ("1", "2"))))
    with pytest.raises(ImportRefused, match=r"缺少列：联系人、联系电话、.*支付时间") as refusal:
        find_columns(sheet).insist()
    assert refusal.value.cure.zh


def test_a_column_can_be_named_by_hand():
    head = tuple("经办" if title == "联系人" else title for title in HEAD)
    columns = find_columns(OrderSheet("x", "x", (SheetRow(1, head),)))
    assert columns.missing == ("contact_name",)
    named = columns.with_place("contact_name", head.index("经办"))
    assert named.missing == ()
    assert named.with_place("contact_name", None).missing == ("contact_name",)


def test_one_column_is_read_as_one_field():
    columns = find_columns(a_sheet({}))
    moved = columns.with_place("customer", columns.places["number"])
    assert moved.missing == ("number",)


def test_short_rows_have_nothing_in_their_last_cells():
    sheet = a_sheet({})
    columns = find_columns(sheet)
    fields = fields_of(SheetRow(9, ("1",)), columns)
    assert set(fields) == set(FIELDS)
    assert [key for key in MANDATORY if fields[key]] == ["number"]
