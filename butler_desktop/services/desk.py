"""What the window must know of its desk before it can say anything."""

from dataclasses import dataclass

from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.storage.listings import any_order
from butler_desktop.storage.work import Work


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """The rules in force, and who sits here."""

    rulebook: Rulebook
    actor: str
    is_empty: bool


def desk_facts(work: Work) -> DeskFacts:
    """The facts of the open workspace."""
    return DeskFacts(work.rulebook, work.actor, not any_order(work))
