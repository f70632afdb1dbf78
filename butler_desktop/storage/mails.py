"""The queue of mail: what waits, who has claimed what, what became of it.

Each change says in which state it found the mail, so that of two desks one
has it and the other sees that it has not.
"""

from typing import Any

from sqlalchemy import Select, insert, select, update

from butler_desktop.domain.mail import CLAIM, OPEN_MAIL, Mail, MailState
from butler_desktop.domain.telling import Occasion
from butler_desktop.errors import NotFound
from butler_desktop.storage.schema import mails
from butler_desktop.storage.work import Work
from butler_desktop.words import Words

_COLUMNS = mails.c


def add_mail(work: Work, mail: Mail) -> bool:
    """Puts mail into the queue; False where this very one is in it already."""
    known = select(_COLUMNS.id).where(_COLUMNS.id == mail.id)
    if work.connection.scalar(known) is not None:
        return False
    work.connection.execute(insert(mails).values(_row(mail)))
    return True


def mail_at(work: Work, mail_id: str) -> Mail:
    """The mail. Raises NotFound."""
    for mail in _read(work, select(mails).where(_COLUMNS.id == mail_id)):
        return mail
    raise NotFound(Words("没有这封邮件。", "There is no such mail."))


def mails_of(work: Work, filing_id: str) -> tuple[Mail, ...]:
    """All mail of a filing, newest first."""
    query = select(mails).where(_COLUMNS.filing_id == filing_id)
    return tuple(_read(work, query.order_by(_COLUMNS.made_at.desc(), _COLUMNS.id.desc())))


def is_open_mail(work: Work, filing_id: str, occasion: Occasion) -> bool:
    """Whether mail of this occasion is not settled yet."""
    waits = (
        _COLUMNS.filing_id == filing_id,
        _COLUMNS.occasion == occasion,
        _COLUMNS.state.in_(OPEN_MAIL),
    )
    return work.connection.scalar(select(_COLUMNS.id).where(*waits).limit(1)) is not None


def mails_in(work: Work, *states: MailState) -> tuple[Mail, ...]:
    """All mail in these states, the oldest first."""
    query = select(mails).where(_COLUMNS.state.in_(states))
    return tuple(_read(work, query.order_by(_COLUMNS.made_at, _COLUMNS.id)))


def due_mails(work: Work) -> tuple[str, ...]:
    """Which are to be tried now, the oldest first."""
    due = (_COLUMNS.state == MailState.QUEUED, _COLUMNS.due_at <= work.now)
    query = select(_COLUMNS.id).where(*due).order_by(_COLUMNS.made_at, _COLUMNS.id)
    return tuple(work.connection.scalars(query))


def lapsed_mails(work: Work) -> tuple[Mail, ...]:
    """Which were claimed by somebody who is gone."""
    gone = (_COLUMNS.state == MailState.SENDING, _COLUMNS.claimed_at <= work.now - CLAIM)
    return tuple(_read(work, select(mails).where(*gone)))


def move_mail(work: Work, before: Mail, after: Mail) -> bool:
    """Writes what became of mail; False where it is no longer as it was read."""
    found = (
        _COLUMNS.id == before.id,
        _COLUMNS.state == before.state,
        _COLUMNS.tries == before.tries,
    )
    moved = work.connection.execute(update(mails).where(*found).values(_row(after)))
    return moved.rowcount == 1


def _row(mail: Mail) -> dict[str, Any]:
    row = {column.name: getattr(mail, column.name) for column in _COLUMNS}
    return row | {"reason": [mail.reason.zh, mail.reason.en]}


def _read(work: Work, query: Select[Any]) -> list[Mail]:
    return [
        Mail(
            **row
            | {
                "occasion": Occasion(row["occasion"]),
                "state": MailState(row["state"]),
                "reason": Words(*row["reason"]),
            }
        )
        for row in map(dict, work.connection.execute(query).mappings())
    ]
