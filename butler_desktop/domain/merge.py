"""Merge: changes made on one desk put onto what others made of the same order.

A change fits where the present value is the one that it replaced, or is
already the one that it writes. What does not fit is a misfit, and somebody has
to decide. New values (a contact, a scan) always fit.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from butler_desktop.domain.changes import ABSENT, CREATE, Change, Records
from butler_desktop.domain.conflict import Decision, Decisions, Place, Take
from butler_desktop.domain.filing_states import FilingState

STATE, SINCE, WITHDRAWN = "state", "state_since", "withdrawn_at"
GROWING = {
    ("packet", "reminders"),
    ("filing", "tellings"),
    ("filing", "authority_notes"),
    ("filing", "noted_facts"),
    ("filing", "waivers"),
    ("filing", "pauses"),
}
"""Lists to which everybody only adds: what several added is all there."""
ENDED_ONCE = {
    ("contact", "promise_end"),
    ("contact", "promise_ended_at"),
    ("contact", "promise_ended_by"),
}
"""What two desks end stays ended as the first did."""
_SHOWN_OF_A_SCAN = (
    "material_kind",
    "file_name",
    "sha256",
    "pixel_width",
    "pixel_height",
    "attached_by",
)


@dataclass(frozen=True, slots=True)
class Misfit:
    """A field that another has written since. Of two scans, the facts of each."""

    place: Place
    base: Any
    mine: Any
    theirs: Any


def reverted(records: Records, changes: Iterable[Change]) -> Records:
    """The records before ``changes``; the inputs stay as they are."""
    result = dict(records)
    for change in reversed(tuple(changes)):
        if change.op == CREATE:
            del result[change.kind, change.id]
            continue
        leaves = dict(result[change.kind, change.id])
        for path, (old, _) in change.fields.items():
            if old is ABSENT:
                leaves.pop(path, None)
            else:
                leaves[path] = old
        result[change.kind, change.id] = leaves
    return result


def misfits(records: Records, changes: Iterable[Change]) -> tuple[Misfit, ...]:
    """Where ``changes`` do not fit the present records."""
    changes = tuple(changes)
    found = [misfit for change in changes for misfit in _of_change(records, change)]
    return (*found, *_of_scans(records, changes))


def is_orphan(records: Records, changes: Iterable[Change]) -> bool:
    """Whether the changes are about a value that is not there: what made it was given up."""
    changes = tuple(changes)
    known = {*records, *((it.kind, it.id) for it in changes if it.op == CREATE)}
    filings = (it.fields.get("filing_id", (ABSENT, None))[1] for it in changes)
    return any((it.kind, it.id) not in known for it in changes) or any(
        filing_id and ("filing", filing_id) not in known for filing_id in filings
    )


def merged(
    records: Records, changes: Iterable[Change], decisions: Decisions, withdrawn_at: str
) -> Records:
    """The present records with ``changes`` put on, misfits as they were decided.

    ``withdrawn_at`` (UTC text) is when a scan that was not chosen counts as
    withdrawn; both stay. Where a filing's state stays theirs, nothing of the
    act's that went along with the move is put on.
    """
    changes = tuple(changes)
    result = dict(records)
    not_moved = {
        id_
        for (kind, id_, path), decision in decisions.items()
        if (kind, path) == ("filing", STATE) and decision.take is Take.THEIRS
    }
    for change in changes:
        if _goes_with_the_move(records, change, not_moved):
            continue
        if change.op == CREATE and (change.kind, change.id) in records:
            continue  # it is there already, under another act
        leaves = dict(result.get((change.kind, change.id), {}))
        is_moved = _is_moved(leaves, change)
        for path, (old, new) in change.fields.items():
            now = leaves.get(path, ABSENT)
            decision = decisions.get((change.kind, change.id, path))
            if path == SINCE and change.kind == "filing" and now != old:
                value = new if is_moved else now
            elif _is_ended(change.kind, path) and now not in (ABSENT, None, "", old):
                value = now
            elif (change.kind, path) in GROWING and now is not ABSENT:
                known = [*now, *(() if old is ABSENT else old)]
                value = [*now, *(each for each in new if each not in known)]
            else:
                value = _decided(now, old, new, decision)
            if value is ABSENT:
                leaves.pop(path, None)
            else:
                leaves[path] = value
        result[change.kind, change.id] = leaves
    return _with_scans_chosen(result, changes, decisions, withdrawn_at)


def _is_ended(kind: str, path: str) -> bool:
    return path == WITHDRAWN or (kind, path) in ENDED_ONCE


def withdrawals(changes: Iterable[Change]) -> int:
    """How many values the changes take away: scans withdrawn, filings withdrawn."""
    count = 0
    for change in changes:
        old, new = change.fields.get(WITHDRAWN, (ABSENT, ABSENT))
        _, state = change.fields.get(STATE, (ABSENT, ABSENT))
        is_scan = old is None and new not in (ABSENT, None)
        is_filing = change.kind == "filing" and state == FilingState.WITHDRAWN
        count += change.op != CREATE and (is_scan or is_filing)
    return count


def _of_change(records: Records, change: Change) -> list[Misfit]:
    if change.op == CREATE:
        return []
    present = records.get((change.kind, change.id), {})
    found = []
    for path, (old, new) in change.fields.items():
        now = present.get(path, ABSENT)
        if not present or now in (old, new) or (change.kind, path) == ("filing", SINCE):
            continue
        if (change.kind, path) in GROWING:
            continue
        if _is_ended(change.kind, path) and now not in (None, ""):
            continue  # taken away or ended already: that is what this change wanted
        place = (change.kind, change.id, path)
        found.append(Misfit(place, _shown(old), _shown(new), _shown(now)))
    return found


def _of_scans(records: Records, changes: tuple[Change, ...]) -> list[Misfit]:
    """Two scans that replaced the same one: both are kept, one of them counts."""
    found = []
    for old_id, new in _replacements(records, changes):
        old = records["material", old_id]
        for (kind, id_), other in records.items():
            is_rival = (
                kind == "material"
                and id_ not in (old_id, new.id)
                and other[WITHDRAWN] is None
                and other["attached_at"] == old[WITHDRAWN]  # that took its place
                and all(other[name] == old[name] for name in ("filing_id", "material_kind"))
            )
            if is_rival:
                mine = {path: value for path, (_, value) in new.fields.items()}
                place = (kind, id_, WITHDRAWN)
                found.append(Misfit(place, _scan(old), _scan(mine), _scan(other)))
    return found


def _replacements(records: Records, changes: tuple[Change, ...]) -> list[tuple[str, Change]]:
    """The scans that these changes replace but that others have taken away already."""
    new = [change for change in changes if change.kind == "material" and change.op == CREATE]
    if len(new) != 1:
        return []
    return [
        (change.id, new[0])
        for change in changes
        if change.kind == "material"
        and change.op != CREATE
        and WITHDRAWN in change.fields
        and records.get(("material", change.id), {}).get(WITHDRAWN) is not None
    ]


def _with_scans_chosen(
    result: Records, changes: tuple[Change, ...], decisions: Decisions, withdrawn_at: str
) -> Records:
    new = [change.id for change in changes if change.kind == "material" and change.op == CREATE]
    for (kind, id_, path), decision in decisions.items():
        if (kind, path) != ("material", WITHDRAWN) or not new:
            continue
        loser = new[0] if decision.take is Take.THEIRS else id_
        result["material", loser] = result["material", loser] | {WITHDRAWN: withdrawn_at}
    return result


def _goes_with_the_move(records: Records, change: Change, not_moved: set[str]) -> bool:
    if change.kind == "filing":
        return change.id in not_moved
    if change.kind != "packet":
        return False
    fields = {path: new for path, (_, new) in change.fields.items()}
    owner = records.get(("packet", change.id), fields).get("filing_id")
    return owner in not_moved


def _is_moved(leaves: Mapping[str, Any], change: Change) -> bool:
    """Whether the change moves the filing's state, and nobody has moved it there before."""
    _, new = change.fields.get(STATE, (ABSENT, ABSENT))
    return new is not ABSENT and leaves.get(STATE) != new


def _decided(now: Any, old: Any, new: Any, decision: Decision | None) -> Any:
    if now in (old, new):
        return new
    if decision is None:
        raise ValueError("a misfit that nobody decided")
    return {Take.MINE: new, Take.THEIRS: now, Take.VALUE: decision.value}[decision.take]


def _scan(leaves: Mapping[str, Any]) -> dict[str, Any]:
    return {name: leaves.get(name) for name in _SHOWN_OF_A_SCAN}


def _shown(value: Any) -> Any:
    return None if value is ABSENT else value
