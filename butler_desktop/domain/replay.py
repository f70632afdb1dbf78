"""Replay: an act that was made elsewhere, decided again on the order as it is now.

Its changes are put on where they fit; then the rules judge it as if it were
made now: the state table and its guards, the order's quota, what may be edited
in which state. What the system does by itself follows from the merged state.
"""

from collections.abc import Mapping
from typing import Any, Protocol

from butler_desktop.domain.advance import order_settled, settled
from butler_desktop.domain.changes import CREATE, Change
from butler_desktop.domain.conflict import Decisions, Take
from butler_desktop.domain.dossier import Dossier, from_records, to_records
from butler_desktop.domain.facts import Facts
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import EDITABLE_STATES, STATES
from butler_desktop.domain.guards import lacks
from butler_desktop.domain.merge import STATE, Misfit, is_orphan, merged, misfits
from butler_desktop.domain.order_rating import rating_refusal
from butler_desktop.domain.order_states import OPEN_FOR_FILINGS, ORDER_STATE_WORDS
from butler_desktop.domain.refund import RefundState
from butler_desktop.domain.transition import Action
from butler_desktop.domain.workflow import transition
from butler_desktop.words import Words, joined

EDITS = (
    "filing.edit",
    "filing.accept",
    "material.attach",
    "material.withdraw",
    "packet.make",
)
"""Acts that change what the customer confirms: refused once the authority has it."""

DIFFERENT = Words("与别人的改动不一致", "Differs from what others wrote")

GONE = Words("所依据的内容已不在", "What it is about is not there")


class Act(Protocol):
    """An act as it was made. ``made_at`` is UTC."""

    @property
    def act(self) -> str: ...
    @property
    def changes(self) -> tuple[Change, ...]: ...


class Rules(Protocol):
    """What the rules may look at beside the order itself."""

    def facts(self, dossier: Dossier, filing_id: str) -> Facts:
        """The facts of one filing, at the time of the act and for who made it."""

    def number_is_taken(self, number: str, order_id: str) -> bool:
        """Whether another order has this number."""

    def filing_number_is_taken(self, number: str, filing_id: str) -> bool:
        """Whether another filing has this number."""


class Unfit(Exception):
    """The act does not apply to the order as it is now; ``misfits`` may be none."""

    def __init__(self, reason: Words, found: tuple[Misfit, ...] = ()) -> None:
        super().__init__(reason.zh)
        self.reason = reason
        self.misfits = found


def replayed(
    act: Act, before: Dossier | None, rules: Rules, at: str, decisions: Decisions | None = None
) -> Dossier:
    """The dossier after ``act``, decided again. Raises Unfit.

    ``at`` is the time of the act (UTC text).
    """
    decisions = decisions or {}
    records = to_records(before) if before else {}
    if is_orphan(records, act.changes):
        raise Unfit(GONE)
    found = tuple(m for m in misfits(records, act.changes) if m.place not in decisions)
    if found:
        raise Unfit(DIFFERENT, found)
    if before is not None:
        _refuse(act, before, rules, decisions)
    after = from_records(
        merged(records, act.changes, decisions, at), before.revision if before else 0
    )
    _refuse_impossible(before, after, rules)
    if before == after:
        return after
    for filing_id in _touched(act, after):
        after = settled(rules.facts(after, filing_id))
    return order_settled(after)


