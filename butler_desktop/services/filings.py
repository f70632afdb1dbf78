"""What can be done to a filing: start it, fill its form, act on it by the state table."""

from collections.abc import Mapping
from dataclasses import replace

from butler_desktop.domain.act_inputs import read_inputs
from butler_desktop.domain.advance import advance, row_for, settled
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.facts import Facts
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import EDITABLE_STATES, STATES, FilingState
from butler_desktop.domain.form import field_at
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.local_time import local
from butler_desktop.domain.order_states import OPEN_FOR_FILINGS, ORDER_STATE_WORDS
from butler_desktop.domain.particulars import Particulars, is_same
from butler_desktop.domain.transition import Action
from butler_desktop.errors import FieldOvertaken, Refused
from butler_desktop.services.history import last_writer, writer_of, writers
from butler_desktop.services.printable_form import refuse_unprintable
from butler_desktop.storage import journal
from butler_desktop.storage.coexistence import coexisting_filings
from butler_desktop.storage.numbers import next_filing_number
from butler_desktop.storage.work import Work, overtaken
from butler_desktop.words import Words

EDIT = "filing.edit"
"""The act of typing into the form, as the journal names it."""

Seen = Filing | FilingState | None
"""How the caller of an act saw the filing: as a whole, its state alone, or not at all."""


def request_filing(
    work: Work, order_id: str, form: Particulars | None = None, site_count: int = 1
) -> Filing:
    """Starts a filing of the order, with an empty form of the order's kind or with ``form``.

    Raises Refused when the order is not open or has too few sites left.
    """
    before = work.dossier(order_id)
    order = before.order
    if order.state not in OPEN_FOR_FILINGS:
        raise Refused(
            Words(
                "订单 {number} 为“{state}”，不能发起备案。", "Order {number} is “{state}”."
            ).filled(number=order.number, state=ORDER_STATE_WORDS[order.state])
        )
    if not 1 <= site_count <= before.counts.remaining:
        raise Refused(
            Words(
                f"订单 {order.number} 剩余 {before.counts.remaining} 个网站，不够发起。",
                f"Order {order.number} has {before.counts.remaining} sites left: too few.",
            ),
            Words("先撤回一条备案，或另下订单。", "Withdraw a filing, or place another order."),
        )
    if form is not None:
        refuse_unprintable(Particulars.empty(order.filing_kind), form)
    filing = Filing(
        id=new_id(),
        order_id=order.id,
        number=next_filing_number(work),
        state=FilingState.REQUESTED,
        state_since=work.now,
        site_count=site_count,
        butler=order.butler or work.actor,
        requested_at=work.now,
        particulars=form or Particulars.empty(order.filing_kind),
    )
    work.save(before, before.with_filing(filing), "filing.request")
    return filing


def edit_form(
    work: Work,
    filing_id: str,
    values: Mapping[str, Leaf],
    seen: Mapping[str, Leaf] | None = None,
    act: str = EDIT,
) -> Filing:
    """Sets fields of the form by path, as one act: all of them, or none.

    ``seen`` is what the caller saw at these paths before. Where somebody else
    has changed one of them since, to something else than the new value, raises
    FieldOvertaken; changes of other fields are let be. Raises Refused where the
    filing is with the authority or closed, or where the form has no such
    field. A confirmed filing is confirmed no longer.
    """
    before = work.dossier_of(filing_id)
    filing = before.filing(filing_id)
    refuse_locked(filing)
    form = filing.particulars
    for path, shown in (seen or {}).items():
        present = form.get(path)
        if not (is_same(present, shown) or is_same(present, values.get(path, shown))):
            raise _field_overtaken(work, before, filing, path)
    for path, value in values.items():
        form = form.with_value(path, value)
    return fill_form(work, filing_id, form, act)


