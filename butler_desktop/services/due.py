"""What is due: acts that the system does when their time has come, by one executor at a time.

Any desk may run it, from any machine: on a shared database one at a time has
the turn, and the database's clock counts. Each act is judged once more in its
own transaction, so what is done twice is done once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from butler_desktop.domain.advance import advance_by_system
from butler_desktop.domain.clocks import filing_due
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.transition import Action
from butler_desktop.services.filings import facts_of
from butler_desktop.services.mail_round import queue_reminders
from butler_desktop.storage.calls import calls_past
from butler_desktop.storage.duties import duties_overdue
from butler_desktop.storage.listings import filing_rows, filings_due
from butler_desktop.storage.reminders import reminders_due
from butler_desktop.storage.session_turn import one_at_a_time
from butler_desktop.storage.work import Work, Workspace

DUE_KINDS: dict[FilingState, Action] = {
    FilingState.AWAITING_CONFIRMATION: Action.AUTO_CONFIRM,  # 3.2.3-1, process.md A8
    FilingState.SMS_PENDING: Action.RECORD_SMS_EXPIRED,  # 24 hours: HW-KB, TC-SMS
}
"""What the system does when the clock of a state has run out."""

DUE = "filing.due"
"""The journal's name of such an act: who ran it is the actor, the system decided it."""


@dataclass(frozen=True, slots=True)
class ToRemind:
    """A customer whom a butler is to remind, by telephone or WeChat. Times UTC."""

    filing: str
    """The filing's number."""
    sponsor: str
    butler: str
    at: datetime
    """Since when."""
    deadline: datetime


@dataclass(frozen=True, slots=True)
class MissedCall:
    """A call of the reviewer that is awaited while the customer can no longer be reached."""

    filing: str
    """The filing's number."""
    sponsor: str
    butler: str
    until: datetime
    """UTC."""


@dataclass(frozen=True, slots=True)
class OwedDuties:
    """What a customer was not told in time of what comes after the approval."""

    filing: str
    """The filing's number."""
    sponsor: str
    butler: str
    duties: tuple[str, ...]
    """Keys of ``DUTY_WORDS``."""
    due: date
    """The day of the first."""


@dataclass(frozen=True, slots=True)
class DueAct:
    """What was done. ``at`` is UTC."""

    filing: str
    """The filing's number."""
    action: Action
    at: datetime


def is_left_to_shared(workspace: Workspace) -> bool:
    """Whether the desks on the shared database do what is due: this one is a replica of it."""
    return workspace.shared is not None


def do_due(workspace: Workspace) -> tuple[DueAct, ...]:
    """Does what is due now; nothing on a replica, or while somebody else is at it.

    Reminders that go out by themselves are put into the queue of mail.

    Raises Refused where the role may only look.
    """
    if is_left_to_shared(workspace):
        return ()
    with _turn(workspace) as is_ours:
        if not is_ours:
            return ()
        done = tuple(_done(workspace))
        queue_reminders(workspace)
        return done


def to_remind(work: Work) -> tuple[ToRemind, ...]:
    """Whom to remind now of his deadline, the nearest deadline first."""
    due = reminders_due(work)
    rows = filing_rows(work, list(due))
    return tuple(
        ToRemind(it.number, it.sponsor_name, it.butler, due[it.id].at, due[it.id].deadline)
        for it in rows
    )


def missed_calls(work: Work) -> tuple[MissedCall, ...]:
    """The reviewer's calls that may go astray, the oldest first."""
    calls = calls_past(work)
    rows = filing_rows(work, sorted(calls, key=lambda id_: calls[id_].until))
    return tuple(
        MissedCall(it.number, it.sponsor_name, it.butler, calls[it.id].until) for it in rows
    )


def owed_duties(work: Work) -> tuple[OwedDuties, ...]:
    """Of which duties whom is to be told at last, the oldest approval first."""
    owed = duties_overdue(work)
    return tuple(
        OwedDuties(
            it.number,
            it.sponsor_name,
            it.butler,
            tuple(task.duty for task in owed[it.id]),
            min(task.due for task in owed[it.id]),
        )
        for it in filing_rows(work, list(owed))
    )


def _done(workspace: Workspace) -> Iterator[DueAct]:
    with workspace.reading() as work:
        found = filings_due(work, tuple(DUE_KINDS))
    for filing_id in found:
        with workspace.editing() as work:
            done = _do(work, filing_id)
        if done is not None:
            yield done


def _do(work: Work, filing_id: str) -> DueAct | None:
    """One act, if it is still due and its guards hold."""
    before = work.dossier_of(filing_id)
    filing = before.filing(filing_id)
    action = DUE_KINDS.get(filing.state)
    due = filing_due(filing, before.order, work.rulebook.calendar)
    if action is None or due is None or due.at is None or due.at > work.now:
        return None
    after = advance_by_system(facts_of(work, before, filing_id), action)
    if after is None:
        return None
    work.save(before, after, f"{DUE}:{action}")
    return DueAct(filing.number, action, work.now)


@contextmanager
def _turn(workspace: Workspace) -> Iterator[bool]:
    """The turn of who does what is due; a file has one writer at a time already."""
    if not workspace.database.is_shared:
        yield True
        return
    with one_at_a_time(workspace.database, "due") as is_ours:
        yield is_ours
