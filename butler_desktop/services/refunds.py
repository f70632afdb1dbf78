"""What can be done about refunds: see what could be given back, ask, decide, write the reasons."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.order import Order
from butler_desktop.domain.reading import Reading
from butler_desktop.domain.refund import Refund, RefundState
from butler_desktop.domain.refund_acts import (
    approve_refund,
    ask_refund,
    decline_refund,
    may_ask,
    open_refund,
)
from butler_desktop.domain.refund_offer import RefundOffer, refund_offer
from butler_desktop.domain.refund_sheet import ALWAYS, RefundSheet, refund_sheet
from butler_desktop.domain.role import may_write
from butler_desktop.errors import NotFound, Refused
from butler_desktop.storage.whole_file import write_whole
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class RefundView:
    """What an order's refunds stand at."""

    order: Order
    offer: RefundOffer
    readings: tuple[Reading, ...]
    """How the clauses are read that the offer rests on."""
    waiting: Refund | None
    decided: tuple[Refund, ...]
    """Approved and declined ones, newest first."""
    can_ask: bool
    """Whether the order takes a request now."""
    decider: str
    """Who would decide at this desk; empty where anybody at it may, by his name."""


def refund_view(work: Work, order_id: str) -> RefundView:
    """What could be given back of an order, and what was. Raises NotFound."""
    return view_of(work.dossier(order_id), work)


def view_of(dossier: Dossier, work: Work) -> RefundView:
    """The same of an order that was read."""
    decided = (it for it in dossier.refunds if it.state is not RefundState.ASKED)
    offer = refund_offer(dossier, work.rulebook.refunds)
    bases = (ALWAYS, *(line.basis for line in offer.lines))
    return RefundView(
        order=dossier.order,
        offer=offer,
        readings=tuple(work.rulebook.readings.named_in(bases)),
        waiting=open_refund(dossier),
        decided=tuple(sorted(decided, key=lambda it: it.at, reverse=True)),
        can_ask=may_ask(dossier.order) and may_write(work.role),
        decider=work.actor if _is_signed_in(work) else "",
    )


def ask(
    work: Work, order_id: str, chosen: Collection[str], reason: str, exception: str = ""
) -> Refund:
    """Asks for the sites of ``chosen`` filings, and of ``REMAINING``. Raises Refused."""
    before = work.dossier(order_id)
    policy = work.rulebook.refunds
    after = ask_refund(before, chosen, reason, exception, policy, work.actor, work.now)
    return _of(work.save(before, after, "refund.ask"), None)


def approve(work: Work, order_id: str, by: str = "") -> Refund:
    """A second person approves: on a team's database who is signed in, else whom ``by`` names.

    Raises Refused, also where who asked would decide.
    """
    before = work.dossier(order_id)
    waiting = open_refund(before)
    after = approve_refund(before, _decider(work, by), work.rulebook, work.now)
    return _of(work.save(before, after, "refund.approve"), waiting)


def decline(work: Work, order_id: str, why: str, by: str = "") -> Refund:
    """A second person declines, with the reason. Raises Refused."""
    before = work.dossier(order_id)
    waiting = open_refund(before)
    after = decline_refund(before, _decider(work, by), why, work.now)
    return _of(work.save(before, after, "refund.decline"), waiting)


def export_reasoning(workspace: Workspace, order_id: str, refund_id: str, target: Path) -> Path:
    """Writes the reasons of a refund, site by site, whole or not at all.

    Raises NotFound, StoreUnavailable, DocumentFailed, and Refused for who may not.
    """
    from butler_desktop.documents.refund_page import render_refund

    with workspace.reading() as work:
        sheet = sheet_of(work, order_id, refund_id)
    pdf = render_refund(sheet)

    def note() -> None:
        with workspace.editing() as work:
            work.note(work.dossier(order_id), "refund", refund_id, "refund.export")

    write_whole(target, pdf, note)
    return target


def sheet_of(work: Work, order_id: str, refund_id: str) -> RefundSheet:
    """What the paper of a refund says. Raises NotFound."""
    dossier = work.dossier(order_id)
    for refund in dossier.refunds:
        if refund.id == refund_id:
            return refund_sheet(dossier.order, refund, work.rulebook.readings)
    raise NotFound(Words("没有这次退订。", "There is no such refund."))


def _decider(work: Work, by: str) -> str:
    """Who decides: a name that anybody could type counts only where there are no others."""
    is_signed_in = _is_signed_in(work)
    if is_signed_in and by.strip() not in ("", work.actor):
        raise Refused(
            Words("核准人须本人登录后核准。", "Who decides signs in and does it."),
            Words("请{who}在自己的工作站上核准。", "Ask {who} to do it at his desk.").filled(
                who=by.strip()
            ),
        )
    return work.actor if is_signed_in else by


def _is_signed_in(work: Work) -> bool:
    return work.is_on_shared or work.is_replica


def _of(dossier: Dossier, waiting: Refund | None) -> Refund:
    if waiting is None:
        found = open_refund(dossier)
        if found is None:
            raise AssertionError("a refund that was asked for waits")
        return found
    return next(it for it in dossier.refunds if it.id == waiting.id)
