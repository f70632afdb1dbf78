"""Calls of the authority's reviewer that go astray: read for many filings at once."""

from collections.abc import Collection

from sqlalchemy import select

from butler_desktop.domain.authority_note import AuthorityNote
from butler_desktop.domain.filing_states import LOCKED_STATES
from butler_desktop.domain.records import from_record
from butler_desktop.domain.reviewer_call import CALL_KINDS, ReviewerCall, pending_call
from butler_desktop.storage.schema import filings
from butler_desktop.storage.work import Work


def calls_past(work: Work, ids: Collection[str] | None = None) -> dict[str, ReviewerCall]:
    """The filings whose call is awaited while the customer can no longer be reached.

    ``ids`` narrows it to some.
    """
    f = filings.c
    query = select(f.id, f.submitted_at, f.authority_notes).where(
        f.state.in_([it.value for it in LOCKED_STATES])
    )
    if ids is not None:
        query = query.where(f.id.in_(ids))
    found = {}
    for row in work.connection.execute(query):
        notes = [
            from_record(AuthorityNote, it) for it in row.authority_notes if it["kind"] in CALL_KINDS
        ]
        call = pending_call(notes, row.submitted_at)
        if call is not None and call.is_past(work.now):
            found[row.id] = call
    return found
