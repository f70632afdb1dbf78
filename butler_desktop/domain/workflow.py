"""The state table of filings: the one source of what can be done, when, by whom.

Buttons, the forms of acts, queue views, the next-action column, ``do`` on the
command line and the diagram in the docs are read from ``TRANSITIONS``. A
state or action that is not here does not exist (process.md section 3).
"""

from butler_desktop.domain.filing_states import STATES, FilingState
from butler_desktop.domain.transition import Action, Transition
from butler_desktop.domain.vocabulary import PARTY_WORDS, Party
from butler_desktop.domain.workflow_authority import AUTHORITY_ROWS
from butler_desktop.domain.workflow_face import FACE_ROWS
from butler_desktop.domain.workflow_findings import FINDING_ROWS
from butler_desktop.domain.workflow_notes import NOTE_ROWS
from butler_desktop.domain.workflow_preparation import PREPARATION_ROWS
from butler_desktop.domain.workflow_rating import RATING_ROWS

TRANSITIONS: tuple[Transition, ...] = (
    *PREPARATION_ROWS,
    *FACE_ROWS,
    *AUTHORITY_ROWS,
    *NOTE_ROWS,
    *FINDING_ROWS,
    *RATING_ROWS,
)

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


def diagram() -> str:
    """The table as a Mermaid state diagram and a list of its rows, for the docs."""
    lines = ["```mermaid", "stateDiagram-v2"]
    lines += [f"    {state.value} : {row.words.zh} {row.words.en}" for state, row in STATES.items()]
    lines.append(f"    [*] --> {FilingState.REQUESTED.value}")
    for row in TRANSITIONS:
        if row.target is not None:
            lines += [
                f"    {s.value} --> {row.target.value} : {row.action.value}" for s in row.sources
            ]
    lines += [f"    {s.value} --> [*]" for s, row in STATES.items() if not row.is_open]
    lines += ["```", "", "| action | 动作 | from | to | who | guards | clocks | source |"]
    lines.append("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for row in TRANSITIONS:
        guards = ", ".join((*row.guards, *row.input_guards)) or "—"
        clocks = ", ".join(
            [f"starts {row.starts}"] * bool(row.starts) + [f"ends {row.ends}"] * bool(row.ends)
        )
        lines.append(
            f"| `{row.action}` | {row.words.zh} | {', '.join(row.sources)} "
            f"| {row.target or 'stays'} | {PARTY_WORDS[row.actor].en} | {guards} "
            f"| {clocks or '—'} | {row.source} |"
        )
    return "\n".join(lines) + "\n"
