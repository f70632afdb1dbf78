"""Refunds on both kinds of database: asked by one, decided by another, the counts always true."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.order_states import OrderState as O
from butler_desktop.domain.refund import RefundState
from butler_desktop.domain.refund_offer import REMAINING
from butler_desktop.domain.transition import Action as A
from butler_desktop.errors import Refused
from butler_desktop.services import refunds
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.history import history
from tests.services.scenario import an_order_of, do, reached, state_of

ASKS, DECIDES = "林晓雯", "周启明"


@pytest.fixture
def other(desk, engine):
    """Who decides: at a desk of his own on a team's database, else by his name."""
    return replace(desk, actor=DECIDES)


def order_with(desk, *states, sites=None):
    order = an_order_of(desk, sites or len(states), state=O.PAID)
    return order, [reached(desk, state, order) for state in states]


def ask(desk, order, *chosen, reason="客户不做了", exception=""):
    with desk.editing() as work:
        return refunds.ask(work, order, chosen, reason, exception)


def decided(desk, order, by=DECIDES, why=None):
    with desk.editing() as work:
        if why is None:
            return refunds.approve(work, order, by)
        return refunds.decline(work, order, why, by)


def stands(desk, order):
    with desk.reading() as work:
        dossier = work.dossier(order)
    counts = dossier.counts
    assert counts.ordered == (
        counts.delivered + counts.in_flight + counts.remaining + counts.refunded
    )
    assert counts.remaining >= 0
    return dossier.order.state, counts


@pytest.mark.sqlite
def test_one_asks_and_another_decides(desk):
    order, (early, back, gone) = order_with(
        desk, S.COLLECTING, S.REJECTED, S.AUTHORITY_REVIEW, sites=4
    )
    refund = ask(desk, order, REMAINING, early, back)
    assert (refund.state, refund.asked_fen, refund.site_count) == (RefundState.ASKED, 180_000, 0)
    assert stands(desk, order)[0] is O.REFUND_REQUESTED
    with pytest.raises(Refused, match="另一人核准"):
        decided(desk, order, by=ASKS)
    with pytest.raises(Refused, match="另一人核准"):
        decided(desk, order, by=" ")
    done = decided(desk, order)
    assert (done.state, done.amount_fen, done.approved_by) == (
        RefundState.APPROVED, 180_000, DECIDES,
    )  # fmt: skip
    state, counts = stands(desk, order)
    assert (state, counts.refunded, counts.remaining, counts.in_flight) == (
        O.PARTIALLY_REFUNDED, 3, 0, 1,
    )  # fmt: skip
    assert state_of(desk, early) is S.WITHDRAWN
    assert state_of(desk, back) is S.FAILED
    assert state_of(desk, gone) is S.AUTHORITY_REVIEW
    with desk.reading() as work:
        assert [it.words.zh for it in history(work, order)][:2] == ["退订已核准", "申请退订"]


def test_on_a_teams_database_who_decides_is_signed_in(desk, engine):
    order, _ = order_with(desk, sites=1)
    ask(desk, order, REMAINING)
    if engine == "sqlite":
        assert decided(desk, order).approved_by == DECIDES
        return
    with pytest.raises(Refused, match="本人登录"):
        decided(desk, order)
    with pytest.raises(Refused, match="另一人核准"):
        decided(desk, order, by="")


def test_an_order_of_which_nothing_was_used_is_refunded_whole(desk, engine):
    order, _ = order_with(desk, sites=3)
    ask(desk, order, REMAINING)
    if engine == "sqlite":
        assert decided(desk, order).amount_fen == 180_000
        assert stands(desk, order)[0] is O.REFUNDED


@pytest.mark.sqlite
def test_what_was_declined_says_why_and_can_be_asked_anew(desk):
    order, (early,) = order_with(desk, S.COLLECTING)
    ask(desk, order, early)
    with pytest.raises(Refused, match="不准的理由"):
        decided(desk, order, why=" ")
    refund = decided(desk, order, why="客户改了主意")
    assert (refund.state, refund.decision) == (RefundState.DECLINED, "客户改了主意")
    assert stands(desk, order)[0] is O.REFUND_DECLINED
    assert state_of(desk, early) is S.COLLECTING
    ask(desk, order, early)
    assert decided(desk, order).site_count == 1


