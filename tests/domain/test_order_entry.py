"""Entering an order: each field's rules, and money to the fen."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.money import format_yuan, parse_yuan
from butler_desktop.domain.order_entry import MOST_SITES, check_entry
from butler_desktop.domain.vocabulary import FilingKind
from tests.domain.order_texts import GOOD, PRICES


def test_good_texts_become_an_entry():
    entry, faults = check_entry(GOOD, PRICES)
    assert faults == ()
    assert entry.filing_kind is FilingKind.FIRST_FILING
    assert (entry.ordered_site_count, entry.paid_fen) == (2, 120_000)
    assert entry.paid_at == datetime(2026, 3, 18, 1, 58, tzinfo=UTC)


@pytest.mark.parametrize(
    ("key", "text", "says"),
    [
        ("number", "", "订单号为空"),
        ("number", "2.02609E+15", "科学计数"),
        ("ordered_site_count", "0", "网站个数至少 1"),
        ("ordered_site_count", "-1", "网站个数至少 1"),
        ("ordered_site_count", "1.5", "应为整数"),
        ("ordered_site_count", "两个", "应为整数"),
        ("ordered_site_count", "1000", "大于 999"),
        ("ordered_site_count", "9" * 400, "大于 999"),
        ("paid", "1800", "金额应为 1,200.00"),
        ("paid", "一千", "不是金额"),
        ("paid", "-1200", "负数"),
        ("paid", "1200.001", "不是金额"),
        ("filing_kind", "加急备案", "加急备案"),
        ("contact_name", " \u200b", "联系人为空"),
        ("contact_phone", "", "联系电话为空"),
        ("contact_phone", "13800000", "手机号只有 8 位"),
        ("contact_phone", " 123 45- ", "手机号只有 5 位"),
        ("contact_phone", "138000012345", "手机号有 12 位"),
        ("contact_phone", "无", "不是电话号码"),
        ("paid_at", "2026/13/18 10:05", "日期不存在"),
        ("paid_at", "明天", "不是日期"),
        ("contact_email", "not-an-address", "邮箱"),
        ("customer", '=HYPERLINK("x","客户")', "公式"),
        ("remark", "长" * 501, "超过 500 字"),
    ],
)
def test_each_fault_is_told_at_its_field(key, text, says):
    entry, faults = check_entry(GOOD | {key: text}, PRICES)
    assert entry is None
    assert [fault.key for fault in faults] == [key]
    assert says in faults[0].reason.zh
    assert faults[0].value == text
    assert all(words.zh and words.en for words in (faults[0].headline, faults[0].sentence))


def test_more_off_than_the_price_is_told_where_it_is_too_much():
    for key, other in (("voucher", "coupon"), ("coupon", "voucher")):
        _, (fault,) = check_entry(GOOD | {key: "99999", other: "100", "paid": "0"}, PRICES)
        assert fault.key == key
        assert "大于总价" in fault.reason.zh


def test_the_wrong_sum_is_explained_by_its_parts():
    _, (fault,) = check_entry(
        GOOD | {"coupon": "50", "voucher": "33.33", "paid": "1,800.00"}, PRICES
    )
    assert fault.headline.zh == "金额与个数不符"
    assert fault.sentence.zh == (
        "2 个网站 × 600 元 − 抵扣 83.33 元 ＝ 1,116.67 元，表中为 1,800.00 元。"
    )


@pytest.mark.parametrize(
    ("key", "text", "field", "value"),
    [
        ("number", " ＤＤ－２６ 01 ", "number", "DD-2601"),
        ("contact_phone", " 189 5560-8283 ", "contact_phone", "18955608283"),
        ("contact_phone", "+86 189 5560 8283", "contact_phone", "18955608283"),
        ("contact_phone", "（0571）8888 0000", "contact_phone", "0571-88880000"),
        ("ordered_site_count", "２", "ordered_site_count", 2),
        ("ordered_site_count", "2.0", "ordered_site_count", 2),
        ("ordered_site_count", " 2 个", "ordered_site_count", 2),
        ("paid", "￥1，200.00 元", "paid_fen", 120_000),
        ("unit_price", "", "unit_price_fen", 60_000),
        ("coupon", "", "coupon_fen", 0),
        ("filing_kind", " 首次 备案", "filing_kind", FilingKind.FIRST_FILING),
        ("customer", " 海棠（北京）：２号 ", "customer", "海棠（北京）：２号"),
        ("service_tier", "", "service_tier", "标准版"),
    ],
)
def test_what_people_type_is_understood(key, text, field, value):
    entry, faults = check_entry(GOOD | {key: text}, PRICES)
    assert faults == ()
    assert getattr(entry, field) == value


def test_an_order_typed_by_hand_may_have_no_number_yet():
    entry, faults = check_entry(GOOD | {"number": ""}, PRICES, number_needed=False)
    assert faults == ()
    assert entry.number == ""


@given(st.integers(0, 10**12))
def test_money_is_read_back_to_the_fen(fen):
    assert parse_yuan(format_yuan(fen)) == fen
    assert parse_yuan(f" ￥{format_yuan(fen)} 元") == fen


@given(
    count=st.integers(1, MOST_SITES),
    price=st.integers(0, 10**8),
    coupon=st.integers(0, 10**11),
    voucher=st.integers(0, 10**11),
    paid=st.integers(0, 10**11) | st.none(),
)
def test_exactly_the_right_sum_is_taken(count, price, coupon, voucher, paid):
    due = count * price - coupon - voucher
    paid = due if paid is None else paid
    entry, faults = check_entry(
        GOOD
        | {
            "ordered_site_count": str(count),
            "unit_price": format_yuan(price),
            "coupon": format_yuan(coupon),
            "voucher": format_yuan(voucher),
            "paid": format_yuan(paid),
        },
        PRICES,
    )
    assert (entry is not None) == (due >= 0 and paid == due)
    assert (entry is None) == bool(faults)


@given(st.sampled_from(sorted(GOOD)), st.text(max_size=12))
def test_no_text_makes_the_rules_fail(key, text):
    entry, faults = check_entry(GOOD | {key: text}, PRICES)
    assert (entry is None) == bool(faults)
    assert all(fault.reason.zh and fault.reason.en for fault in faults)
