"""What the window must know of its desk before it can say anything."""

from dataclasses import dataclass

from butler_desktop.domain.changes import Changes
from butler_desktop.domain.dossier import KINDS
from butler_desktop.domain.role import Role
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.storage import feed
from butler_desktop.storage.listings import filings_of_orders
from butler_desktop.storage.moved import moved_to
from butler_desktop.storage.order_listings import any_order
from butler_desktop.storage.work import Work


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """The rules in force, and who sits here."""

    rulebook: Rulebook
    actor: str
    is_empty: bool
    place: str
    """Where the journal ended when these facts were read."""
    role: Role = Role.OWNER
    is_shared: bool = False
    """Whether this is work on a team's database itself."""
    has_colleagues: bool = False
    """Whether others work on the same orders, here or where this file is a replica of."""
    moved_to: str = ""
    """The shared database that the work of this file has moved to."""


@dataclass(frozen=True, slots=True)
class News:
    """Where the journal ends now, and what others did since it was looked at."""

    place: str
    acts: frozenset[str]
    """Every act that was looked at; some of them come again with the next look."""
    changes: Changes


NAMED = 100
"""Orders that news name one by one; more are "everything"."""


def desk_facts(work: Work) -> DeskFacts:
    """The facts of the open workspace."""
    place = feed.place(work.connection)
    return DeskFacts(
        rulebook=work.rulebook,
        actor=work.actor,
        is_empty=not any_order(work),
        place=place,
        role=work.role,
        is_shared=work.is_on_shared,
        has_colleagues=work.is_on_shared or work.is_replica,
        moved_to=moved_to(work.connection),
    )


def news(work: Work, seen: str, known: frozenset[str]) -> News:
    """What was written after the place ``seen`` by acts that are not among ``known``."""
    place, kinds = feed.place(work.connection), frozenset(KINDS)
    acts = feed.since(work.connection, seen)
    if acts is None:
        return News(place, frozenset(), Changes(kinds, everything=True))
    looked_at = frozenset(act for act, _ in acts)
    orders = frozenset(order for act, order in acts if act not in known)
    if not orders:
        return News(place, looked_at, Changes())
    if len(orders) > NAMED:
        return News(place, looked_at, Changes(kinds, everything=True))
    filings = frozenset(filings_of_orders(work, orders))
    return News(place, looked_at, Changes(kinds, orders, filings))