def _refuse(act: Act, before: Dossier, rules: Rules, decisions: Decisions) -> None:
    """What the rules say to the act before it is put on."""
    name, _, action = act.act.partition(":")
    if name == "filing.request" and before.order.state not in OPEN_FOR_FILINGS:
        raise Unfit(
            Words("订单为“{state}”，不能发起备案", "The order is “{state}”").filled(
                state=ORDER_STATE_WORDS[before.order.state]
            )
        )
    if name == "order.rate" and (why := rating_refusal(before)) is not None:
        raise Unfit(why)
    known = {filing.id: filing for filing in before.filings}
    for filing_id in _touched(act, before):
        filing = known.get(filing_id)
        if filing is None:
            continue
        if name in EDITS and filing.state not in EDITABLE_STATES:
            raise Unfit(
                Words("备案现为“{state}”，内容不能改", "The filing is “{state}”: locked").filled(
                    state=STATES[filing.state].words
                )
            )
        decision = decisions.get(("filing", filing_id, STATE))
        stays = decision is not None and decision.take is Take.THEIRS
        if name == "filing.advance" and not stays and not _is_there_already(act, filing):
            _refuse_move(filing, Action(action), rules.facts(before, filing_id))


def _refuse_move(filing: Filing, action: Action, facts: Facts) -> None:
    row = transition(filing.state, action)
    if row is None:
        raise Unfit(
            Words("备案现为“{state}”，这一步不能做", "The filing is “{state}” now").filled(
                state=STATES[filing.state].words
            )
        )
    missing = lacks(row, facts, with_inputs=False)
    if missing:
        raise Unfit(joined([lack.words for lack in missing]))


def _is_there_already(act: Act, filing: Filing) -> bool:
    """Whether others have moved the filing to where the act would."""
    moved = [c.fields[STATE] for c in act.changes if c.id == filing.id and STATE in c.fields]
    return bool(moved) and moved[0][1] == filing.state


def _refuse_impossible(before: Dossier | None, after: Dossier, rules: Rules) -> None:
    """What an order can never be."""
    if before is None and rules.number_is_taken(after.order.number, after.order.id):
        raise Unfit(
            Words(
                f"订单 {after.order.number} 已由别人登记",
                f"Order {after.order.number} was entered by somebody else",
            )
        )
    known = {filing.id for filing in before.filings} if before else set()
    numbers = {filing.number for filing in after.filings}
    if len(numbers) != len(after.filings) or any(
        rules.filing_number_is_taken(it.number, it.id) for it in after.filings if it.id not in known
    ):
        raise Unfit(
            Words("备案编号已被占用，请重新发起", "The filing's number is taken; start it again")
        )
    remaining = before.counts.remaining if before else 0
    if after.counts.remaining < min(0, remaining):
        raise Unfit(Words("订单剩余网站不够", "The order has too few sites left"))
    if after.filings and after.order.paid_at is None:
        raise Unfit(Words("订单未付款，不能有备案", "An order that is not paid has no filing"))
    if sum(refund.state is RefundState.ASKED for refund in after.refunds) > 1:
        raise Unfit(Words("别人已为这个订单申请退订", "Somebody asked for a refund already"))
    if sum(refund.amount_fen for refund in after.refunds) > after.order.paid_fen:
        raise Unfit(Words("退款会超过实付金额", "More would be refunded than was paid"))
    versions = [(packet.filing_id, packet.version) for packet in after.packets]
    if len(versions) != len(set(versions)):
        raise Unfit(
            Words(
                "别人已生成同一版本号的确认包，请重新生成",
                "Somebody made a packet of the same version; make it again",
            )
        )
    rated = [rating.filing_id for rating in after.ratings]
    if len(rated) != len(set(rated)):
        raise Unfit(Words("评价已登记过", "The rating is on record already"))


def _touched(act: Act, dossier: Dossier) -> tuple[str, ...]:
    """The filings that an act is about, each once."""
    owners = {
        value.id: value.filing_id
        for values in (
            dossier.materials,
            dossier.packets,
            dossier.returned_pages,
            dossier.contacts,
            dossier.ratings,
        )
        for value in values
    }
    found: dict[str, None] = {}
    for change in act.changes:
        created = _created(change).get("filing_id") if change.op == CREATE else None
        id_ = change.id if change.kind == "filing" else created or owners.get(change.id)
        if id_:
            found[id_] = None
    return tuple(found)


def _created(change: Change) -> Mapping[str, Any]:
    return {path: new for path, (_, new) in change.fields.items()}
