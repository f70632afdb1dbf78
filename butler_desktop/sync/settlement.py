"""Settlement: what the butler decides about a held act becomes a new act.

What waited behind it is tried again at once.
"""

from collections.abc import Mapping
from dataclasses import replace

from butler_desktop.domain.changes import CREATE
from butler_desktop.domain.conflict import Decision, Decisions, Place, Take
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.merge import misfits
from butler_desktop.domain.replay import Unfit, replayed
from butler_desktop.errors import NotFound, Refused
from butler_desktop.storage import exchange, outbox
from butler_desktop.storage.column_types import utc_text
from butler_desktop.storage.outbox import Posted, Standing
from butler_desktop.storage.work import Work
from butler_desktop.sync.desk_rules import DeskRules
from butler_desktop.sync.rebase import Shelf, on_top, put, put_again, written
from butler_desktop.words import Words

THEIRS_TAKEN = Words("选用了对方的内容", "Theirs was taken")
SETTLED = Words("已按选择合并", "Merged as decided")


def held_act(work: Work, act_id: str) -> Posted:
    """The held act. Raises NotFound where it is none any more."""
    act = outbox.held_act(work.connection, act_id)
    if act is None:
        raise NotFound(Words("这一项已经处理过了。", "This has been settled already."))
    return act


def kept_decisions(act: Posted) -> dict[Place, Decision]:
    """What was decided about a held act so far."""
    return {
        (kind, id_, path): Decision(Take(take), value)
        for kind, id_, path, take, value in act.decisions.get("fields", [])
    }


def keep_decisions(work: Work, act_id: str, decided: Mapping[Place, Decision]) -> None:
    """Keeps decisions beside those that were taken before. Raises NotFound."""
    decisions = kept_decisions(held_act(work, act_id)) | dict(decided)
    told = [[*place, it.take.value, it.value] for place, it in decisions.items()]
    outbox.decide(work.connection, act_id, {"fields": told})


def settle_act(work: Work, act_id: str, *, give_up: bool = False) -> None:
    """Puts a held act on as it was decided, then tries what waited behind it.

    With ``give_up`` nothing of it stays; what was done on an order that others
    had entered, too, goes on with theirs. Raises NotFound, and Refused where a
    field is undecided or the rules do not allow what was chosen.
    """
    act = held_act(work, act_id)
    shelf = on_top(work, act.order_id)
    decisions = _of_now(shelf, act)
    acts = outbox.open_acts(work.connection, act.order_id)
    behind = [it for it in acts if it.standing is Standing.BEHIND]
    if give_up:
        outbox.settle(work.connection, act_id, Standing.REFUSED, THEIRS_TAKEN)
        rival = _entered_by_others(work, act)
        if rival is not None:
            for later in behind:
                outbox.readdress(work.connection, later, rival)
            shelf, ids = on_top(work, rival), {later.act_id for later in behind}
            open_ = outbox.open_acts(work.connection, rival)
            behind = [it for it in open_ if it.act_id in ids]
    else:
        _put_settled(work, shelf, act, decisions)
    put_again(work, shelf, behind)
    work.changes |= written(work, shelf)


def _entered_by_others(work: Work, act: Posted) -> str | None:
    """The order that others entered under the number of the one that this act entered."""
    for change in act.changes:
        if (change.kind, change.op) == ("order", CREATE):
            return exchange.order_with_number(work.connection, change.fields["number"][1])
    return None


def _put_settled(work: Work, shelf: Shelf, act: Posted, decisions: Decisions) -> None:
    try:
        after = replayed(act, shelf.dossier, DeskRules(work, act), utc_text(act.made_at), decisions)
    except Unfit as unfit:
        if unfit.misfits:
            raise Refused(
                Words("还有没选的字段。", "There are fields that nobody has decided."),
                Words("逐处选择后再合并。", "Decide each of them first."),
            ) from unfit
        raise Refused(
            Words("这样合并不成立：{why}。", "The rules do not allow that: {why}.").filled(
                why=unfit.reason
            ),
            Words("选用对方的内容。", "Take theirs."),
        ) from unfit
    settlement = replace(act, act_id=new_id(), made_at=work.now, actor=work.actor)
    if not put(shelf, after, settlement):
        outbox.settle(work.connection, act.act_id, Standing.REFUSED, THEIRS_TAKEN)
        return
    outbox.settle(work.connection, act.act_id, Standing.SHARED, SETTLED)
    outbox.queue_in_place_of(work.connection, act, shelf.rows[-1])


def _of_now(shelf: Shelf, act: Posted) -> dict[Place, Decision]:
    """The decisions on what is still a misfit; others have lost their question."""
    open_ = {m.place for m in misfits(exchange.records_of(shelf.dossier), act.changes)}
    return {place: it for place, it in kept_decisions(act).items() if place in open_}
