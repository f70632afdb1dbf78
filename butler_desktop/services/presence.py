"""Presence: says where this desk is and tells where the others are, on a shared database.

A file knows no others, and a replica does not say where it is: it may be
anywhere, and its filings are not the shared ones of this moment.
"""

from butler_desktop.domain.presence import Doing, Presence
from butler_desktop.domain.role import may_write
from butler_desktop.storage import presence
from butler_desktop.storage.work import Work, Workspace


def tell(workspace: Workspace, filing_id: str, doing: Doing, minutes: int = 0) -> None:
    """Says that this desk is at a filing; with an empty id, at none.

    Who may only look says nothing. Raises StoreAway.
    """
    if not workspace.database.is_shared or not may_write(workspace.role):
        return
    with workspace.editing() as work:
        if filing_id:
            presence.tell(work.connection, work.station, work.actor, filing_id, doing, minutes)
        else:
            presence.leave(work.connection, work.station, work.actor)


def seen(work: Work) -> tuple[Presence, ...]:
    """Where the other desks are now."""
    return presence.seen(work.connection, work.station) if work.is_on_shared else ()
