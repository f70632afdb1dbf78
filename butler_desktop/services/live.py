"""Live: the window hears at once what a colleague did on a shared database."""

from butler_desktop.storage.listener import JOURNAL, PRESENCE, Listener
from butler_desktop.storage.work import Workspace

__all__ = ["JOURNAL", "PRESENCE", "Listener", "listen", "listen_to_shared"]


def listen(workspace: Workspace, listener: Listener) -> None:
    """Has ``listener`` hear what happens here; on a file nobody tells, there one looks."""
    listener.begin(workspace.database)


def listen_to_shared(workspace: Workspace, listener: Listener) -> None:
    """Has ``listener`` hear what happens on the shared database that a replica is tied to."""
    if workspace.shared is not None:
        listener.begin(workspace.shared)
