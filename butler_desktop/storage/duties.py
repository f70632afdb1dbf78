"""Duties after an approval whose day is past: read for many filings at once."""

from collections.abc import Collection

from sqlalchemy import select

from butler_desktop.domain.after_care import AfterCareTask, after_care_tasks
from butler_desktop.domain.authority_note import AuthorityNote
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.records import from_record
from butler_desktop.storage.schema import filings
from butler_desktop.storage.work import Work


def duties_overdue(
    work: Work, ids: Collection[str] | None = None
) -> dict[str, tuple[AfterCareTask, ...]]:
    """The approved filings of whose duties the customer is to be told at last, the oldest first.

    ``ids`` narrows it to some.
    """
    f = filings.c
    query = (
        select(f.id, f.approved_at, f.duties_told_at, f.authority_notes)
        .where(f.state == FilingState.APPROVED, f.duties_told_at.is_(None))
        .order_by(f.approved_at, f.id)
    )
    if ids is not None:
        query = query.where(f.id.in_(ids))
    today, found = local_date(work.now), {}
    for row in work.connection.execute(query):
        notes = [from_record(AuthorityNote, it) for it in row.authority_notes]
        tasks = after_care_tasks(row.approved_at, row.duties_told_at, notes, work.rulebook.calendar)
        overdue = tuple(it for it in tasks if it.is_overdue(today))
        if overdue:
            found[row.id] = overdue
    return found
