"""The view of a filing: what it offers is the state table, and no open filing is without a step."""

import pytest

from butler_desktop.domain.filing_states import EDITABLE_STATES, STATES
from butler_desktop.domain.stage import STEPS
from butler_desktop.domain.transition import Action
from butler_desktop.domain.vocabulary import Party
from butler_desktop.domain.workflow import actions_in
from butler_desktop.errors import NotFound
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.packets import act_with_packet
from tests.builders import NOW, a_workspace
from tests.services.scenario import ANSWERS, WAYS, reached


@pytest.fixture(params=list(WAYS))
def view(everywhere, request):
    workspace, filings = everywhere
    with workspace.reading() as work:
        return filing_view(work, filings[request.param])


def offered(view):
    return [o for o in (view.primary, view.secondary, *view.others) if o is not None]


def test_the_offers_are_the_table_for_the_state(view):
    by_hand = [row for row in actions_in(view.filing.state) if row.by_hand]
    if not view.state.is_open:  # nothing of it was refunded: it is not rated
        by_hand = [row for row in by_hand if row.action is not Action.RATE]
    actions = [offer.row.action for offer in offered(view)]
    assert sorted(actions) == sorted(row.action for row in by_hand)
    assert len(set(actions)) == len(actions)
    assert view.secondary is None or view.secondary.row.is_secondary


def test_an_open_filing_has_one_primary_action_and_a_next_actor(view):
    assert (view.primary is not None) == view.state.is_open
    assert (view.state.next_actor is not Party.NOBODY) == view.state.is_open
    assert view.state.next_step.zh
    assert view.state.next_step.en
    if view.primary is not None:
        assert view.primary.row.rank > 0


def test_it_can_be_edited_where_the_table_says(view):
    assert view.is_editable == (view.filing.state in EDITABLE_STATES)


def test_history_and_steps_tell_one_story(view):
    assert view.history[-1].act == "filing.request"
    assert [line.revision for line in view.history] == sorted(
        (line.revision for line in view.history), reverse=True
    )
    assert view.history[0].actor == "林晓雯"
    assert set(view.steps) <= set(STEPS)
    for stage, line in view.steps.items():
        assert STATES[line.state].stage is stage
    assert (view.place, view.now) == (1, NOW)


def test_an_unknown_filing_is_not_found(everywhere):
    workspace, _ = everywhere
    with pytest.raises(NotFound), workspace.reading() as work:
        filing_view(work, "nobody")


@pytest.mark.parametrize("state", [s for s in WAYS if STATES[s].is_open])
def test_a_primary_action_that_lacks_nothing_goes_through(tmp_path, state):
    workspace = a_workspace(tmp_path)
    filing = reached(workspace, state)
    with workspace.reading() as work:
        view = filing_view(work, filing)
    if not view.primary.lacks:
        action = view.primary.row.action
        after = act_with_packet(workspace, filing, action, ANSWERS.get(action, {}), state)
        with workspace.reading() as work:
            assert filing_view(work, filing).revision > view.revision
        assert after.id == filing
    workspace.close()


def test_the_contacts_of_the_order_and_of_the_filing_are_shown_newest_first(everywhere):
    workspace, filings = everywhere
    for filing in filings.values():
        with workspace.reading() as work:
            view = filing_view(work, filing)
        times = [contact.at for contact in view.contacts]
        assert times == sorted(times, reverse=True)
        assert all(c.filing_id in (None, filing) for c in view.contacts)
