"""Worklists: counts, filters and sorts equal what is counted by hand from the filings."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.filing_states import STATES, FilingState
from butler_desktop.domain.order_states import CLOSED_ORDER_STATES, OrderState
from butler_desktop.domain.stage import Stage
from butler_desktop.domain.views import SOON_DAYS, View, view_states
from butler_desktop.domain.vocabulary import Party
from butler_desktop.domain.worklist import FilingFilter, Sorting
from butler_desktop.services import worklist
from butler_desktop.services.demo import DEMO_NOW
from butler_desktop.services.filing_view import filing_view
from butler_desktop.storage.listings import FILING_SORTS
from butler_desktop.storage.order_listings import ORDER_SORTS
from butler_desktop.storage.workspace import open_workspace
from tests.builders import Clock, a_dossier, a_workspace

ANY = FilingFilter(view=None)
BY_NUMBER = Sorting("number")


@pytest.fixture(scope="module")
def workspace(demo_folder):
    opened = open_workspace(
        demo_folder / "demo.db", actor="林晓雯", station="test", clock=Clock(DEMO_NOW)
    )
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def views(workspace):
    """Every filing as its page reads it: the oracle, which no list has touched."""
    with workspace.reading() as work:
        ids = work.connection.exec_driver_sql("SELECT id FROM filings ORDER BY id").scalars()
        return [filing_view(work, id_) for id_ in ids.all()]


def is_late(view) -> bool:
    return view.due is not None and view.due.at is not None and view.due.at < DEMO_NOW


def wants_butler(view) -> bool:
    soon = DEMO_NOW + timedelta(days=SOON_DAYS)
    at = view.due.at if view.due else None
    return view.state.next_actor in (Party.BUTLER, Party.REVIEWER) or (
        at is not None and at <= soon
    )


def in_view(view, place: View) -> bool:
    if place is View.MINE:
        return view.state.is_open and view.state.stage is not Stage.DONE and wants_butler(view)
    if place is View.ALL:
        return view.state.is_open and view.state.stage is not Stage.DONE
    return view.filing.state in view_states(place)


@pytest.mark.parametrize("place", View)
def test_the_navigation_counts_what_its_lists_show(workspace, views, place):
    expected = [view for view in views if in_view(view, place)]
    with workspace.reading() as work:
        count = worklist.counts(work).views[place]
        mine = FilingFilter(view=place, mine_only=place is View.MINE)
        ids = worklist.filing_ids(work, mine, Sorting())
        late = worklist.overdue_count(work, mine)
    assert sorted(ids) == sorted(view.filing.id for view in expected)
    assert (count.total, count.overdue) == (len(expected), sum(map(is_late, expected)))
    assert late == count.overdue


def test_every_state_is_in_one_view_of_the_queue():
    places = [p for p in View if p not in (View.ALL, View.MINE)]
    seen = [state for place in places for state in view_states(place)]
    assert sorted(seen) == sorted(FilingState)
    assert set(view_states(View.ALL)) == {
        s for s, row in STATES.items() if row.is_open and row.stage is not Stage.DONE
    }


def test_a_row_says_what_the_filing_says(workspace, views):
    with workspace.reading() as work:
        rows = {row.id: row for row in worklist.all_filing_rows(work, ANY, BY_NUMBER)}
    assert len(rows) == len(views)
    for view in views:
        row, form = rows[view.filing.id], view.filing.particulars
        assert (row.number, row.state) == (view.filing.number, view.filing.state)
        assert (row.order_id, row.order_number) == (view.order.id, view.order.number)
        assert row.sponsor_name == (form.subject.sponsor_name or view.order.customer)
        assert (row.province, row.filing_kind) == (form.province or "", form.filing_kind)
        assert (row.due and row.due.at) == (view.due and view.due.at)
        assert (row.due and row.due.clock) == (view.due and view.due.clock)


@given(
    st.builds(
        FilingFilter,
        view=st.sampled_from([None, *View]),
        mine_only=st.booleans(),
        text=st.sampled_from(["", "松间", "BA-2602", "sample-", "SAMPLE-", "%", "_", "没有的"]),
        provinces=st.sampled_from([(), ("110000",), ("330000", "440000")]),
        kinds=st.sampled_from([(), ("first_filing",), ("new_service", "access")]),
        states=st.sampled_from([(), (FilingState.REQUESTED, FilingState.COLLECTING)]),
        due_within_days=st.sampled_from([None, 0, 1, 30]),
    )
)
def test_filters_let_through_what_a_hand_would(workspace, views, wanted):
    def lets(view) -> bool:
        form = view.filing.particulars
        texts = (
            view.filing.number, view.order.number, view.order.customer,
            form.subject.sponsor_name, form.service.service_name, form.service.domain,
        )  # fmt: skip
        at = view.due.at if view.due else None
        return (
            (wanted.view is None or in_view(view, wanted.view))
            and (not wanted.mine_only or view.filing.butler == "林晓雯")
            and any(wanted.text.lower() in (text or "").lower() for text in texts)
            and (not wanted.provinces or form.province in wanted.provinces)
            and (not wanted.kinds or form.filing_kind in wanted.kinds)
            and (not wanted.states or view.filing.state in wanted.states)
            and (
                wanted.due_within_days is None
                or (at is not None and at <= DEMO_NOW + timedelta(days=wanted.due_within_days))
            )
        )

    with workspace.reading() as work:
        ids = worklist.filing_ids(work, wanted, Sorting())
    assert sorted(ids) == sorted(view.filing.id for view in views if lets(view))


def test_filters_find_the_demo_at_all(workspace):
    with workspace.reading() as work:
        for text in ("松间", "ba-2602", "SAMPLE-"):
            assert worklist.filing_ids(work, FilingFilter(text=text), Sorting())


@pytest.mark.parametrize("key", FILING_SORTS)
def test_filings_are_sorted_both_ways_with_the_empty_last(workspace, key):
    with workspace.reading() as work:
        up = worklist.all_filing_rows(work, ANY, Sorting(key))
        down = worklist.all_filing_rows(work, ANY, Sorting(key, descending=True))

    def value(row):
        states = list(STATES)
        return {
            "due": row.due.at if row.due else None, "number": row.number,
            "sponsor": row.sponsor_name, "domain": row.domain, "province": row.province,
            "kind": row.filing_kind, "state": states.index(row.state), "butler": row.butler,
        }[key]  # fmt: skip

    for rows, reverse in ((up, False), (down, True)):
        values = [value(row) for row in rows]
        known = [v for v in values if v is not None]
        assert known == sorted(known, reverse=reverse)
        assert values == [*known, *[None] * (len(values) - len(known))]
    assert {row.id for row in up} == {row.id for row in down}


@pytest.mark.parametrize("key", ORDER_SORTS)
def test_orders_are_sorted(workspace, key):
    with workspace.reading() as work:
        up = worklist.all_order_rows(work, Sorting(key))
        down = worklist.all_order_rows(work, Sorting(key, descending=True))

    def value(row):
        return {
            "paid": row.paid_at, "number": row.number, "customer": row.customer,
            "ordered": row.ordered, "contact": row.first_contact_due,
        }[key]  # fmt: skip

    assert [value(row) for row in up] == sorted(value(row) for row in up)
    assert [value(row) for row in down] == sorted((value(row) for row in up), reverse=True)


def test_the_order_list_is_open_or_closed_and_sums_up(workspace):
    with workspace.reading() as work:
        rows = {row.id: row for row in worklist.all_order_rows(work, BY_NUMBER)}
        for which in ("open", "closed", "all"):
            ids = worklist.order_ids(work, which, "", BY_NUMBER)
            closed = {i for i, r in rows.items() if OrderState(r.state) in CLOSED_ORDER_STATES}
            assert set(ids) == {"open": rows.keys() - closed, "closed": closed}.get(
                which, set(rows)
            )
            totals = worklist.order_totals(work, which)
            for name in ("ordered", "delivered", "in_flight", "remaining", "refunded"):
                assert getattr(totals, name) == sum(getattr(rows[i], name) for i in ids), name
        numbers = worklist.counts(work)
        assert numbers.open_orders == len(worklist.order_ids(work, "open", "", BY_NUMBER))
        assert {row.id for row in worklist.orders_with_sites(work, BY_NUMBER)} == {
            i for i, row in rows.items() if row.remaining and i not in closed
        }
        some = next(iter(rows.values()))
        assert worklist.order_ids(work, "all", some.number.lower(), BY_NUMBER) == [some.id]
        assert worklist.order_ids(work, "all", "%", BY_NUMBER) == []


def test_each_order_counts_its_own_filings(workspace):
    with workspace.reading() as work:
        for row in worklist.all_order_rows(work, BY_NUMBER):
            counts = work.dossier(row.id).counts
            assert (row.ordered, row.delivered, row.in_flight, row.remaining, row.refunded) == (
                counts.ordered, counts.delivered, counts.in_flight,
                counts.remaining, counts.refunded,
            )  # fmt: skip


def test_a_workspace_without_orders_counts_nothing(tmp_path):
    empty = a_workspace(tmp_path)
    with empty.reading() as work:
        numbers = worklist.counts(work)
        assert worklist.order_totals(work, "all") == worklist.SiteTotals()
        assert worklist.all_order_rows(work, BY_NUMBER) == []
        assert worklist.first_filings(work, FilingFilter(), Sorting()) == []
    assert {count.total for count in numbers.views.values()} == {0}
    assert (numbers.open_orders, numbers.late_orders) == (0, 0)
    empty.close()


def test_rows_come_in_blocks_of_any_number(tmp_path):
    many = a_workspace(tmp_path)
    with many.editing() as work:
        work.save_new([a_dossier() for _ in range(1203)], "order.import")
    with many.reading() as work:
        ids = worklist.filing_ids(work, FilingFilter(), Sorting("number"))
        rows = worklist.all_filing_rows(work, FilingFilter(), Sorting("number"))
        assert [row.id for row in rows] == ids
        assert len(ids) == 1203
        first = worklist.first_filings(work, FilingFilter(), Sorting("number"))
        assert [row.id for row in first] == ids[: len(first)]
        assert 0 < len(first) <= 500
        assert [row.id for row in worklist.filing_rows(work, [ids[5], "gone", ids[2]])] == [
            ids[5],
            ids[2],
        ]
        assert len(worklist.all_order_rows(work, Sorting("number"))) == 1203
    many.close()
