"""What can be done to conflicts: look at them, decide field by field, settle an act."""

from collections.abc import Mapping

from butler_desktop.domain.changes import Change
from butler_desktop.domain.conflict import Conflict, ConflictField, Decision, Place
from butler_desktop.domain.form import BLANK
from butler_desktop.domain.merge import Misfit, misfits
from butler_desktop.domain.particulars import Particulars
from butler_desktop.services.conflict_words import place_words
from butler_desktop.services.history import act_words
from butler_desktop.storage import exchange, journal, outbox
from butler_desktop.storage.journal import Entry
from butler_desktop.storage.outbox import Posted, Standing
from butler_desktop.storage.parties import Parties, parties_of
from butler_desktop.storage.work import Work
from butler_desktop.sync.settlement import keep_decisions, kept_decisions, settle_act


def conflicts(work: Work) -> tuple[Conflict, ...]:
    """The acts that need a decision, the one that has waited longest first."""
    if work.is_on_shared:
        return ()
    acts = outbox.posted(work.connection)
    held = [act for act in acts if act.standing is Standing.HELD]
    parties = parties_of(work, held)
    return tuple(_conflict(work, act, acts, parties[act.act_id]) for act in held)


def decide(work: Work, act_id: str, decisions: Mapping[Place, Decision]) -> None:
    """Keeps what was decided about fields of a held act. Raises NotFound."""
    keep_decisions(work, act_id, decisions)


def settle(work: Work, act_id: str, *, give_up: bool = False) -> None:
    """Makes what was decided a new act, and tries what waited behind it.

    With ``give_up`` all of it stays as the others have it. Raises NotFound,
    and Refused where a field is undecided or the rules do not allow it.
    """
    settle_act(work, act_id, give_up=give_up)


def _conflict(work: Work, act: Posted, acts: tuple[Posted, ...], parties: Parties) -> Conflict:
    dossier = exchange.present(work.connection, act.order_id)
    entries = journal.entries(work.connection, act.order_id)
    decided = kept_decisions(act)
    found = misfits(exchange.records_of(dossier), act.changes)
    forms = {it.id: it.particulars for it in (dossier.filings if dossier else ())}
    form = forms.get(parties.filing_id, BLANK)
    return Conflict(
        act_id=act.act_id,
        act=act.act,
        words=act_words(act.act),
        actor=act.actor,
        made_at=act.made_at,
        order_id=act.order_id,
        order_number=parties.order_number,
        customer=parties.customer,
        filing_id=parties.filing_id,
        filing_number=parties.filing_number,
        reason=act.reason,
        fields=tuple(_field(work, misfit, form, entries, act, decided) for misfit in found),
        behind=tuple(
            act_words(it.act)
            for it in acts
            if it.order_id == act.order_id and it.standing is Standing.BEHIND
        ),
    )


def _field(
    work: Work,
    misfit: Misfit,
    form: Particulars,
    entries: tuple[Entry, ...],
    act: Posted,
    decided: Mapping[Place, Decision],
) -> ConflictField:
    kind, id_, path = misfit.place
    writers = [e for e in entries if any(_writes(c, kind, id_, path) for c in e.changes)]
    last = writers[-1] if writers else None
    return ConflictField(
        place=misfit.place,
        words=place_words(misfit.place, work.rulebook, _scan_kind(misfit), form),
        base=misfit.base,
        mine=misfit.mine,
        theirs=misfit.theirs,
        their_actor=last.actor if last else "",
        their_at=last.at if last else act.made_at,
        decision=decided.get(misfit.place),
    )


def _scan_kind(misfit: Misfit) -> str:
    is_scan = isinstance(misfit.theirs, Mapping)
    return str(misfit.theirs.get("material_kind", "")) if is_scan else ""


def _writes(change: Change, kind: str, id_: str, path: str) -> bool:
    is_it = change.kind == kind and change.id == id_
    return is_it and (path in change.fields or change.op == "create")
