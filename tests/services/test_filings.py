"""Filings: starting, filling in, and each act, by one desk or by two."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from butler_desktop.domain.filing_states import (
    EDITABLE_STATES,
    LOCKED_STATES,
    STATES,
    FilingState,
)
from butler_desktop.domain.order_states import OPEN_FOR_FILINGS, OrderState
from butler_desktop.domain.transition import Action
from butler_desktop.domain.workflow import actions_in, transition
from butler_desktop.domain.worklist import Sorting
from butler_desktop.errors import NotFound, Overtaken, Refused
from butler_desktop.services.filings import act, edit_form, fill_form, request_filing
from butler_desktop.services.history import history, verify
from butler_desktop.services.materials import attach_material, withdraw_material
from butler_desktop.services.packets import act_with_packet
from butler_desktop.services.worklist import all_order_rows, order_totals
from tests.builders import NOW, Clock, a_workspace
from tests.services.scenario import (
    ANSWERS,
    NUMBERS,
    SCAN,
    WAYS,
    a_sponsor,
    an_order_of,
    attach_all,
    do,
    form,
    reached,
    requested,
    revision_of,
    state_of,
)

S, A = FilingState, Action


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def workspace(tmp_path, clock):
    opened = a_workspace(tmp_path, clock=clock)
    yield opened
    opened.close()


def test_a_filing_can_rest_in_every_state_but_the_one_that_the_system_leaves(everywhere):
    workspace, filings = everywhere
    assert set(STATES) - set(filings) == {S.CONFIRMED}
    assert {s: state_of(workspace, filing) for s, filing in filings.items()} == {
        s: s for s in filings
    }


def test_every_act_that_the_table_has_not_is_refused_and_changes_nothing(everywhere):
    workspace, filings = everywhere
    for state, filing in filings.items():
        before = revision_of(workspace, filing)
        for action in Action:
            row = transition(state, action)
            if row is not None and row.by_hand:
                continue
            with pytest.raises(Refused) as refusal:
                act_with_packet(workspace, filing, action, {})
            assert refusal.value.cure.zh.startswith("下一步由"), (state, action)
        assert revision_of(workspace, filing) == before
        assert state_of(workspace, filing) is state


def test_a_filing_that_is_not_there_cannot_be_acted_on(workspace):
    with pytest.raises(NotFound), workspace.editing() as work:
        act(work, "nobody", A.SUBMIT, {})


# starting


def test_a_new_filing_has_the_next_number_of_the_month(workspace, clock):
    order = an_order_of(workspace, 3)
    numbers = []
    for minutes in (0, 1, 60 * 24 * 20):
        clock.now = NOW + timedelta(minutes=minutes)
        with workspace.editing() as work:
            numbers.append(request_filing(work, order).number)
    assert numbers == ["BA-2603-0001", "BA-2603-0002", "BA-2604-0001"]


def test_a_new_filing_has_the_orders_kind_and_butler(workspace):
    order = an_order_of(workspace, butler="何佳")
    with workspace.editing() as work:
        filing = request_filing(work, order)
    assert (filing.particulars.filing_kind, filing.butler) == ("first_filing", "何佳")
    assert (filing.state, filing.state_since, filing.requested_at) == (S.REQUESTED, NOW, NOW)


def test_no_more_filings_than_sites(workspace):
    order = an_order_of(workspace, 2)
    for _ in range(2):
        requested(workspace, order)
    with pytest.raises(Refused) as refusal, workspace.editing() as work:
        request_filing(work, order)
    assert "剩余 0" in refusal.value.sentence.zh


@pytest.mark.parametrize("sites", [0, -1, 3])
def test_a_filing_takes_between_one_site_and_all_that_remain(workspace, sites):
    order = an_order_of(workspace, 2)
    with pytest.raises(Refused), workspace.editing() as work:
        request_filing(work, order, site_count=sites)


def test_a_withdrawn_filing_gives_its_site_back(workspace):
    order = an_order_of(workspace, 1)
    filing = requested(workspace, order)
    do(workspace, filing, A.WITHDRAW)
    assert requested(workspace, order) != filing


@pytest.mark.parametrize("state", OrderState)
def test_only_an_open_order_takes_filings(workspace, state):
    order = an_order_of(workspace, state=state)
    if state in OPEN_FOR_FILINGS:
        requested(workspace, order)
        return
    with pytest.raises(Refused), workspace.editing() as work:
        request_filing(work, order)


# the form


def test_an_edit_is_one_act_with_the_old_and_the_new_value(workspace):
    filing = requested(workspace)
    with workspace.editing() as work:
        edit_form(work, filing, {"service.service_name": "甲", "subject_pic.name": "王小明"})
        edit_form(work, filing, {"service.service_name": "甲"})  # nothing new, no act
    with workspace.reading() as work:
        lines = history(work, work.dossier_of(filing).order.id, filing)
    assert [line.act for line in lines] == ["filing.edit", "filing.request"]
    assert "等" not in lines[0].detail.zh
    assert len(lines[0].detail.zh.split("、")) == 2


def test_a_field_that_the_form_does_not_have_is_refused_whole(workspace):
    filing = requested(workspace)
    with pytest.raises(Refused), workspace.editing() as work:
        edit_form(work, filing, {"service.service_name": "甲", "service.colour": "red"})
    with workspace.reading() as work:
        kept = work.dossier_of(filing).filing(filing).particulars
    assert kept.service.service_name == form().service.service_name


def test_form_and_papers_change_only_where_the_state_allows(everywhere):
    workspace, filings = everywhere
    for state in set(filings) - set(EDITABLE_STATES):
        before = revision_of(workspace, filings[state])
        with pytest.raises(Refused, match="不能改"), workspace.editing() as work:
            edit_form(work, filings[state], {"service.service_name": "乙"})
        with pytest.raises(Refused, match="不能改"):
            attach_material(workspace, filings[state], "sponsor_cert", SCAN)
        with workspace.reading() as work:
            materials = work.dossier_of(filings[state]).materials_of(filings[state])
        if materials:
            with pytest.raises(Refused, match="不能改"), workspace.editing() as work:
                withdraw_material(work, filings[state], materials[0].id)
        assert revision_of(workspace, filings[state]) == before
    assert set(LOCKED_STATES) < set(filings) - set(EDITABLE_STATES)


@pytest.mark.parametrize(
    "state", [S.AWAITING_CONFIRMATION, S.AWAITING_FACE_VERIFICATION, S.READY_TO_SUBMIT]
)
def test_a_change_after_the_packet_opens_the_review_again(workspace, state):
    filing = reached(workspace, state)
    with workspace.editing() as work:
        changed = edit_form(work, filing, {"service.service_name": "改过的名称"})
    assert changed.state is S.INTERNAL_REVIEW
    assert (changed.confirmed_at, changed.confirmed_digest) == (None, "")
    with workspace.reading() as work:
        (packet,) = work.dossier_of(filing).packets
    assert packet.voided_at == NOW
    with workspace.editing() as work:
        back = fill_form(work, filing, form())
    assert back.state is S.INTERNAL_REVIEW


# acts


def test_an_act_on_what_somebody_moved_meanwhile_tells_who_and_when(workspace, clock, tmp_path):
    filing = requested(workspace)
    other = a_workspace(tmp_path, actor="何佳", clock=Clock(NOW + timedelta(minutes=4)))
    with other.editing() as work:
        act(work, filing, A.CONTACT_CUSTOMER, {}, S.REQUESTED)
    other.close()
    clock.now = NOW + timedelta(minutes=5)
    with pytest.raises(Overtaken) as refusal, workspace.editing() as work:
        act(work, filing, A.CONTACT_CUSTOMER, {}, S.REQUESTED)
    assert (refusal.value.who, refusal.value.when) == ("何佳", NOW + timedelta(minutes=4))
    assert "何佳 已于 03-18 10:46" in refusal.value.sentence.zh


def test_an_edit_by_somebody_else_does_not_stand_in_an_acts_way(workspace, tmp_path):
    filing = requested(workspace)
    other = a_workspace(tmp_path, actor="何佳")
    with other.editing() as work:
        edit_form(work, filing, {"service.service_name": "甲"})
    other.close()
    with workspace.editing() as work:
        assert act(work, filing, A.CONTACT_CUSTOMER, {}, S.REQUESTED).state is S.CONTACTED


def test_a_refused_act_names_all_that_it_lacks(workspace):
    filing = reached(workspace, S.COLLECTING)
    with pytest.raises(Refused) as refusal, workspace.editing() as work:
        act(work, filing, A.COMPLETE_CONTENT, {})
    places = {lack.place for lack in refusal.value.findings}
    assert "material:sponsor_cert" in places
    assert revision_of(workspace, filing) == len(WAYS[S.COLLECTING]) + 2


def test_the_first_contact_makes_the_order_active_and_the_last_close_completes_it(workspace):
    order = an_order_of(workspace, 1)
    filing = reached(workspace, S.CLOSED, order)
    with workspace.reading() as work:
        dossier = work.dossier(order)
    assert dossier.order.first_contact_at == NOW
    assert dossier.order.state is OrderState.COMPLETED
    assert dossier.filing(filing).subject_number == NUMBERS["subject_number"]


def test_two_filings_of_one_sponsor_are_not_with_the_authority_at_once(workspace):
    sponsor = a_sponsor()
    first = reached(workspace, S.SUBMITTED, sponsor=sponsor)
    second = reached(workspace, S.AWAITING_CONFIRMATION, sponsor=sponsor)
    do(workspace, second, A.CONFIRM)
    do(workspace, second, A.RECORD_FACE_VERIFICATION)
    assert state_of(workspace, second) is S.AWAITING_FACE_VERIFICATION
    with pytest.raises(Refused) as refusal:
        do(workspace, second, A.MAKE_READY)
    with workspace.reading() as work:
        number = work.dossier_of(first).filing(first).number
    assert number in refusal.value.sentence.zh
    for action in (A.RECORD_SMS_SENT, A.RECORD_SMS_VERIFIED, A.APPROVE):
        do(workspace, first, action)
    do(workspace, second, A.MAKE_READY)
    assert state_of(workspace, second) is S.READY_TO_SUBMIT


# anything in any order

STEPS = st.one_of(
    st.tuples(st.just("act"), st.integers(0, 30), st.integers(0, 2)),
    st.tuples(st.just("go on"), st.integers(0, 30), st.integers(0, 2)),
    st.tuples(st.just("edit"), st.integers(0, 3), st.integers(0, 2)),
    st.tuples(st.just("attach"), st.just(0), st.integers(0, 2)),
    st.tuples(st.just("withdraw"), st.integers(0, 9), st.integers(0, 2)),
    st.tuples(st.just("request"), st.just(0), st.just(0)),
)


def take(workspace, order: str, filings: list[str], step) -> None:
    """One step of a random history; what the rules forbid is refused and changes nothing."""
    kind, number, which = step
    filing = filings[which % len(filings)]
    if kind == "request":
        filings.append(requested(workspace, order))
    elif kind == "attach":
        attach_all(workspace, filing)
    elif kind == "edit":
        with workspace.editing() as work:
            edit_form(work, filing, {"service.service_name": f"名称{number}"})
    elif kind == "withdraw":
        with workspace.editing() as work:
            materials = work.dossier_of(filing).materials_of(filing)
            if materials:
                withdraw_material(work, filing, materials[number % len(materials)].id)
    else:
        rows = [row for row in actions_in(state_of(workspace, filing)) if row.by_hand]
        ahead = [row for row in rows if row.rank] if kind == "go on" else rows
        if ahead:
            row = ahead[number % len(ahead)]
            answers = ANSWERS.get(row.action, {})
            deadline = {"deadline": "2026-03-20 18:00", "comment": "改", "outcome": "reached"}
            needed = {i.key: deadline.get(i.key, "") for i in row.inputs if i.required}
            act_with_packet(workspace, filing, row.action, {**needed, **answers})


@settings(max_examples=15)
@given(st.lists(STEPS, min_size=5, max_size=40))
def test_after_any_history_the_counts_add_up_and_the_journal_holds(tmp_path_factory, steps):
    workspace = a_workspace(tmp_path_factory.mktemp("history"))
    order = an_order_of(workspace, 3)
    filings = [requested(workspace, order)]
    for step in steps:
        before = revision_of(workspace, filings[0])
        try:
            take(workspace, order, filings, step)
        except Refused:
            assert revision_of(workspace, filings[0]) == before
    with workspace.reading() as work:
        dossier = work.dossier(order)
        counts = dossier.counts
        assert verify(work, order) == ()
        (row,) = all_order_rows(work, Sorting("number"))
        totals = order_totals(work, "all")
    assert counts.ordered == (
        counts.delivered + counts.in_flight + counts.remaining + counts.refunded
    )
    assert min(counts.delivered, counts.in_flight, counts.remaining, counts.refunded) >= 0
    listed = (row.ordered, row.delivered, row.in_flight, row.remaining, row.refunded)
    assert listed == (
        counts.ordered, counts.delivered, counts.in_flight, counts.remaining, counts.refunded
    )  # fmt: skip
    assert listed == (
        totals.ordered, totals.delivered, totals.in_flight, totals.remaining, totals.refunded
    )  # fmt: skip
    workspace.close()
