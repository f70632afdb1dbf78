"""Assignment: who is in charge of an order and its filings; claimed, or handed over.

Each is a compare-and-set on the butler that the caller saw: of two who claim
the same, the second hears who was first. The open filings of an order go along
with it unless they have a butler of their own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import STATES
from butler_desktop.domain.local_time import local
from butler_desktop.domain.order import Order
from butler_desktop.domain.role import may_hand_over
from butler_desktop.errors import Overtaken, Refused
from butler_desktop.services.history import last_writer
from butler_desktop.storage.butlers import (
    butler_names,
    butlers_of_filings,
    butlers_of_orders,
)
from butler_desktop.storage.replica import read_replica
from butler_desktop.storage.work import Work
from butler_desktop.words import Words

NOBODY = ""
"""The butler of what waits to be claimed."""

CLAIM, HAND_OVER = "claim", "hand_over"
Butlers = Mapping[str, str]
"""Who is in charge, by the id of an order or filing."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """What came to whom, with who was in charge of each before: that is the way back."""

    to: str
    orders: dict[str, str]
    filings: dict[str, str]
    is_reversible: bool
    """Whether who did it may also take it back."""
    is_queued: bool = False
    """Whether the shared database is still to be asked: this desk is a replica."""

    @property
    def count(self) -> int:
        """How many were named, without what went along."""
        return len(self.orders) or len(self.filings)


def claim(work: Work, order_ids: Sequence[str] = (), filing_ids: Sequence[str] = ()) -> Assigned:
    """Takes charge of what nobody is in charge of, all of it or nothing.

    Raises Overtaken where somebody else is in charge meanwhile.
    """
    orders, filings = dict.fromkeys(order_ids, NOBODY), dict.fromkeys(filing_ids, NOBODY)
    return _assign(work, work.actor, orders, filings, CLAIM)


def hand_over(work: Work, to: str, orders: Butlers, filings: Butlers) -> Assigned:
    """Puts ``to`` in charge of orders and filings, all of them or none.

    ``orders`` and ``filings`` say by id who was seen in charge. Raises
    Overtaken where it is somebody else now, Refused for a name that is no
    butler's and where the role does not allow it.
    """
    if to not in butlers(work):
        raise Refused(
            Words(f"没有管家“{to}”。", f"There is no butler “{to}”."),
            Words("从列表里选择。", "Choose one of the list."),
        )
    return _assign(work, to, orders, filings, HAND_OVER)


def take_back(work: Work, assigned: Assigned) -> None:
    """Undoes an assignment: each goes back to who was in charge of it before.

    Raises Overtaken where somebody else is in charge meanwhile.
    """
    for before in dict.fromkeys((*assigned.orders.values(), *assigned.filings.values())):
        orders = {id_: assigned.to for id_, old in assigned.orders.items() if old == before}
        filings = {id_: assigned.to for id_, old in assigned.filings.items() if old == before}
        _assign(work, before, orders, filings, HAND_OVER, along=False)


def butlers(work: Work) -> tuple[str, ...]:
    """Everybody who can be in charge, by name; who sits here is one of them."""
    return tuple(sorted(butler_names(work.connection) | {work.actor}))


def _assign(
    work: Work, to: str, orders: Butlers, filings: Butlers, act: str, *, along: bool = True
) -> Assigned:
    of_order: dict[str, list[str]] = {order_id: [] for order_id in orders}
    for filing_id in filings:
        of_order.setdefault(work.order_of(filing_id), []).append(filing_id)
    done_orders: dict[str, str] = {}
    done_filings: dict[str, str] = {}
    # Two who assign the same orders come to them in the same sequence.
    for order_id in sorted(of_order):
        before = after = work.dossier(order_id)
        if order_id in orders:
            _refuse_overtaken(work, before, before.order, orders[order_id])
            after = _with_order(after, to, along=along)
        for filing_id in of_order[order_id]:
            filing = before.filing(filing_id)
            _refuse_overtaken(work, before, filing, filings[filing_id])
            after = after.with_filing(replace(filing, butler=to))
        if after.order.butler != before.order.butler:
            done_orders[order_id] = before.order.butler
        for old, new in zip(before.filings, after.filings, strict=True):
            if old.butler != new.butler:
                done_filings[old.id] = old.butler
        work.save(before, after, f"{'order' if order_id in orders else 'filing'}.{act}")
    is_reversible = may_hand_over(work.role, work.actor, to)
    is_queued = not work.is_on_shared and read_replica(work.connection) is not None
    return Assigned(to, done_orders, done_filings, is_reversible, is_queued)


def _with_order(dossier: Dossier, to: str, *, along: bool) -> Dossier:
    """The dossier with the order, and what goes along with it, in another's charge."""
    old = dossier.order.butler
    after = replace(dossier, order=replace(dossier.order, butler=to))
    for filing in dossier.filings:
        if along and filing.butler in (old, NOBODY) and STATES[filing.state].is_open:
            after = after.with_filing(replace(filing, butler=to))
    return after


def _refuse_overtaken(work: Work, dossier: Dossier, held: Order | Filing, seen: str) -> None:
    """Raises Overtaken where somebody else is in charge than was seen."""
    if held.butler == seen:
        return
    last = last_writer(work, dossier, held.id, "butler")
    is_today = local(last.at).date() == local(work.now).date()
    at = f"{local(last.at):{'%H:%M' if is_today else '%m-%d %H:%M'}}"
    if last.actor == held.butler:
        words = Words("{who} 已于 {at} 认领", "{who} claimed it at {at}")
    elif held.butler:
        words = Words("{who} 已于 {at} 转给{butler}", "{who} handed it to {butler} at {at}")
    else:
        words = Words("{who} 已于 {at} 退回待认领", "{who} gave it back at {at}")
    raise Overtaken(
        words.filled(who=last.actor, at=at, butler=held.butler) + Words("。", "."),
        last.actor,
        last.at,
    )


@dataclass(frozen=True, slots=True)
class Charge:
    """Who is in charge of some orders and filings now, and who could be."""

    orders: dict[str, str]
    filings: dict[str, str]
    names: tuple[str, ...]

    @property
    def holders(self) -> tuple[str, ...]:
        """Who is in charge of any of them, by name; nobody counts as one."""
        return tuple(sorted({*self.orders.values(), *self.filings.values()}))


def charge(work: Work, order_ids: Sequence[str], filing_ids: Sequence[str]) -> Charge:
    """Who is in charge of these now; what is gone meanwhile is left out."""
    return Charge(
        butlers_of_orders(work.connection, order_ids),
        butlers_of_filings(work.connection, filing_ids),
        butlers(work),
    )
