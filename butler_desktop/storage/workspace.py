"""Opening a workspace: a database file with its blobs beside it."""

from pathlib import Path

from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.errors import StoreUnavailable
from butler_desktop.storage.attachments import BlobStore
from butler_desktop.storage.database import Database
from butler_desktop.storage.rulebook import load_rulebook
from butler_desktop.storage.upgrade import upgrade
from butler_desktop.storage.work import WallClock, Workspace, utc_now
from butler_desktop.words import Words


def open_workspace(
    path: Path,
    *,
    actor: str,
    station: str,
    clock: WallClock = utc_now,
    rulebook: Rulebook | None = None,
) -> Workspace:
    """Opens the workspace whose database is ``path``; makes it where there is none.

    The blobs lie in ``<name>.files`` beside the database. Raises
    StoreUnavailable (or StoreTooNew) where it cannot be opened.
    """
    path = path.expanduser().resolve()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(
            Words(f"建不了文件夹 {path.parent}。", f"The folder {path.parent} cannot be made."),
            Words("另选一个位置。", "Choose another place."),
        ) from error
    database = Database(path)
    upgrade(database)
    return Workspace(
        database=database,
        blobs=BlobStore(path.with_name(path.name + ".files")),
        rulebook=rulebook or load_rulebook(),
        actor=actor,
        station=station,
        clock=clock,
    )
