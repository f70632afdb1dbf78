"""What can be done to move a workspace of one's own to a team's shared database.

``shared`` is its URL, signed in as its owner; a password is used and kept nowhere.
"""

from butler_desktop.services.progress import QUIET, Progress
from butler_desktop.storage import move as moving
from butler_desktop.storage import move_plan
from butler_desktop.storage.work import Workspace
from butler_desktop.storage.workspace import shared_url

MovePlan = move_plan.MovePlan
MoveResult = moving.MoveResult
CARRY, WRITE, CHECK = moving.CARRY, moving.WRITE, moving.CHECK


def plan_move(workspace: Workspace, shared: str, password: str = "") -> MovePlan:
    """What would be moved, counted; nothing is written.

    Raises Refused where the move cannot be: a replica, a file moved before, a
    URL that names no shared database, one that holds orders or belongs to
    somebody else. StoreUnavailable where it is not set up or away.
    """
    url = shared_url(shared)
    return moving.plan_move(workspace, url.set(password=password) if password else url)


def move(
    workspace: Workspace, shared: str, progress: Progress = QUIET, password: str = ""
) -> MoveResult:
    """Moves everything, compares it there, and marks the file as moved; or does nothing.

    ``progress`` hears ``CARRY``, ``WRITE`` and ``CHECK`` with how far each is.
    Raises what ``plan_move`` raises, Refused where what arrived differs,
    Cancelled.
    """
    url = shared_url(shared)
    return moving.move(workspace, url.set(password=password) if password else url, progress.step)
