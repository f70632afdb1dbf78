"""Orders: entered by hand, each under one number."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.order_entry import Payment, check_entry
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.price_table import Price, PriceTable
from butler_desktop.domain.vocabulary import FilingKind
from butler_desktop.domain.worklist import NEWEST_PAID
from butler_desktop.errors import NotFound, Refused
from butler_desktop.services.contacts import log_order_contact
from butler_desktop.services.filings import request_filing
from butler_desktop.services.history import verify
from butler_desktop.services.order_import import preview_orders, take_orders
from butler_desktop.services.orders import (
    cancel_order,
    enter_order,
    order_view,
    record_payment,
    take_back,
)
from butler_desktop.services.worklist import order_ids, order_rows
from butler_desktop.words import Words
from tests.builders import NOW, Clock, a_workspace
from tests.domain.order_texts import PRICES

TEXTS = {
    "customer": "杭州云杉智造科技有限公司",
    "contact_name": "沈先生",
    "contact_phone": "138 0000 1234",
    "filing_kind": "首次备案",
    "ordered_site_count": "2",
    "paid": "1200",
    "paid_at": "2026-03-18 10:00",
}


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def workspace(tmp_path, clock):
    opened = a_workspace(tmp_path, clock=clock)
    yield opened
    opened.close()


def an_entry(**given):
    entry, faults = check_entry(TEXTS | given, PRICES, number_needed=False)
    assert entry is not None, faults
    return entry


def enter(workspace, **given):
    with workspace.editing() as work:
        return enter_order(work, an_entry(**given), has_agreed=True)


def test_an_order_is_kept_as_it_was_entered(workspace):
    order = enter(workspace, number="S-1")
    assert (order.number, order.customer) == ("S-1", "杭州云杉智造科技有限公司")
    assert (order.paid_fen, order.unit_price_fen, order.ordered_site_count) == (120_000, 60_000, 2)
    assert order.paid_at == datetime(2026, 3, 18, 2, 0, tzinfo=UTC)
    assert (order.state, order.butler, order.entered_at) == (OrderState.PAID, "林晓雯", NOW)
    with workspace.reading() as work:
        view = order_view(work, work.order_id("S-1"))
        assert verify(work, order.id) == ()
    assert view.dossier.order == order
    assert [line.act for line in view.history] == ["order.place"]
    assert view.filings == ()


def test_orders_without_a_number_get_the_next_of_the_day(workspace, clock):
    numbers = [enter(workspace).number for _ in range(2)]
    enter(workspace, number="DD-260318-0010")
    enter(workspace, number="DD-260318-draft")
    numbers.append(enter(workspace).number)
    clock.now = NOW + timedelta(days=1)
    numbers.append(enter(workspace).number)
    assert numbers == ["DD-260318-0001", "DD-260318-0002", "DD-260318-0011", "DD-260319-0001"]


def test_the_day_is_shanghais(workspace, clock):
    clock.now = datetime(2026, 3, 18, 16, 1, tzinfo=UTC)
    assert enter(workspace).number == "DD-260319-0001"


def test_a_number_that_is_known_is_refused(workspace):
    enter(workspace, number="S-1")
    with pytest.raises(Refused, match="S-1"):
        enter(workspace, number="S-1", customer="另一家")
    with workspace.reading() as work:
        order = work.dossier(work.order_id("S-1")).order
    assert order.customer == TEXTS["customer"]


def test_the_view_shows_all_filings_of_the_order_whatever_their_state(workspace):
    order = enter(workspace)
    with workspace.editing() as work:
        first = request_filing(work, order.id)
        second = request_filing(work, order.id)
    with workspace.reading() as work:
        view = order_view(work, order.id)
    assert {row.id for row in view.filings} == {first.id, second.id}
    assert [line.act for line in view.history] == [
        "filing.request",
        "filing.request",
        "order.place",
    ]
    assert view.dossier.counts.remaining == 0


def test_an_unknown_order_is_not_found(workspace):
    with pytest.raises(NotFound), workspace.reading() as work:
        order_view(work, "nothing")


def an_unpaid_order(workspace):
    with workspace.editing() as work:
        entry, _ = check_entry(TEXTS, PRICES, number_needed=False, unpaid_at=work.now)
        return enter_order(work, entry, has_agreed=True)


def test_without_the_agreement_nothing_is_entered(workspace):
    with pytest.raises(Refused, match="服务协议"), workspace.editing() as work:
        enter_order(work, an_entry(), has_agreed=False)
    with workspace.reading() as work:
        assert order_ids(work, "all", "", NEWEST_PAID) == []


def test_the_first_contact_is_due_from_the_payment_on(workspace, clock):
    order = an_unpaid_order(workspace)
    with workspace.reading() as work:
        (row,) = order_rows(work, [order.id])
    assert (row.state, row.first_contact_due) == (OrderState.AWAITING_PAYMENT, None)
    with workspace.editing() as work:  # to call a customer who has not paid is no first contact
        log_order_contact(work, order.id, Outcome.REACHED, "问付款方式")
    with pytest.raises(Refused), workspace.editing() as work:
        request_filing(work, order.id)
    clock.now = NOW + timedelta(hours=2)
    with workspace.editing() as work:
        bought = record_payment(work, order.id, Payment(120_000, "支付宝", work.now)).order
    assert (bought.state, bought.first_contact_at) == (OrderState.PAID, None)
    with workspace.reading() as work:
        (row,) = order_rows(work, [order.id])
        view = order_view(work, order.id)
    assert row.first_contact_due == clock.now + timedelta(minutes=30)
    assert [line.act for line in view.history] == ["order.pay", "order.contact", "order.place"]
    with workspace.editing() as work:
        log_order_contact(work, order.id, Outcome.REACHED, "已联系")
        assert work.dossier(order.id).order.state is OrderState.ACTIVE


def test_a_cancelled_order_is_among_the_completed_ones_until_that_is_taken_back(workspace):
    order = an_unpaid_order(workspace)
    with workspace.editing() as work:
        ended = cancel_order(work, order.id)
    with workspace.reading() as work:
        lists = [order_ids(work, which, "", NEWEST_PAID) for which in ("open", "closed")]
    assert lists == [[], [order.id]]
    with workspace.editing() as work:
        back = take_back(work, order.id, ended.revision)
    assert back.order == order
    with workspace.reading() as work:
        assert verify(work, order.id) == ()
        assert order_view(work, order.id).history[0].words.zh == "撤销刚才的登记"


def test_a_payment_is_taken_back_only_while_nothing_was_done_since(workspace):
    order = an_unpaid_order(workspace)
    with workspace.editing() as work:
        bought = record_payment(work, order.id, Payment(120_000, "", work.now))
        request_filing(work, order.id)
    with pytest.raises(Refused, match="别的操作"), workspace.editing() as work:
        take_back(work, order.id, bought.revision)
    with pytest.raises(Refused), workspace.editing() as work:
        cancel_order(work, order.id)


def test_a_price_change_alters_no_order_that_is_there(workspace, tmp_path):
    paid_order = enter(workspace, number="S-1")
    unpaid = an_unpaid_order(workspace)
    dearer = Price(Words("标准版", ""), NOW.date(), dict.fromkeys(FilingKind, 99_000))
    rulebook = workspace.rulebook
    table = PriceTable((*rulebook.prices.rows, dearer))
    tomorrow = replace(workspace, rulebook=replace(rulebook, prices=table))
    with tomorrow.editing() as work:
        assert order_view(work, paid_order.id).dossier.order == paid_order
        again = order_view(work, unpaid.id).dossier.order
        assert (again, again.due_fen) == (unpaid, 120_000)
        record_payment(work, unpaid.id, Payment(again.due_fen, "", work.now))
        assert order_view(work, paid_order.id).refunds.offer.amount_fen == 120_000
        assert order_view(work, unpaid.id).refunds.offer.amount_fen == 120_000
        assert {row.paid_fen for row in order_rows(work, [paid_order.id, unpaid.id])} == {120_000}
    # An import judges each order by the price that was in force when it was bought.
    file = tmp_path / "orders.csv"
    head = "订单号,客户名称,联系人,联系电话,服务类型,备案网站个数,单价(元),实付金额(元),支付时间"
    row = "云杉,沈先生,13800001234,首次备案,1"
    file.write_text(
        f"{head}\nS-8,{row},600,600,2026-03-17 10:00\nS-9,{row},,990,2026-03-18 10:00\n",
        encoding="utf-8",
    )
    with tomorrow.reading() as work:
        preview = preview_orders(work, file)
    assert [it.key for row in preview.rows for it in row.notices] == []
    assert take_orders(tomorrow, preview, take_good_rows=False) == 2
    with tomorrow.reading() as work:
        prices = {work.dossier(work.order_id(it)).order.unit_price_fen for it in ("S-8", "S-9")}
    assert prices == {60_000, 99_000}