def fill_form(work: Work, filing_id: str, form: Particulars, act: str = EDIT) -> Filing:
    """Puts a whole form in place of the present one, as one edit, told as ``act``.

    Raises Refused where the filing is with the authority or closed. A
    confirmed filing whose form changed is confirmed no longer.
    """
    before = work.dossier_of(filing_id)
    filing = before.filing(filing_id)
    refuse_locked(filing)
    after = before.with_filing(replace(filing, particulars=form))
    if after == before:
        return filing
    refuse_unprintable(filing.particulars, form)
    after = settled(facts_of(work, after, filing_id))
    return work.save(before, after, act).filing(filing_id)


def act(
    work: Work,
    filing_id: str,
    action: Action,
    given: Mapping[str, str],
    seen: Seen = None,
) -> Filing:
    """One act of the state table, as its button does it.

    ``given`` are the act's inputs as text; ``seen`` is the state in which the
    caller saw the filing, or the filing as he saw it. Raises Overtaken when
    somebody has moved it since, Refused when the table or a guard does not
    allow the act.
    """
    before = work.dossier_of(filing_id)
    filing = before.filing(filing_id)
    refuse_overtaken(work, before, filing, seen, action)
    row = row_for(filing, action)
    facts = facts_of(work, before, filing_id)
    facts = replace(facts, inputs=read_inputs(row, given, work.now))
    after = advance(facts, action)
    return work.save(before, after, f"filing.advance:{action}").filing(filing_id)


def refuse_overtaken(
    work: Work, dossier: Dossier, filing: Filing, seen: Seen, action: Action
) -> None:
    """Raises Overtaken where the filing is no longer as the caller saw it.

    A filing that went on and came back to its state meanwhile has another
    packet, so the state alone does not tell. A new deadline must not replace
    one that was not seen.
    """
    if seen is None:
        return
    state = seen.state if isinstance(seen, Filing) else seen
    is_back = isinstance(seen, Filing) and filing.state_since != seen.state_since
    if filing.state is not state or is_back:
        last = last_writer(work, dossier, filing.id, "state")
        raise overtaken(last.actor, last.at)
    if (
        action is Action.CHANGE_DEADLINE
        and isinstance(seen, Filing)
        and filing.confirmation_deadline != seen.confirmation_deadline
    ):
        last = last_writer(work, dossier, filing.id, "confirmation_deadline")
        raise overtaken(last.actor, last.at)


def _field_overtaken(work: Work, dossier: Dossier, filing: Filing, path: str) -> FieldOvertaken:
    entries = journal.entries(work.connection, dossier.order.id)
    last = writer_of(writers(entries, filing.id), path)
    if last is None:
        raise AssertionError("a field without a journal")
    at = f"{local(last.at):%m-%d %H:%M}"
    return FieldOvertaken(
        Words(
            "{who} 已于 {at} 改了“{field}”，这次没有写入。",
            "{who} changed “{field}” at {at}; nothing was written.",
        ).filled(who=last.actor, at=at, field=field_at(path).words),
        last.actor,
        last.at,
        path=path,
        present=filing.particulars.get(path),
        cure=Words("看过对方的内容后再定。", "Look at the other value, then decide."),
    )


def refuse_locked(filing: Filing) -> None:
    """Raises Refused where form and materials cannot change in the filing's state."""
    if filing.state not in EDITABLE_STATES:
        raise Refused(
            Words(
                "备案 {number} 为“{state}”，内容不能改。",
                "Filing {number} is “{state}”: its content cannot change.",
            ).filled(number=filing.number, state=STATES[filing.state].words)
        )


def facts_of(work: Work, dossier: Dossier, filing_id: str) -> Facts:
    """What the guards may look at, for one filing of a dossier."""
    filing = dossier.filing(filing_id)
    return Facts(
        dossier=dossier,
        filing=filing,
        now=work.now,
        actor=work.actor,
        rulebook=work.rulebook,
        other_open=work.other_open(filing.particulars.subject.certificate_number, filing_id),
        coexisting=coexisting_filings(work.connection, filing.particulars, filing_id),
        is_signed_in=work.is_on_shared or work.is_replica,
    )
