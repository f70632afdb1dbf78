"""The state table: everything about it that other parts rely on."""

import itertools
import re
from pathlib import Path

import pytest

from butler_desktop.domain.effects import EFFECTS
from butler_desktop.domain.filing_states import OPEN_STATES, STATES, Clock, FilingState
from butler_desktop.domain.guards import GUARDS
from butler_desktop.domain.stage import STAGE_WORDS, Stage
from butler_desktop.domain.transition import Action, Guard
from butler_desktop.domain.vocabulary import Party
from butler_desktop.domain.workflow import (
    TRANSITIONS,
    actions_in,
    diagram,
    primary_candidates,
    transition,
)

S, A = FilingState, Action

PROCESS = {
    (S.REQUESTED, A.CONTACT_CUSTOMER): S.CONTACTED,
    (S.CONTACTED, A.START_COLLECTING): S.COLLECTING,
    (S.COLLECTING, A.COMPLETE_CONTENT): S.PREPARING,
    (S.PREPARING, A.SEND_TO_REVIEW): S.INTERNAL_REVIEW,
    (S.INTERNAL_REVIEW, A.SEND_BACK): S.COLLECTING,
    (S.INTERNAL_REVIEW, A.ISSUE_PACKET): S.AWAITING_CONFIRMATION,
    (S.AWAITING_CONFIRMATION, A.RETURN_FOR_MODIFICATION): S.RETURNED_BY_CUSTOMER,
    (S.RETURNED_BY_CUSTOMER, A.RESUME_PREPARATION): S.PREPARING,
    (S.AWAITING_CONFIRMATION, A.CONFIRM): S.CONFIRMED,
    (S.AWAITING_CONFIRMATION, A.AUTO_CONFIRM): S.CONFIRMED,
    (S.CONFIRMED, A.AWAIT_FACE_VERIFICATION): S.AWAITING_FACE_VERIFICATION,
    (S.CONFIRMED, A.MAKE_READY): S.READY_TO_SUBMIT,
    (S.AWAITING_FACE_VERIFICATION, A.MAKE_READY): S.READY_TO_SUBMIT,
    (S.READY_TO_SUBMIT, A.SUBMIT): S.SUBMITTED,
    (S.SUBMITTED, A.RECORD_SMS_SENT): S.SMS_PENDING,
    (S.SMS_PENDING, A.COMPLETE_SMS): S.AUTHORITY_REVIEW,
    (S.SMS_PENDING, A.RECORD_SMS_EXPIRED): S.SMS_EXPIRED,
    (S.SMS_EXPIRED, A.START_REWORK): S.REWORK,
    (S.SMS_EXPIRED, A.RESUBMIT): S.READY_TO_SUBMIT,
    (S.AUTHORITY_REVIEW, A.APPROVE): S.APPROVED,
    (S.AUTHORITY_REVIEW, A.REJECT): S.REJECTED,
    (S.REJECTED, A.START_REWORK): S.REWORK,
    (S.REWORK, A.SEND_TO_REVIEW): S.INTERNAL_REVIEW,
    (S.REJECTED, A.GIVE_UP): S.FAILED,
    (S.APPROVED, A.CLOSE): S.CLOSED,
}
"""The rows of process.md section 3, written out by hand."""

BEYOND = {
    # process.md section 4: nobody's number is asked, and the sixth wrong code.
    (S.SUBMITTED, A.COMPLETE_SMS): S.AUTHORITY_REVIEW,
    (S.SMS_PENDING, A.LOCK_SMS): S.SMS_EXPIRED,
    # process.md section 7: a filing that came back may be given up as well.
    (S.SMS_EXPIRED, A.GIVE_UP): S.FAILED,
    (S.REWORK, A.GIVE_UP): S.FAILED,
    # The confirmation is bound to what was shown: a later change reopens it.
    (S.AWAITING_CONFIRMATION, A.REOPEN_CONFIRMATION): S.INTERNAL_REVIEW,
    (S.CONFIRMED, A.REOPEN_CONFIRMATION): S.INTERNAL_REVIEW,
    (S.AWAITING_FACE_VERIFICATION, A.REOPEN_CONFIRMATION): S.INTERNAL_REVIEW,
    (S.READY_TO_SUBMIT, A.REOPEN_CONFIRMATION): S.INTERNAL_REVIEW,
    # process.md section 7, last row: refunded by exception, which ends the filing.
    (S.SUBMITTED, A.TERMINATE): S.FAILED,
    (S.SMS_PENDING, A.TERMINATE): S.FAILED,
    (S.AUTHORITY_REVIEW, A.TERMINATE): S.FAILED,
    (S.APPROVED, A.TERMINATE): S.FAILED,
}

