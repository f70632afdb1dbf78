"""Asking sites of an order back, and deciding about it: on frozen values.

Two people, since money leaves the house (process.md 2): who asks never
decides. While a refund waits, nothing of what it asks back is submitted.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from butler_desktop.domain.advance import advance, order_settled, settled
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.facts import Facts
from butler_desktop.domain.filing_states import RELEASED_STATES
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.order import Order
from butler_desktop.domain.order_states import (
    ORDER_STATE_WORDS,
    OrderAction,
    OrderTransition,
    order_transition,
)
from butler_desktop.domain.refund import Refund, RefundLine, RefundState
from butler_desktop.domain.refund_offer import REMAINING, refund_offer
from butler_desktop.domain.refund_policy import RefundPolicy, Situation, situation_of
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.transition import Action
from butler_desktop.errors import Refused
from butler_desktop.words import Words, joined

SECOND = Words("退订须由另一人核准。", "A second person decides about a refund.")
ANOTHER = Words("请{who}以外的人核准。", "Somebody else than {who} must decide.")


def ask_refund(
    dossier: Dossier,
    chosen: Collection[str],
    reason: str,
    exception: str,
    policy: RefundPolicy,
    actor: str,
    now: datetime,
) -> Dossier:
    """The dossier with a refund that waits for its decision.

    ``chosen`` are filings' ids, and ``REMAINING``. Raises Refused where the
    order takes none now, a reason lacks, or a site is not refundable and no
    ``exception`` says why it is after all.
    """
    order = dossier.order
    row = _row(dossier, OrderAction.REQUEST_REFUND)
    if order.paid_at is None:
        raise Refused(Words("订单未付款。", "The order is not paid."))
    if not reason.strip():
        raise Refused(
            Words("没有写退订原因。", "No reason is given."),
            Words("写明客户的原因。", "Say why the customer wants it."),
        )
    by_exception = chosen if exception.strip() else ()
    offer = refund_offer(dossier, policy, by_exception=by_exception, chosen=chosen)
    _refuse_unfit(offer.lines, chosen)
    refund = Refund(
        id=new_id(),
        order_id=order.id,
        site_count=0,
        amount_fen=0,
        reason=reason.strip(),
        approved_by="",
        at=now,
        asked_by=actor,
        state=RefundState.ASKED,
        exception=exception.strip(),
        policy=offer.policy,
        lines=offer.lines,
    )
    return replace(dossier.with_refund(refund), order=replace(order, state=row.target))


def may_ask(order: Order) -> bool:
    """Whether the order is in a state that takes a request."""
    row = order_transition(order.state, OrderAction.REQUEST_REFUND)
    return row is not None and order.paid_at is not None


def open_refund(dossier: Dossier) -> Refund | None:
    """The refund that waits for its decision."""
    return next((it for it in dossier.refunds if it.state is RefundState.ASKED), None)


def approve_refund(dossier: Dossier, by: str, rulebook: Rulebook, now: datetime) -> Dossier:
    """The dossier after ``by`` approved: its filings ended, the money given back.

    Judged again at this moment. Raises Refused.
    """
    policy = rulebook.refunds
    refund = _waiting(dossier, by)
    chosen = _still(dossier, refund)
    by_exception = chosen if refund.exception else ()
    offer = refund_offer(dossier, policy, by_exception=by_exception, chosen=chosen)
    _refuse_unfit(offer.lines, chosen)
    lines = tuple(it for it in offer.lines if it.is_chosen)
    if sum(it.site_count for it in lines) != sum(it.site_count for it in refund.chosen):
        raise _changed()
    refund = replace(
        refund,
        state=RefundState.APPROVED,
        site_count=sum(it.site_count for it in lines),
        amount_fen=sum(it.amount_fen for it in lines),
        approved_by=by,
        decided_at=now,
        policy=offer.policy,
        lines=offer.lines,
    )
    after = _ended(dossier.with_refund(refund), refund, rulebook, now)
    counts = after.counts
    is_all = counts.delivered == counts.in_flight == counts.remaining == 0
    row = _row(after, OrderAction.REFUND_ALL if is_all else OrderAction.REFUND_SOME)
    return order_settled(replace(after, order=replace(after.order, state=row.target)))


def decline_refund(dossier: Dossier, by: str, why: str, now: datetime) -> Dossier:
    """The dossier after ``by`` declined. Raises Refused, also where no reason is given."""
    refund = _waiting(dossier, by)
    if not why.strip():
        raise Refused(
            Words("没有写不准的理由。", "No reason is given for declining."),
            Words("写明理由，客户会看到。", "Say why: the customer reads it."),
        )
    row = _row(dossier, OrderAction.DECLINE_REFUND)
    refund = replace(
        refund,
        state=RefundState.DECLINED,
        approved_by=by,
        decided_at=now,
        decision=why.strip(),
    )
    return replace(dossier.with_refund(refund), order=replace(dossier.order, state=row.target))


def _ended(dossier: Dossier, refund: Refund, rulebook: Rulebook, now: datetime) -> Dossier:
    """The filings that were asked back come to their end."""
    inputs = {"comment": f"退订：{refund.reason}"}
    for line in refund.chosen:
        if line.filing_id == REMAINING:
            continue
        filing = dossier.filing(line.filing_id)
        present = Facts(dossier, filing, now, refund.approved_by, rulebook, inputs)
        match situation_of(filing.state):
            case Situation.BEFORE_SUBMISSION:
                dossier = advance(present, Action.WITHDRAW)
            case Situation.NOT_SUCCESSFUL:
                dossier = advance(present, Action.GIVE_UP)
            case _:
                dossier = settled(present)
    return dossier


def _still(dossier: Dossier, refund: Refund) -> set[str]:
    """What was chosen; a filing that ended meanwhile has given its sites back to the order."""
    chosen = set()
    for line in refund.chosen:
        is_ended = line.filing_id and dossier.filing(line.filing_id).state in RELEASED_STATES
        chosen.add(REMAINING if is_ended else line.filing_id)
    return chosen


def _waiting(dossier: Dossier, by: str) -> Refund:
    refund = open_refund(dossier)
    if refund is None:
        raise Refused(Words("没有待核准的退订。", "No refund waits for a decision."))
    if not by.strip():
        raise Refused(SECOND, Words("写明核准人。", "Say who decides."))
    if by.strip() == refund.asked_by:
        raise Refused(SECOND, ANOTHER.filled(who=refund.asked_by))
    return refund


def _row(dossier: Dossier, action: OrderAction) -> OrderTransition:
    order = dossier.order
    row = order_transition(order.state, action)
    if row is None:
        raise Refused(
            Words("订单 {number} 为“{state}”，不能退订。", "Order {number} is “{state}”.").filled(
                number=order.number, state=ORDER_STATE_WORDS[order.state]
            )
        )
    return row


def _refuse_unfit(lines: tuple[RefundLine, ...], chosen: Collection[str]) -> None:
    found = [it for it in lines if it.is_chosen]
    if not found or len(found) != len(set(chosen)):
        raise Refused(
            Words("没有选要退的网站。", "No site is chosen."),
            Words("至少选一个可退的。", "Choose at least one that is refunded."),
        )
    unfit = [it for it in found if not it.is_refundable]
    if unfit:
        why = joined([Words(f"{it.number} ", f"{it.number} ") + it.words for it in unfit])
        raise Refused(
            Words("不能退：{why}。", "Not refunded: {why}.").filled(why=why),
            Words(
                "取消选择；有特殊原因的，写明后由另一人核准。",
                "Leave it out, or give the special reason for a second person to decide.",
            ),
        )


def _changed() -> Refused:
    return Refused(
        Words("申请后网站的情况有变化。", "The sites have changed since it was asked for."),
        Words("不准这一次，再重新申请。", "Decline it and ask again."),
    )
