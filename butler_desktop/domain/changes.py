"""Changes: what an act did to an order, field by field; and the message that tells it.

A change is computed by comparing the records before and after, so nothing
that changed can be left out of the journal.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from butler_desktop.domain.records import Fields

Records = dict[tuple[str, str], Fields]
"""Flat fields of every value of a dossier, by (kind, id)."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value created or changed: ``fields`` maps a path to (old, new).

    A path that did not exist before has ABSENT as old; one that is gone has
    ABSENT as new. In JSON an absent side is an empty list, ``[[], [new]]``
    against ``[[old], [new]]``, so that None stays a value.
    """

    kind: str
    id: str
    op: str
    fields: Mapping[str, tuple[Any, Any]]

    def to_json(self) -> dict[str, Any]:
        """The change as it stands in the journal."""
        return {
            "kind": self.kind,
            "id": self.id,
            "op": self.op,
            "fields": {path: [_side(old), _side(new)] for path, (old, new) in self.fields.items()},
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Change":
        """The change that stands in the journal as ``data``."""
        return cls(
            data["kind"],
            data["id"],
            data["op"],
            {path: (_value(old), _value(new)) for path, (old, new) in data["fields"].items()},
        )


class _Absent:
    def __repr__(self) -> str:
        return "ABSENT"


ABSENT = _Absent()
CREATE, CHANGE = "create", "change"


def difference(before: Records, after: Records) -> tuple[Change, ...]:
    """What leads from ``before`` to ``after``. Values never vanish: they are withdrawn."""
    changes = []
    for (kind, id_), new in after.items():
        old = before.get((kind, id_))
        if old == new:
            continue
        paths = dict.fromkeys((*(old or {}), *new))
        pairs = {
            path: ((old or {}).get(path, ABSENT), new.get(path, ABSENT))
            for path in paths
            if (old or {}).get(path, ABSENT) != new.get(path, ABSENT)
        }
        changes.append(Change(kind, id_, CREATE if old is None else CHANGE, pairs))
    if gone := before.keys() - after.keys():
        raise ValueError(f"values vanished from a dossier: {sorted(gone)}")
    return tuple(changes)


def applied(records: Records, changes: Iterable[Change]) -> Records:
    """The records after ``changes``; the inputs stay as they are."""
    result = dict(records)
    for change in changes:
        leaves = dict(result.get((change.kind, change.id), {}))
        for path, (_, new) in change.fields.items():
            if new is ABSENT:
                leaves.pop(path, None)
            else:
                leaves[path] = new
        result[change.kind, change.id] = leaves
    return result


@dataclass(frozen=True, slots=True)
class Changes:
    """The one message that goes up after a commit: which kinds and ids changed."""

    kinds: frozenset[str] = frozenset()
    order_ids: frozenset[str] = frozenset()
    filing_ids: frozenset[str] = frozenset()
    everything: bool = field(default=False)
    """True where ids would be too many to name (an import)."""

    acts: frozenset[str] = frozenset()
    """The journal's rows, by which a desk knows its own acts."""

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            self.kinds | other.kinds,
            self.order_ids | other.order_ids,
            self.filing_ids | other.filing_ids,
            self.everything or other.everything,
            self.acts | other.acts,
        )

    def __bool__(self) -> bool:
        return bool(self.kinds) or self.everything


def _side(value: Any) -> list[Any]:
    return [] if value is ABSENT else [value]


def _value(side: list[Any]) -> Any:
    return side[0] if side else ABSENT
