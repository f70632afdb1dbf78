"""Validated: the typed answer of every validator."""

from dataclasses import dataclass

from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class Validated:
    """A tidied value, what is wrong with it, what may be wrong with it.

    ``value`` is always the tidied text, also where there is a fault, so that
    the butler sees what was judged.
    """

    value: str
    fault: Words | None = None
    warning: Words | None = None

    @property
    def is_right(self) -> bool:
        """Whether there is no fault."""
        return self.fault is None


def length_fault(value: str, length: int) -> Words | None:
    """What to say of a number that must have ``length`` characters; None where it has."""
    if len(value) == length:
        return None
    return Words(
        f"应为 {length} 位，现为 {len(value)} 位",
        f"{length} characters expected, {len(value)} given",
    )