def test_while_a_refund_waits_nothing_of_it_is_submitted(desk):
    order, (ready,) = order_with(desk, S.READY_TO_SUBMIT)
    ask(desk, order, ready)
    with pytest.raises(Refused, match="已申请退订"):
        do(desk, ready, A.SUBMIT)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"reason": " "}, "退订原因"),
        ({"chosen": ()}, "没有选"),
        ({"chosen": ("strange",)}, "没有选"),
        ({"chosen": "open"}, "已提交管局，不成功时可退"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_reason(desk, given, why):
    order, (locked,) = order_with(desk, S.AUTHORITY_REVIEW, sites=2)
    chosen = given.get("chosen", (REMAINING,))
    chosen = (locked,) if chosen == "open" else chosen
    with pytest.raises(Refused, match=why):
        ask(desk, order, *chosen, reason=given.get("reason", "不做了"))
    assert stands(desk, order)[0] is O.ACTIVE


@pytest.mark.sqlite
def test_by_a_special_reason_a_filing_with_the_authority_ends(desk):
    order, (locked, done) = order_with(desk, S.AUTHORITY_REVIEW, S.APPROVED)
    ask(desk, order, locked, done, exception="政策变更，当地停止受理")
    decided(desk, order)
    assert state_of(desk, locked) is state_of(desk, done) is S.FAILED
    state, counts = stands(desk, order)
    assert (state, counts.refunded, counts.delivered) == (O.REFUNDED, 2, 0)


@pytest.mark.sqlite
def test_a_filing_that_went_on_meanwhile_is_judged_anew(desk):
    order, (early, other) = order_with(desk, S.COLLECTING, S.COLLECTING)
    ask(desk, order, early)
    do(desk, other, A.WITHDRAW, comment="不做了")
    refund = decided(desk, order)
    assert refund.site_count == 1
    assert stands(desk, order)[1].remaining == 1


@pytest.mark.sqlite
def test_a_filing_withdrawn_by_hand_meanwhile_is_refunded_all_the_same(desk):
    order, (early,) = order_with(desk, S.COLLECTING)
    ask(desk, order, early)
    do(desk, early, A.WITHDRAW, comment="不做了")
    assert decided(desk, order).amount_fen == 60_000
    assert stands(desk, order)[0] is O.REFUNDED


@pytest.mark.sqlite
def test_the_rating_comes_after_the_refund_and_once(desk):
    order, (early, failed) = order_with(desk, S.COLLECTING, S.FAILED)

    def offered(filing):
        with desk.reading() as work:
            view = filing_view(work, filing)
        rows = [it for it in (view.primary, view.secondary, *view.others) if it]
        return A.RATE in [it.row.action for it in rows if not it.lacks]

    stars = {"response_speed": "5", "service_quality": "4"}
    assert not offered(failed)
    with pytest.raises(Refused, match="还没有退订"):
        do(desk, failed, A.RATE, **stars)
    ask(desk, order, early, REMAINING)
    assert not offered(early)
    decided(desk, order)
    for filing in (early, failed):
        assert offered(filing)
        do(desk, filing, A.RATE, **stars)
        assert not offered(filing)
        with pytest.raises(Refused, match="评价已登记"):
            do(desk, filing, A.RATE, **stars)


PATHS = st.lists(
    st.sampled_from([S.COLLECTING, S.REJECTED, S.AUTHORITY_REVIEW, S.APPROVED]),
    min_size=1,
    max_size=3,
)


@pytest.mark.sqlite
@given(states=PATHS, more=st.integers(0, 2), picks=st.lists(st.integers(0, 4), max_size=4))
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_asked_back_the_counts_and_the_money_are_true(desk, states, more, picks):
    order, _ = order_with(desk, *states, sites=len(states) + more)
    for pick in picks:
        with desk.reading() as work:
            lines = refunds.refund_view(work, order).offer.lines
        line = lines[pick % len(lines)] if lines else None
        if line is None or not line.is_refundable:
            continue
        ask(desk, order, line.filing_id)
        refund = decided(desk, order)
        assert refund.amount_fen == line.amount_fen or refund.site_count == line.site_count
        stands(desk, order)
    with desk.reading() as work:
        dossier = work.dossier(order)
    assert sum(it.amount_fen for it in dossier.refunds) <= dossier.order.paid_fen
    if dossier.counts.refunded == dossier.order.ordered_site_count:
        assert sum(it.amount_fen for it in dossier.refunds) == dossier.order.paid_fen


@pytest.mark.sqlite
def test_the_reasons_on_paper_are_the_same_each_time_and_name_no_number(desk, tmp_path):
    order, (early, _) = order_with(desk, S.COLLECTING, S.AUTHORITY_REVIEW, sites=3)
    ask(desk, order, REMAINING, early)
    refund = decided(desk, order)
    first, second = (
        refunds.export_reasoning(desk, order, refund.id, tmp_path / name).read_bytes()
        for name in ("a.pdf", "b.pdf")
    )
    assert first == second
    with desk.reading() as work:
        sheet = refunds.sheet_of(work, order, refund.id)
    assert [it.verdict for it in sheet.rows] == ["退", "退", "不退"]
    assert sheet.total == "1,200.00"
    assert "13800001234" not in str(sheet)
