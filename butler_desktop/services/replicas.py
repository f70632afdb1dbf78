"""What can be done to replicas: make one of a shared database."""

from pathlib import Path

from butler_desktop.errors import Refused
from butler_desktop.services.progress import QUIET, Progress
from butler_desktop.storage.replica_copy import copy_shared
from butler_desktop.storage.workspace import database_place
from butler_desktop.words import Words


def create_replica(shared: str, file: Path, progress: Progress = QUIET) -> Path:
    """Makes ``file`` a replica of the shared database at the URL ``shared``.

    From then on it works without a network. Raises Refused where the file is
    there already or the URL names no shared database, StoreUnavailable,
    Cancelled.
    """
    place = database_place(shared)
    if isinstance(place, Path):
        raise Refused(
            Words(f"{shared} 不是共享库的地址。", f"{shared} is no shared database."),
            Words(
                "给出 postgresql://用户名@服务器/库名。",
                "Give postgresql://butler@server/database.",
            ),
        )
    file = file.expanduser().resolve()
    file.parent.mkdir(parents=True, exist_ok=True)
    copy_shared(place, file, progress.step)
    return file
