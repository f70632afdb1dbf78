"""Importing orders: every row's verdict, corrections, and money to the fen."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.money import format_yuan, parse_yuan
from butler_desktop.domain.order_entry import FIELDS, check_entry, parse_local_time
from butler_desktop.domain.order_import import Judgement, proposals, read_orders
from butler_desktop.domain.vocabulary import FilingKind
from butler_desktop.errors import ImportRefused

HEAD = tuple(words.zh for words in FIELDS.values())
GOOD = {
    "number": "DD-260318-0105",
    "customer": "金华婺江五金有限公司",
    "contact_name": "施女士",
    "contact_phone": "13612342957",
    "contact_email": "",
    "service_tier": "标准版",
    "filing_kind": "首次备案",
    "ordered_site_count": "2",
    "unit_price": "600",
    "coupon": "0",
    "voucher": "0",
    "paid": "1,200.00",
    "payment_method": "支付宝",
    "paid_at": "2026-03-18 09:58",
    "activation": "已开通",
    "remark": "",
}


def preview(*entries, known=(), busy=()):
    rows = [(4, HEAD)]
    rows += [(n, tuple((GOOD | e).values())) for n, e in enumerate(entries, start=5)]
    return read_orders("订单", rows, known, busy)


def test_a_good_row_becomes_an_entry():
    (row,) = preview({}).rows
    entry = row.entry
    assert row.judgement is Judgement.GOOD
    assert entry.filing_kind is FilingKind.FIRST_FILING
    assert (entry.ordered_site_count, entry.paid_fen) == (2, 120_000)
    assert entry.paid_at == datetime(2026, 3, 18, 1, 58, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given_", "column", "says"),
    [
        ({"number": ""}, "number", "为空"),
        ({"ordered_site_count": "0"}, "ordered_site_count", "至少 1"),
        ({"ordered_site_count": "-1"}, "ordered_site_count", "至少 1"),
        ({"ordered_site_count": "1.5"}, "ordered_site_count", "整数"),
        ({"ordered_site_count": "两个"}, "ordered_site_count", "整数"),
        ({"ordered_site_count": "1000"}, "ordered_site_count", "999"),
        ({"paid": "1800"}, "paid", "金额应为 1,200.00"),
        ({"paid": "一千"}, "paid", "不是金额"),
        ({"paid": "-1200"}, "paid", "负数"),
        ({"filing_kind": "加急备案"}, "filing_kind", "加急备案"),
        ({"contact_phone": ""}, "contact_phone", "为空"),
        ({"contact_phone": "13800000"}, "contact_phone", "只有 8 位"),
        ({"paid_at": "2026/13/18 10:05"}, "paid_at", "日期不存在"),
        ({"voucher": "99999", "paid": "0"}, "voucher", "大于总价"),
        ({"contact_email": "not-an-address"}, "contact_email", "邮箱"),
        ({"contact_name": ""}, "contact_name", "联系人为空"),
        ({"customer": "\x00formula"}, "customer", "公式"),
    ],
)
def test_each_fault_is_told_at_its_column(given_, column, says):
    (row,) = preview(given_).rows
    assert row.judgement is Judgement.ERROR
    assert [fault.key for fault in row.faults] == [column]
    assert says in row.words.zh
    assert row.words.en


def test_a_repeated_number_is_told_with_the_first_row():
    first, second = preview({}, {}).rows
    assert first.judgement is Judgement.GOOD
    assert second.words.zh == "与第 5 行订单号重复"


def test_known_numbers_are_skipped_and_busy_customers_noticed():
    known, busy = preview(
        {}, {"number": "N2"}, known={"DD-260318-0105"}, busy={GOOD["customer"]}
    ).rows
    assert (known.judgement, known.entry) == (Judgement.KNOWN, None)
    assert busy.judgement is Judgement.WARNING
    assert busy.entry is not None


def test_correcting_a_cell_judges_the_row_and_repeats_anew():
    shown = preview({}, {"paid": "1800"}, {})
    assert [r.judgement for r in shown.rows] == ["good", "error", "error"]
    shown = shown.with_cell(6, "number", "N6").with_cell(6, "paid", "1200")
    assert [r.judgement for r in shown.rows] == ["good", "good", "error"]
    shown = shown.with_row_left_out(5)
    assert [r.judgement for r in shown.rows] == ["left_out", "good", "good"]
    assert [entry.number for entry in shown.takeable] == ["N6", "DD-260318-0105"]


def test_a_wrong_sum_has_cures():
    (row,) = preview({"paid": "1800"}).rows
    cures = proposals(row)
    assert [(c.key, c.value) for c in cures] == [
        ("paid", "1,200.00"),
        ("ordered_site_count", "3"),
        ("", ""),
    ]
    for cure in cures[:2]:
        assert preview({"paid": "1800"}).with_cell(5, cure.key, cure.value).rows[0].entry


def test_titles_totals_and_column_order_do_not_matter():
    keys = list(reversed(GOOD))
    head = tuple(FIELDS[key].zh for key in keys)
    rows = [
        (1, ("导出",)),
        (3, head),
        (4, tuple(GOOD[k] for k in keys)),
        (9, ("合计", "", "2")),
    ]
    (row,) = read_orders("x", rows).rows
    assert row.judgement is Judgement.GOOD


def test_a_table_without_the_columns_is_refused_by_name():
    with pytest.raises(ImportRefused, match="联系电话"):
        read_orders("x", [(1, ("订单号", "客户名称")), (2, ("1", "2"))])


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-18 09:58",
        "2026/3/18 9:58",
        "2026年3月18日 9:58",
        "2026-03-18T09:58:00",
        "２０２６-03-18 09：58",
        "46099.4152777778",
    ],
)
def test_times_are_read_in_every_form(text):
    assert parse_local_time(text) == datetime(2026, 3, 18, 1, 58, tzinfo=UTC)


@given(st.integers(0, 10**12))
def test_money_is_read_back_to_the_fen(fen):
    assert parse_yuan(format_yuan(fen)) == fen
    assert parse_yuan(f" ￥{format_yuan(fen)} 元") == fen


@given(st.text(max_size=12))
def test_no_text_makes_the_rules_fail(text):
    for key in GOOD:
        entry, faults = check_entry(GOOD | {key: text})
        assert (entry is None) == bool(faults)
        assert all(fault.reason.zh and fault.reason.en for fault in faults)
