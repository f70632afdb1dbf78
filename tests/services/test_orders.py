"""Orders: entered by hand, each under one number."""

from datetime import UTC, datetime, timedelta

import pytest

from butler_desktop.domain.order_entry import check_entry
from butler_desktop.domain.order_states import OrderState
from butler_desktop.errors import NotFound, Refused
from butler_desktop.services.filings import request_filing
from butler_desktop.services.history import verify
from butler_desktop.services.orders import enter_order, order_view
from tests.builders import NOW, Clock, a_workspace

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
    entry, faults = check_entry(TEXTS | given, number_needed=False)
    assert entry is not None, faults
    return entry


def enter(workspace, **given):
    with workspace.editing() as work:
        return enter_order(work, an_entry(**given))


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
    assert [line.act for line in view.history] == ["order.enter"]
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
        "order.enter",
    ]
    assert view.dossier.counts.remaining == 0


def test_an_unknown_order_is_not_found(workspace):
    with pytest.raises(NotFound), workspace.reading() as work:
        order_view(work, "nothing")
