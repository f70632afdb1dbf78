"""What can be done to a filing: start it, fill its form, act on it by the state table."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from butler_desktop.domain.act_inputs import read_inputs
from butler_desktop.domain.advance import advance, row_for, settled
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import EDITABLE_STATES, STATES, FilingState
from butler_desktop.domain.guards import Facts
from butler_desktop.domain.ids import new_id, numbered
from butler_desktop.domain.local_time import local
from butler_desktop.domain.order_states import OPEN_FOR_FILINGS, ORDER_STATE_WORDS
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.transition import Action
from butler_desktop.errors import Refused
from butler_desktop.services.history import last_move
from butler_desktop.storage.listings import last_filing_serial
from butler_desktop.storage.work import Work, overtaken
from butler_desktop.words import Words


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
    at = local(work.now)
    prefix = f"BA-{at:%y%m}-{work.number_mark}"
    work.hold_numbers()
    filing = Filing(
        id=new_id(),
        order_id=order.id,
        number=numbered(prefix, last_filing_serial(work, prefix) + 1),
        state=FilingState.REQUESTED,
        state_since=work.now,
        site_count=site_count,
        butler=order.butler or work.actor,
        requested_at=work.now,
        particulars=form or Particulars.empty(order.filing_kind),
    )
    work.save(before, before.with_filing(filing), "filing.request")
    return filing


def edit_form(work: Work, filing_id: str, values: Mapping[str, Any]) -> Filing:
    """Sets fields of the form by path, as one act.

    Raises Refused where the filing is with the authority or closed, or where
    the form has no such field. A confirmed filing is confirmed no longer.
    """
    form = work.dossier_of(filing_id).filing(filing_id).particulars
    for path, value in values.items():
        form = form.with_value(path, value)
    return fill_form(work, filing_id, form)


def fill_form(work: Work, filing_id: str, form: Particulars) -> Filing:
    """Puts a whole form in place of the present one, as one edit.

    Raises Refused where the filing is with the authority or closed. A
    confirmed filing whose form changed is confirmed no longer.
    """
    before = work.dossier_of(filing_id)
    filing = before.filing(filing_id)
    refuse_locked(filing)
    after = before.with_filing(replace(filing, particulars=form))
    if after == before:
        return filing
    after = settled(facts_of(work, after, filing_id))
    return work.save(before, after, "filing.edit").filing(filing_id)


def act(
    work: Work,
    filing_id: str,
    action: Action,
    given: Mapping[str, str],
    seen: FilingState | None = None,
) -> Filing:
    """One act of the state table, as its button does it.

    ``given`` are the act's inputs as text; ``seen`` is the state in which the
    caller saw the filing. Raises Overtaken when somebody has moved it since,
    Refused when the table or a guard does not allow the act.
    """
    before = work.dossier_of(filing_id)
    filing = before.filing(filing_id)
    refuse_overtaken(work, before, filing, seen)
    row = row_for(filing, action)
    facts = facts_of(work, before, filing_id)
    facts = replace(facts, inputs=read_inputs(row, given, work.now))
    after = advance(facts, action)
    return work.save(before, after, f"filing.advance:{action}").filing(filing_id)


def refuse_overtaken(
    work: Work, dossier: Dossier, filing: Filing, seen: FilingState | None
) -> None:
    """Raises Overtaken where the filing is no longer in the state that the caller saw."""
    if seen is not None and filing.state is not seen:
        raise overtaken(*last_move(work, dossier, filing.id))


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
    )
