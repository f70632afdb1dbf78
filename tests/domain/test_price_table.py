"""The price table: which price is in force when, and what is said of another one."""

from datetime import UTC, date, datetime

import pytest

from butler_desktop.domain.entry_fault import EntryFault
from butler_desktop.domain.order_entry import check_entry, price_in_force, price_notice
from butler_desktop.domain.order_import import Judgement, read_orders
from butler_desktop.domain.order_sheet import find_columns
from butler_desktop.domain.price_table import Price, PriceTable
from butler_desktop.domain.vocabulary import FilingKind
from butler_desktop.words import Words
from tests.domain.order_texts import GOOD, a_sheet

STANDARD, SWIFT = Words("标准版", "Standard"), Words("加急版", "Swift")
PRICES = PriceTable(
    (
        Price(STANDARD, date(2020, 1, 1), dict.fromkeys(FilingKind, 60_000)),
        Price(
            STANDARD,
            date(2026, 3, 19),
            dict.fromkeys(FilingKind, 65_000) | {FilingKind.CHANGE_FILING: 40_000},
        ),
        Price(SWIFT, date(2026, 3, 19), dict.fromkeys(FilingKind, 90_000)),
    )
)
UNPRICED = GOOD | {"unit_price": ""}


@pytest.mark.parametrize(
    ("at", "fen"),
    [
        (datetime(2019, 12, 31, 15, 59, 59, tzinfo=UTC), None),
        (datetime(2019, 12, 31, 16, 0, tzinfo=UTC), 60_000),
        (datetime(2026, 3, 18, 15, 59, 59, tzinfo=UTC), 60_000),  # 23:59:59 in Shanghai
        (datetime(2026, 3, 18, 16, 0, tzinfo=UTC), 65_000),
    ],
)
def test_a_price_holds_from_its_day_in_shanghai_on(at, fen):
    row = PRICES.in_force("标准版", at)
    assert (row.fen[FilingKind.FIRST_FILING] if row else None) == fen


def test_a_tier_is_sold_from_its_first_price_on():
    assert PRICES.sold(datetime(2026, 3, 18, 2, tzinfo=UTC)) == (STANDARD,)
    assert PRICES.sold(datetime(2026, 3, 19, 2, tzinfo=UTC)) == (STANDARD, SWIFT)
    assert PRICES.standard == "标准版"


@pytest.mark.parametrize(
    ("given", "paid", "price"),
    [
        ({}, "1200", 60_000),
        ({"paid_at": "2026-03-19 00:00"}, "1300", 65_000),
        ({"paid_at": "2026-03-19 00:00", "filing_kind": "变更备案"}, "800", 40_000),
        ({"paid_at": "2026-03-19 00:00", "service_tier": "加急版"}, "1800", 90_000),
        ({"service_tier": ""}, "1200", 60_000),
    ],
)
def test_without_a_unit_price_the_one_in_force_when_it_was_paid_counts(given, paid, price):
    entry, faults = check_entry(UNPRICED | given | {"paid": paid}, PRICES)
    assert faults == ()
    assert entry.unit_price_fen == price == price_in_force(UNPRICED | given, PRICES)
    assert price_notice(entry, PRICES) is None


def test_a_tier_without_a_price_is_a_fault_only_where_the_price_is_needed():
    _, faults = check_entry(UNPRICED | {"service_tier": "加急版"}, PRICES)
    assert [(it.key, it.reason.zh) for it in faults] == [("service_tier", "价目表没有“加急版”")]
    entry, _ = check_entry(GOOD | {"service_tier": "加急版"}, PRICES)
    notice = price_notice(entry, PRICES)
    assert isinstance(notice, EntryFault)
    assert notice.key == "service_tier"


def test_a_time_that_cannot_be_read_is_the_only_fault_told():
    _, faults = check_entry(UNPRICED | {"paid_at": "明天"}, PRICES)
    assert [it.key for it in faults] == ["paid_at"]


def test_an_order_that_is_not_paid_is_bought_when_it_is_entered():
    at = datetime(2026, 3, 19, 2, tzinfo=UTC)
    texts = UNPRICED | {"paid": "", "paid_at": "", "coupon": "100"}
    entry, faults = check_entry(texts, PRICES, unpaid_at=at)
    assert faults == ()
    assert (entry.unit_price_fen, entry.paid_fen, entry.paid_at) == (65_000, 0, None)
    _, faults = check_entry(texts | {"coupon": "1300.01"}, PRICES, unpaid_at=at)
    assert [it.key for it in faults] == ["coupon"]


def test_another_price_than_the_tables_is_a_warning_that_names_both_and_the_sum_stays():
    sheet = a_sheet(
        {"unit_price": "550", "paid": "1100"},
        {"number": "S-2", "unit_price": "550", "paid": "1200"},
        {"number": "S-3"},
    )
    preview = read_orders(sheet, find_columns(sheet), PRICES)
    warned, wrong, good = preview.rows
    assert [row.judgement for row in preview.rows] == [
        Judgement.WARNING,
        Judgement.ERROR,
        Judgement.GOOD,
    ]
    assert warned.entry.unit_price_fen == 55_000
    assert warned.words.zh == "单价 550，价目表 600"
    assert "2020-01-01" in warned.notices[0].sentence.zh
    assert [it.key for it in wrong.faults] == ["paid"]
    assert good.notices == ()


def test_a_row_may_have_two_notices():
    sheet = a_sheet({"unit_price": "550", "paid": "1100"})
    (row,) = read_orders(sheet, find_columns(sheet), PRICES, (), {GOOD["customer"]}).rows
    assert [it.key for it in row.notices] == ["customer", "unit_price"]
    assert row.words.zh == "客户已有进行中订单 等 2 处"
