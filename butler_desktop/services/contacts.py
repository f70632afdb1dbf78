"""What can be done to contacts: log one, and the first contact with all that it settles."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from butler_desktop.domain.advance import order_settled
from butler_desktop.domain.contact import Contact, Outcome
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.guards import lacks
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.promise import with_contact_kept
from butler_desktop.domain.transition import Action
from butler_desktop.domain.workflow import transition
from butler_desktop.services.filings import Seen, act, edit_form, facts_of
from butler_desktop.storage.work import Work


def first_contact(
    work: Work,
    filing_id: str,
    given: Mapping[str, str],
    learnt: Mapping[str, Leaf],
    seen: Seen = None,
    start_collecting: bool = True,
    shown: Mapping[str, Leaf] | None = None,
) -> Filing:
    """The customer was reached for the first time, and collecting starts if it can and shall.

    ``given`` are the inputs of the contact (at, note, promise_at, promise_note)
    as text; ``learnt`` is what the call told of the form, by path, and
    ``shown`` what stood there before. Three acts
    in one piece of work: all are written, or none. Where kind, province or
    sponsor kind are still open the filing stays contacted. Raises what
    ``filings.act`` and ``filings.edit_form`` raise.
    """
    filing = act(work, filing_id, Action.CONTACT_CUSTOMER, given, seen)
    if learnt:
        filing = edit_form(work, filing_id, learnt, shown)
    row = transition(filing.state, Action.START_COLLECTING)
    facts = facts_of(work, work.dossier_of(filing_id), filing_id)
    if not start_collecting or row is None or lacks(row, facts, with_inputs=True):
        return filing
    return act(work, filing_id, Action.START_COLLECTING, {})


def log_contact(
    work: Work,
    filing_id: str,
    outcome: Outcome,
    given: Mapping[str, str],
    learnt: Mapping[str, Leaf] | None = None,
    shown: Mapping[str, Leaf] | None = None,
) -> Filing:
    """An attempt to reach the customer goes on record, missed ones too.

    ``learnt`` and ``shown`` as with ``first_contact``. Raises what
    ``filings.act`` and ``filings.edit_form`` raise.
    """
    if learnt:
        edit_form(work, filing_id, learnt, shown)
    return act(work, filing_id, Action.LOG_CONTACT, {**given, "outcome": str(outcome)})


def log_order_contact(
    work: Work,
    order_id: str,
    outcome: Outcome,
    note: str,
    promise_at: datetime | None = None,
    promise_note: str = "",
) -> Contact:
    """An attempt to reach a customer about the order, before or beside any filing.

    Reached for the first time after it was paid, the order's service begins. Times UTC. Raises
    NotFound.
    """
    before = work.dossier(order_id)
    contact = Contact(
        id=new_id(),
        order_id=order_id,
        filing_id=None,
        outcome=outcome,
        at=work.now,
        by=work.actor,
        note=note,
        promise_at=promise_at,
        promise_note=promise_note,
    )
    after = with_contact_kept(before, contact)
    order = after.order
    is_first = order.paid_at is not None and order.first_contact_at is None
    if outcome is Outcome.REACHED and is_first:
        after = order_settled(replace(after, order=replace(order, first_contact_at=work.now)))
    work.save(before, after, "order.contact")
    return contact
