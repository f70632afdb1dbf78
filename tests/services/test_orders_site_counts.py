"""The four counts in every history: acts by chance through the services, on a real database."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.order_states import CLOSED_ORDER_STATES
from butler_desktop.domain.order_states import OrderState as O
from butler_desktop.domain.site_groups import site_group
from butler_desktop.domain.transition import Action as A
from butler_desktop.domain.workflow import actions_in
from butler_desktop.domain.worklist import Sorting
from butler_desktop.errors import Refused
from butler_desktop.services import refunds
from butler_desktop.services.filings import request_filing
from butler_desktop.services.history import verify
from butler_desktop.services.orders import order_view
from butler_desktop.services.worklist import order_ids, order_rows, order_totals
from butler_desktop.storage.workspace import open_workspace
from tests.builders import Clock
from tests.services.scenario import an_order_of, do, form, reached

COUNTS = ("delivered", "in_flight", "remaining", "refunded")
STARTS = (S.REQUESTED, S.COLLECTING, S.READY_TO_SUBMIT, S.AUTHORITY_REVIEW, S.REJECTED, S.APPROVED)
ENDS = (A.WITHDRAW, A.GIVE_UP, A.REJECT, A.APPROVE, A.START_REWORK, A.RATE, A.WAIVE_RATING)


class Histories(RuleBasedStateMachine):
    """One order; a filing is begun, moved, withdrawn, refunded as it comes."""

    desk = None

    @initialize(sites=st.integers(1, 4), off=st.integers(0, 100))
    def bought(self, sites, off):
        self.order = an_order_of(self.desk, sites, state=O.PAID, coupon_fen=off)
        self.sites = sites

    @rule(state=st.sampled_from(STARTS))
    def begin(self, state):
        self._tried(lambda: reached(self.desk, state, self.order))

    @rule(sites=st.integers(1, 3))
    def begin_of_several_sites(self, sites):
        def start():
            with self.desk.editing() as work:
                request_filing(work, self.order, form(), site_count=sites)

        self._tried(start)

    @precondition(lambda self: self._filings())
    @rule(data=st.data())
    def act(self, data):
        filing = data.draw(st.sampled_from(self._filings()))
        rows = {row.action for row in actions_in(filing.state) if row.by_hand}
        known = [it for it in ENDS if it in rows]
        if known:
            action = data.draw(st.sampled_from(known))
            stars = {"response_speed": "5", "service_quality": "4"} if action is A.RATE else {}
            self._tried(lambda: do(self.desk, filing.id, action, **stars))

    @precondition(lambda self: self._filings())
    @rule(data=st.data())
    def finish(self, data):
        filing = data.draw(st.sampled_from(self._filings()))
        self._tried(lambda: do(self.desk, filing.id, A.TELL_DUTIES))
        self._tried(lambda: do(self.desk, filing.id, A.WAIVE_RATING))

    @rule(data=st.data(), exception=st.sampled_from(("", "", "政策变更")))
    def ask(self, data, exception):
        with self.desk.reading() as work:
            lines = refunds.refund_view(work, self.order).offer.lines
        every = [it.filing_id for it in lines if exception or it.is_refundable]
        if every:
            chosen = data.draw(st.sets(st.sampled_from(every), min_size=1))

            def ask():
                with self.desk.editing() as work:
                    refunds.ask(work, self.order, chosen, "不做了", exception)

            self._tried(ask)

    @rule()
    def approve(self):
        def approve():
            with self.desk.editing() as work:
                refunds.approve(work, self.order, "周启明")

        self._tried(approve)

    @rule()
    def decline(self):
        def decline():
            with self.desk.editing() as work:
                refunds.decline(work, self.order, "再议", "周启明")

        self._tried(decline)

    @invariant()
    def the_counts_are_true(self):
        if not hasattr(self, "order"):
            return
        with self.desk.reading() as work:
            view = order_view(work, self.order)
            (row,) = order_rows(work, [self.order])
            open_ones = order_ids(work, "open", "", Sorting("paid"))
            totals = order_totals(work, "all")
            every = order_rows(work, order_ids(work, "all", "", Sorting("paid")))
        dossier, counts = view.dossier, view.dossier.counts
        told = {key: getattr(counts, key) for key in COUNTS}
        assert counts.ordered == self.sites == sum(told.values())
        assert all(count >= 0 for count in told.values()), told
        assert told == {key: getattr(row, key) for key in COUNTS}
        for key in COUNTS:
            group = site_group(dossier, key)
            listed = [it for it in dossier.filings if it.id in group.filing_ids]
            assert sum(it.site_count for it in listed) + group.without_filing == told[key], key
        shown = {it.id for it in view.filings}
        assert shown == site_group(dossier, "ordered").filing_ids
        assert [getattr(totals, key) for key in COUNTS] == [
            sum(getattr(it, key) for it in every) for key in COUNTS
        ]
        # Nothing remains and nothing is in flight: exactly then the order has come to its end.
        is_done = counts.remaining == counts.in_flight == 0
        assert is_done == (dossier.order.state in CLOSED_ORDER_STATES)
        assert (self.order in open_ones) != is_done

    def teardown(self):
        if hasattr(self, "order"):
            with self.desk.reading() as work:
                assert verify(work, self.order) == ()

    def _filings(self):
        with self.desk.reading() as work:
            return work.dossier(self.order).filings

    def _tried(self, act):
        """What the rules refuse changes nothing."""
        with suppress(Refused):
            act()


@pytest.mark.sqlite
def test_ordered_is_delivered_in_flight_remaining_and_refunded_in_every_history(tmp_path):
    desk = open_workspace(tmp_path / "butler.db", actor="林晓雯", station="test", clock=Clock())
    machine = type("Run", (Histories,), {"desk": desk})
    run = machine.TestCase
    run.settings = settings(
        max_examples=25,
        stateful_step_count=12,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run().runTest()
    finally:
        desk.close()
