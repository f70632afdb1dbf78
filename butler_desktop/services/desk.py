"""What the window must know of its desk before it can say anything."""

from dataclasses import dataclass

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.dossier import KINDS
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.storage import journal
from butler_desktop.storage.listings import filings_of_orders
from butler_desktop.storage.order_listings import any_order
from butler_desktop.storage.work import Work


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """The rules in force, and who sits here."""

    rulebook: Rulebook
    actor: str
    is_empty: bool
    place: int
    """Where the journal ended when these facts were read."""


@dataclass(frozen=True, slots=True)
class News:
    """Where the journal ends now, and what others did since it was looked at."""

    place: int
    changes: Changes


NAMED = 100
"""Orders that news name one by one; more are "everything"."""


def desk_facts(work: Work) -> DeskFacts:
    """The facts of the open workspace."""
    return DeskFacts(work.rulebook, work.actor, not any_order(work), journal.place(work.connection))


def news(work: Work, seen: int, own: frozenset[str]) -> News:
    """What was written after the place ``seen`` by acts that are not among ``own``."""
    place = journal.place(work.connection)
    if place == seen:
        return News(place, Changes())
    kinds = frozenset(KINDS)
    if place < seen:  # the file was packed: rows have other places now
        return News(place, Changes(kinds, everything=True))
    acts = journal.since(work.connection, seen)
    orders = frozenset(order for act, order in acts if act not in own)
    if not orders:
        return News(place, Changes())
    if len(orders) > NAMED:
        return News(place, Changes(kinds, everything=True))
    return News(place, Changes(kinds, orders, frozenset(filings_of_orders(work, orders))))