BEFORE_SUBMITTED = list(S)[: list(S).index(S.SUBMITTED)]


def test_the_moves_are_exactly_those_of_the_process():
    withdraw = {(state, A.WITHDRAW): S.WITHDRAWN for state in BEFORE_SUBMITTED}
    moves = {
        (state, row.action): row.target
        for row in TRANSITIONS
        for state in row.sources
        if row.target is not None
    }
    assert moves == PROCESS | BEYOND | withdraw


def test_no_pair_stands_twice_and_every_action_and_guard_is_used():
    pairs = [(state, row.action) for row in TRANSITIONS for state in row.sources]
    assert len(pairs) == len(set(pairs))
    assert {row.action for row in TRANSITIONS} == set(Action)
    used = {guard for row in TRANSITIONS for guard in (*row.guards, *row.input_guards)}
    assert used == set(Guard) == set(GUARDS)
    assert set(EFFECTS) <= set(Action)


def test_every_open_state_has_a_next_actor_a_next_step_and_a_primary_action():
    for state in OPEN_STATES:
        assert STATES[state].next_step.zh not in {"", "无"}
        assert STATES[state].next_actor is not Party.NOBODY
        assert primary_candidates(state), state
    for state in set(S) - set(OPEN_STATES):
        # After the end the customer is told, and rates what was refunded (3.2.4).
        assert {row.action for row in actions_in(state)} <= {A.TELL_CUSTOMER, A.RATE}
        assert all(row.target is None for row in actions_in(state))


def test_no_state_offers_more_than_one_secondary_action():
    for state in S:
        rows = [row for row in actions_in(state) if row.is_secondary]
        assert len(rows) <= 2
        primary = primary_candidates(state)[0] if rows else None
        assert len([row for row in rows if row is not primary]) <= 1, state


def test_clocks_that_start_are_those_of_the_state_that_is_reached():
    for row in TRANSITIONS:
        if row.starts is not None and row.target is not None:
            reached = STATES[row.target].clock
            later = {STATES[t].clock for t in (S.READY_TO_SUBMIT, S.AWAITING_FACE_VERIFICATION)}
            assert row.starts in {reached, *later}, row.action
    assert {state.clock for state in STATES.values()} - {None} == set(Clock) - {Clock.PROMISE}


def test_every_state_can_be_reached_and_every_open_state_can_be_left():
    reached, frontier = set(), {S.REQUESTED}
    while frontier:
        reached |= frontier
        frontier = {
            row.target for state in frontier for row in actions_in(state) if row.target
        } - reached
    assert reached == set(S)
    for state in OPEN_STATES:
        assert any(row.target for row in actions_in(state))


def test_every_stage_has_words_and_every_state_a_stage():
    assert set(STAGE_WORDS) == set(Stage)
    assert {row.stage for row in STATES.values()} == set(Stage)
    assert set(STATES) == set(S)


@pytest.mark.parametrize(("state", "action"), list(itertools.product(S, A)))
def test_what_is_not_in_the_table_has_no_row(state, action):
    listed = [row for row in TRANSITIONS if row.action is action and state in row.sources]
    assert transition(state, action) == (listed[0] if listed else None)


def test_the_diagram_in_the_docs_is_drawn_from_the_table():
    page = Path(__file__).parents[2] / "docs" / "workflow.md"
    text = page.read_text(encoding="utf-8")
    assert diagram() in text, "put diagram() into docs/workflow.md"
    drawn = re.findall(r"^    (\w+) : ", diagram(), re.MULTILINE)
    assert set(drawn) == {state.value for state in S}
