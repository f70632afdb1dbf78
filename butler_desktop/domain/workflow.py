"""The state table of filings: the one source of what can be done, when, by whom.

Buttons, the forms of acts, queue views, the next-action column, ``do`` on the
command line and the diagram in the docs are read from ``TRANSITIONS``. A
state or action that is not here does not exist (process.md section 3).
"""

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.transition import Action, Transition
from butler_desktop.domain.vocabulary import Party
from butler_desktop.domain.workflow_authority import AUTHORITY_ROWS
from butler_desktop.domain.workflow_preparation import PREPARATION_ROWS

TRANSITIONS: tuple[Transition, ...] = (*PREPARATION_ROWS, *AUTHORITY_ROWS)

_BY_PAIR = {(state, row.action): row for row in TRANSITIONS for state in row.sources}


def transition(state: FilingState, action: Action) -> Transition | None:
    """The row for ``action`` in ``state``, or None where the table has none."""
    return _BY_PAIR.get((state, action))


def actions_in(state: FilingState) -> tuple[Transition, ...]:
    """All rows that start in ``state``, in the table's order."""
    return tuple(row for row in TRANSITIONS if state in row.sources)


def primary_candidates(state: FilingState) -> tuple[Transition, ...]:
    """The rows that can be the state's one filled button, the preferred first."""
    ranked = (row for row in actions_in(state) if row.rank)
    return tuple(sorted(ranked, key=lambda row: row.rank))


def system_rows(state: FilingState) -> tuple[Transition, ...]:
    """The rows that the system does by itself in ``state`` as soon as their guards hold."""
    return tuple(
        row for row in actions_in(state) if row.actor is Party.SYSTEM and row.target is not None
    )
