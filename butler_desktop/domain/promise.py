"""Promises: what the butler told a customer that he would do at a time ("I call at 15:00").

A promise is made with a contact and stands until it is ended: kept by the next
call that reaches the customer on its day or later, or ended by hand. It is
whoever's is in charge of the filing, or of the order where it is about none.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from butler_desktop.domain.contact import Contact, Outcome, PromiseEnd
from butler_desktop.domain.local_time import local_date
from butler_desktop.words import Words

if TYPE_CHECKING:
    from butler_desktop.domain.dossier import Dossier

PROMISE_END_WORDS = {
    PromiseEnd.KEPT: Words("已兑现", "Kept"),
    PromiseEnd.DROPPED: Words("已取消", "Called off"),
}


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise that stands; ``id`` is its contact's. Times UTC."""

    id: str
    order_id: str
    filing_id: str | None
    at: datetime
    note: str
    made_at: datetime
    made_by: str


def promise_of(contact: Contact) -> Promise | None:
    """The promise that was made with a contact and still stands."""
    if contact.promise_at is None or contact.promise_end is not None:
        return None
    return Promise(
        contact.id,
        contact.order_id,
        contact.filing_id,
        contact.promise_at,
        contact.promise_note,
        contact.at,
        contact.by,
    )


def promises(dossier: "Dossier", filing_id: str | None) -> tuple[Promise, ...]:
    """What stands about one filing, or about the order alone; the nearest first."""
    about = (promise_of(it) for it in dossier.contacts if it.filing_id == filing_id)
    return tuple(sorted((it for it in about if it), key=lambda it: (it.at, it.id)))


def with_contact_kept(dossier: "Dossier", contact: Contact) -> "Dossier":
    """The dossier with a contact, and with the promises that it keeps ended.

    A call before the day of the promise was about something else.
    """
    if contact.outcome is Outcome.REACHED:
        for promise in promises(dossier, contact.filing_id):
            if local_date(promise.at) <= local_date(contact.at):
                ended = ended_promise(dossier, promise.id, PromiseEnd.KEPT, contact.at, contact.by)
                dossier = dossier.with_contact(ended)
    return dossier.with_contact(contact)


def ended_promise(
    dossier: "Dossier", contact_id: str, end: PromiseEnd, at: datetime, by: str
) -> Contact:
    """The contact with its promise ended. Raises NotFound."""
    contact = dossier.contact(contact_id)
    return replace(contact, promise_end=end, promise_ended_at=at, promise_ended_by=by)
