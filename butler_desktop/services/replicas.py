"""What can be done to replicas: make one of a shared database."""

from pathlib import Path

from butler_desktop.services.progress import QUIET, Progress
from butler_desktop.storage.replica_copy import copy_shared
from butler_desktop.storage.workspace import shared_url


def create_replica(shared: str, file: Path, progress: Progress = QUIET, password: str = "") -> Path:
    """Makes ``file`` a replica of the shared database at the URL ``shared``.

    From then on it works without a network. The password is kept nowhere.
    Raises Refused where the file is there already or the URL names no shared
    database, StoreUnavailable, Cancelled.
    """
    place = shared_url(shared)
    file = file.expanduser().resolve()
    file.parent.mkdir(parents=True, exist_ok=True)
    copy_shared(place.set(password=password) if password else place, file, progress.step)
    return file
