"""Presence: says where this desk is and tells where the others of the team are.

It is kept in the shared database alone. A replica says and asks it there while
there is a network; a file that stands alone knows no others.
"""

from butler_desktop.domain.presence import Doing, Presence
from butler_desktop.domain.role import may_write
from butler_desktop.storage import presence
from butler_desktop.storage.database import Database
from butler_desktop.storage.work import Workspace


def tell(workspace: Workspace, filing_id: str, doing: Doing, minutes: int = 0) -> None:
    """Says that this desk is at a filing; with an empty id, at none.

    Who may only look says nothing. Raises StoreAway, and Refused where only
    the shared database knows that he may only look.
    """
    shared, station, actor = _shared(workspace), workspace.station, workspace.actor
    if shared is None or not may_write(workspace.role):
        return
    with shared.editing() as connection:
        if filing_id:
            presence.tell(connection, station, actor, filing_id, doing, minutes)
        else:
            presence.leave(connection, station, actor)


def seen(workspace: Workspace) -> tuple[Presence, ...]:
    """Where the other desks are now. Raises StoreAway."""
    shared = _shared(workspace)
    if shared is None:
        return ()
    with shared.reading() as connection:
        return presence.seen(connection, workspace.station)


def _shared(workspace: Workspace) -> Database | None:
    return workspace.database if workspace.database.is_shared else workspace.shared
