"""Advancing a filing: one act of the state table, decided on frozen values.

``advance`` checks the table and the guards, applies the act's effects, then
lets the system do what its guards allow (ready, reopen, close) and the order
follow (active at first contact, completed at the end).
"""

from collections.abc import Callable
from dataclasses import replace

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.effects import EFFECTS
from butler_desktop.domain.facts import Facts
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import STATES, FilingState
from butler_desktop.domain.guards import lacks
from butler_desktop.domain.order_states import (
    OrderAction,
    OrderState,
    order_transition,
)
from butler_desktop.domain.readiness import Lack
from butler_desktop.domain.transition import Action, Transition
from butler_desktop.domain.vocabulary import PARTY_WORDS
from butler_desktop.domain.workflow import primary_candidates, system_rows, transition
from butler_desktop.errors import Refused
from butler_desktop.words import Words, joined


def row_for(filing: Filing, action: Action) -> Transition:
    """The table's row for ``action`` in the filing's state; Refused where there is none."""
    row = transition(filing.state, action)
    state = STATES[filing.state]
    if row is None:
        raise Refused(
            Words(
                "备案 {number} 现为“{state}”，不能做“{act}”。",
                "Filing {number} is “{state}”: “{act}” is not possible.",
            ).filled(number=filing.number, state=state.words, act=_name(action)),
            Words("下一步由{actor}：{step}。", "Next, {actor}: {step}.").filled(
                actor=PARTY_WORDS[state.next_actor], step=state.next_step
            ),
        )
    if not row.by_hand:
        raise Refused(
            Words("“{act}”由系统在条件满足时完成。", "The system does “{act}” by itself.").filled(
                act=row.words
            ),
            Words("下一步由{actor}：{step}。", "Next, {actor}: {step}.").filled(
                actor=PARTY_WORDS[state.next_actor], step=state.next_step
            ),
        )
    return row


def refuse_lacks(row: Transition, missing: tuple[Lack, ...]) -> None:
    """Raises Refused when anything is missing for ``row``."""
    if missing:
        raise Refused(
            Words("不能“{act}”：{why}。", "Cannot “{act}”: {why}.").filled(
                act=row.words, why=joined([m.words for m in missing])
            ),
            findings=missing,
        )


def advance(facts: Facts, action: Action) -> Dossier:
    """The dossier after ``action`` by hand on ``facts.filing``.

    Raises Refused with the findings when the table or a guard does not allow it.
    """
    row = row_for(facts.filing, action)
    refuse_lacks(row, lacks(row, facts, with_inputs=True))
    return settled(replace(facts, dossier=_moved(facts, row)))


def advance_by_system(facts: Facts, action: Action) -> Dossier | None:
    """The dossier after a system row, or None where its guards do not hold now."""
    row = transition(facts.filing.state, action)
    if row is None or lacks(row, facts, with_inputs=True):
        return None
    return settled(replace(facts, dossier=_moved(facts, row)))


def settled(facts: Facts) -> Dossier:
    """The dossier after the system did all that its guards allow for this filing.

    Automatic confirmation is not among them: one executor does that by the
    database's clock.
    """
    dossier = facts.dossier
    for _ in range(len(STATES)):
        filing = dossier.filing(facts.filing.id)
        present = replace(facts, dossier=dossier, filing=filing)
        for row in system_rows(filing.state):
            if row.action is not Action.AUTO_CONFIRM and not lacks(row, present, with_inputs=True):
                dossier = _moved(present, row)
                break
        else:
            return order_settled(dossier)
    raise AssertionError("the state table's system rows run in a circle")


def order_settled(dossier: Dossier) -> Dossier:
    """The dossier with the order in the state that its facts call for."""
    order = dossier.order
    if order.first_contact_at and order_transition(order.state, OrderAction.ACTIVATE):
        order = replace(order, state=OrderState.ACTIVE)
    counts = dossier.counts
    finished = counts.remaining == 0 and counts.in_flight == 0
    if finished and order_transition(order.state, OrderAction.COMPLETE):
        order = replace(order, state=OrderState.COMPLETED)
    return replace(dossier, order=order)


def primary_action(facts: Facts) -> tuple[Transition, tuple[Lack, ...]] | None:
    """The state's one filled button and what it still lacks; None at the end of the road.

    The first candidate that lacks nothing; where all lack something, the first.
    """
    candidates = [
        (row, lacks(row, facts, with_inputs=False))
        for row in primary_candidates(facts.filing.state)
    ]
    for row, missing in candidates:
        if not missing:
            return row, missing
    return candidates[0] if candidates else None


def _moved(facts: Facts, row: Transition) -> Dossier:
    effect: Callable[[Facts], Dossier] | None = EFFECTS.get(row.action)
    dossier = effect(facts) if effect else facts.dossier
    if row.target is None:
        return dossier
    filing = dossier.filing(facts.filing.id)
    return dossier.with_filing(replace(filing, state=row.target, state_since=facts.now))


def _name(action: Action) -> Words:
    for state in FilingState:
        if row := transition(state, action):
            return row.words
    raise AssertionError(f"{action} has no row")
