"""What can be done to a promise: tick it as kept, call it off, agree on another time."""

from dataclasses import replace
from datetime import datetime

from butler_desktop.domain.contact import Contact, PromiseEnd
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.promise import ended_promise, promise_of
from butler_desktop.domain.time_words import moment_text
from butler_desktop.errors import Overtaken, Refused
from butler_desktop.storage.work import Work
from butler_desktop.words import Words

KEEP, DROP, MOVE, RENEW = "promise.keep", "promise.drop", "promise.move", "promise.renew"
_ACTS = {PromiseEnd.KEPT: KEEP, PromiseEnd.DROPPED: DROP}


def end_promise(work: Work, order_id: str, contact_id: str, end: PromiseEnd) -> Contact:
    """A promise is kept, or called off.

    Raises NotFound, Overtaken where it was ended meanwhile.
    """
    before = work.dossier(order_id)
    _refuse_ended(work, before, contact_id)
    after = ended_promise(before, contact_id, end, work.now, work.actor)
    work.save(before, before.with_contact(after), _ACTS[end])
    return after


def move_promise(
    work: Work, order_id: str, contact_id: str, at: datetime, note: str | None = None
) -> Contact:
    """Another time (UTC) is agreed for what was promised; ``note`` where it is something else now.

    Raises NotFound, Refused for a time that is over, Overtaken where the
    promise was ended meanwhile.
    """
    before = work.dossier(order_id)
    _refuse_ended(work, before, contact_id)
    if at <= work.now:
        told = moment_text(at)
        raise Refused(
            Words(f"{told.zh} 已过。", f"{told.en} is over."),
            Words("约一个以后的时间。", "Agree on a time ahead."),
        )
    contact = before.contact(contact_id)
    said = contact.promise_note if note is None else note
    after = replace(contact, promise_at=at, promise_note=said)
    work.save(before, before.with_contact(after), MOVE)
    return after


def renew_promise(work: Work, order_id: str, contact_id: str) -> Contact:
    """A promise that was ended stands again: the way back. Raises NotFound."""
    before = work.dossier(order_id)
    contact = before.contact(contact_id)
    after = replace(contact, promise_end=None, promise_ended_at=None, promise_ended_by="")
    work.save(before, before.with_contact(after), RENEW)
    return after


def _refuse_ended(work: Work, dossier: Dossier, contact_id: str) -> None:
    contact = dossier.contact(contact_id)
    if promise_of(contact) is None:
        raise Overtaken(
            Words("这项约定已了结，没有写入。", "The promise has ended; nothing was written."),
            contact.promise_ended_by,
            contact.promise_ended_at or work.now,
            Words("看过现在的内容后再做。", "Look at it as it is now, then act again."),
        )
