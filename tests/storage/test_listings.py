"""Listings: what the lists ask of the database, at its edges; the services prove the rest."""

from dataclasses import replace
from datetime import timedelta

import pytest

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.refund import Refund
from butler_desktop.domain.worklist import FilingFilter, Sorting
from butler_desktop.storage import listings, order_listings
from tests.builders import NOW, a_dossier, a_filing, a_workspace, an_order


@pytest.fixture
def workspace(tmp_path):
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


def kept(workspace, *dossiers):
    with workspace.editing() as work:
        for dossier in dossiers:
            work.save(None, dossier, "order.enter")
    return dossiers


def in_state(filed, sites=1, **given):
    dossier = a_dossier(**given)
    return dossier.with_filing(replace(dossier.filings[0], state=filed, site_count=sites))


def test_the_counts_of_an_order_come_from_filings_and_refunds(workspace):
    dossier = in_state(FilingState.APPROVED, sites=2, ordered_site_count=10)
    order = dossier.order
    for state, sites in (
        (FilingState.COLLECTING, 3), (FilingState.WITHDRAWN, 1), (FilingState.FAILED, 1)
    ):  # fmt: skip
        dossier = dossier.with_filing(a_filing(order, state=state, site_count=sites))
    refund = Refund(new_id(), order.id, 1, 60_000, "x", "y", NOW)
    kept(workspace, replace(dossier, refunds=(refund,)))
    with workspace.reading() as work:
        (row,) = order_listings.order_rows(work, [order.id])
        assert (row.ordered, row.delivered, row.in_flight, row.remaining, row.refunded) == (
            10, 2, 3, 4, 1,
        )  # fmt: skip
        assert order_listings.order_totals(work, "all") == (10, 2, 3, 4, 1)


def test_totals_are_of_the_orders_in_the_list(workspace):
    kept(
        workspace,
        in_state(FilingState.APPROVED, state=OrderState.COMPLETED),
        in_state(FilingState.COLLECTING, ordered_site_count=2),
    )
    with workspace.reading() as work:
        assert order_listings.order_totals(work, "open") == (2, 0, 1, 1, 0)
        assert order_listings.order_totals(work, "closed") == (1, 1, 0, 0, 0)


def test_rows_come_in_the_order_of_the_ids_and_without_what_is_gone(workspace):
    a, b = kept(workspace, a_dossier(), a_dossier())
    with workspace.reading() as work:
        rows = order_listings.order_rows(work, [b.order.id, "gone", a.order.id])
        assert [row.id for row in rows] == [b.order.id, a.order.id]
        assert order_listings.order_rows(work, []) == []
        assert listings.filing_rows(work, []) == []


def test_the_overdue_are_those_whose_time_has_passed(workspace):
    late = a_dossier(paid_at=NOW - timedelta(minutes=31))
    in_time = a_dossier(paid_at=NOW - timedelta(minutes=30))
    kept(workspace, late, in_time)
    with workspace.reading() as work:
        assert order_listings.late_order_count(work) == 1
        assert listings.overdue_count(work, FilingFilter()) == 1


def test_known_numbers_are_found_among_any_number(workspace):
    (dossier,) = kept(workspace, a_dossier(number="S-1"))
    with workspace.reading() as work:
        asked = [f"N-{n}" for n in range(40_000)]
        assert order_listings.known_order_numbers(work, [*asked, "S-1"]) == {"S-1"}
        assert order_listings.known_order_numbers(work, []) == set()
        assert order_listings.customers_with_open_orders(work) == {dossier.order.customer}


@pytest.mark.parametrize("text", ["%", "_", "\\", "'", '"', "没有"])
def test_a_search_takes_every_character_as_it_is(workspace, text):
    (plain,) = kept(workspace, a_dossier(customer="云杉"))
    (marked,) = kept(workspace, a_dossier(customer=f"a{text}b"))
    with workspace.reading() as work:
        assert order_listings.order_ids(work, which="all", text=text) == [marked.order.id]
        assert listings.filing_ids(work, FilingFilter(text=text)) == [marked.filings[0].id]
        assert order_listings.order_ids(work, which="all", text="云杉") == [plain.order.id]


def test_equal_values_keep_one_order(workspace):
    dossiers = kept(workspace, *(a_dossier() for _ in range(20)))
    with workspace.reading() as work:
        ids = listings.filing_ids(work, FilingFilter(), Sorting("kind"))
        assert ids == sorted(ids)
        assert len(ids) == len(dossiers)
        assert listings.first_filing_ids(work, FilingFilter(), Sorting("kind"), limit=7) == ids[:7]


def test_a_packet_is_found_by_its_digest(workspace):
    dossier = a_dossier()
    place = (dossier.order.id, dossier.filings[0].id)
    packet = PacketVersion(new_id(), *place, 3, {}, "d" * 64, "c", "p" * 64, 7, NOW, "x")
    kept(workspace, dossier.with_packet(packet))
    with workspace.reading() as work:
        place = listings.packet_by_digest(work, "d" * 64)
        assert (place.id, place.filing_id, place.version, place.pdf_sha256) == (
            packet.id, packet.filing_id, 3, "p" * 64,
        )  # fmt: skip
        assert listings.packet_by_digest(work, "e" * 64) is None


def test_whether_there_is_any_order(workspace):
    with workspace.reading() as work:
        assert not order_listings.any_order(work)
    kept(workspace, a_dossier())
    with workspace.reading() as work:
        assert order_listings.any_order(work)


def test_an_order_without_payment_waits_for_no_contact(workspace):
    order = an_order(paid_at=None, state=OrderState.AWAITING_PAYMENT)
    kept(workspace, replace(a_dossier(), order=order, filings=()))
    with workspace.reading() as work:
        (row,) = order_listings.order_rows(work, [order.id])
        assert row.first_contact_due is None
        assert order_listings.late_order_count(work) == 0
