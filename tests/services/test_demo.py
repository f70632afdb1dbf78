"""The demo: on any day of the year it goes the whole way, and all that it made is whole."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.clocks import confirmation_proposal
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.transition import Action
from butler_desktop.domain.views import View
from butler_desktop.errors import ImportRefused
from butler_desktop.services.demo import DEMO_NOW, _moments, load_demo
from butler_desktop.services.demo_plan import ORDERS
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.history import verify
from butler_desktop.services.progress import Cancelled, Progress
from butler_desktop.services.worklist import counts
from butler_desktop.storage.rulebook import load_rulebook
from butler_desktop.storage.workspace import open_workspace
from tests.builders import Clock

CALENDAR = load_rulebook().calendar
PLANS = [(order.age, filing.target) for order in ORDERS for filing in order.filings]
FACE_LIMIT = timedelta(hours=load_rulebook().face_verification_hours)


@pytest.fixture
def work(demo_folder):
    workspace = open_workspace(
        demo_folder / "demo.db", actor="林晓雯", station="test", clock=Clock(DEMO_NOW)
    )
    with workspace.reading() as reading:
        yield reading
    workspace.close()


def filings(work):
    ids = work.connection.exec_driver_sql("SELECT id FROM filings").scalars()
    return [filing_view(work, id_) for id_ in ids.all()]


def test_every_order_of_the_demo_is_whole(work):
    orders = work.connection.exec_driver_sql("SELECT id FROM orders").scalars().all()
    assert len(orders) == len(ORDERS)
    assert [verify(work, order) for order in orders] == [()] * len(ORDERS)


def test_each_filing_stands_where_the_plan_wants_it(work):
    reached = sorted(view.filing.state for view in filings(work))
    assert reached == sorted(target for _, target in PLANS)


def test_no_view_is_empty(work):
    found = counts(work)
    assert all(found.views[view].total for view in View)
    assert found.late_orders == 1


def test_one_filing_went_the_whole_way_and_was_rated(work):
    (view,) = [v for v in filings(work) if v.filing.state is FilingState.CLOSED]
    assert view.rating is not None
    assert view.filing.subject_number
    assert [p.version for p in view.packets] == [1]
    assert not [item for item in view.checklist if item.is_missing]


@given(
    st.integers(-450 * 1440, 650 * 1440).map(lambda m: DEMO_NOW + timedelta(minutes=m)),
    st.sampled_from(PLANS),
)
def test_on_any_day_each_act_happens_in_time(now, plan):
    age, target = plan
    moments = _moments(target, now - age, now, CALENDAR)
    times = [moment for _, moment in moments]
    assert times == sorted(times)
    assert all(now - age <= moment <= now for moment in times)
    at = dict(moments)
    if Action.SUBMIT in at:
        assert at[Action.SUBMIT] - at[Action.RECORD_FACE_VERIFICATION] < FACE_LIMIT
    if Action.RECORD_SMS_VERIFIED in at:
        assert at[Action.RECORD_SMS_VERIFIED] - at[Action.RECORD_SMS_SENT] < timedelta(hours=24)
    for answer in (Action.CONFIRM, Action.RETURN_FOR_MODIFICATION):
        if answer in at:
            assert at[answer] <= confirmation_proposal(at[Action.ISSUE_PACKET], CALENDAR)


def test_the_demo_tells_how_far_it_is_and_can_be_stopped(tmp_path):
    heard = []

    def stop(done, total, name):
        heard.append((done, total, name))
        raise Cancelled

    workspace = open_workspace(
        tmp_path / "demo.db", actor="x", station="test", clock=Clock(DEMO_NOW)
    )
    with pytest.raises(Cancelled):
        load_demo(workspace, tmp_path, Progress(stop))
    workspace.close()
    assert heard == [(0, len(ORDERS), "北京白露松间网络有限公司")]


def test_a_folder_that_cannot_take_the_orders_is_told(tmp_path):
    workspace = open_workspace(tmp_path / "demo.db", actor="x", station="test")
    with pytest.raises((OSError, ImportRefused)):
        load_demo(workspace, tmp_path / "nowhere")
    workspace.close()
