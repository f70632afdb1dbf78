"""Choice book: the acts that wait, which of them is looked at, and what was chosen so far."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from butler_desktop.domain.conflict import Conflict, Decision, Place


class ChoiceBook:
    """What a dialog knows. An older answer must not undo on the screen what was chosen in it."""

    def __init__(self) -> None:
        self.found: tuple[Conflict, ...] = ()
        self._made: dict[tuple[str, Place], Decision] = {}
        self._current = ""

    @property
    def current(self) -> Conflict | None:
        """The act that is looked at; None where nothing waits."""
        return next((it for it in self.found if it.act_id == self._current), None)

    @property
    def current_id(self) -> str:
        """Its id; empty where nothing waits."""
        return self._current

    @property
    def open_count(self) -> int:
        """How many choices are still to be made."""
        return sum(conflict.undecided for conflict in self.found)

    def take(self, found: Sequence[Conflict]) -> None:
        """These acts wait now; the one that is looked at stays if it still does."""
        self.found = tuple(self._as_chosen(conflict) for conflict in found)
        ids = [conflict.act_id for conflict in self.found]
        if self._current not in ids:
            self._current = ids[0] if ids else ""

    def look_at(self, act_id: str) -> bool:
        """Looks at another act; false where it is this one already."""
        is_other = act_id != self._current
        self._current = act_id
        return is_other

    def choose(self, act_id: str, decisions: Mapping[Place, Decision]) -> None:
        """Notes what was chosen about fields of an act."""
        self._made |= {(act_id, place): decision for place, decision in decisions.items()}
        self.take(self.found)

    def next_open(self, steps: int) -> str:
        """The next (1) or previous (-1) act with an open choice; empty where there is none."""
        count = len(self.found)
        here = next((n for n, it in enumerate(self.found) if it.act_id == self._current), 0)
        order = [self.found[(here + n * steps) % count] for n in range(1, count + 1)]
        return next((it.act_id for it in order if it.undecided), "")

    def _as_chosen(self, conflict: Conflict) -> Conflict:
        act_id, made = conflict.act_id, self._made
        fields = (
            replace(it, decision=made.get((act_id, it.place), it.decision))
            for it in conflict.fields
        )
        return replace(conflict, fields=tuple(fields))


def is_same_act(one: Conflict, other: Conflict) -> bool:
    """Whether two answers tell of the same act with the same values, whatever was chosen."""
    if one.act_id != other.act_id or one.behind != other.behind:
        return False
    plain = [[replace(field, decision=None) for field in it.fields] for it in (one, other)]
    return plain[0] == plain[1]
