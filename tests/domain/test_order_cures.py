"""Order cures: each does what it says, and makes its row good where it is the only fault."""

import pytest

from butler_desktop.domain.order_cures import cures
from butler_desktop.domain.order_import import Judgement, read_orders
from butler_desktop.domain.order_sheet import find_columns
from tests.domain.order_texts import GOOD, PRICES, a_sheet


def preview(entry, known=()):
    sheet = a_sheet(entry)
    return read_orders(sheet, find_columns(sheet), PRICES, known)


@pytest.mark.parametrize(
    ("wrong", "proposed"),
    [
        ({"paid": "1,800.00"}, ["金额改为 1,200.00", "个数改为 3"]),
        ({"paid": "1,234.00"}, ["金额改为 1,200.00"]),
        ({"ordered_site_count": "0", "paid": "600"}, ["个数改为 1"]),
        ({"ordered_site_count": "两个", "paid": "1200"}, ["个数改为 2"]),
        ({"voucher": "99999", "paid": "1000"}, ["代金券改为 200.00"]),
        ({"coupon": "99999", "paid": "1000"}, ["优惠券改为 200.00"]),
        ({"contact_email": "无"}, ["电子邮箱留空"]),
        ({"remark": "=1+1"}, ["备注留空"]),
        ({"filing_kind": "加急备案"}, ["改为首次备案", "改为新增互联网信息服务"]),
    ],
)
def test_a_fault_with_an_obvious_cure_has_it(wrong, proposed):
    shown = preview(wrong)
    found = cures(shown.rows[0])
    assert [cure.words.zh for cure in found][: len(proposed)] == proposed
    assert found[-1].words.zh == "不导入这一行"
    for cure in found[:-1]:
        assert cure.applied(shown, 5).row(5).judgement is Judgement.GOOD


@pytest.mark.parametrize(
    "wrong",
    [
        {"contact_phone": ""},
        {"number": ""},
        {"paid_at": "2026-13-45"},
        {"paid": "x", "ordered_site_count": "x"},
        {"unit_price": "0", "paid": "600"},
    ],
)
def test_what_cannot_be_guessed_is_not_guessed(wrong):
    proposed = {cure.key for cure in cures(preview(wrong).rows[0])}
    assert proposed <= {"paid", "leave_out"}


def test_a_row_left_out_can_be_taken_after_all():
    shown = preview({"paid": "1"})
    shown = cures(shown.rows[0])[-1].applied(shown, 5)
    assert shown.rows[0].judgement is Judgement.LEFT_OUT
    (back,) = cures(shown.rows[0])
    assert back.applied(shown, 5).rows[0].judgement is Judgement.ERROR


def test_a_known_row_needs_no_cure():
    assert cures(preview({}, known={GOOD["number"]}).rows[0]) == ()
