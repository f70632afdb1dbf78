"""Replica making: copies a shared database into a file of this desk, and shows how far it is."""

import threading
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.errors import ButlerError
from butler_desktop.services.progress import Cancelled, Progress
from butler_desktop.services.replicas import create_replica
from butler_desktop.settings import default_database
from butler_desktop.ui.background import Background
from butler_desktop.ui.kit.progress_line import ProgressLine


class ReplicaMaking(ProgressLine):
    """Hidden while nothing is copied. ``made(file)`` when it is there."""

    made = Signal(str)
    failed = Signal(object)
    running_changed = Signal()
    _stepped = Signal(int, int)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._stop = threading.Event()
        self.is_running = False
        self.cancelled.connect(self.stop)
        self._stepped.connect(self._show)

    def start(self, url: str, password: str) -> None:
        """Copies the database at ``url``."""
        self._stop = threading.Event()
        self._set_running(True)
        self._show(0, 0)
        progress = Progress(lambda done, total, _: self._stepped.emit(done, total), self._stop)
        self._background.compute(
            self,
            create_replica,
            url,
            replica_file(url),
            progress,
            password,
            then=self._made,
            topic="replica",
            failed=self._failed,
        )

    def _show(self, done: int, total: int) -> None:
        self.show_step(self.tr("Copying %1 of %2 rows"), done, total)

    def stop(self) -> None:
        """Breaks the copy off; what was copied is taken away again."""
        self._stop.set()

    def _set_running(self, running: bool) -> None:
        self.is_running = running
        self.setVisible(running)
        self.running_changed.emit()

    def _made(self, file: Path) -> None:
        self._set_running(False)
        self.made.emit(str(file))

    def _failed(self, error: ButlerError) -> None:
        self._set_running(False)
        if not isinstance(error, Cancelled):
            self.failed.emit(error)


def replica_file(url: str) -> Path:
    """The file of the replica of a shared database: beside the desk's own, named after it."""
    place = url.partition("://")[2].rpartition("@")[2].partition("?")[0]
    name = "".join(c if c.isalnum() else "-" for c in place).strip("-") or "shared"
    return default_database().with_name(f"replica-{name}.db")
