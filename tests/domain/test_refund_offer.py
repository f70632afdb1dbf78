"""What of an order is given back: each situation with its reason, and never a fen too much."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.refund import Refund, RefundState
from butler_desktop.domain.refund_offer import REMAINING, refund_amount, refund_offer
from butler_desktop.domain.refund_policy import Situation
from butler_desktop.storage.rulebook import load_rulebook
from tests.builders import NOW, a_filing, an_order

POLICY = load_rulebook().refunds


def a_case(*states, sites=None, paid=None):
    count = len(states) if sites is None else sites
    order = an_order(
        ordered_site_count=count,
        paid_fen=count * 60_000 if paid is None else paid,
        state=OrderState.ACTIVE,
    )
    filings = tuple(
        a_filing(order, state=state, number=f"BA-2603-{number:04}")
        for number, state in enumerate(states, 1)
    )
    return Dossier(order, filings)


def a_refund(order, sites, fen):
    return Refund(new_id(), order.id, sites, fen, "", "周启明", NOW)


@pytest.mark.parametrize(
    ("state", "is_refundable", "clause"),
    [
        (S.REQUESTED, True, "2.4-3"),
        (S.READY_TO_SUBMIT, True, "2.4-3"),
        # A1: blocked only while the outcome is open.
        (S.SUBMITTED, False, "2.4-1"),
        (S.SMS_PENDING, False, "2.4-1"),
        (S.AUTHORITY_REVIEW, False, "2.4-1"),
        # A1, A17: submitted but not successful.
        (S.SMS_EXPIRED, True, "2.4-3"),
        (S.REJECTED, True, "2.4-3"),
        (S.REWORK, True, "2.4-3"),
        (S.APPROVED, False, "2.4-2"),
        (S.CLOSED, False, "2.4-2"),
    ],
)
def test_each_situation_has_its_verdict_its_clause_and_its_words(state, is_refundable, clause):
    (line,) = refund_offer(a_case(state), POLICY).lines
    assert line.is_refundable == is_refundable
    assert clause in line.basis
    assert line.words.zh
    assert line.words.en
    assert line.amount_fen == (60_000 if is_refundable else 0)


@pytest.mark.parametrize("state", [S.FAILED, S.WITHDRAWN])
def test_a_filing_that_ended_gives_its_sites_back_to_the_order(state):
    (line,) = refund_offer(a_case(state), POLICY).lines
    assert (line.filing_id, line.site_count, line.is_refundable) == (REMAINING, 1, True)


def test_full_and_per_unused_site_are_one_rule():
    """A2: with nothing delivered all is given back, else only the rest."""
    nothing = refund_offer(a_case(S.REQUESTED, sites=3), POLICY)
    assert (nothing.refundable_sites, nothing.amount_fen) == (3, 180_000)
    rest = refund_offer(a_case(S.APPROVED, S.AUTHORITY_REVIEW, S.COLLECTING, sites=6), POLICY)
    assert (rest.refundable_sites, rest.amount_fen) == (4, 240_000)


def test_coupons_are_no_cash():
    """A19: the share of what was paid in cash."""
    order = a_case(sites=2, paid=100_000)
    assert refund_offer(order, POLICY).amount_fen == 100_000


def test_a_special_reason_refunds_what_otherwise_is_not():
    """A18."""
    case = a_case(S.AUTHORITY_REVIEW, S.APPROVED)
    first = case.filings[0].id
    lines = refund_offer(case, POLICY, by_exception={first}).lines
    assert [it.is_refundable for it in lines] == [True, False]
    assert lines[0].words == POLICY.rules[Situation.EXCEPTION].words


def test_only_what_is_chosen_is_counted():
    case = a_case(S.COLLECTING, S.REJECTED, sites=4)
    offer = refund_offer(case, POLICY, chosen={case.filings[1].id})
    assert [it.amount_fen for it in offer.lines] == [0, 0, 60_000]
    assert [it.is_chosen for it in offer.lines] == [False, False, True]


def test_what_is_asked_for_is_not_given_back_yet():
    case = a_case(S.COLLECTING, sites=2)
    asked = replace(a_refund(case.order, 0, 0), state=RefundState.ASKED)
    assert refund_amount(case.order, (asked,), 2) == 120_000


@given(
    paid=st.integers(0, 10_000_000),
    parts=st.lists(st.integers(1, 5), min_size=1, max_size=8),
)
def test_all_refunds_of_an_order_give_back_exactly_what_was_paid(paid, parts):
    order = an_order(ordered_site_count=sum(parts), paid_fen=paid)
    refunds: list[Refund] = []
    for sites in parts:
        amount = refund_amount(order, refunds, sites)
        assert 0 <= amount <= paid
        refunds.append(a_refund(order, sites, amount))
        assert sum(it.amount_fen for it in refunds) <= paid
    assert sum(it.amount_fen for it in refunds) == paid


@given(
    states=st.lists(st.sampled_from(list(S)), max_size=6),
    more=st.integers(0, 4),
    paid=st.integers(0, 600_001),
)
def test_the_lines_are_all_sites_and_their_sum_is_the_whole(states, more, paid):
    case = a_case(*states, sites=len(states) + more or 1, paid=paid)
    offer = refund_offer(case, POLICY)
    assert sum(it.site_count for it in offer.lines) == case.order.ordered_site_count
    assert offer.amount_fen == refund_amount(case.order, (), offer.refundable_sites)
    assert all(it.amount_fen >= 0 for it in offer.lines)
